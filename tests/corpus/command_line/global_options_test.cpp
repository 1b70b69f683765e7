#include "corpus/command_line/global_options.hpp"

#include <cstdlib>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"

using namespace dateline;

namespace {

const Command command{
    .name = "test", .summary = "", .arguments = "", .formats = {"text", "jsonl"}, .configure = {}};

Error refusal(const RawGlobals& raw) {
    return test::caught_error([&] { return global_options(raw, command); });
}

}  // namespace

TEST_CASE("global options have defaults") {
    const GlobalOptions global = global_options({}, command);
    CHECK(global.format == "text");
    CHECK(global.threads == 0);
    CHECK(global.allows_pager);
    CHECK(!global.pager.empty());
    CHECK(global.index.is_absolute());
}

TEST_CASE("without a home an index has to be named") {
    const std::string home = std::getenv("HOME") ? std::getenv("HOME") : "";
    const char* const data = std::getenv("XDG_DATA_HOME");
    ::unsetenv("XDG_DATA_HOME");
    for (const char* none : {"", static_cast<const char*>(nullptr)}) {
        none ? ::setenv("HOME", none, 1) : ::unsetenv("HOME");
        CHECK(refusal({}).kind() == ErrorKind::usage);
        CHECK(default_value("index", command).empty());
        RawGlobals raw;
        raw.index = {"/a"};
        CHECK(global_options(raw, command).index == "/a");
    }
    ::setenv("HOME", home.c_str(), 1);
    if (data) ::setenv("XDG_DATA_HOME", data, 1);
}

TEST_CASE("what is typed holds") {
    RawGlobals raw;
    raw.index = {"/a/../b"};
    raw.format = "json";
    raw.width = "41";
    raw.threads = "3";
    raw.today = "2020-01-05";
    raw.color = "always";
    raw.pager = "more";
    const GlobalOptions global = global_options(raw, command);
    CHECK(global.index == "/b");
    CHECK(global.format == "jsonl");
    CHECK(global.width_columns == 41);
    CHECK(global.threads == 3);
    CHECK(iso_day(global.today) == "2020-01-05");
    CHECK(global.color == ColorChoice::always);
    CHECK(global.pager == "more");
}

TEST_CASE("an error about a global option names it, so that its place can be told") {
    for (auto [value, name] : {std::pair(&RawGlobals::format, "--format"),
                               {&RawGlobals::format_version, "--format-version"},
                               {&RawGlobals::color, "--color"},
                               {&RawGlobals::width, "--width"},
                               {&RawGlobals::threads, "--threads"},
                               {&RawGlobals::today, "--today"},
                               {&RawGlobals::progress, "--progress"}})
        for (const char* wrong : {"zebra", "0", "-1", "99999999999999999999"}) {
            RawGlobals raw;
            raw.*value = wrong;
            INFO(name << " " << wrong);
            const Error error = refusal(raw);
            CHECK(error.kind() == ErrorKind::usage);
            CHECK(std::string(error.what()).starts_with(name));
        }
}

TEST_CASE("global options whose value is the next word") {
    for (const char* valued : {"--index", "-o", "--output", "-j", "--format"})
        CHECK(is_valued_global(valued));
    for (const char* flag : {"--quiet", "-v", "--help", "--index=x", "", "-"})
        CHECK(!is_valued_global(flag));
}

TEST_CASE("a setting names the pager, else PAGER does, else it is less; empty means none") {
    ::unsetenv("PAGER");
    CHECK(global_options({}, command).pager == "less -FRX");
    ::setenv("PAGER", "more", 1);
    CHECK(global_options({}, command).pager == "more");
    ::setenv("PAGER", "", 1);
    CHECK(global_options({}, command).pager.empty());
    RawGlobals raw;
    raw.pager = "less -S";
    CHECK(global_options(raw, command).pager == "less -S");
    raw.pager = "";
    CHECK(global_options(raw, command).pager.empty());
    ::unsetenv("PAGER");
}

TEST_CASE("several indexes are kept in their order") {
    RawGlobals raw;
    raw.index = {"/a", "/b/../c", "/d"};
    const GlobalOptions global = global_options(raw, command);
    CHECK(global.index == "/a");
    CHECK(global.further_indexes == std::vector<std::filesystem::path>{"/c", "/d"});
}
