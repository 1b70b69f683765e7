#include "corpus/html_text_writer.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("white space within text is one blank, at the ends none") {
    HtmlTextWriter writer;
    writer.add_text("  a \n\t b", HtmlSpace::collapse);
    writer.add_text("c ", HtmlSpace::collapse);
    writer.add_text(" d\n", HtmlSpace::collapse);
    CHECK(std::move(writer).result() == "a bc d");
}

TEST_CASE("breaks add up to one empty line") {
    HtmlTextWriter writer;
    writer.break_block();
    writer.add_text("a", HtmlSpace::collapse);
    writer.break_line();
    writer.add_text("b", HtmlSpace::collapse);
    writer.break_line();
    writer.break_block();
    writer.break_line();
    writer.add_text("c", HtmlSpace::collapse);
    writer.break_cell();
    writer.add_text("d", HtmlSpace::collapse);
    writer.break_cell();
    writer.break_block();
    CHECK(std::move(writer).result() == "a\nb\n\nc\td");
}

TEST_CASE("newlines of the source are kept as asked") {
    const auto written = [](HtmlSpace space) {
        HtmlTextWriter writer;
        writer.add_text("a\nb \r\n \r\n c", space);
        return std::move(writer).result();
    };
    CHECK(written(HtmlSpace::collapse) == "a b c");
    CHECK(written(HtmlSpace::keep_paragraphs) == "a b\n\nc");
    CHECK(written(HtmlSpace::keep_lines) == "a\nb\n\nc");
}

TEST_CASE("verbatim lines keep their newlines and indents") {
    HtmlTextWriter writer;
    writer.add_verbatim("a\n  b\n\n\n\nc ");
    CHECK(std::move(writer).result() == "a\n  b\n\nc");
}

TEST_CASE("the text of a part of the tree is its own") {
    const auto tree = HtmlTree::parse("<p>a<p>b <i>c</i>, <q>d</q><p>e");
    REQUIRE(tree);
    CHECK(tree->nodes()[5].tag == HtmlTag::p);
    CHECK(html_text(*tree, 5, tree->nodes()[5].end, HtmlSpace::collapse) == "b c, \"d\"");
}
