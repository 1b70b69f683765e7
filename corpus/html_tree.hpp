#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// The elements that reading news asks for by name.
enum class HtmlTag : std::uint8_t {
    text,   ///< no element: character data
    other,  ///< any element that is not named here
    a,
    abbr,
    address,
    article,
    aside,
    audio,
    b,
    blockquote,
    body,
    br,
    button,
    canvas,
    caption,
    center,
    cite,
    code,
    dd,
    details,
    div,
    dl,
    dt,
    em,
    fieldset,
    figcaption,
    figure,
    font,
    footer,
    form,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    head,
    header,
    hgroup,
    hr,
    html,
    i,
    img,
    input,
    label,
    legend,
    li,
    link,
    main,
    mark,
    menu,
    meta,
    nav,
    noscript,
    object,
    ol,
    option,
    p,
    pre,
    q,
    rp,
    rt,
    s,
    script,
    section,
    select,
    small,
    source,
    span,
    strong,
    style,
    sub,
    summary,
    sup,
    svg,
    table,
    tbody,
    td,
    template_element,
    textarea,
    tfoot,
    th,
    thead,
    time,
    title,
    tr,
    u,
    ul,
    video,
    wbr,
};

struct HtmlAttribute {
    std::string_view name;  ///< lower case
    std::string_view value;
};

struct HtmlNode {
    HtmlTag tag = HtmlTag::other;
    std::uint32_t parent = 0;  ///< index; the root is its own
    std::uint32_t end = 0;     ///< index after the last node within this one
    std::uint32_t first_attribute = 0;
    std::uint32_t attribute_count = 0;
    std::string_view text;  ///< of a text node
};

/// A page or a fragment of one as the standard has it parsed (HTML 5, section 13.2), nodes in
/// document order. All views live as long as the tree.
class HtmlTree {
  public:
    /// Bytes of source that are parsed at most.
    static constexpr std::size_t max_bytes = 16UL << 20;

    /// `html`: UTF-8; what is not is replaced by U+FFFD. Nothing is too malformed to have a tree.
    /// nullopt where it is over max_bytes, or takes more memory than real pages do (30 times their
    /// size).
    static std::optional<HtmlTree> parse(std::string_view html);
    HtmlTree(HtmlTree&&) noexcept;
    HtmlTree& operator=(HtmlTree&&) noexcept;
    ~HtmlTree();

    /// The first one is the root element.
    std::span<const HtmlNode> nodes() const { return nodes_; }
    std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
        return std::span(attributes_).subspan(node.first_attribute, node.attribute_count);
    }
    /// Empty where the node has none of that name (lower case).
    std::string_view attribute(const HtmlNode& node, std::string_view name) const;
    bool has_attribute(const HtmlNode& node, std::string_view name) const;

  private:
    struct Source;
    explicit HtmlTree(std::unique_ptr<Source> source);

    std::unique_ptr<Source> source_;  // the text, and what the parser made of it
    std::vector<HtmlNode> nodes_;
    std::vector<HtmlAttribute> attributes_;
};

}  // namespace dateline
