#include "searcher/named_article.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

TEST_CASE("an article is named by its id, or by the beginning or end that no other has") {
    const SampleIndex sample({article("wire/2020/a", "One", ""), article("wire/2020/b", "Two", ""),
                              article("desk/c", "Three", "")});
    const Index index = sample.open();
    CHECK(find_named_article(index, "wire/2020/a")->id == "wire/2020/a");
    CHECK(find_named_article(index, "desk")->id == "desk/c");
    CHECK(find_named_article(index, "/b")->id == "wire/2020/b");
    CHECK_FALSE(find_named_article(index, "nothing"));
    const Error error = caught_error([&] { find_named_article(index, "wire/"); });
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(error.excerpt() == "  wire/2020/a\n  wire/2020/b");
}
