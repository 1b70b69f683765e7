#include "searcher/command_style.hpp"

#include <cstdlib>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("colour follows the choice, and the width is the one given") {
    GlobalOptions global;
    global.width_columns = 57;
    global.color = ColorChoice::always;
    CHECK(text_style(global).color);
    CHECK(text_style(global).width_columns == 57);
    global.color = ColorChoice::never;
    CHECK_FALSE(text_style(global).color);
}

TEST_CASE("without a choice there is colour on terminals, and links where there is colour") {
    ::setenv("TERM", "xterm", 1);
    ::unsetenv("VTE_VERSION");
    GlobalOptions global;
    CHECK_FALSE(text_style(global).color);
    global.on_terminal = true;
    CHECK(text_style(global).color);
    CHECK(text_style(global).links);
    global.color = ColorChoice::never;
    CHECK_FALSE(text_style(global).links);
    global.color = ColorChoice::always;
    global.on_terminal = false;
    CHECK_FALSE(text_style(global).links);
}
