#include "corpus/formats/xml_nodes.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("elements are found by local name, whatever their prefix and case") {
    XmlDocument document;
    CHECK(document.parse("<a><x:B>1</x:B>text<b>2</b><c><d><b>3</b></d></c></a>", 1).empty());
    const XmlNode a = document.root();
    const XmlNode b = child_named(a, "b");
    CHECK(inner_text(b) == "1");
    CHECK(inner_text(next_namesake(b)) == "2");
    CHECK_FALSE(next_namesake(next_namesake(b)));
    CHECK(inner_text(node_at(a, {"c", "d", "b"})) == "3");
    CHECK(inner_text(find_element(child_named(a, "c"), "b")) == "3");
    CHECK_FALSE(find_element(a, "a"));
    CHECK_FALSE(node_at(a, {"none", "b"}));
    CHECK(has_child_elements(a));
    CHECK_FALSE(has_child_elements(b));
}

TEST_CASE("attributes are found by local name, on the element or around it") {
    XmlDocument document;
    CHECK(document.parse("<a xml:lang='en'><b xlink:HREF='c'/></a>", 1).empty());
    const XmlNode b = child_named(document.root(), "b");
    CHECK(b.attribute("href") == "c");
    CHECK(b.attribute("lang").empty());
    CHECK(inherited_attribute(b, "lang") == "en");
    CHECK(inherited_attribute(b, "none").empty());
}

TEST_CASE("a walk stays within its element") {
    XmlDocument document;
    CHECK(document.parse("<a><b><c/><d/></b><e/></a>", 1).empty());
    const XmlNode b = child_named(document.root(), "b");
    std::string names;
    for (XmlNode at = next_within(b, b, true); at; at = next_within(b, at, true))
        names += at.name();
    CHECK(names == "cd");
    CHECK_FALSE(next_within(b, b, false));
}

TEST_CASE("nothing is in a null node") {
    CHECK(inner_text(XmlNode()).empty());
    CHECK(XmlNode().attribute("a").empty());
    CHECK_FALSE(child_named(XmlNode(), "a"));
    CHECK_FALSE(find_element(XmlNode(), "a"));
}
