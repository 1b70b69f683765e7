#include "corpus/formats/json_walk.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("members are met one after the other, values stepped over") {
    JsonWalk walk(R"( {"a\"": {"b": [1, 2]}, "c" : -1.5e3 ,"d":"}"} )");
    std::string_view key;
    REQUIRE(walk.enter('{'));
    REQUIRE(walk.next_member(key));
    CHECK(key == "a\\\"");
    walk.skip_value();
    REQUIRE(walk.next_member(key));
    CHECK(key == "c");
    CHECK(walk.next() == '-');
    walk.skip_value();
    REQUIRE(walk.next_member(key));
    CHECK(key == "d");
    walk.skip_value();
    CHECK(!walk.next_member(key));
    CHECK(walk.next() == '}');
}

TEST_CASE("elements of an array are met with their offsets") {
    JsonWalk walk("[ 1,\n{}, \"x\"]");
    REQUIRE(walk.enter('['));
    REQUIRE(walk.next_element());
    CHECK(walk.offset() == 2);
    walk.skip_value();
    REQUIRE(walk.next_element());
    CHECK(walk.offset() == 5);
    walk.skip_value();
    REQUIRE(walk.next_element());
    CHECK(walk.offset() == 9);
    walk.skip_value();
    CHECK(!walk.next_element());
}

TEST_CASE("broken and cut text end the walk") {
    std::string_view key;
    for (const char* text :
         {"", "{", "{\"a", "{\"a\"", "{\"a\":", "{\"a\" 1}", "{a: 1}", "[", "x"}) {
        CAPTURE(text);
        JsonWalk walk(text);
        CHECK(!(walk.enter('{') && walk.next_member(key)));
    }
    JsonWalk walk("{\"a\": [1, 2");
    REQUIRE(walk.enter('{'));
    REQUIRE(walk.next_member(key));
    walk.skip_value();
    CHECK(walk.ended());
    CHECK(!walk.next_member(key));
}
