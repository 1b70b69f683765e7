#include "corpus/formats/sgml_tag.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("tags are found with their names and places") {
    const std::string text = "a < b <P>x</P ><DOC id=\"1\" >";
    const auto start = next_sgml_tag(text, 0);
    REQUIRE(start);
    CHECK(start->name == "P");
    CHECK(start->begin == 6);
    CHECK(start->end == 9);
    const auto end = next_sgml_tag(text, start->end);
    REQUIRE(end);
    CHECK(end->is_end);
    CHECK(end->name == "P");
    const auto doc = next_sgml_tag(text, end->end);
    REQUIRE(doc);
    CHECK(sgml_attribute(doc->attributes, "ID") == "1");
    CHECK(!next_sgml_tag(text, doc->end));
}

TEST_CASE("a bare sign is text") {
    for (const char* text : {"5 < 6", "<", "</", "<<<", "<a <", "< P>", "<3 you>", "a <b and c"}) {
        CAPTURE(text);
        CHECK(!next_sgml_tag(text, 0));
    }
    CHECK(next_sgml_tag("a < b <b>", 0)->begin == 6);
}

TEST_CASE("comments and declarations have no name") {
    const auto comment = next_sgml_tag("x<!-- <P> -->y", 0);
    REQUIRE(comment);
    CHECK(comment->name.empty());
    CHECK(comment->end == 13);
    CHECK(next_sgml_tag("<!DOCTYPE lewis>", 0)->name.empty());
    CHECK(!next_sgml_tag("<!-- no end", 0));
}

TEST_CASE("what has no end within 4 KiB is text") {
    const std::string filling(5000, ' ');
    CHECK(next_sgml_tag("<!--" + filling + "--><P>", 0)->name == "P");
    CHECK(next_sgml_tag("<!DOCTYPE" + filling + "><P>", 0)->name == "P");
    CHECK(next_sgml_tag("<!-- a > b --><P>", 0)->end == 14);
    CHECK(next_sgml_tag("<!--><P>-->", 0)->end == 11);
}

TEST_CASE("attributes are read quoted or not") {
    CHECK(sgml_attribute(" id=A.1 type='story' n = \"3\"", "id") == "A.1");
    CHECK(sgml_attribute(" id=A.1 type='story' n = \"3\"", "type") == "story");
    CHECK(sgml_attribute(" id=A.1 type='story' n = \"3\"", "N") == "3");
    for (const char* attributes : {"", " id", " =", " x=\"", " x=\"id", " ,,", " idx=\"1\""})
        CHECK(sgml_attribute(attributes, "id").empty());
}

TEST_CASE("names are the same in any case") {
    CHECK(is_same_name("DocNo", "DOCNO"));
    CHECK(!is_same_name("DOC", "DOCNO"));
}
