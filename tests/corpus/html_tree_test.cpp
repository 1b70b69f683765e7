#include "corpus/html_tree.hpp"

#include <string>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string repeat(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string text_of(const HtmlTree& tree) {
    std::string text;
    for (const HtmlNode& node : tree.nodes()) text += node.text;
    return text;
}

HtmlTree parse(std::string_view html) {
    std::optional<HtmlTree> tree = HtmlTree::parse(html);
    REQUIRE(tree);
    return std::move(*tree);
}

}  // namespace

TEST_CASE("nodes come in document order and enclose what is within them") {
    const HtmlTree tree = parse("<p id=x CLASS='y'>a<b>c</b><p>d");
    const auto nodes = tree.nodes();
    REQUIRE(nodes.size() == 9);
    CHECK(nodes[0].tag == HtmlTag::html);
    CHECK(nodes[0].end == 9);
    CHECK(nodes[2].tag == HtmlTag::body);
    CHECK(nodes[3].tag == HtmlTag::p);
    CHECK(nodes[3].end == 7);
    CHECK(tree.attribute(nodes[3], "class") == "y");
    CHECK(tree.has_attribute(nodes[3], "id"));
    CHECK_FALSE(tree.has_attribute(nodes[3], "href"));
    CHECK(nodes[5].tag == HtmlTag::b);
    CHECK(nodes[5].parent == 3);
    CHECK(nodes[6].text == "c");
    CHECK(nodes[7].parent == 2);
}

TEST_CASE("what is no UTF-8, and zero bytes, do no harm") {
    const HtmlTree tree = parse(std::string("<p>a\xFF\xC3") + '\0' + "b&#xD800;&#0;&#150;");
    CHECK(text_of(tree).find('a') == 0);
    CHECK(text_of(tree).find('\xFF') == std::string::npos);
    CHECK(text_of(tree).ends_with("–"));
}

TEST_CASE("references to numbers beyond all characters are U+FFFD") {
    const std::string digits(60, '5');
    for (const std::string& number : {digits, "x" + digits, std::string("x110000"),
                                      std::string("4294967290"), std::string("2147483700")}) {
        const std::string reference = "&#" + number + ";";
        const HtmlTree tree = parse("<p title='a" + reference + "b'>c" + reference + "d");
        INFO(number);
        for (const HtmlNode& node : tree.nodes()) {
            CHECK_FALSE(first_invalid_utf8(node.text));
            CHECK_FALSE(first_invalid_utf8(tree.attribute(node, "title")));
        }
        CHECK(text_of(tree).starts_with("c"));
        CHECK(text_of(tree).ends_with("d"));
    }
}

TEST_CASE("control characters of windows-1252 are the characters they stand for") {
    CHECK(text_of(parse("<p>a\u0093b\u0094 c\u00A0d")) == "a“b” c\u00A0d");
}

TEST_CASE("every tag is known by its own name") {
    CHECK(parse("<wbr>").nodes()[3].tag == HtmlTag::wbr);
    CHECK(parse("<main>").nodes()[3].tag == HtmlTag::main);
    CHECK(parse("<template>").nodes()[2].tag == HtmlTag::template_element);
    CHECK(parse("<custom-element>").nodes()[3].tag == HtmlTag::other);
    CHECK(parse("<math><mi>x</math>").nodes()[3].tag == HtmlTag::other);
}

TEST_CASE("nesting of any depth is parsed at once") {
    const HtmlTree tree = parse(repeat(100'000, "<div>") + "deep" + repeat(100'000, "</div>"));
    CHECK(text_of(tree) == "deep");
    CHECK(text_of(parse(repeat(100'000, "<b><i x>") + "deep")) == "deep");
    CHECK(text_of(parse(repeat(100'000, "<table><td>") + "deep")) == "deep");
    CHECK(text_of(parse(repeat(100'000, "<x><div></x></div>") + "deep")) == "deep");
    CHECK(text_of(parse(repeat(100'000, "<p><b>") + "deep")) == "deep");
}

TEST_CASE("a page that makes the parser fill memory has no tree") {
    std::string page;
    for (int i = 0; i < 128; ++i) page += "<b class=" + std::to_string(i) + "><p>";
    CHECK_FALSE(HtmlTree::parse(page + repeat(100'000, "</p><p>a")));
    CHECK_FALSE(HtmlTree::parse(std::string(HtmlTree::max_bytes + 1, 'a')));
}
