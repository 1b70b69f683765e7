#include "searcher/answer_format.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

TEST_CASE("each format has its renderer") {
    const SearchResult result = test::sample_result();
    const auto rendered = [&](std::string_view format) {
        return render_answer(format, result, {60, false}, 0.5);
    };
    CHECK(rendered("text") == render_text(result, {60, false}, 0.5));
    CHECK(rendered("jsonl") == render_jsonl(result));
    CHECK(rendered("csv") == render_csv(result));
    CHECK(rendered("trec") == render_trec(result));
    CHECK(rendered("ids") == render_ids(result, '\n'));
    CHECK(rendered("ids0") == render_ids(result, '\0'));
    CHECK(rendered("markdown") == render_markdown(result));
    CHECK(answer_formats().size() == 7);
}

TEST_CASE("written in pages an answer is the same in every format") {
    std::vector<Article> articles;
    for (int i = 0; i < 23; ++i)
        articles.push_back(test::article("a" + std::to_string(i), "Ash " + std::to_string(i),
                                         i % 3 == 0 ? "" : "Ash came down on Monday. More ash."));
    const test::SampleIndex sample(articles);
    const Index index = sample.open();
    for (const std::string_view format : answer_formats()) {
        INFO(format);
        const std::size_t most = format == "trec" ? page_hits(format) : 5;
        for (const std::uint64_t offset : {0, 4, 40}) {
            SearchOptions options;
            options.limit = 0;
            options.offset = offset;
            options.detail = detail_for(format);
            const Query query = parse_query("ash");
            const SearchResult whole = search(index, query, options);
            std::string pages;
            std::size_t largest = 0;
            search_in_pages(index, query, options, most, [&](SearchResult&& page) {
                largest = std::max(largest, page.hits.size());
                CHECK(listing_note(format, page) == listing_note(format, whole));
                pages += render_answer(format, page, {60, false}, 0.5);
            });
            CHECK(pages == render_answer(format, whole, {60, false}, 0.5));
            CHECK(largest <= most);
        }
    }
}

TEST_CASE("an empty answer is silence, but for the header of rows") {
    for (const std::string_view format : answer_formats()) {
        INFO(format);
        CHECK(render_answer(format, {}, {60, false}, 0.5).empty() == (format != "csv"));
    }
}

TEST_CASE("a note says what a format cannot") {
    SearchResult result = test::sample_result();
    CHECK(listing_note("jsonl", result) == "3 of 12 articles (-n 0 gives all)");
    CHECK_FALSE(listing_note("text", result).has_value());
    result.bare_words = 3;
    CHECK(listing_note("ids", result) == "3 of 12 articles (-n 0 --any gives all)");
    result.needed = {2};
    result.offset = 6;
    CHECK(listing_note("csv", result) == "7-9 of 12 articles (-n 0 --min 2 gives all)");
    result.hits.clear();
    CHECK(listing_note("text", result) ==
          "nothing is left behind the first 6: there are 12 articles");
    CHECK_FALSE(listing_note("jsonl", {}).has_value());
}

TEST_CASE("whatever articles hold, no format acts on a terminal") {
    test::RandomProse prose(44);
    for (int i = 0; i < 100; ++i) {
        SearchResult result;
        ArticleHit hit;
        hit.article.id = "a";
        hit.article.headline = prose.text(12);
        hit.article.source = prose.text(3);
        hit.article.place = prose.text(3);
        hit.article.byline = prose.text(3);
        hit.article.url = "https://a.example/" + prose.text(4);
        hit.article.origin.path = prose.text(4);
        hit.headline_matches = prose.ranges(hit.article.headline);
        hit.passages.resize(2);
        for (PassageHit& passage : hit.passages) {
            passage.text = prose.text(prose.below(160));
            passage.matches = prose.ranges(passage.text);
        }
        result.hits = {hit, hit};
        for (const std::string_view format : answer_formats()) {
            INFO(format);
            std::string text = render_answer(format, result, {60, false}, 0.1);
            std::erase_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\0'; });
            REQUIRE(text == printable(text));
        }
    }
}
