#include "corpus/formats/sgml_entities.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string resolved(std::string_view text) {
    std::string out;
    append_without_entities(out, text);
    return out;
}

}  // namespace

TEST_CASE("entities of HTML, ISO 8879 and TREC's collections are resolved") {
    CHECK(resolved("R&amp;D &lt;LQV> &quot;x&quot;") == "R&D <LQV> \"x\"");
    CHECK(resolved("To&hyph;Islands&blank;&sect;&blank;2 &eacute; &MD;") == "To-Islands § 2 é —");
    CHECK(resolved("&#233;&#x2019;&#146;&#128169;") == "é’’\U0001F4A9");
}

TEST_CASE("codes of machines and control characters are dropped") {
    CHECK(resolved("a&#3;&#31;b&UR;c&Cx1f;d&#xD800;e&#99999999999;") == "abcde");
}

TEST_CASE("anything else that begins with the sign is text") {
    for (const char* text :
         {"AT&T", "AT&T; Inc", "Smith & Sons", "&", "&;", "&nosuchname;", "&#;x"})
        CHECK(resolved(text) == text);
}
