#include "corpus/formats/json_path.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;

namespace {

constexpr const char* record =
    R"({"a": {"b": "deep", "c.d": "dotted"}, "x.y": "flat", "list": ["one", "two"],
        "persons": [{"name": "Mara Ellis"}, {"name": "Tom Okoro"}, {}],
        "parts": {"1": {"t": "First."}, "2": {"t": "Second."}}, "n": null})";

std::string at(std::string_view path, ArticleField field = ArticleField::headline) {
    const test::JsonDocument document(record);
    return std::string(view_of(text_at_path(document.object(), path, field)));
}

}  // namespace

TEST_CASE("a path descends by keys and numbers") {
    CHECK(at("a.b") == "deep");
    CHECK(at("list.1") == "two");
    CHECK(at("persons.0.name") == "Mara Ellis");
    CHECK(at("parts.2.t") == "Second.");
}

TEST_CASE("dots of keys are found as they are, or behind a backslash") {
    CHECK(at("x.y") == "flat");
    CHECK(at("x\\.y") == "flat");
    CHECK(at("a.c\\.d") == "dotted");
}

TEST_CASE("a star is every element, and so is a key that meets an array") {
    CHECK(at("persons.*.name", ArticleField::byline) == "Mara Ellis, Tom Okoro");
    CHECK(at("persons.name", ArticleField::byline) == "Mara Ellis, Tom Okoro");
    CHECK(at("persons.name", ArticleField::headline) == "Mara Ellis");
    CHECK(at("parts.*.t", ArticleField::body) == "First.\n\nSecond.");
    CHECK(at("list", ArticleField::body) == "one\n\ntwo");
}

TEST_CASE("a path that leads nowhere gives nothing") {
    for (const char* path : {"b", "a.x", "list.7", "list.x", "a.b.c", "n", "n.x", "", ".", "a.",
                             "a..b", "\\", "persons.2.name", "list.99999999999999999999"}) {
        CAPTURE(path);
        CHECK(at(path).empty());
    }
}
