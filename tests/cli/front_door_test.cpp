#include <algorithm>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using dateline::test::ProgramResult;
using dateline::test::run_dateline;
using dateline::test::SmallArchive;
using dateline::test::TemporaryFolder;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// An unbalanced parenthesis makes the parser show the query as it got it.
std::string query_as_parsed(std::vector<std::string> words) {
    words.insert(words.begin(), "search");
    words.emplace_back(")");
    const ProgramResult result = run_dateline(words);
    CHECK(result.exit_code == 2);
    const std::size_t begin = result.err.find("\n  ") + 3;
    return result.err.substr(begin, result.err.find(" )\n", begin) - begin);
}

}  // namespace

TEST_CASE("query words reach the parser byte for byte") {
    CHECK(query_as_parsed({"moscow", "show", "trial"}) == "moscow show trial");
    CHECK(query_as_parsed({"index", "search", "status", "help"}) == "index search status help");
    CHECK(query_as_parsed({"[a,b]"}) == "[a,b]");
    CHECK(query_as_parsed({"{a", "++", "%x", "@file", "/v", "a=b"}) == "{a ++ %x @file /v a=b");
    CHECK(query_as_parsed({"one two", "three"}) == "one two three");
    CHECK(query_as_parsed({"--", "nato", "-nuclear"}) == "nato -nuclear");
    CHECK(query_as_parsed({"-n", "3", "nato"}) == "nato");
    CHECK(query_as_parsed({"nato", "-n3", "iraq", "--passages=1"}) == "nato iraq");
}

TEST_CASE("a word that looks like an option is an error with a hint, never an exclusion by guess") {
    for (const char* word : {"-nuclear", "-iraq", "-vote", "-n-3", "--nuclear", "-5", "-obama"}) {
        const ProgramResult result = run_dateline({"search", "nato", word});
        INFO(word);
        CHECK(result.exit_code == 2);
        CHECK(result.out.empty());
        CHECK(contains(result.err, std::string("there is no option ") + word));
        CHECK(contains(result.err, "quote the whole query, or put -- before it"));
    }
}

TEST_CASE("an option without its value is an error") {
    CHECK(run_dateline({"search", "nato", "-n"}).exit_code == 2);
    CHECK(run_dateline({"search", "--index", "--width", "40", "nato"}).exit_code == 2);
    const ProgramResult text = run_dateline({"search", "-n", "many", "nato"});
    CHECK(text.exit_code == 2);
    CHECK(contains(text.err, "dateline: error: "));
}

TEST_CASE("a value that an option does not take is named, with what it takes") {
    const auto says = [](const std::vector<std::string>& arguments, const std::string& message) {
        INFO(arguments.back());
        const ProgramResult result = run_dateline(arguments);
        CHECK(result.exit_code == 2);
        CHECK(result.err == message);
    };
    says({"search", "nato", "--min", "0"},
         "dateline: error: --min does not take \"0\"\n"
         "dateline: note: write a whole number, 1 or more\n");
    says({"search", "nato", "-n", "ten"},
         "dateline: error: -n does not take \"ten\"\ndateline: note: write a whole number\n");
    says({"search", "nato", "--min", "99999999999"},
         "dateline: error: --min does not take \"99999999999\"\n"
         "dateline: note: write a whole number\n");
    says({"search", "nato", "--unit", "book"},
         "dateline: error: --unit does not take \"book\"\n"
         "dateline: note: it takes article or passage\n");
    says({"search", "nato", "--unit="},
         "dateline: error: --unit needs a value\ndateline: note: it takes article or passage\n");
    says({"search", "nato", "-n", "-1"},
         "dateline: error: -n needs a value\n"
         "dateline: note: \"-1\" is none: no value begins with -\n");
    says({"search", "nato", "--n", "3"},
         "dateline: error: there is no option --n\n"
         "dateline: note: did you mean -n? Otherwise quote the whole query, or put -- before it\n");
}

TEST_CASE("of an option that is given twice the last counts, as after an alias") {
    const SmallArchive archive;
    CHECK(
        archive.run({"search", "-n", "1", "--format=csv", "-n", "2", "--format=ids", "nato"}).out ==
        archive.run({"search", "-n", "2", "--format=ids", "nato"}).out);
    CHECK(archive.run({"search", "-n", "2", "-n", "x", "nato"}).exit_code == 2);
}

