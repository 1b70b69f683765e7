// The command line as it was designed: names, options, formats and exit codes of every command. The
// program may have less, where a command is not built yet, and never anything else.
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/program.hpp"

using dateline::test::run_dateline;

namespace {

using Names = std::set<std::string>;

struct ExpectedCommand {
    Names options;
    Names formats;
    Names exit_codes;
};

const Names global_options{"--index", "--format",   "--format-version", "-o", "--output",
                           "--color", "--no-pager", "--width",          "-j", "--threads",
                           "--today", "--progress", "--quiet",          "-v", "--verbose",
                           "--help",  "-h",         "--version"};
const Names answers{"text", "jsonl", "csv", "trec", "ids", "ids0", "markdown"};
const Names tables{"text", "csv", "jsonl"};
const Names lines{"text", "jsonl"};
const Names searching{"0", "1", "2", "3", "4"};
const Names looking{"0", "2", "3", "4"};
const Names alone{"0", "2", "4"};
const Names words{"--any", "--all", "--min"};

Names with(Names names, const Names& more) {
    names.insert(more.begin(), more.end());
    return names;
}

const std::map<std::string, ExpectedCommand> expected{
    {"index",
     {{"--files-from", "-0",          "--map",          "--set",
       "--date-order", "--zone",      "--memory",       "--writer",
       "--max-record", "--checksum",  "--max-removals", "--keep-vanished",
       "--no-blocks",  "--strict",    "--rejects",      "--dry-run",
       "--rebuild",    "--reanalyse", "--merge",        "--rollback",
       "--forget",     "--withdraw",  "--exclude"},
      lines,
      {"0", "2", "3", "4", "5", "6", "130"}}},
    {"check", {{"--repair", "--ledger"}, lines, {"0", "2", "3", "4", "5"}}},
    {"search",
     {with(words, {"-n", "--offset", "--unit", "--passages", "--sort", "--lenient", "--count",
                   "--copies", "--expand", "--fresh"}),
      answers, searching}},
    {"show", {{"--passage", "--matches", "--raw"}, {"text", "jsonl", "markdown"}, searching}},
    {"related", {{"--before", "-n"}, answers, searching}},
    {"why", {with(words, {"--unit"}), lines, searching}},
    {"explain", {with(words, {"--unit"}), lines, searching}},
    {"timeline",
     {with(words, {"--by", "--normalize", "--compare", "--lenient"}),
      {"text", "csv", "jsonl", "svg"},
      searching}},
    {"facets", {with(words, {"--by", "-n", "--lenient"}), tables, searching}},
    {"terms", {with(words, {"-n", "--lenient"}), tables, searching}},
    {"vocab", {{"-n"}, tables, searching}},
    {"status", {{}, lines, looking}},
    {"run",
     {with(words, {"--topics", "--topic-field", "--unit", "--depth", "--tag", "--expand", "--fresh",
                   "--syntax"}),
      {"trec", "text"},
      looking}},
    {"eval",
     {{"-q", "--per-topic", "-m", "--measure", "-c", "--complete", "-l", "--level"},
      {"text", "trec", "csv", "jsonl"},
      alone}},
    {"diff", {{"--qrels", "--seed", "--persistence"}, with(tables, {}), alone}},
    {"bench", {{"--rounds", "--sample", "--seed", "--generate"}, lines, looking}},
    {"config", {{}, lines, alone}},
    {"completions", {{}, {"text"}, alone}},
    {"help", {{}, {"text", "man"}, alone}},
};

// Words at the beginning of the lines of a section that are terms, not their descriptions.
Names terms_of(const std::string& help, const std::string& title) {
    Names terms;
    const std::size_t begin = help.find("\n" + title + ":\n");
    if (begin == std::string::npos) return terms;
    std::istringstream text(help.substr(begin + title.size() + 3));
    for (std::string line; std::getline(text, line) && !line.empty();) {
        if (line.compare(0, 2, "  ") != 0 || line[2] == ' ') continue;
        std::istringstream parts(line.substr(2, line.find("  ", 2) - 2));
        for (std::string term; parts >> term;) {
            term.resize(std::min(term.find_first_of(",[="), term.size()));
            if (term[0] == '-' || title == "exit codes") terms.insert(term);
        }
    }
    return terms;
}

Names formats_of(const std::string& help) {
    const std::size_t begin = help.rfind("formats: ") + 9;
    std::string list = help.substr(begin, help.find('\n', begin) - begin);
    std::replace(list.begin(), list.end(), ',', ' ');
    std::istringstream parts(list);
    Names formats;
    for (std::string format; parts >> format;) formats.insert(format);
    return formats;
}

void check_subset(const Names& some, const Names& all) {
    for (const std::string& name : some) {
        INFO(name);
        CHECK(all.contains(name));
    }
}

}  // namespace

TEST_CASE("commands, options, formats and exit codes are those of the design") {
    std::istringstream table(run_dateline({"complete", "--", ""}).out);
    std::size_t commands = 0;
    for (std::string line; std::getline(table, line); ++commands) {
        const std::string command = line.substr(0, line.find('\t'));
        INFO(command);
        REQUIRE(expected.contains(command));
        const ExpectedCommand& design = expected.at(command);
        // `help --help` is the help of the program.
        const std::string asking = command == "help" ? "help" : "--help";
        const std::string help = run_dateline({command, asking, "--width", "100"}).out;
        check_subset(terms_of(help, "options"), design.options);
        CHECK(terms_of(help, "options of every command") == global_options);
        check_subset(formats_of(help), design.formats);
        check_subset(terms_of(help, "exit codes"), design.exit_codes);
        check_subset(design.exit_codes, with(terms_of(help, "exit codes"), {"3"}));
    }
    CHECK(commands >= 19);
}

TEST_CASE("what every command has, and what cannot be left out") {
    for (const auto& [command, options] :
         {std::pair<std::string, Names>(
              "search", {"-n", "--unit", "--passages", "--offset", "--sort", "--any", "--all",
                         "--min", "--count", "--copies", "--expand", "--fresh", "--lenient"}),
          {"index", {"--map", "--set", "--rebuild", "--rollback", "--withdraw", "--forget"}},
          {"check", {"--ledger"}},
          {"related", {"--before", "-n"}},
          {"show", {"--passage", "--matches", "--raw"}},
          {"timeline", {"--by", "--normalize", "--compare"}},
          {"facets", {"--by", "-n"}},
          {"terms", {"-n"}},
          {"vocab", {"-n"}},
          {"run", {"--topics", "--depth", "--tag", "--unit"}}}) {
        INFO(command);
        check_subset(options, terms_of(run_dateline({command, "--help"}).out, "options"));
    }
}

TEST_CASE("every command and topic has a page of man") {
    std::istringstream table(run_dateline({"complete", "--", "help", ""}).out);
    std::size_t pages = 0;
    for (std::string line; std::getline(table, line); ++pages) {
        const std::string topic = line.substr(0, line.find('\t'));
        INFO(topic);
        const auto page = run_dateline({"help", topic, "--format", "man"});
        CHECK(page.exit_code == 0);
        CHECK(page.out.starts_with(".TH DATELINE\\-"));
        const auto text = run_dateline({"help", topic});
        CHECK(text.exit_code == 0);
        CHECK(text.out.size() > 100);
    }
    CHECK(pages >= 19);
    CHECK(run_dateline({"help", "--format", "man"}).out.starts_with(".TH DATELINE 1 "));
}
