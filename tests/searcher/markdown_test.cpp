#include "searcher/markdown.hpp"

#include "searcher/render.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

namespace {

// What a reader of Markdown sees: escapes undone, bold marks gone.
std::string seen(std::string_view markdown) {
    std::string text;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown.substr(i, 2) == "**")
            ++i;
        else if (markdown[i] == '\\' && i + 1 < markdown.size())
            text += markdown[++i];
        else
            text += markdown[i];
    }
    return text;
}

std::string with_single_blanks(std::string_view text) {
    std::string out;
    for (const char c : printable(text))
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    if (out.ends_with(' ')) out.pop_back();
    return out;
}

}  // namespace

TEST_CASE("nothing in a text is markup") {
    CHECK(markdown_text("a *b* _c_ `d` [e](f) <g> &amp; ~h~ #i $j$ k\\l") ==
          R"(a \*b\* \_c\_ \`d\` \[e\](f) \<g\> \&amp; \~h\~ \#i \$j\$ k\\l)");
}

TEST_CASE("a line begins no block") {
    CHECK(markdown_text("- a") == "\\- a");
    CHECK(markdown_text("+3 more") == "\\+3 more");
    CHECK(markdown_text("===") == "\\===");
    CHECK(markdown_text("1. May") == "1\\. May");
    CHECK(markdown_text("2020) May") == "2020\\) May");
    CHECK(markdown_text("2020 May") == "2020 May");
    CHECK(markdown_text("    code") == "code");
    CHECK(markdown_text("> quote") == "\\> quote");
}

TEST_CASE("matches are bold, those side by side together") {
    const std::string text = "NATO in Iraq";
    CHECK(markdown_text(text, {{0, 4}, {8, 12}}) == "**NATO** in **Iraq**");
    CHECK(markdown_text(text, {{0, 4}, {4, 7}}) == "**NATO in** Iraq");
    CHECK(markdown_text("a  b", {{0, 2}}) == "**a** b");
    CHECK(markdown_text("a*b", {{0, 3}}) == "**a\\*b**");
}

TEST_CASE("links are to the web, with labels as they are") {
    CHECK(markdown_link("**a**", "https://a.example/(b)") == "[**a**](https://a.example/%28b%29)");
    CHECK(markdown_link("a", "https://a.example/?b&copy;") == "[a](https://a.example/?b\\&copy;)");
    CHECK(markdown_link("a", "javascript:alert(1)") == "a");
}

TEST_CASE("code holds back quotes") {
    CHECK(markdown_code("a#2") == "`a#2`");
    CHECK(markdown_code("a`b``c") == "``` a`b``c ```");
}

TEST_CASE("what is read is what was written, without what acts on a terminal") {
    test::RandomProse prose(31);
    for (int i = 0; i < 500; ++i) {
        const std::string text = prose.text(prose.below(40));
        const std::string line = markdown_text(text, {});
        REQUIRE(line == printable(line));
        REQUIRE(line.find('\n') == std::string::npos);
        REQUIRE(seen(line) == with_single_blanks(text));
    }
}
