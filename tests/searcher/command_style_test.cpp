#include "searcher/command_style.hpp"

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