TEST_CASE("global options stand before or after the command") {
    const TemporaryFolder folder;
    const std::string index = (folder / "none").string();
    const ProgramResult before = run_dateline({"--index", index, "status"});
    const ProgramResult after = run_dateline({"status", "--index=" + index});
    CHECK(before.exit_code == 3);
    CHECK(before.err == after.err);
    CHECK(contains(before.err, index));
}

TEST_CASE("the index is --index, else DATELINE_INDEX, else below XDG_DATA_HOME, else below HOME") {
    const auto index_named = [](dateline::test::ProgramInput input,
                                std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "status");
        return run_dateline(arguments, input).err;
    };
    CHECK(contains(index_named({.environment = {{"DATELINE_INDEX", "/n/a"}}}, {}), "/n/a"));
    CHECK(contains(index_named({.environment = {{"XDG_DATA_HOME", "/n"}}}, {}), "/n/dateline"));
    CHECK(contains(index_named({}, {}), "/nonexistent/.local/share/dateline"));
    CHECK(contains(index_named({.environment = {{"DATELINE_INDEX", "/n/a"}}}, {"--index", "/n/b"}),
                   "/n/b"));
}

TEST_CASE("no command, an unknown command and an unknown format are usage errors") {
    const ProgramResult none = run_dateline({});
    CHECK(none.exit_code == 2);
    CHECK(contains(none.err, "no command"));
    const ProgramResult unknown = run_dateline({"serach", "nato"});
    CHECK(unknown.exit_code == 2);
    CHECK(contains(unknown.err, "\"serach\""));
    const ProgramResult format = run_dateline({"search", "--format", "xml", "nato"});
    CHECK(format.exit_code == 2);
    CHECK(contains(format.err, "text, jsonl"));
    CHECK(run_dateline({"search", "--color", "pink", "nato"}).exit_code == 2);
    CHECK(run_dateline({"status", "--today", "soon"}).exit_code == 2);
}

TEST_CASE("help lists every command, and every command has help") {
    const ProgramResult help = run_dateline({"--help"});
    CHECK(help.exit_code == 0);
    CHECK(help.err.empty());
    for (const char* command : {"check", "index", "search", "show", "status"}) {
        CHECK(contains(help.out, std::string("\n  ") + command));
        const ProgramResult own = run_dateline({command, "--help"});
        INFO(command);
        CHECK(own.exit_code == 0);
        const std::string usage = std::string("usage: dateline ") + command + " ";
        CHECK(own.out.starts_with(usage));
        CHECK(contains(own.out, "--index DIR"));
        // The list of all commands and the command itself say the same.
        const std::size_t begin = own.out.find("\n\n") + 2;
        const std::string summary = own.out.substr(begin, own.out.find('\n', begin) - begin);
        CHECK(contains(help.out, summary));
    }
}

TEST_CASE("the version names the program, Xapian, the index format and the build") {
    for (const auto& arguments : {std::vector<std::string>{"--version"}, {"index", "--version"}}) {
        const ProgramResult result = run_dateline(arguments);
        CHECK(result.exit_code == 0);
        CHECK(result.out.starts_with("dateline "));
        CHECK(contains(result.out, "\nXapian 1.4."));
        CHECK(contains(result.out, "\nindex format "));
        CHECK(contains(result.out, "\nbuild "));
    }
}

TEST_CASE("escape sequences in arguments never reach the terminal") {
    const ProgramResult result = run_dateline({"search", "--index", "/n/\x1b[31mred", "nato"});
    CHECK(result.exit_code == 3);
    CHECK(result.err.find('\x1b') == std::string::npos);
}

TEST_CASE("a search loads no library that only the reading of sources needs") {
    // The dynamic linker lists what it would load instead of running the program.
    const ProgramResult result =
        run_dateline({"search", "nato"}, {.environment = {{"LD_TRACE_LOADED_OBJECTS", "1"}}});
    REQUIRE(contains(result.out, "libzstd"));
    const std::vector<std::string> known{"linux-vdso", "ld-linux",    "libc.",    "libm.",
                                         "libstdc++",  "libgcc_s",    "libz.",    "libzstd.",
                                         "libfmt.",    "libstemmer.", "libasan.", "libubsan."};
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK(std::any_of(known.begin(), known.end(),
                          [&](const std::string& name) { return contains(line, name); }));
    }
}

TEST_CASE("only a version of formats that exists is taken") {
    const ProgramResult other = run_dateline({"status", "--format-version", "2"});
    CHECK(other.exit_code == 2);
    CHECK(contains(other.err, "--format-version does not take \"2\""));
    CHECK(contains(run_dateline({"search", "--format-version", "1", "(a"}).err, "dateline: error"));
}
