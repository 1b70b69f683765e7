#include "corpus/paragraphs.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

/// `words` words of different lengths, broken where the next would not fit.
std::string wrapped_paragraph(std::size_t words, std::size_t width) {
    std::string text;
    std::size_t column = 0;
    for (std::size_t i = 0; i < words; ++i) {
        const std::string word(1 + i * 7 % 9, static_cast<char>('a' + i % 26));
        if (column > 0 && column + 1 + word.size() > width) {
            text += '\n';
            column = 0;
        } else if (column > 0) {
            text += ' ';
            ++column;
        }
        text += word;
        column += word.size();
    }
    return text;
}

std::string with_blanks(std::string text) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    return text;
}

}  // namespace

TEST_CASE("lines know their indent and where they end") {
    const std::string text = "  one \n\n\ttwo";
    const auto lines = split_lines(text);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].text == "one");
    CHECK(lines[0].indent == 2);
    CHECK(lines[0].end == 6);
    CHECK(lines[1].text.empty());
    CHECK(lines[2].text == "two");
    CHECK(lines[2].end == text.size());
}

TEST_CASE("hard-wrapped paragraphs become one line each, at every usual width") {
    for (const std::size_t width : {45UL, 60UL, 72UL, 80UL, 100UL}) {
        CAPTURE(width);
        const std::string first = wrapped_paragraph(80, width);
        const std::string second = wrapped_paragraph(55, width);
        REQUIRE(first.find('\n') != first.npos);
        CHECK(lay_out_paragraphs(first + "\n\n" + second) ==
              with_blanks(first) + "\n\n" + with_blanks(second));
        CHECK(lay_out_paragraphs(first) == with_blanks(first));
    }
}

TEST_CASE("an indent begins a paragraph where a text has no empty line") {
    const std::string first = wrapped_paragraph(60, 65);
    const std::string second = wrapped_paragraph(40, 65);
    CHECK(lay_out_paragraphs("    " + first + "\n    " + second) ==
          with_blanks(first) + "\n\n" + with_blanks(second));
}

TEST_CASE("lines as long as paragraphs are paragraphs") {
    const std::string first = with_blanks(wrapped_paragraph(60, 80));
    const std::string second = with_blanks(wrapped_paragraph(24, 80));
    CHECK(lay_out_paragraphs(first + "\n" + second + "\nThe end.") ==
          first + "\n\n" + second + "\n\nThe end.");
    CHECK(lay_out_paragraphs("Intro.\n\n" + first + "\n" + second) ==
          "Intro.\n\n" + first + "\n\n" + second);
}

TEST_CASE("lines that end as sentences do are paragraphs") {
    CHECK(lay_out_paragraphs(
              "The vote is over.\nHe said: \"We won.\"\nWill it last?\nNobody knows") ==
          "The vote is over.\n\nHe said: \"We won.\"\n\nWill it last?\n\nNobody knows");
}

TEST_CASE("the lines of a list stay lines") {
    const std::string list = "Results\nArsenal 2 Chelsea 1\nLeeds 0 Hull 0\nBury 3 York 4";
    CHECK(lay_out_paragraphs(list) == list);
    CHECK(lay_out_paragraphs("Text.\n\n" + list + "\n\nMore.") == "Text.\n\n" + list + "\n\nMore.");
}

TEST_CASE("empty lines are told by what is in them, and none stay at the ends") {
    CHECK(lay_out_paragraphs("\n \t\none  \n \n\t\n  two\n\n") == "one\n\ntwo");
    CHECK(lay_out_paragraphs(" \n\t").empty());
    CHECK(lay_out_paragraphs("").empty());
    CHECK(lay_out_paragraphs("x") == "x");
}

TEST_CASE("a sentence ends in its stop, also inside quotes and brackets") {
    for (const char* text : {"End.", "End!", "\"End?\"", "(End.)", "“End.”", "终わり。", "खत्म।"}) {
        CHECK(ends_like_sentence(text));
    }
    for (const char* text : {"", "\"\"", "Headline", "Mission: possible", "a,", "3.5 m"}) {
        CHECK(!ends_like_sentence(text));
    }
}

TEST_CASE("characters are counted, not bytes") {
    CHECK(character_count("") == 0);
    CHECK(character_count("für 語") == 5);
}
