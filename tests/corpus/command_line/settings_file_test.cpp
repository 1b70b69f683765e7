#include "corpus/command_line/settings_file.hpp"

#include <filesystem>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using dateline::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

std::vector<Setting> parse(std::string_view text) {
    return parse_settings(text, "/p/.dateline.toml", SettingOrigin::project_file);
}

std::string refusal(std::string_view text) {
    try {
        parse(text);
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        CHECK(!error.hint().empty());
        return error.what();
    }
    return "";
}

std::string path_refusal(const fs::path& folder, const std::string& value) {
    const Setting setting{.key = "index",
                          .values = {value},
                          .origin = SettingOrigin::project_file,
                          .place = "here:1",
                          .folder = folder};
    try {
        setting_path(setting, value, "/home/nobody");
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a configuration file is keys and values below sections, each with its line") {
    const auto settings = parse(
        "# a comment\n"
        "index = \"a # b\"  # another\n"
        "\n"
        "[search]   # of one command\r\n"
        "n=20\n"
        "expand = 'always'\n"
        "[index]\n"
        "exclude = [\n"
        "  \"*.tmp\",  # these\n"
        "  \"old, older\",\n"
        "]\n"
        "strict = true\n");
    REQUIRE(settings.size() == 5);
    CHECK(settings[0].command.empty());
    CHECK(settings[0].key == "index");
    CHECK(settings[0].values == std::vector<std::string>{"a # b"});
    CHECK(settings[0].place == "/p/.dateline.toml:2");
    CHECK(settings[0].folder == "/p");
    CHECK(settings[1].command == "search");
    CHECK(settings[1].values == std::vector<std::string>{"20"});
    CHECK(settings[1].place == "/p/.dateline.toml:5");
    CHECK(settings[2].values == std::vector<std::string>{"always"});
    CHECK(settings[3].values == std::vector<std::string>{"*.tmp", "old, older"});
    CHECK(settings[3].place == "/p/.dateline.toml:8");
    CHECK(settings[4].key == "strict");
    CHECK(settings[4].place == "/p/.dateline.toml:12");
    CHECK(parse("").empty());
    CHECK(parse("\xEF\xBB\xBF[search]\n").empty());
}

TEST_CASE("a key may name its section") {
    const auto settings = parse("search.n = 5\n");
    REQUIRE(settings.size() == 1);
    CHECK(settings[0].command == "search");
    CHECK(settings[0].key == "n");
}

TEST_CASE("what is no setting is refused with its line") {
    CHECK(refusal("color = \"auto\"\nwhat is this\n") ==
          "/p/.dateline.toml:2: this is not key = value");
    CHECK(refusal("color =\n") == "/p/.dateline.toml:1: this is not key = value");
    CHECK(refusal("= 5\n") == "/p/.dateline.toml:1: this is not key = value");
    CHECK(refusal("color = \"auto\n") == "/p/.dateline.toml:1: a quote or a bracket is not closed");
    CHECK(refusal("exclude = [\"a\",\n") ==
          "/p/.dateline.toml:1: a quote or a bracket is not closed");
    CHECK(refusal("[search]\nn = 5\n\n[search]\nn = 6\n") ==
          "/p/.dateline.toml:5: n is set a second time (before: /p/.dateline.toml:2)");
    CHECK(refusal("[search.deep]\nn = 5\n") ==
          "/p/.dateline.toml:2: there are no sections in sections");
}

TEST_CASE("bytes of any kind are settings or a refusal") {
    std::string text = "[search]\nn = [1, 'two', \"three\"]\n# end\nx.y = 5\n";
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char c : {'\0', '"', '\'', '[', ']', '=', '#', '\n', '\\', ',', '.', '\xFF'}) {
            std::string changed = text;
            changed[at] = c;
            CHECK_NOTHROW(refusal(changed));
        }
}

TEST_CASE("the project file is the nearest upwards, and none above the home directory") {
    const TemporaryFolder folder;
    const fs::path home = folder / "home";
    fs::create_directories(home / "a" / "b");
    folder.write(".dateline.toml", "color = \"never\"\n");
    CHECK(read_project_settings(home / "a" / "b", home).empty());
    CHECK(read_project_settings(folder.path(), home).size() == 1);
    folder.write("home/.dateline.toml", "color = \"auto\"\n");
    CHECK(read_project_settings(home / "a" / "b", home)[0].place ==
          (home / ".dateline.toml:1").string());
    folder.write("home/a/.dateline.toml", "");
    CHECK(read_project_settings(home / "a" / "b", home).empty());
    CHECK(read_project_settings({}, home).empty());
}

TEST_CASE("a project file sets nothing that runs a program or writes a file") {
    const TemporaryFolder folder;
    for (const char* line : {"pager = \"sh -c x\"", "output = \"x\"", "[index]\nwriter = \"stock\"",
                             "search.output = \"x\""}) {
        INFO(line);
        folder.write(".dateline.toml", line);
        const Error error =
            test::caught_error([&] { return read_project_settings(folder.path(), "/h"); });
        CHECK(error.kind() == ErrorKind::usage);
        CHECK(test::says(error, "a project file must not set"));
    }
}

TEST_CASE("paths of a project file stay in its folder, through links too") {
    const TemporaryFolder folder;
    const fs::path project = folder / "project";
    fs::create_directories(project / "inside");
    fs::create_directories(folder / "project-2");
    fs::create_directory_symlink(folder.path(), project / "up");
    fs::create_symlink(folder / "not-yet", project / "dangling");
    fs::create_directory_symlink(project / "inside", project / "loop");
    for (const char* inside :
         {"inside", "inside/x", "./new/deeper", "inside/../x", "loop/x", "-"}) {
        INFO(inside);
        CHECK(path_refusal(project, inside).empty());
    }
    CHECK(path_refusal(project, (project / "x").string()).empty());
    for (const char* outside : {"..", "../project-2", "up/x", "up", "dangling", "dangling/x",
                                "/etc/passwd", "~/x", "inside/../../x"}) {
        INFO(outside);
        CHECK(path_refusal(project, outside).starts_with("here:1: index leads out of the folder"));
    }
}

TEST_CASE("paths of the user's file begin at its folder or at home") {
    const Setting setting{.key = "index", .origin = SettingOrigin::user_file, .folder = "/c"};
    CHECK(setting_path(setting, "a/../b", "/home/u") == "/c/b");
    CHECK(setting_path(setting, "~/b", "/home/u") == "/home/u/b");
    CHECK(setting_path(setting, "/x", "/home/u") == "/x");
    CHECK(setting_path({.key = "index", .origin = SettingOrigin::environment}, "x", "/h") == "x");
}

TEST_CASE("what is no small regular file is no configuration") {
    const TemporaryFolder folder;
    CHECK(!read_settings_file(folder / "none", SettingOrigin::user_file));
    CHECK(read_settings_file("/dev/null", SettingOrigin::user_file)->empty());
    const auto error = [](const fs::path& file) {
        return test::caught_error(
            [&] { return read_settings_file(file, SettingOrigin::user_file); });
    };
    CHECK(test::says(error(folder.path()), "this is no regular file"));
    folder.write("large", std::string((1 << 20) + 1, '\n'));
    CHECK(test::says(error(folder / "large"), "this is too large for a configuration"));
}
