#include "corpus/html_tags.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a tag ends at the first > outside of quoted values") {
    const std::string html = R"(x<A title="a > b" href=c>d)> rest)";
    const HtmlSourceTag tag = html_tag_at(html, 1);
    CHECK(tag.name == "A");
    CHECK(html.substr(tag.end) == "d)> rest");
    CHECK(tag.attributes == 2);
    CHECK_FALSE(tag.is_end_tag);
    CHECK(html_tag_at("</p >", 0).is_end_tag);
    CHECK(html_tag_at("</p >", 0).name == "p");
    CHECK(html_tag_at("<br/>", 0).end == 5);
    CHECK(html_tag_at("<a = b>", 0).end == 7);
}

TEST_CASE("what begins no tag has no name") {
    for (const char* text : {"<", "< b", "<3", "</", "</ b>", "<!-- a -->", "<?xml?>"}) {
        INFO(text);
        CHECK(html_tag_at(text, 0).name.empty());
    }
}

TEST_CASE("an unclosed tag reaches to the end") {
    for (const std::string text : {"<a", "<a b", "<a b=", "<a b=\"c", "<a b='c>d", "<a b=c"}) {
        INFO(text);
        CHECK(html_tag_at(text, 0).end == text.size());
    }
}

TEST_CASE("the end tag of raw text is found in any case") {
    const std::string html = "a </scripts> </SCRIPT\n>";
    CHECK(find_end_tag(html, "script", 0) == 13);
    CHECK(find_end_tag(html, "style", 0) == html.npos);
    CHECK(find_end_tag("</script", "script", 0) == std::string::npos);
}

TEST_CASE("elements are known by name in any case") {
    CHECK(is_html_element("BLOCKQUOTE"));
    CHECK(is_html_element("h1"));
    CHECK_FALSE(is_html_element("reuters"));
    CHECK_FALSE(is_html_element(""));
    CHECK_FALSE(is_html_element("averylongname"));
}
