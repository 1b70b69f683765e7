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

TEST_CASE("ragged lines are prose too where they go on in lower case") {
    CHECK(lay_out_paragraphs("Reagan said the accord is designed to stabilise prices\n"
                             "without disturbing long-term market trends, and to foster new\n"
                             "supplies at reasonable prices.") ==
          "Reagan said the accord is designed to stabilise prices without disturbing long-term "
          "market trends, and to foster new supplies at reasonable prices.");
}

TEST_CASE("words that were divided at the ends of lines are whole again") {
    CHECK(lay_out_paragraphs("The ministers of the three islands met on Tuesday in the inter-\n"
                             "national hall of Port Ellen, where they had met in each spring of\n"
                             "the years before the ferries stopped.") ==
          "The ministers of the three islands met on Tuesday in the international hall of Port "
          "Ellen, where they had met in each spring of the years before the ferries stopped.");
}

TEST_CASE("laying out what is laid out changes nothing") {
    const std::string text =
        wrapped_paragraph(60, 70) +
        "\n\nNote: the figures of the quarter include a gain of\n"
        "ten cts a share, of tax losses.\n\nShr 10 cts vs 9 cts\nNet 1,000 vs 900\n"
        "\nnote: nine month figures of the company include the\ngain of 1986, and of 1985.";
    const std::string once = lay_out_paragraphs(text);
    CHECK(lay_out_paragraphs(once) == once);
}
