#include "corpus/command_line/completion_scripts.hpp"

#include <cstdlib>
#include <string>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("scripts are for three shells") {
    for (const char* shell : {"bash", "zsh", "fish"}) CHECK(!completion_script(shell).empty());
    for (const char* other : {"", "sh", "BASH"}) CHECK(completion_script(other).empty());
}

TEST_CASE("each shell takes its script for correct, where it is installed") {
    const test::TemporaryFolder folder;
    for (const std::string shell : {"bash", "zsh", "fish"}) {
        if (std::system(("command -v " + shell + " >/dev/null").c_str()) != 0) continue;
        const std::string file =
            folder.write(shell, std::string(completion_script(shell))).string();
        INFO(shell);
        CHECK(std::system((shell + " -n " + file).c_str()) == 0);
    }
}
