#include "searcher/indexed_article.hpp"

#include "searcher/query.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("an article is given as it was indexed") {
    const SampleIndex sample({article("a", "Talks", "One paragraph.\n\nAnd another.")});
    const Index index = sample.open();
    const Article whole = indexed_article(index.segments().front(), 0);
    CHECK(whole.id == "a");
    CHECK(whole.headline == "Talks");
    CHECK(whole.body == "One paragraph.\n\nAnd another.");
}
