// Long answers on a terminal.
#include <algorithm>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/terminal.hpp"

using namespace dateline::test;

namespace {

constexpr const char* marking = "sed s/^/page:/";

ProgramResult on_terminal(const SmallArchive& archive, std::vector<std::string> arguments,
                          TerminalInput input) {
    input.environment.emplace_back("DATELINE_INDEX", archive.index());
    return run_on_terminal(arguments, input);
}

bool is_paged(const ProgramResult& result) { return result.out.starts_with("page:"); }

const std::vector<std::string> nato{"search", "nato", "training"};

}  // namespace

TEST_CASE("text that is longer than the terminal goes through the pager, with its exit code") {
    const SmallArchive archive;
    const auto shown = [&](std::uint16_t rows) {
        return on_terminal(archive, nato, {.rows = rows, .environment = {{"PAGER", marking}}});
    };
    CHECK(is_paged(shown(4)));
    CHECK(shown(4).exit_code == 0);
    CHECK(shown(4).out.find("page:    \x1b[2m5 January 2020") != std::string::npos);
    CHECK_FALSE(is_paged(shown(60)));
    CHECK(shown(60).out.find("Pilots at the port") != std::string::npos);
}

TEST_CASE("every command whose text is read goes through the same pager") {
    const SmallArchive archive;
    for (const std::vector<std::string>& command : {std::vector<std::string>{"show", "pause.txt"},
                                                    {"related", "pause.txt"},
                                                    {"why", "pause.txt", "nato"},
                                                    {"explain", "nato"},
                                                    {"status"},
                                                    {"config"},
                                                    {"check", "--ledger"},
                                                    {"check", "--progress=none"},
                                                    {"--help"},
                                                    {"search", "--help"},
                                                    {"index", "--help"},
                                                    {"help", "query"}}) {
        INFO(command.front());
        CHECK(is_paged(
            on_terminal(archive, command, {.rows = 2, .environment = {{"PAGER", marking}}})));
    }
}

TEST_CASE("no pager where it is not wanted, not for programs, not into files") {
    const SmallArchive archive;
    const std::string file = (archive.folder() / "out").string();
    for (const std::vector<std::string>& command : {
             std::vector<std::string>{"search", "--no-pager", "nato"},
             {"search", "--no-pager", "--help"},
             {"search", "--format", "man", "--help"},
             {"search", "--format", "jsonl", "nato"},
             {"search", "--format", "markdown", "nato"},
             {"search", "-o", file, "nato"},
         }) {
        INFO(command[1]);
        CHECK_FALSE(is_paged(
            on_terminal(archive, command, {.rows = 3, .environment = {{"PAGER", marking}}})));
    }
    for (const char* none : {"", "cat"}) {
        const ProgramResult result =
            on_terminal(archive, nato,
                        {.rows = 3, .environment = {{"PAGER", marking}, {"DATELINE_PAGER", none}}});
        CHECK_FALSE(is_paged(result));
        CHECK(result.out.find("Pilots at the port") != std::string::npos);
    }
    CHECK_FALSE(is_paged(on_terminal(
        archive, nato, {.rows = 3, .name = "dumb", .environment = {{"PAGER", marking}}})));
}

TEST_CASE("where the pager is missing or reads nothing, the text comes out as it is") {
    const SmallArchive archive;
    for (const char* missing : {"no-such-pager -x", "/no/such/pager", "(exit 126)", "false", "true",
                                "  ", "sleep 0.3; exit 1", "kill $$"}) {
        INFO(missing);
        const ProgramResult result =
            on_terminal(archive, nato, {.rows = 3, .environment = {{"PAGER", missing}}});
        CHECK(result.exit_code == 0);
        CHECK(result.out.find("Pilots at the port") != std::string::npos);
    }
}

TEST_CASE("a pager that is left early is quiet, and the exit code stays") {
    const SmallArchive archive;
    const ProgramResult left =
        on_terminal(archive, nato, {.rows = 3, .environment = {{"PAGER", "head -1; exit 5"}}});
    CHECK(left.exit_code == 0);
    CHECK(left.out.find("error") == std::string::npos);
    CHECK(std::count(left.out.begin(), left.out.end(), '\n') == 1);
}

