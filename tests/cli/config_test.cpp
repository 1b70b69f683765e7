#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

using nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A home directory with a project in it; the program runs in the project.
class Project {
  public:
    Project() { std::filesystem::create_directories(folder_ / "home/project/deep"); }

    void user_file(const std::string& text) const {
        folder_.write("home/.config/dateline/config.toml", text);
    }
    void project_file(const std::string& text) const {
        folder_.write("home/project/.dateline.toml", text);
    }
    ProgramResult run(const std::vector<std::string>& arguments,
                      std::vector<std::pair<std::string, std::string>> variables = {}) const {
        variables.emplace_back("HOME", home());
        return run_dateline(arguments, {.environment = variables, .working_directory = deep()});
    }
    json row(const std::string& command, const std::string& setting,
             const std::vector<std::pair<std::string, std::string>>& variables = {},
             const std::vector<std::string>& typed = {}) const {
        std::vector<std::string> arguments{"config", "--format", "jsonl"};
        arguments.insert(arguments.end(), typed.begin(), typed.end());
        const ProgramResult result = run(arguments, variables);
        REQUIRE(result.exit_code == 0);
        std::istringstream lines(result.out);
        for (std::string line; std::getline(lines, line);) {
            const json object = json::parse(line);
            if (object["setting"] == setting &&
                object["command"] == (command.empty() ? json() : json(command)))
                return object;
        }
        return {};
    }
    std::string home() const { return (folder_ / "home").string(); }
    std::string deep() const { return home() + "/project/deep"; }
    std::string project_place(int line) const {
        return home() + "/project/.dateline.toml:" + std::to_string(line);
    }
    std::string user_place(int line) const {
        return home() + "/.config/dateline/config.toml:" + std::to_string(line);
    }

  private:
    TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("flags over environment over project file over user file over default") {
    const Project project;
    const auto threads = [&](const std::vector<std::pair<std::string, std::string>>& variables,
                             const std::vector<std::string>& typed) {
        return project.row("", "threads", variables, typed);
    };
    CHECK(threads({}, {})["value"].is_null());
    CHECK(threads({}, {})["origin"] == "default");
    project.user_file("# mine\nthreads = 1\n");
    CHECK(threads({}, {})["value"] == "1");
    CHECK(threads({}, {})["origin"] == "user file");
    CHECK(threads({}, {})["place"] == project.user_place(2));
    project.project_file("threads = 2\n");
    CHECK(threads({}, {})["value"] == "2");
    CHECK(threads({}, {})["origin"] == "project file");
    CHECK(threads({}, {})["place"] == project.project_place(1));
    CHECK(threads({{"DATELINE_THREADS", "3"}}, {})["value"] == "3");
    CHECK(threads({{"DATELINE_THREADS", "3"}}, {})["place"] == "DATELINE_THREADS");
    CHECK(threads({{"DATELINE_THREADS", "3"}}, {"-j", "4"})["value"] == "4");
    CHECK(threads({{"DATELINE_THREADS", "3"}}, {"-j", "4"})["origin"] == "flag");
}

TEST_CASE("settings of the other program's commands are shown too") {
    const Project project;
    project.user_file("[index]\nstrict = true\nmap = \"fields.json\"\n");
    CHECK(project.row("index", "strict")["value"] == "true");
    CHECK(project.row("index", "map")["value"] ==
          json(project.home() + "/.config/dateline/fields.json"));
    CHECK(project.row("check", "ledger")["value"] == "false");
}

TEST_CASE("the output is a configuration file that sets the same") {
    const Project project;
    project.user_file("color = \"never\"\n[search]\nn = 20\nexpand = \"never\"\n");
    const ProgramResult first = project.run({"config", "--width", "200"});
    CHECK(contains(first.out, "\n[search]\nn = 20 "));
    CHECK(contains(first.out, "# " + project.user_place(3)));
    CHECK(contains(first.out, "\n# unit = \"article\" "));
    const Project again;
    again.user_file(first.out);
    const ProgramResult second = again.run({"config", "--width", "200"});
    CHECK(second.err.empty());
    CHECK(contains(second.out, "\n[search]\nn = 20 "));
    CHECK(contains(second.out, "\nexpand = \"never\" "));
    CHECK(contains(second.out, "\ncolor = \"never\" "));
}

TEST_CASE("where the settings are written is none of them") {
    const Project project;
    const std::string file = project.deep() + "/made.toml";
    REQUIRE(project.run({"config", "-o", file}).exit_code == 0);
    const std::string text = read_bytes(file);
    CHECK(contains(text, "\n# output = "));
    CHECK(!contains(text, "\noutput = "));
}

TEST_CASE("settings as text at 40 columns, exactly") {
    const Project project;
    project.user_file("quiet = true\n");
    const ProgramResult result =
        project.run({"config", "--width", "40", "--today", "2020-01-05"},
                    {{"DATELINE_INDEX", "/n/index"}, {"DATELINE_CONFIG", project.user_place(0)}});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, "DATELINE_CONFIG names"));
    const ProgramResult named = project.run({"config", "--width", "40", "--today", "2020-01-05"},
                                            {{"DATELINE_INDEX", "/n/index"}, {"PAGER", "more"}});
    CHECK(
        named.out.starts_with("# DATELINE_INDEX:\n"
                              "index = \"/n/index\"\n"
                              "# default:\n"
                              "# format = \"text\"\n"
                              "# default:\n"
                              "# format-version = 1\n"
                              "# output =\n"
                              "# default:\n"
                              "# color = \"auto\"\n"
                              "width = 40                        # flag\n"
                              "# threads =\n"
                              "today = \"2020-01-05\"              # flag\n"));
}

