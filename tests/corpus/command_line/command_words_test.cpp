#include "corpus/command_line/command_words.hpp"

#include <CLI/CLI.hpp>

#include "corpus/command_line/global_options.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

TEST_CASE("the command is the first word that no global option takes") {
    CHECK(command_position({"search"}) == 0);
    CHECK(command_position({"--index", "search", "show"}) == 2);
    CHECK(command_position({"--index=search", "show"}) == 1);
    CHECK(command_position({"-o", "file", "-v", "show"}) == 3);
    CHECK(command_position({"--quiet", "show"}) == 1);
    CHECK(command_position({"--", "show"}) == std::nullopt);
    CHECK(command_position({}) == std::nullopt);
    CHECK(command_position({"-"}) == 0);
}

TEST_CASE("options go to CLI11, and everything else stays as it is") {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    const CommandLine line =
        split_words(app, {"[a,b]", "--width", "40", "x", "-v", "--", "--quiet", "-j"});
    CHECK(line.options == Words{"--width", "40", "-v"});
    CHECK(line.arguments == Words{"[a,b]", "x", "--quiet", "-j"});
}

TEST_CASE("an unknown option says what was probably meant") {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    const Error error = test::caught_error([&] { return split_words(app, {"--colour=never"}); });
    CHECK(test::says(error, "there is no option --colour=never"));
    CHECK(error.hint() ==
          "did you mean --color? Otherwise quote the whole query, or put -- before it");
    CHECK(test::caught_error([&] { return split_words(app, {"-x"}); }).hint() ==
          "quote the whole query, or put -- before it");
    CHECK(test::says(test::caught_error([&] { return split_words(app, {"--width"}); }),
                     "--width needs a value"));
}

TEST_CASE("a switch is on or off, and takes nothing else") {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    for (const char* const taken : {"--quiet", "--quiet=true", "--quiet=false", "--no-pager=true"})
        CHECK(split_words(app, {taken}).options == Words{taken});
    for (const char* const refused : {"--quiet=2", "--quiet=maybe", "--no-pager=5", "--no-pager="})
        CHECK(test::says(test::caught_error([&] { return split_words(app, {refused}); }),
                         "does not take"));
}

TEST_CASE("names that are near, and names that are not") {
    const Words names{"search", "show", "status"};
    CHECK(nearest_name("serach", names) == "search");
    CHECK(nearest_name("stauts", names) == "status");
    CHECK(nearest_name("x", names).empty());
    CHECK(nearest_name("nato", names).empty());
    CHECK(nearest_name("", names).empty());
}
