#include "corpus/member_path.hpp"

#include <random>
#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string text_of(std::string_view raw) { return member_path(raw, 7, "").text; }
std::string problem_of(std::string_view raw) { return member_path(raw, 7, "").problem; }
bool is_hidden(std::string_view raw) { return member_path(raw, 7, "").is_hidden; }

}  // namespace

TEST_CASE("a member is named by its path, without what leads nowhere") {
    CHECK(text_of("2003/a b.txt") == "2003/a b.txt");
    CHECK(text_of("./2003//./a.txt") == "2003/a.txt");
    CHECK(text_of("2003/ü.txt") == "2003/ü.txt");
    CHECK(problem_of("./2003//a b.txt").empty());
    CHECK(text_of("") == "member 7");
    CHECK(text_of("./") == "member 7");
}

TEST_CASE("a path out of the archive is a name like others, and told of") {
    CHECK(text_of("../../etc/passwd") == "etc/passwd");
    CHECK(text_of("/etc/passwd") == "etc/passwd");
    CHECK(text_of("a/../../b") == "a/b");
    CHECK(text_of("..") == "member 7");
    CHECK(problem_of("../../etc/passwd") ==
          "member path \"../../etc/passwd\" leads out of the archive");
    CHECK_FALSE(problem_of("/etc/passwd").empty());
    CHECK(problem_of("a..b/c...").empty());
}

TEST_CASE("hidden members and what a Mac adds are known") {
    for (const char* raw : {".DS_Store", "a/._b.txt", ".git/config", "__MACOSX/a.txt", "./.x"})
        CHECK(is_hidden(raw));
    for (const char* raw : {"a.txt", "./a.txt", "../a.txt", "a./b", "MACOSX/a"})
        CHECK_FALSE(is_hidden(raw));
}

TEST_CASE("names that are not UTF-8 are decoded") {
    CHECK(member_path("Z\x81rich.txt", 1, "ibm437").text == "Zürich.txt");
    CHECK(text_of("Z\xFCrich.txt") == "Zürich.txt");
}

TEST_CASE("control characters do not get through") {
    CHECK(text_of("a\x1B[31mb\nc\x7F.txt") == "a [31mb c .txt");
    CHECK(problem_of("a\x1B[31mb") == "member path \"a [31mb\" holds control characters");
}

TEST_CASE("a path of any length ends in a name of its own") {
    const std::string long_path = "2003/" + std::string(5000, 'x') + "ü.txt";
    const MemberPath path = member_path(long_path, 12, "");
    CHECK(path.text.size() < 1010);
    CHECK(path.text.ends_with("x~12"));
    CHECK(path.problem.ends_with("has 5011 bytes, and was cut"));
    CHECK(path.problem.size() < 200);
    CHECK(member_path(std::string(999, 'x') + "ü", 3, "").text == std::string(999, 'x') + "~3");
}

TEST_CASE("whatever the bytes, a path is relative, clean and not empty") {
    std::mt19937 random(3);
    constexpr std::string_view odd("./\\../\0\n\x1B\xC3\xFF\x80 ab", 16);
    for (int round = 0; round < 5000; ++round) {
        std::string raw(random() % 20, '\0');
        for (char& c : raw) c = odd[random() % odd.size()];
        for (const char* charset : {"", "ibm437"}) {
            const MemberPath path = member_path(raw, 1, charset);
            REQUIRE_FALSE(path.text.empty());
            REQUIRE_FALSE(path.text.starts_with('/'));
            REQUIRE(('/' + path.text + '/').find("/../") == std::string::npos);
            REQUIRE(path.text == clean_line(path.text));
        }
    }
}
