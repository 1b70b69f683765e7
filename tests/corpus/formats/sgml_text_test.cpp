#include "corpus/formats/sgml_text.hpp"

#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("paragraphs, breaks and tables are set apart") {
    CHECK(clean_body(sgml_text("<P>\nOne.\n</P>\n<P>\nTwo.\n</P>")) == "One.\n\nTwo.");
    CHECK(clean_body(sgml_text("a <B>bold</B> word<BR>line")) == "a bold word\nline");
    CHECK(clean_body(sgml_text("<TABLEROW><TABLECELL>a<TABLECELL>b</TABLEROW><TABLEROW>c")) ==
          "a b\nc");
}

TEST_CASE("comments leave nothing, elements on lines of their own are parts") {
    CHECK(clean_body(sgml_text("one\n<!-- PJG -->\ntwo")) == "one\ntwo");
    CHECK(clean_body(sgml_text("one\n<SUMMARY>two</SUMMARY>")) == "one\n\ntwo");
    CHECK(clean_body(sgml_text("one <ODD>two</ODD> three")) == "one two three");
}

TEST_CASE("indented lines begin paragraphs") {
    CHECK(clean_body(sgml_text("   One goes\non here.\n   Two.\n   Three.\n")) ==
          "One goes\non here.\n\nTwo.\n\nThree.");
    CHECK(clean_body(sgml_text("   One.\n   Two.\n")) == "One.\n\nTwo.");
    CHECK(clean_body(sgml_text("Results:\n    Oslo 1\n    Bergen 2")) ==
          "Results:\n\nOslo 1\nBergen 2");
}