TEST_CASE("a pager shows what is there while the command goes on, and ends it when it is left") {
    const SmallArchive archive;
    std::string many;
    for (int i = 0; i < 5000; ++i)
        many += R"({"id":")" + std::to_string(i) + R"(","body":"Zebra number )" +
                std::to_string(i) + "\"}\n";
    archive.folder().write("many/a.jsonl", many);
    REQUIRE(archive.run({"index", (archive.folder() / "many").string()}).exit_code == 0);
    const std::string seen = (archive.folder() / "seen").string();
    // The command cannot have ended: the pipe holds less than it writes, and nobody reads on.
    const std::string pager = "head -c 2000 > " + seen + "; kill -0 $PPID && echo alive >> " + seen;
    const ProgramResult left =
        on_terminal(archive, {"search", "-n", "0", "zebra"}, {.environment = {{"PAGER", pager}}});
    CHECK(left.exit_code == 0);
    CHECK(left.out.empty());
    const std::string text = read_bytes(seen);
    CHECK(text.size() == 2006);
    CHECK(text.ends_with("alive\n"));
    const ProgramResult whole = on_terminal(archive, {"search", "-n", "0", "zebra"},
                                            {.environment = {{"PAGER", "grep -c Zebra"}}});
    CHECK(whole.out.starts_with("5000\n"));
}

TEST_CASE("Ctrl-C in a pager is the pager's") {
    const SmallArchive archive;
    const ProgramResult result = on_terminal(
        archive, nato,
        {.rows = 3,
         .environment = {{"PAGER",
                          "trap 'echo caught; exit 1' INT; echo rea'dy'; sleep 20 & wait"}},
         .wait_for = "ready",
         .keys = "\x03"});
    CHECK(result.out.find("caught") != std::string::npos);
    CHECK(result.exit_code == 0);
}

TEST_CASE("messages come behind the pages, and a failed command keeps its code") {
    const SmallArchive archive;
    const ProgramResult noted = on_terminal(archive, {"search", "nato", "zebra"},
                                            {.rows = 3, .environment = {{"PAGER", marking}}});
    const std::size_t note = noted.out.find("\ndateline: note: no article has zebra");
    CHECK(note != std::string::npos);
    CHECK(noted.out.find("page:", note) == std::string::npos);
    const ProgramResult absent = on_terminal(archive, {"show", "pause.txt", "nobody"},
                                             {.rows = 3, .environment = {{"PAGER", marking}}});
    CHECK(absent.exit_code == 1);
    const ProgramResult broken =
        on_terminal(archive, {"search", "a \"b"}, {.rows = 3, .environment = {{"PAGER", marking}}});
    CHECK(broken.exit_code == 2);
    CHECK(broken.out.find("dateline: error: ") != std::string::npos);
}

TEST_CASE("less is told how to show colours") {
    const SmallArchive archive;
    const auto told = [&](std::vector<std::pair<std::string, std::string>> environment) {
        environment.emplace_back("PAGER", "echo \"[$LESS]\"; cat > /dev/null");
        return on_terminal(archive, nato, {.rows = 3, .environment = environment}).out;
    };
    CHECK(told({}) == "[FRX]\n");
    CHECK(told({{"LESS", "-SR"}}) == "[-SR]\n");
    CHECK(told({{"LESS", "-S"}}) == "[-R -S]\n");
}

TEST_CASE("headlines are links on terminals that take them, and there alone") {
    const SmallArchive archive;
    archive.folder().write(
        "linked/a.jsonl",
        R"({"id":"u","headline":"Zebra","url":"https://a.example/z","body":"b"})");
    REQUIRE(archive.run({"index", (archive.folder() / "linked").string()}).exit_code == 0);
    const auto has_link = [&](const std::vector<std::string>& options, const TerminalInput& input) {
        std::vector<std::string> command{"search", "zebra"};
        command.insert(command.end(), options.begin(), options.end());
        return on_terminal(archive, command, input).out.find("\x1b]8;") != std::string::npos;
    };
    CHECK(has_link({}, {}));
    CHECK_FALSE(has_link({"--color", "never"}, {}));
    CHECK_FALSE(has_link({}, {.environment = {{"NO_COLOR", "1"}}}));
    CHECK_FALSE(has_link({}, {.name = "dumb"}));
    CHECK_FALSE(has_link({}, {.name = "linux"}));
    CHECK_FALSE(has_link({}, {.environment = {{"VTE_VERSION", "4205"}}}));
    CHECK(has_link({}, {.environment = {{"VTE_VERSION", "6800"}}}));
    const ProgramResult piped = archive.run({"search", "--color", "always", "zebra"});
    CHECK(piped.out.find("\x1b[1") != std::string::npos);
    CHECK(piped.out.find("\x1b]8;") == std::string::npos);
}
