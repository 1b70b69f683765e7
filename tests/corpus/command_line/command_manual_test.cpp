#include "corpus/command_line/command_manual.hpp"

#include <CLI/CLI.hpp>

#include "corpus/command_line/global_options.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

struct Options {
    int n = 10;
    std::string when;
    std::string file;
    bool flag = false;
};

const Command command{.name = "test",
                      .summary = "try it",
                      .details = "More of it.",
                      .exit_codes = {0, 2},
                      .arguments = "QUERY",
                      .formats = {"text", "csv"},
                      .configure = {}};

void configure(CLI::App& app, Options& options, RawGlobals& raw) {
    app.add_option("-n", options.n, "how many")->type_name("N")->capture_default_str();
    app.add_option("--when", options.when, "at times")->type_name("auto|never")->expected(0, 1);
    app.add_option("-f,--file", options.file, "of them")
        ->type_name("FILE")
        ->check(CLI::IsMember({"a", "b"}));
    app.add_flag("--flag", options.flag, "wave it");
    declare_globals(app, raw, &command);
}

}  // namespace

TEST_CASE("options as they are typed") {
    CLI::App app;
    Options options;
    RawGlobals raw;
    configure(app, options, raw);
    CHECK(option_term(*app.get_option("-n")) == "-n N");
    CHECK(option_term(*app.get_option("--when")) == "--when[=auto|never]");
    CHECK(option_term(*app.get_option("--file")) == "-f, --file FILE");
    CHECK(option_term(*app.get_option("--flag")) == "--flag");
    CHECK(option_term(*app.get_option("--format")) == "--format text|csv");
    CHECK(option_term(*app.get_option("--output")) == "-o, --output FILE");
}

TEST_CASE("the fixed values of an option") {
    CHECK(fixed_values("auto|stock") == std::vector<std::string>{"auto", "stock"});
    CHECK(fixed_values("score|newest[,second]") == std::vector<std::string>{"score", "newest"});
    CHECK(fixed_values("N|P%").empty());
    CHECK(fixed_values("FILE").empty());
    CHECK(fixed_values("").empty());
}

TEST_CASE("help: the command's own options come first, lines fit") {
    CLI::App app;
    Options options;
    RawGlobals raw;
    configure(app, options, raw);
    const std::string help = command_help(command, app, 60);
    CHECK(
        help.starts_with("usage: dateline test [options] QUERY\n"
                         "\ntry it\n"
                         "\nMore of it.\n"
                         "\noptions:\n"
                         "  -n N                 how many (default 10)\n"
                         "  --when[=auto|never]  at times\n"
                         "  -f, --file FILE      of them\n"
                         "  --flag               wave it\n"
                         "\noptions of every command:\n"));
    CHECK(
        help.ends_with("\nexit codes:\n"
                       "  0  done; of commands that search: something matched\n"
                       "  2  a mistake in the command line, the configuration or the\n"
                       "     query; an ambiguous ID\n"
                       "\nformats: text, csv\n"));
}

TEST_CASE("the page of a command is made of the same table") {
    CLI::App app;
    Options options;
    RawGlobals raw;
    configure(app, options, raw);
    const ManualPage page = command_page(command, app);
    CHECK(page.name == "dateline-test");
    const std::string roff = manual_roff(page);
    CHECK(roff.find(".B \"\\-\\-when[=auto|never]\"\nat times\n") != std::string::npos);
    CHECK(roff.find(".SH \"EXIT STATUS\"\n.TP\n.B \"0\"\n") != std::string::npos);
}

TEST_CASE("the page of the program lists commands, exit codes, variables and files") {
    CLI::App app;
    RawGlobals raw;
    declare_globals(app, raw);
    const std::string text = manual_text(program_page({command}, app), 80);
    for (const char* part : {"  test ", "  index ", "  130 ", "DATELINE_INDEX", ".dateline.toml",
                             "--index DIR", "dateline-test(1)"}) {
        INFO(part);
        CHECK(text.find(part) != std::string::npos);
    }
    CHECK(program_help({command}, 80).find("\n  test ") != std::string::npos);
}
