#include "corpus/formats/json_keys.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("every key is found by its own row, and by other spellings") {
    std::set<std::string_view> names;
    for (std::size_t row = 0; row < json_keys.size(); ++row) {
        const std::string name(json_keys[row].name);
        CAPTURE(name);
        CHECK(names.insert(json_keys[row].name).second);
        CHECK(json_key_row(name) == row);
        CHECK(json_key_row("_" + name) == row);
    }
    CHECK(json_key_row("pub_date") == json_key_row("pubDate"));
    CHECK(json_key_row("PUBLISHED-AT") == json_key_row("publishedat"));
}

TEST_CASE("other keys have no row") {
    for (const char* key : {"", "_", "views", "dat", "dates", "bodyx", "ünter",
                            "averyveryverylongkeythatnobodyreads"}) {
        CAPTURE(key);
        CHECK(!json_key_row(key));
    }
}
