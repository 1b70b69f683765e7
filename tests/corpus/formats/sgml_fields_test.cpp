#include "corpus/formats/sgml_fields.hpp"

#include <array>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::array<SgmlElement, 5> table{{{"HEAD", SgmlRole::headline},
                                            {"DATE", SgmlRole::date},
                                            {"TEXT", SgmlRole::text},
                                            {"NOTE", SgmlRole::ignored},
                                            {"DOCHDR", SgmlRole::web_header}}};

std::string shown(std::string_view record) {
    std::string all;
    for (const SgmlField& field : split_sgml_fields(record, table))
        all += std::string(table[field.row].name) + "=" + std::string(field.content) + "|";
    return all;
}

}  // namespace

TEST_CASE("elements of the table are fields, others are markup in them") {
    CHECK(shown("<HEAD><P>a</P></HEAD><date>b</date><TEXT>c</TEXT>") ==
          "HEAD=<P>a</P>|DATE=b|TEXT=c|");
    CHECK(shown("<X><HEAD>a</HEAD></X>").starts_with("HEAD=a|"));
}

TEST_CASE("a field without its end tag ends at the next") {
    CHECK(shown("<HEAD>a<DATE>b<TEXT>c") == "HEAD=a|DATE=b|TEXT=c|");
    CHECK(shown("<TEXT>c<DATE>b") == "TEXT=c|DATE=b|");
    CHECK(shown("<TEXT>a<TEXT>b</TEXT>") == "TEXT=a|TEXT=b|");
}

TEST_CASE("a text holds what stands between its tags, fields or not") {
    CHECK(shown("<TEXT>a<DATE>b</DATE>c</TEXT><NOTE>d</NOTE>") == "TEXT=a<DATE>b</DATE>c|NOTE=d|");
}

TEST_CASE("behind the header of a web page no fields are looked for") {
    CHECK(shown("<DOCHDR>a</DOCHDR><html><HEAD>x</HEAD>") == "DOCHDR=a|");
}

TEST_CASE("what stands in no field is left over") {
    const std::string record = "a<HEAD>b</HEAD>c<DATE>d</DATE>e";
    const auto fields = split_sgml_fields(record, table);
    CHECK(text_outside_fields(record, fields) == "a\n</HEAD>c\n</DATE>e");
    CHECK(text_outside_fields("plain", {}) == "plain");
}
