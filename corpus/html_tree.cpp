#include "corpus/html_tree.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/html_pruning.hpp"
#include "corpus/memory_pool.hpp"
#include "corpus/utf8.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <deque>
#include <string>

namespace dateline {
namespace {

/// In the order of HtmlTag, from `a` on.
constexpr std::array tag_names{
    "a",      "abbr",    "address", "article",  "aside",    "audio",    "b",        "blockquote",
    "body",   "br",      "button",  "canvas",   "caption",  "center",   "cite",     "code",
    "dd",     "details", "div",     "dl",       "dt",       "em",       "fieldset", "figcaption",
    "figure", "font",    "footer",  "form",     "h1",       "h2",       "h3",       "h4",
    "h5",     "h6",      "head",    "header",   "hgroup",   "hr",       "html",     "i",
    "img",    "input",   "label",   "legend",   "li",       "link",     "main",     "mark",
    "menu",   "meta",    "nav",     "noscript", "object",   "ol",       "option",   "p",
    "pre",    "q",       "rp",      "rt",       "s",        "script",   "section",  "select",
    "small",  "source",  "span",    "strong",   "style",    "sub",      "summary",  "sup",
    "svg",    "table",   "tbody",   "td",       "template", "textarea", "tfoot",    "th",
    "thead",  "time",    "title",   "tr",       "u",        "ul",       "video",    "wbr"};
static_assert(static_cast<std::size_t>(HtmlTag::wbr) ==
              static_cast<std::size_t>(HtmlTag::a) + tag_names.size() - 1);

using TagTable = std::array<HtmlTag, GUMBO_TAG_LAST + 1>;

TagTable make_tag_table() {
    TagTable table;
    table.fill(HtmlTag::other);
    auto tag = static_cast<std::uint8_t>(HtmlTag::a);
    for (const char* name : tag_names) {
        table[static_cast<std::size_t>(gumbo_tag_enum(name))] = static_cast<HtmlTag>(tag++);
    }
    return table;
}

HtmlTag tag_of(const GumboElement& element) {
    static const TagTable table = make_tag_table();
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return HtmlTag::svg;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return HtmlTag::other;
    return table[static_cast<std::size_t>(element.tag)];
}

/// Gumbo cannot be told that there is no more memory: the way out is a jump over its frames, which
/// own nothing that does not lie in the pool.
struct ParserMemory {
    explicit ParserMemory(std::size_t max_bytes) : pool(max_bytes) {}
    MemoryPool pool;
    std::jmp_buf out_of_memory{};
};

void* allocate(void* memory, std::size_t bytes) {
    auto* const parser_memory = static_cast<ParserMemory*>(memory);
    void* const block = parser_memory->pool.allocate(bytes);
    if (block == nullptr) std::longjmp(parser_memory->out_of_memory, 1);
    return block;
}

void release(void* memory, void* block) { static_cast<ParserMemory*>(memory)->pool.release(block); }

const GumboNode* parse_in(ParserMemory& memory, std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = release;
    options.userdata = &memory;
    options.max_errors = 0;
    if (setjmp(memory.out_of_memory) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

const GumboVector* children_of(const GumboNode& node) {
    const bool is_element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
    return is_element ? &node.v.element.children : nullptr;
}

// The parser makes other bytes than UTF-8 of references to numbers beyond 32 bits.
std::string as_utf8(std::string_view text) {
    std::string valid;
    while (!text.empty()) {
        const std::size_t size = utf8_size(text);
        if (size == 0)
            valid += "\xEF\xBF\xBD";
        else
            valid += text.substr(0, size);
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return valid;
}

/// Walks the parser's tree, however deep it is, and lists its nodes.
class Listing {
  public:
    /// `mended`: keeps what cannot stay as the parser has it.
    Listing(std::vector<HtmlNode>& nodes, std::vector<HtmlAttribute>& attributes,
            std::deque<std::string>& mended)
        : nodes_(nodes), attributes_(attributes), mended_(mended) {}

    void list(const GumboNode& root) {
        enter(root, 0);
        while (!open_.empty()) {
            Level& level = open_.back();
            if (level.next == level.children->length) {
                nodes_[level.node].end = static_cast<std::uint32_t>(nodes_.size());
                open_.pop_back();
            } else {
                const auto* const child =
                    static_cast<const GumboNode*>(level.children->data[level.next++]);
                enter(*child, level.node);
            }
        }
    }

  private:
    struct Level {
        std::uint32_t node;
        const GumboVector* children;
        unsigned int next;
    };

    void enter(const GumboNode& node, std::uint32_t parent) {
        if (node.type == GUMBO_NODE_COMMENT || node.type == GUMBO_NODE_DOCUMENT) return;
        const auto index = static_cast<std::uint32_t>(nodes_.size());
        HtmlNode listed;
        listed.parent = parent;
        listed.end = index + 1;
        if (const GumboVector* children = children_of(node)) {
            listed.tag = tag_of(node.v.element);
            list_attributes(node.v.element.attributes, listed);
            open_.push_back({index, children, 0});
        } else {
            listed.tag = HtmlTag::text;
            listed.text = valid(node.v.text.text);
        }
        nodes_.push_back(listed);
    }

    void list_attributes(const GumboVector& attributes, HtmlNode& listed) {
        listed.first_attribute = static_cast<std::uint32_t>(attributes_.size());
        listed.attribute_count = attributes.length;
        for (unsigned int i = 0; i < attributes.length; ++i) {
            const auto* const attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
            attributes_.push_back({attribute->name, valid(attribute->value)});
        }
    }

    std::string_view valid(std::string_view text) {
        return first_invalid_utf8(text) ? mended_.emplace_back(as_utf8(text)) : text;
    }

    std::vector<HtmlNode>& nodes_;
    std::vector<HtmlAttribute>& attributes_;
    std::deque<std::string>& mended_;
    std::vector<Level> open_;
};

}  // namespace

struct HtmlTree::Source {
    Source(std::string pruned, std::size_t max_memory)
        : html(std::move(pruned)), memory(max_memory) {}
    std::string html;
    ParserMemory memory;
    std::deque<std::string> mended{};
};

HtmlTree::HtmlTree(std::unique_ptr<Source> source) : source_(std::move(source)) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

std::optional<HtmlTree> HtmlTree::parse(std::string_view html) {
    constexpr std::size_t least_memory = 4UL << 20;
    constexpr std::size_t most_growth = 30;
    if (html.size() > max_bytes) return std::nullopt;
    HtmlTree tree(std::make_unique<Source>(prune_html(with_western_controls(std::string(html))),
                                           least_memory + most_growth * html.size()));
    const GumboNode* const root = parse_in(tree.source_->memory, tree.source_->html);
    if (root == nullptr) return std::nullopt;
    Listing(tree.nodes_, tree.attributes_, tree.source_->mended).list(*root);
    return tree;
}

std::string_view HtmlTree::attribute(const HtmlNode& node, std::string_view name) const {
    for (const HtmlAttribute& attribute : attributes(node))
        if (attribute.name == name) return attribute.value;
    return {};
}

bool HtmlTree::has_attribute(const HtmlNode& node, std::string_view name) const {
    const auto all = attributes(node);
    return std::any_of(all.begin(), all.end(),
                       [&](const HtmlAttribute& attribute) { return attribute.name == name; });
}

}  // namespace dateline
