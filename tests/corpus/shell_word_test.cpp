#include "corpus/shell_word.hpp"

#include <array>
#include <cstdio>
#include <memory>
#include <string>

#include "corpus/terminal_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

// What bash makes of `printf %s WORD`.
std::string read_by_shell(const std::string& word) {
    const std::string command =
        "exec bash -c \"$(cat <<'END OF COMMAND'\nprintf %s " + word + "\nEND OF COMMAND\n)\"";
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> shell(::popen(command.c_str(), "r"),
                                                                ::pclose);
    REQUIRE(shell);
    std::string read;
    std::array<char, 4096> room{};
    while (const std::size_t size = std::fread(room.data(), 1, room.size(), shell.get()))
        read.append(room.data(), size);
    return read;
}

}  // namespace

TEST_CASE("a shell reads a word as the text that it was made of") {
    for (const char* text :
         {"",         "/data/news", "a b", "it's", "''", "a;touch x", "$(touch x)",
          "`x`",      "\\",         "\"",  "~",    "*",  "a\nb",      "\x1b[31m",
          "\xff\xfe", "caf\u00e9",  "-",   "!x",   "#",  "a\tb'c",    "\u202ex"}) {
        const std::string word = shell_word(text);
        INFO(word);
        CHECK(read_by_shell(word) == text);
        CHECK(without_controls(word) == word);
    }
    CHECK(shell_word("/data/news-2.d") == "/data/news-2.d");
    CHECK(shell_word("a b") == "'a b'");
    CHECK(shell_word("caf\u00e9") == "'caf\u00e9'");
    CHECK(shell_word("a\nb") == "$'a\\012b'");
}
