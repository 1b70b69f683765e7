#include "corpus/html_charset.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a page declares its charset in one of three ways") {
    CHECK(declared_html_charset("<html><meta charset=\"utf-8\">") == "utf-8");
    CHECK(declared_html_charset("<META CHARSET=latin1 />") == "latin1");
    CHECK(declared_html_charset("<meta http-equiv='Content-Type' content='text/html; "
                                "charset=windows-1251'>") == "windows-1251");
    CHECK(declared_html_charset("<?xml version='1.0' encoding='ISO-8859-2'?><html>") ==
          "ISO-8859-2");
}

TEST_CASE("what declares nothing, or too late, has no charset") {
    CHECK(declared_html_charset("").empty());
    CHECK(declared_html_charset("<p>charset=utf-8</p>").empty());
    CHECK(declared_html_charset("<!-- <meta charset=utf-8> --><p>").empty());
    CHECK(declared_html_charset("<meta name=charset>").empty());
    CHECK(declared_html_charset(std::string(5000, ' ') + "<meta charset=utf-8>").empty());
}

TEST_CASE("a content type may have a charset") {
    CHECK(content_type_charset("text/html; charset=UTF-8") == "UTF-8");
    CHECK(content_type_charset("text/html;Charset=\"koi8-r\"; x=y") == "koi8-r");
    CHECK(content_type_charset("text/html").empty());
    CHECK(content_type_charset("").empty());
}
