#include "corpus/ignore_rules.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a glob matches a path as gitignore says") {
    struct Case {
        const char* pattern;
        const char* path;
        bool matches;
    };
    for (const Case& one :
         {Case{"a.txt", "a.txt", true}, {"a.txt", "b.txt", false},   {"a.txt", "a.txt2", false},
          {"*.txt", "a.txt", true},     {"*.txt", ".txt", true},     {"*.txt", "a/b.txt", false},
          {"a*c*e", "abcde", true},     {"a*c*e", "abcdf", false},   {"?.txt", "a.txt", true},
          {"a?b", "a/b", false},        {"[a-c]x", "bx", true},      {"[a-c]x", "dx", false},
          {"[!a-c]x", "dx", true},      {"[^a-c]x", "ax", false},    {"[]a]x", "]x", true},
          {"[a-]x", "-x", true},        {"[a", "[a", true},          {"\\*", "*", true},
          {"\\*", "a", false},          {"**/a", "a", true},         {"**/a", "x/y/a", true},
          {"**/a", "xa", false},        {"a/**", "a/b/c", true},     {"a/**", "a", false},
          {"a/**/b", "a/b", true},      {"a/**/b", "a/x/y/b", true}, {"a/**/b", "ab", false},
          {"a/*/b", "a/x/y/b", false},  {"**", "any/thing", true}}) {
        INFO(one.pattern << " " << one.path);
        CHECK(matches_glob(one.pattern, one.path) == one.matches);
    }
}

TEST_CASE("the last line that speaks of a path decides") {
    const IgnoreRules rules(
        "# a comment\n\n*.log  \r\n!keep.log\n/top\nsub/deep\nfolder/\n\\#odd\n");
    CHECK(rules.ignores("a.log", false) == true);
    CHECK(rules.ignores("x/y/a.log", false) == true);
    CHECK(rules.ignores("x/keep.log", false) == false);
    CHECK(rules.ignores("top", false) == true);
    CHECK_FALSE(rules.ignores("x/top", false));
    CHECK(rules.ignores("sub/deep", false) == true);
    CHECK_FALSE(rules.ignores("x/sub/deep", false));
    CHECK(rules.ignores("x/folder", true) == true);
    CHECK_FALSE(rules.ignores("x/folder", false));
    CHECK(rules.ignores("#odd", false) == true);
    CHECK_FALSE(rules.ignores("a comment", false));
    CHECK(IgnoreRules("# nothing\n\n/\n").empty());
}
