#include "searcher/id_arguments.hpp"

#include <iostream>
#include <sstream>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a dash stands for the ids on standard input, a line each, without blanks around them") {
    std::istringstream input(" a.txt\t\r\n\n   \nwire/b#2");
    std::streambuf* const before = std::cin.rdbuf(input.rdbuf());
    const std::vector<std::string> ids = named_ids({"first", "-", "last"});
    std::cin.rdbuf(before);
    std::cin.clear();
    CHECK(ids == std::vector<std::string>{"first", "a.txt", "wire/b#2", "last"});
    CHECK(named_ids({}).empty());
}
