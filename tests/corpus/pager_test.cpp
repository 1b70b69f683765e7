#include "corpus/pager.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a text is longer than the terminal when it leaves no row for the prompt") {
    CHECK_FALSE(is_longer_than("", 3, 10));
    CHECK_FALSE(is_longer_than("a\nb\n", 3, 10));
    CHECK(is_longer_than("a\nb\nc\n", 3, 10));
    CHECK(is_longer_than("a\nb\nc\nd\ne\n", 3, 10));
}

TEST_CASE("lines that are wider than the terminal take several rows") {
    CHECK_FALSE(is_longer_than("0123456789\n", 2, 10));
    CHECK(is_longer_than("0123456789a\n", 2, 10));
    CHECK_FALSE(is_longer_than("\u00E90123456\u00E99\n", 2, 10));
}

TEST_CASE("colours and links take no room") {
    CHECK_FALSE(is_longer_than("\x1b[1;31m01234\x1b[0m56789\n", 2, 10));
    CHECK_FALSE(is_longer_than("\x1b]8;id=a;https://a.example/long\x1b\\0123456789\x1b]8;;\x1b\\\n",
                               2, 10));
    CHECK(is_longer_than("\x1b[1;31m0123456789\x1b[0ma\n", 2, 10));
    CHECK_FALSE(is_longer_than("\x1b", 2, 10));
    CHECK_FALSE(is_longer_than("\x1b]", 2, 10));
    CHECK_FALSE(is_longer_than("\x1b[1", 2, 10));
}

TEST_CASE("without a terminal a command runs as it is") {
    Command command;
    command.pages = true;
    GlobalOptions global;
    global.pager = "exit 3";
    std::vector<std::string> seen;
    const Action action = [&](const GlobalOptions&, const std::vector<std::string>& arguments) {
        seen = arguments;
        return 7;
    };
    CHECK(run_paged(command, action, global, {"a"}) == 7);
    CHECK(seen == std::vector<std::string>{"a"});
}
