#include "corpus/schema.hpp"

#include <set>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every field has a row of its own, and prefixes differ") {
    std::set<std::string_view> names;
    std::set<std::string_view> prefixes;
    for (const FieldRow& row : field_rows) {
        CHECK(row_of(row.field) == &row);
        CHECK(field_named(row.name) == &row);
        CHECK(names.insert(row.name).second);
        if (!row.prefix.empty()) CHECK(prefixes.insert(row.prefix).second);
        CHECK(row.prefix != acronym_prefix);
    }
    CHECK(row_of(Field::any) == nullptr);
    CHECK(field_named("headlin") == nullptr);
}

TEST_CASE("a mistyped field finds the one that was meant") {
    CHECK(nearest_field("headlin") == "headline");
    CHECK(nearest_field("soruce") == "source");
    CHECK(nearest_field("language").empty());
    CHECK(nearest_field("zzz").empty());
}

TEST_CASE("long values are clipped to terms that Xapian takes and stay different") {
    const std::string long_value(300, 'x');
    const std::string a = field_term("Q", long_value + "a");
    const std::string b = field_term("Q", long_value + "b");
    CHECK(a.size() == max_term_bytes);
    CHECK(a != b);
    CHECK(field_term("Q", "short") == "Qshort");
    const std::string zeros = field_term("Q", std::string(200, '\0'));
    std::size_t cost = 0;
    for (char c : zeros) cost += c == '\0' ? 2 : 1;
    CHECK(cost <= max_term_bytes);
    std::string accents;
    for (int i = 0; i < 200; ++i) accents += "é";
    const std::string clipped = field_term("H", accents);
    CHECK((clipped.size() - 17) % 2 == 0);  // no half character before the hash
}
