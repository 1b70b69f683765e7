#include <cstdlib>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// What bash offers where `line` ends, one a line: the script is sourced, its function called as
/// readline does.
std::string offered(const TemporaryFolder& folder, const std::string& words, std::size_t current,
                    const std::string& line) {
    const std::string program = DATELINE_BINARY_DIR "/dateline";
    folder.write("script", run_dateline({"completions", "bash"}).out);
    folder.write("ask",
                 "dateline() { :; }\n"
                 "source " +
                     (folder / "script").string() +
                     "\n"
                     "compopt() { :; }\n"

                     "COMP_LINE='" +
                     program + line +
                     "'\n"
                     "COMP_POINT=${#COMP_LINE}\n"
                     "COMP_WORDS=(" +
                     program + " " + words +
                     ")\n"
                     "COMP_CWORD=" +
                     std::to_string(current) +
                     "\n"
                     "_dateline\n"
                     "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const std::string answer = (folder / "answer").string();
    const std::string command = "bash --norc " + (folder / "ask").string() + " > " + answer;
    REQUIRE(std::system(command.c_str()) == 0);
    return read_bytes(answer);
}

bool has_shell(const std::string& shell) {
    return std::system((shell + " -c : 2> /dev/null").c_str()) == 0;
}

std::string answer_of(const TemporaryFolder& folder, const std::string& command) {
    const std::string answer = (folder / "answer").string();
    REQUIRE(std::system((command + " > " + answer + " 2>&1").c_str()) == 0);
    return read_bytes(answer);
}

/// What fish offers where `line` ends.
std::string offered_by_fish(const TemporaryFolder& folder, const std::string& line) {
    folder.write("ask",
                 "source " +
                     folder.write("script", run_dateline({"completions", "fish"}).out).string() +
                     "\ncomplete -C'" + line + "'\n");
    return answer_of(folder, "PATH=" DATELINE_BINARY_DIR ":$PATH HOME=" + folder.path().string() +
                                 " fish --no-config " + (folder / "ask").string());
}

/// What zsh's function gives to compadd and its like where the last of `words` ends.
std::string offered_by_zsh(const TemporaryFolder& folder, const std::string& words,
                           std::size_t current, const std::string& prefix) {
    folder.write("ask",
                 "compdef() { :; }\n"
                 "compset() { PREFIX=${PREFIX#--*=} }\n"
                 "_files() { print -r -- files $PREFIX \"$@\" }\n"
                 "compadd() { print -rl -- \"${(P@)@[-1]}\" }\n"
                 "source " +
                     folder.write("script", run_dateline({"completions", "zsh"}).out).string() +
                     "\nwords=(" DATELINE_BINARY_DIR "/dateline " + words + ")\nCURRENT=" +
                     std::to_string(current) + "\nPREFIX='" + prefix + "'\n_dateline\n");
    return answer_of(folder, "zsh -f " + (folder / "ask").string());
}

}  // namespace

TEST_CASE("completions are for three shells, and refuse others") {
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const ProgramResult result = run_dateline({"completions", shell});
        CHECK(result.exit_code == 0);
        CHECK(contains(result.out, "dateline"));
    }
    CHECK(run_dateline({"completions"}).exit_code == 2);
    CHECK(run_dateline({"completions", "tcsh"}).exit_code == 2);
}

TEST_CASE("the hidden command offers what stands in the table of commands") {
    CHECK(!contains(run_dateline({"--help"}).out, "\n  complete "));
    const std::string commands = run_dateline({"complete", "--", ""}).out;
    CHECK(contains(commands, "search\tfind articles"));
    CHECK(contains(commands, "index\tadd articles"));
    CHECK(!contains(commands, "complete\t"));
    CHECK(contains(run_dateline({"complete", "--", "search", "--unit", ""}).out, "article\t\n"));
    CHECK(run_dateline({"complete", "--", "search", "--sort", "n"}).out == "newest\t\n");
    CHECK(contains(run_dateline({"complete", "--", "timeline", "--by", ""}).out, "quarter\t\n"));
    CHECK(contains(run_dateline({"complete", "--", "facets", "--by", "y"}).out, "year\t\n"));
    // Commands of the other program know their options themselves.
    CHECK(contains(run_dateline({"complete", "--", "index", "--writer", "s"}).out, "stock\t\n"));
    CHECK(contains(run_dateline({"complete", "--", "index", ""}).out, ":files\n"));
    CHECK(contains(run_dateline({"complete", "--", "help", "exit"}).out, "exit-codes"));
    CHECK(run_dateline({"complete"}).out.empty());
}

