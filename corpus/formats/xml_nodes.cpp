#include "corpus/formats/xml_nodes.hpp"

#include "corpus/formats/xml_markup.hpp"

#include <pugixml.hpp>

namespace dateline {
namespace {

/// Of an attribute xmlns or xmlns:prefix.
bool declares(std::string_view attribute, std::string_view prefix) {
    constexpr std::string_view xmlns = "xmlns";
    if (!attribute.starts_with(xmlns)) return false;
    attribute.remove_prefix(xmlns.size());
    return prefix.empty() ? attribute.empty()
                          : attribute.starts_with(':') && attribute.substr(1) == prefix;
}

}  // namespace

bool XmlNode::is_element() const { return pugi::xml_node(node_).type() == pugi::node_element; }

bool XmlNode::is_text() const {
    const pugi::xml_node_type type = pugi::xml_node(node_).type();
    return type == pugi::node_pcdata || type == pugi::node_cdata;
}

std::string_view XmlNode::name() const { return pugi::xml_node(node_).name(); }

std::string_view XmlNode::text() const { return pugi::xml_node(node_).value(); }

XmlNode XmlNode::parent() const {
    return XmlNode(pugi::xml_node(node_).parent().internal_object());
}

XmlNode XmlNode::first_child() const {
    return XmlNode(pugi::xml_node(node_).first_child().internal_object());
}

XmlNode XmlNode::next_sibling() const {
    return XmlNode(pugi::xml_node(node_).next_sibling().internal_object());
}

std::string_view XmlNode::attribute(std::string_view local) const {
    for (const pugi::xml_attribute attribute : pugi::xml_node(node_).attributes())
        if (is_same_xml_name(xml_local_name(attribute.name()), local)) return attribute.value();
    return {};
}

std::string_view XmlNode::declared_namespace(std::string_view prefix) const {
    for (const pugi::xml_attribute attribute : pugi::xml_node(node_).attributes())
        if (declares(attribute.name(), prefix)) return attribute.value();
    return {};
}

std::string_view local_name(XmlNode node) { return xml_local_name(node.name()); }

bool is_element(XmlNode node, std::string_view local) {
    return node.is_element() && is_same_xml_name(local_name(node), local);
}

XmlNode child_named(XmlNode parent, std::string_view local) {
    for (const XmlNode child : parent)
        if (is_element(child, local)) return child;
    return {};
}

XmlNode next_namesake(XmlNode node) {
    const std::string_view local = local_name(node);
    do node = node.next_sibling();
    while (node && !is_element(node, local));
    return node;
}

XmlNode node_at(XmlNode from, std::initializer_list<std::string_view> path) {
    for (const std::string_view local : path) from = child_named(from, local);
    return from;
}

XmlNode next_within(XmlNode top, XmlNode node, bool into) {
    if (into && node.first_child()) return node.first_child();
    while (node && node != top) {
        if (const XmlNode sibling = node.next_sibling()) return sibling;
        node = node.parent();
    }
    return {};
}

XmlNode find_element(XmlNode from, std::string_view local) {
    for (XmlNode node = next_within(from, from, true); node; node = next_within(from, node, true))
        if (is_element(node, local)) return node;
    return {};
}

bool has_child_elements(XmlNode node) {
    for (const XmlNode child : node)
        if (child.is_element()) return true;
    return false;
}

std::string_view inherited_attribute(XmlNode node, std::string_view local) {
    for (; node; node = node.parent())
        if (const std::string_view value = node.attribute(local); !value.empty()) return value;
    return {};
}

std::string inner_text(XmlNode node) {
    std::string text;
    for (XmlNode at = next_within(node, node, true); at; at = next_within(node, at, true))
        text += at.text();
    return text;
}

}  // namespace dateline
