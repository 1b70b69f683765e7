#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"

using namespace dateline;

TEST_CASE("answers as a list for notes") {
    SearchResult result = test::sample_result();
    result.hits[0].copies = {"b"};
    CHECK(
        render_markdown(result) ==
        R"(1. [Alliance pauses its **training** mission in **Iraq** after the strike](https://wire.example/0105)

   5 January 2020 · Northern Wire · Baghdad · `northern-wire/2020/0105.txt`

   > The officers who were **training** **Iraqi** troops stay in their barracks, a spokesman said. `#2`

   > **NATO** has some 500 people in the country. `#1`

   \+3 more passages · 1 near-identical copy

2. 北约暂停在**伊拉克**的训练任务

   undated · `hs/17`

   > 北约发言人说,在伊拉克的**训练**任务目前暂停。联盟将继续关注局势。 `#1`

3. الناتو يعلق التدريب في **العراق**

   undated · `s/9`
)");
}

TEST_CASE("a list goes on behind an offset, its blocks under their headline") {
    SearchResult result;
    result.hits = {test::sample_hit()};
    result.hits[0].article.headline.clear();
    result.hits[0].headline_matches.clear();
    result.hits[0].passages.clear();
    result.hits[0].more_passages = 0;
    result.offset = 99;
    CHECK(render_markdown(result) ==
          "100. [(no headline)](https://wire.example/0105)\n\n"
          "     5 January 2020 · Northern Wire · Baghdad · `northern-wire/2020/0105.txt`\n");
}

TEST_CASE("an empty answer is an empty list") { CHECK(render_markdown({}).empty()); }