TEST_CASE("bash offers commands, options, values, fields and sources of the index") {
    const SmallArchive archive;
    const TemporaryFolder folder;
    CHECK(offered(folder, "sea", 1, " sea") == "search\n");
    CHECK(offered(folder, "search --unit ''", 3, " search --unit ") == "article\npassage\n");
    // bash cuts words at = and at :
    CHECK(offered(folder, "search --unit = p", 4, " search --unit=p") == "passage\n");
    CHECK(offered(folder, "search --unit =", 3, " search --unit=") == "article\npassage\n");
    CHECK(offered(folder, "search sou", 2, " search sou") == "source:\n");
    const std::string index = archive.index();
    const std::string sources = archive.run({"complete", "--", "search", "source:"}).out;
    INFO(sources);
    const std::string all = offered(folder, "--index " + index + " search source :", 5,
                                    " --index " + index + " search source:");
    std::istringstream lines(sources);
    std::string line;
    while (std::getline(lines, line)) {
        const std::string value = line.substr(7, line.find('\t') - 7);
        if (value.find_first_of(" \"") == std::string::npos) CHECK(contains(all, value + "\n"));
    }
    const TemporaryFolder files;
    files.write("qrels.txt", "");
    CHECK(offered(folder, "eval " + (files / "q").string(), 2, " eval " + (files / "q").string()) ==
          (files / "qrels.txt").string() + "\n");
}

TEST_CASE("fish offers commands, options, values and files") {
    if (!has_shell("fish")) return;
    const TemporaryFolder folder;
    CHECK(contains(offered_by_fish(folder, "dateline sea"), "search\tfind articles"));
    CHECK(contains(offered_by_fish(folder, "dateline search --un"), "--unit\t"));
    CHECK(offered_by_fish(folder, "dateline search --unit ") == "article\npassage\n");
    CHECK(offered_by_fish(folder, "dateline search --unit=p") == "--unit=passage\n");
    CHECK(offered_by_fish(folder, "dateline search \"sou") == "source:\twho published it\n");
    folder.write("qrels.txt", "");
    CHECK(contains(offered_by_fish(folder, "dateline eval " + (folder / "qre").string()),
                   (folder / "qrels.txt").string()));
    for (const char* const command :
         {"search", "show", "related", "why", "explain", "timeline", "facets", "terms", "vocab",
          "status", "run", "eval", "diff", "bench", "index", "check", "config", "completions"}) {
        INFO(command);
        CHECK(contains(offered_by_fish(folder, "dateline " + std::string(command) + " --"),
                       "--help"));
    }
}

TEST_CASE("zsh offers commands, options, values and files") {
    if (!has_shell("zsh")) return;
    const TemporaryFolder folder;
    CHECK(offered_by_zsh(folder, "sea", 2, "sea") == "search\n");
    CHECK(offered_by_zsh(folder, "search --unit ''", 4, "") == "article\npassage\n");
    CHECK(offered_by_zsh(folder, "search --unit=p", 3, "--unit=p") == "--unit=passage\n");
    CHECK(offered_by_zsh(folder, "search sou", 3, "sou") == "source:\n");
    CHECK(offered_by_zsh(folder, "eval q", 3, "q") == "files q\n");
    CHECK(offered_by_zsh(folder, "--index /tm", 3, "/tm") == "files /tm -/\n");
    CHECK(offered_by_zsh(folder, "--index=/tm", 2, "--index=/tm") == "files /tm -/\n");
}
