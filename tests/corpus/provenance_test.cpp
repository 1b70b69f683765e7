#include "corpus/provenance.hpp"

#include <set>

#include "tests/catch.hpp"
#include "tests/corpus/every_field.hpp"

using namespace dateline;

namespace {

constexpr std::array provenances = {Provenance::record, Provenance::text, Provenance::detected,
                                    Provenance::path, Provenance::option};

}  // namespace

TEST_CASE("every field and every provenance has a name of its own") {
    std::set<std::string_view> names;
    for (const ArticleField field : test::every_field()) names.insert(name_of(field));
    for (const Provenance provenance : provenances) names.insert(name_of(provenance));
    CHECK(names.size() == article_field_names.size() + provenances.size());
    CHECK(name_of(Provenance::option) == "--set");
}

TEST_CASE("fields are from the record until something else is said") {
    FieldProvenance provenance;
    for (const ArticleField field : test::every_field())
        CHECK(provenance.of(field) == Provenance::record);
    CHECK(provenance.packed() == 0);
    provenance.set(ArticleField::place, Provenance::text);
    CHECK(provenance.of(ArticleField::place) == Provenance::text);
    CHECK(provenance.of(ArticleField::byline) == Provenance::record);
}

TEST_CASE("provenance comes back from its number, and from no other") {
    std::set<std::uint64_t> numbers;
    for (const ArticleField field : test::every_field())
        for (const Provenance value : provenances) {
            FieldProvenance provenance;
            provenance.set(ArticleField::language, Provenance::detected);
            provenance.set(field, value);
            numbers.insert(provenance.packed());
            CHECK(FieldProvenance::unpacked(provenance.packed()) == provenance);
        }
    // For every field four values besides "record"; "record" is the same number for all fields but
    // language, and so is "detected" there and what the others say of theirs.
    CHECK(numbers.size() == 9 * 4 + 1 + 4);
    CHECK_FALSE(FieldProvenance::unpacked(5));
    CHECK_FALSE(FieldProvenance::unpacked(std::uint64_t{1} << 30));
}
