#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

TEST_CASE("answers at 80 columns") {
    CHECK(render_text(test::sample_result(), {80, false}, 0.0123) ==
          R"( 1  Alliance pauses its training mission in Iraq after the strike
    5 January 2020 · Northern Wire · Baghdad · northern-wire/2020/0105.txt
 #2 The officers who were training Iraqi troops stay in their barracks, a
    spokesman said.
 #1 NATO has some 500 people in the country.
    +3 more passages

 2  北约暂停在伊拉克的训练任务
    undated · hs/17
 #1 北约发言人说,在伊拉克的训练任务目前暂停。联盟将继续关注局势。

 3  الناتو يعلق التدريب في العراق
    undated · s/9

3 of 12 articles, 31 passages, 0.012 s
)");
}

TEST_CASE("answers at 40 columns") {
    CHECK(render_text(test::sample_result(), {40, false}, 0.0123) ==
          R"( 1  Alliance pauses its training mission
    in Iraq after the strike
    5 January 2020 · Northern Wire
    Baghdad
    northern-wire/2020/0105.txt
 #2 The officers who were training Iraqi
    troops stay in their barracks, a
    spokesman said.
 #1 NATO has some 500 people in the
    country.
    +3 more passages

 2  北约暂停在伊拉克的训练任务
    undated · hs/17
 #1 北约发言人说,在伊拉克的训练任务目前
    暂停。联盟将继续关注局势。

 3  الناتو يعلق التدريب في العراق
    undated · s/9

3 of 12 articles, 31 passages, 0.012 s
)");
}

TEST_CASE("answers at 20 columns") {
    CHECK(render_text(test::sample_result(), {20, false}, 0.0123) == R"( 1  Alliance pauses
    its training
    mission in Iraq
    after the strike
    5 January 2020
    Northern Wire
    Baghdad
    northern-wire/20
    20/0105.txt
 #2 The officers who
    were training
    Iraqi troops
    stay in their
    barracks, a
    spokesman said.
 #1 NATO has some
    500 people in
    the country.
    +3 more passages

 2  北约暂停在伊拉克
    的训练任务
    undated · hs/17
 #1 北约发言人说,在
    伊拉克的训练任务
    目前暂停。联盟将
    继续关注局势。

 3  الناتو يعلق
    التدريب في
    العراق
    undated · s/9

3 of 12 articles, 31
passages, 0.012 s
)");
}

TEST_CASE("answers at 120 columns") {
    CHECK(render_text(test::sample_result(), {120, false}, 0.0123) ==
          R"( 1  Alliance pauses its training mission in Iraq after the strike
    5 January 2020 · Northern Wire · Baghdad · northern-wire/2020/0105.txt
 #2 The officers who were training Iraqi troops stay in their barracks, a spokesman said.
 #1 NATO has some 500 people in the country.
    +3 more passages

 2  北约暂停在伊拉克的训练任务
    undated · hs/17
 #1 北约发言人说,在伊拉克的训练任务目前暂停。联盟将继续关注局势。

 3  الناتو يعلق التدريب في العراق
    undated · s/9

3 of 12 articles, 31 passages, 0.012 s
)");
}

TEST_CASE("a later page of answers, oldest first, of passages") {
    SearchResult result = test::sample_result();
    result.hits.resize(2);
    result.unit = AnswerUnit::passage;
    result.hits[0].passages.resize(1);
    result.hits[0].more_passages = 0;
    result.offset = 98;
    result.passage_total = 312;
    result.article_total = 200;
    result.sort = {SortKey::oldest};
    result.bare_words = 2;
    result.needed = {WordsNeeded::all};
    CHECK(render_text(result, {60, false}, 0.0123) ==
          R"( 99  Alliance pauses its training mission in Iraq after the
     strike
     5 January 2020 · Northern Wire · Baghdad
     northern-wire/2020/0105.txt#2
  #2 The officers who were training Iraqi troops stay in
     their barracks, a spokesman said.

100  北约暂停在伊拉克的训练任务
     undated · hs/17#1
  #1 北约发言人说,在伊拉克的训练任务目前暂停。联盟将继续关注
     局势。

99-100 of 312 passages of 200 articles, all of 2 words,
oldest first, 0.012 s
)");
}

TEST_CASE("headlines are links where the terminal takes them") {
    SearchResult result;
    result.hits = {test::sample_hit()};
    const std::string text = render_text(result, {40, true, true}, 0.5);
    const std::string open = "\x1b]8;id=a;https://wire.example/0105\x1b\\";
    const std::string close = "\x1b]8;;\x1b\\\n";
    CHECK(text.starts_with(" 1  " + open));
    CHECK(text.find("\n    " + open + "\x1b[1min \x1b[0m") != std::string::npos);
    std::string plain = text;
    for (const std::string& part : {open, close.substr(0, close.size() - 1)})
        for (std::size_t at = 0; (at = plain.find(part)) != std::string::npos;)
            plain.erase(at, part.size());
    CHECK(plain == render_text(result, {40, true, false}, 0.5));
}