TEST_CASE("a value that is none is an error with file and line, in every command") {
    const Project project;
    project.user_file("\n[search]\nn = \"many\"\nexpand = \"seldom\"\n");
    const ProgramResult result = project.run({"search", "nato"});
    CHECK(result.exit_code == 2);
    CHECK(contains(result.err, project.user_place(3) + ": "));
    CHECK(project.run({"config"}).exit_code == 2);
    CHECK(project.run({"status"}).exit_code == 3);
    project.user_file("\n[search]\nexpand = \"seldom\"\n");
    CHECK(contains(project.run({"search", "nato"}).err,
                   project.user_place(3) + ": --expand does not take \"seldom\""));
    const ProgramResult variable = project.run({"status"}, {{"DATELINE_TODAY", "soon"}});
    CHECK(variable.exit_code == 2);
    CHECK(contains(variable.err, "DATELINE_TODAY: --today: \"soon\" is not a day"));
    project.user_file("[index]\nmemory = \"lots\"\n");
    CHECK(contains(project.run({"index", project.deep()}).err, project.user_place(2)));
    CHECK(project.run({"--help"}).exit_code == 0);
    CHECK(project.run({"search", "--help"}).exit_code == 0);
}

TEST_CASE("unknown keys and variables are warnings with what was probably meant") {
    const Project project;
    project.user_file("colour = \"never\"\n[search]\npassage = 3\n[serach]\nn = 1\n");
    const ProgramResult result = project.run({"search", "nato"}, {{"DATELINE_IDNEX", "/n"}});
    CHECK(result.exit_code == 3);
    CHECK(contains(result.err,
                   "warning: the variable DATELINE_IDNEX means nothing to dateline; "
                   "did you mean DATELINE_INDEX?"));
    CHECK(contains(result.err, project.user_place(1) + ": colour is no option of all commands; did "
                                                       "you mean color?"));
    CHECK(contains(result.err, project.user_place(3) +
                                   ": passage is no option of search; did you mean passages?"));
    CHECK(contains(result.err, project.user_place(4 + 1) +
                                   ": there is no command serach; did you mean search?"));
    CHECK(!contains(project.run({"search", "--quiet", "nato"}).err, "warning"));
}

TEST_CASE("a format that a command does not have leaves it its own") {
    const Project project;
    const ProgramResult variable = project.run({"config"}, {{"DATELINE_FORMAT", "csv"}});
    CHECK(variable.exit_code == 0);
    CHECK(contains(variable.out, "[search]"));
    CHECK(project.run({"config"}, {{"DATELINE_FORMAT", "json"}}).out.starts_with("{"));
    const ProgramResult wrong = project.run({"status"}, {{"DATELINE_FORMAT", "jsnol"}});
    CHECK(wrong.exit_code == 2);
    CHECK(contains(wrong.err, "DATELINE_FORMAT: --format: status has no format \"jsnol\""));
    CHECK(project.run({"config", "--format", "csv"}).exit_code == 2);
    project.user_file("[status]\nformat = \"trec\"\n");
    CHECK(contains(project.run({"status"}).err, project.user_place(2) + ": --format"));
}

TEST_CASE("NO_COLOR is stronger than a file, and weaker than DATELINE_COLOR") {
    const Project project;
    project.user_file("color = \"always\"\n");
    CHECK(project.row("", "color")["value"] == "always");
    CHECK(project.row("", "color", {{"NO_COLOR", "1"}})["place"] == "NO_COLOR");
    CHECK(project.row("", "color", {{"NO_COLOR", "1"}, {"DATELINE_COLOR", "always"}})["value"] ==
          "always");
    CHECK(project.row("", "color", {{"NO_COLOR", ""}})["value"] == "always");
}

TEST_CASE("a project file runs nothing, and reads and writes nothing outside its folder") {
    const Project project;
    for (const char* line :
         {"pager = \"touch /n/pwned\"", "output = \"x\"", "index = \"..\"", "index = \"/etc\"",
          "index = \"~/x\"", "[index]\nwriter = \"stock\"", "[status]\nindex = \"../x\""}) {
        INFO(line);
        project.project_file(line);
        const ProgramResult result = project.run({"status"});
        CHECK(result.exit_code == 2);
        CHECK(contains(result.err, ".dateline.toml:"));
        CHECK(contains(result.err, "dateline: note: "));
    }
    for (const char* letter : {"o = \"x\"", "[config]\no = \"x\"", "[config]\n'o' = 'x'"}) {
        INFO(letter);
        project.project_file(letter);
        const ProgramResult result = project.run({"config"});
        CHECK(contains(result.out, "index = "));
        CHECK(contains(result.err, "o is no option of "));
        CHECK_FALSE(std::filesystem::exists(project.home() + "/project/x"));
    }
    project.project_file("index = \"the-index\"\n");
    CHECK(contains(project.run({"status"}).err, project.home() + "/project/the-index"));
    project.project_file("[index]\nrebuild = true\n");
    CHECK(project.run({"index", project.deep()}).exit_code == 2);
}

TEST_CASE("an index of a project is found from any folder below it") {
    const Project project;
    project.project_file("index = \"the-index\"\n");
    std::ofstream(project.deep() + "/a.txt") << "NATO pauses training\n\nIn Iraq.\n";
    CHECK(project.run({"index", project.deep()}).exit_code == 0);
    CHECK(project.run({"search", "nato"}).exit_code == 0);
}
