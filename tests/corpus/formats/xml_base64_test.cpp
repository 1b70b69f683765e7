#include "corpus/formats/xml_base64.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("base64 is read over white space and with or without padding") {
    CHECK(text_of_base64("SGFyYm91cg==") == "Harbour");
    CHECK(text_of_base64("\n SGFy\n Ym91cg \n") == "Harbour");
    CHECK(text_of_base64("Y2Fmw6k=") == "caf\u00E9");
    CHECK(text_of_base64("").empty());
}

TEST_CASE("what is not base64, or no text, is nothing") {
    CHECK(text_of_base64("not base64!").empty());
    CHECK(text_of_base64("iVBORw0KGgoAAAANSUhEUg==").empty());
}