TEST_CASE("answers in colour") {
    SearchResult result;
    result.hits = {test::sample_hit()};
    result.article_total = 1;
    result.passage_total = 1;
    CHECK(
        render_text(result, {80, true}, 0.5) ==
        " 1  \x1b[1mAlliance pauses its \x1b[0m\x1b[1;31mtraining\x1b[0m\x1b[1m mission in "
        "\x1b[0m\x1b[1;31mIraq\x1b[0m\x1b[1m after the strike\x1b[0m\n"
        "    \x1b[2m5 January 2020\x1b[0m\x1b[2m · \x1b[0m\x1b[2mNorthern Wire\x1b[0m\x1b[2m · "
        "\x1b[0m\x1b[2mBaghdad\x1b[0m\x1b[2m · \x1b[0m\x1b[36mnorthern-wire/2020/0105.txt\x1b[0m\n"
        "\x1b[2m #2 \x1b[0mThe officers who were \x1b[1;31mtraining\x1b[0m \x1b[1;31mIraqi\x1b[0m "
        "troops stay in their barracks, a\n"
        "    spokesman said.\n"
        "\x1b[2m #1 \x1b[0m\x1b[1;31mNATO\x1b[0m has some 500 people in the country.\n"
        "    \x1b[2m+3 more passages\x1b[0m\n"
        "\n"
        "\x1b[2m1 article, 1 passage, 0.500 s\x1b[0m\n");
}

TEST_CASE("an answer without a headline, a date or a passage") {
    SearchResult result;
    result.hits.resize(1);
    result.hits[0].article.id = "a";
    result.article_total = 1;
    CHECK(render_text(result, {80, false}, 0) ==
          R"( 1  (no headline)
    undated · a

1 article, 0 passages, 0.000 s
)");
}

TEST_CASE("copies are counted where they are folded") {
    SearchResult result;
    result.hits.resize(3);
    for (ArticleHit& hit : result.hits) hit.article.id = "x";
    result.hits[0].copies = {"b", "c", "d", "e"};
    result.hits[0].more_passages = 3;
    result.hits[1].copies = {"f"};
    result.hits[1].further_ids = {"g", "h"};
    result.hits[2].further_ids = {"i"};
    result.article_total = 9;
    result.folded_total = 5;
    CHECK(render_text(result, {80, false}, 0) ==
          R"( 1  (no headline)
    undated · x
    +3 more passages · 4 near-identical copies

 2  (no headline)
    undated · x
    1 near-identical copy · 2 more ids

 3  (no headline)
    undated · x
    1 more id

3 of 4 articles and 5 near-identical copies, 0 passages, 0.000 s
)");
}

TEST_CASE("no match is said") {
    CHECK(render_text({}, {80, false}, 0.001) == "0 articles, 0 passages, 0.001 s\n");
}

TEST_CASE("no line is wider than the terminal, and no escape but colours is printed") {
    test::RandomProse prose(8);
    for (int i = 0; i < 300; ++i) {
        SearchResult result;
        for (std::size_t hits = prose.below(4); hits > 0; --hits) {
            ArticleHit hit;
            hit.article.headline = prose.text(prose.below(12));
            hit.headline_matches = prose.ranges(hit.article.headline);
            hit.article.source = prose.text(2);
            hit.article.id = prose.text(3);
            hit.passages.resize(1 + prose.below(3));
            for (PassageHit& passage : hit.passages) {
                passage.text = prose.text(prose.below(160));
                passage.matches = prose.ranges(passage.text);
            }
            result.hits.push_back(std::move(hit));
        }
        const std::size_t width = 20 + prose.below(100);
        const std::string text = render_text(result, {width, true}, 0.1);
        for (const std::string& line : test::lines_of(text)) {
            const std::string plain = test::without_color(line);
            INFO(plain);
            REQUIRE(plain == printable(plain));
            REQUIRE(display_width(plain) <= width);
        }
        REQUIRE(test::without_color(text) == render_text(result, {width, false}, 0.1));
    }
}

TEST_CASE("ranks of more than two digits keep the text in one column") {
    SearchResult result;
    result.hits.resize(100);
    for (ArticleHit& hit : result.hits) hit.article.headline = "h";
    const auto lines = test::lines_of(render_text(result, {80, false}, 0));
    CHECK(lines[0] == "  1  h");
    CHECK(lines[297] == "100  h");
    CHECK(lines[298] == "     undated");
}
