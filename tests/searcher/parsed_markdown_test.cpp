#include "tests/searcher/parsed_markdown.hpp"

#include <random>

#include "searcher/render.hpp"
#include "tests/catch.hpp"

// What a program that reads Markdown makes of answers.

using namespace dateline;
using namespace dateline::test;

namespace {

SearchResult answer_of(const std::string& text, const std::vector<TextRange>& matches = {}) {
    SearchResult result;
    ArticleHit& hit = result.hits.emplace_back();
    hit.article.id = "a/1";
    hit.article.headline = text;
    hit.headline_matches = matches;
    PassageHit& passage = hit.passages.emplace_back();
    passage.text = text;
    passage.matches = matches;
    return result;
}

std::vector<MarkdownParagraph> expected_of(const std::string& text, const std::string& bold = "") {
    return {{text, bold, false}, {"undated · a/1", "", false}, {text + " #1", bold, true}};
}

}  // namespace

TEST_CASE("what is markup elsewhere is text in an answer") {
    for (const std::string text : {"*stars* and **more**",
                                   "_under_ __scores__",
                                   "[a link](https://a.example) ![b](c)",
                                   "# no heading",
                                   "## neither ##",
                                   "`code` and ``more``",
                                   "<script>alert(1)</script>",
                                   "<b>bold</b> <!-- a comment --> <https://a.example>",
                                   "a | b | c",
                                   "1. May is no list",
                                   "2) nor this",
                                   "- nor a dash",
                                   "+ a plus",
                                   "--- a rule",
                                   "===",
                                   "***",
                                   "> a quotation",
                                   "&amp; &copy; &#65;",
                                   "C:\\path\\* and \\",
                                   "~~struck~~",
                                   "$x$ and $$y$$",
                                   "a\\",
                                   "```sh",
                                   "Term: definition",
                                   ": definition",
                                   "https://a.example/_b_?c=*d*",
                                   "[^1] [ ] [x] done"}) {
        INFO(text);
        CHECK(paragraphs_of(render_markdown(answer_of(text))) == expected_of(text));
    }
}

TEST_CASE("matches are bold, whatever stands in and around them") {
    const auto check = [](const std::string& text, const std::string& match) {
        INFO(text);
        const auto begin = static_cast<std::uint32_t>(text.find(match));
        const TextRange range{begin, begin + static_cast<std::uint32_t>(match.size())};
        CHECK(paragraphs_of(render_markdown(answer_of(text, {range}))) == expected_of(text, match));
    };
    check("the NATO summit", "NATO");
    check("\"NATO\", he said", "NATO");
    check("*NATO*", "NATO");
    check("**NATO**s", "NATO");
    check("a U.S. ship", "U.S.");
    check("the U.S.-led mission", "U.S.");
    check("\\NATO\\", "NATO");
    check("北约暂停在伊拉克的训练任务", "伊拉克");
    check("<em>NATO</em>", "NATO");
}

TEST_CASE("texts of any characters come out of a parser as they went in") {
    std::mt19937 random(3);
    const std::vector<std::string> pieces{"a",  "b1", " ",  " ",  "*", "_", "`",  "[", "]",  "(",
                                          ")",  "<",  ">",  "&",  "#", "|", "\\", "!", "1.", "2)",
                                          "-",  "+",  "=",  ":",  "~", "$", "\"", "'", ";",  "lt;",
                                          "北", "é",  "//", "/b", "*", "_", "`",  "{", "^",  "@"};
    for (int round = 0; round < 150; ++round) {
        std::string text = "x";
        for (int i = 0; i < 14; ++i) text += pieces[random() % pieces.size()];
        text.erase(0, random() % 2);
        std::string shown;
        for (const char c : text)
            if (c != ' ' || (!shown.empty() && shown.back() != ' ')) shown += c;
        while (!shown.empty() && shown.back() == ' ') shown.pop_back();
        if (shown.empty()) continue;
        INFO(text);
        CHECK(paragraphs_of(render_markdown(answer_of(text))) == expected_of(shown));
    }
}
