#include "corpus/command_line/front_door_topics.hpp"

#include "corpus/command_line/environment.hpp"
#include "corpus/command_line/settings_file.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("the manual of settings names every variable, and its example is a configuration file") {
    const std::string text = manual_text(config_page(), 80);
    for (const VariableRow& row : variable_rows) CHECK(text.find(row.name) != std::string::npos);
    std::string file;
    for (const ManualSection& section : config_page().sections)
        if (section.title == "A file for example")
            for (const ManualEntry& entry : section.entries) file += entry.term + "\n";
    const auto settings = parse_settings(file, "/c.toml", SettingOrigin::user_file);
    REQUIRE(settings.size() == 4);
    CHECK(settings[2].command == "search");
    CHECK(settings[2].key == "n");
}

TEST_CASE("the manual of exit codes has 130") {
    CHECK(manual_text(exit_code_page(), 80).find("\n  130  ") != std::string::npos);
}
