#pragma once

#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>

namespace pugi {
struct xml_node_struct;
}

namespace dateline {

/// An element or a text of an XmlDocument, or null: then there is nothing in it. Lives, with all
/// views of it, until the document reads the next record.
class XmlNode {
  public:
    class Children;

    XmlNode() = default;
    explicit XmlNode(pugi::xml_node_struct* node) : node_(node) {}
    explicit operator bool() const { return node_ != nullptr; }
    bool operator==(const XmlNode&) const = default;

    bool is_element() const;
    bool is_text() const;
    std::string_view name() const;  ///< of an element, as written
    std::string_view text() const;  ///< of a text
    XmlNode parent() const;
    XmlNode first_child() const;
    XmlNode next_sibling() const;
    /// For loops over the child nodes.
    Children begin() const;
    Children end() const;

    /// By local name; empty where there is none.
    std::string_view attribute(std::string_view local) const;
    /// The namespace that this very element declares for a prefix, or as the default; empty where
    /// it does not.
    std::string_view declared_namespace(std::string_view prefix) const;

  private:
    pugi::xml_node_struct* node_ = nullptr;
};

class XmlNode::Children {
  public:
    using difference_type = std::ptrdiff_t;
    using value_type = XmlNode;
    using iterator_category = std::input_iterator_tag;

    explicit Children(XmlNode at) : at_(at) {}
    XmlNode operator*() const { return at_; }
    Children& operator++() {
        at_ = at_.next_sibling();
        return *this;
    }
    bool operator==(const Children&) const = default;

  private:
    XmlNode at_;
};

inline XmlNode::Children XmlNode::begin() const { return Children(first_child()); }
inline XmlNode::Children XmlNode::end() const { return Children(XmlNode()); }

/// Names are compared without their prefixes, which vary from publisher to publisher, and without
/// case, which does so in what descends from SGML.

std::string_view local_name(XmlNode node);
bool is_element(XmlNode node, std::string_view local);
/// The first child element of that name; null where there is none.
XmlNode child_named(XmlNode parent, std::string_view local);
/// The next sibling element of the same local name.
XmlNode next_namesake(XmlNode node);
/// child_named one after the other.
XmlNode node_at(XmlNode from, std::initializer_list<std::string_view> path);
/// The first element of that name within `from`, in document order, `from` itself aside.
XmlNode find_element(XmlNode from, std::string_view local);
/// The next node in document order that is within `top`; `into` its children, or past them.
XmlNode next_within(XmlNode top, XmlNode node, bool into);

bool has_child_elements(XmlNode node);
/// Of the node or the nearest element around it that has one.
std::string_view inherited_attribute(XmlNode node, std::string_view local);
/// All text within, as it is written.
std::string inner_text(XmlNode node);

}  // namespace dateline
