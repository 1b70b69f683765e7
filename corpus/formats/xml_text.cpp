#include "corpus/formats/xml_text.hpp"

#include "corpus/ascii.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {
namespace {

constexpr std::string_view block_row =
    "abstract address article aside bibliography block blockquote body bq byline caption center dd "
    "details div dl dt footer form fn h1 h2 h3 h4 h5 h6 header hedline hl1 hl2 hr li main "
    "nitf-table note ol p para pre section table tagline tbody tfoot thead title tr ul";
constexpr std::string_view dropped_row =
    "applet audio body.head embed head iframe media noscript object script select style svg "
    "template textarea video";
/// What holds paragraphs, or the bare text of agencies that mark up none.
constexpr std::string_view container_row =
    "block body body.content content datacontent inlinedata inlinexml text";

constexpr WordSet<words_in_row(block_row)> blocks(block_row);
constexpr WordSet<words_in_row(dropped_row)> dropped(dropped_row);
constexpr WordSet<words_in_row(container_row)> containers(container_row);

constexpr std::size_t longest_name_bytes = 16;

/// The local name in lower case; empty for names that are longer than any that counts.
class LowerName {
  public:
    explicit LowerName(XmlNode node) {
        const std::string_view name = local_name(node);
        if (name.size() > longest_name_bytes) return;
        size_ = name.size();
        std::transform(name.begin(), name.end(), bytes_.begin(),
                       [](char c) { return lower_ascii(c); });
    }
    std::string_view view() const { return {bytes_.data(), size_}; }

  private:
    std::array<char, longest_name_bytes> bytes_{};
    std::size_t size_ = 0;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class BlockWriter {
  public:
    std::string write(XmlNode top) {
        bool is_entering = true;
        for (XmlNode node = top; node;) {
            const bool goes_in = is_entering && enter(node) && node.first_child();
            if (goes_in) {
                node = node.first_child();
                continue;
            }
            leave(node);
            if (node == top) break;
            is_entering = static_cast<bool>(node.next_sibling());
            node = is_entering ? node.next_sibling() : node.parent();
        }
        return std::move(text_);
    }

  private:
    /// False where what is in the node is left out.
    bool enter(XmlNode node) {
        if (node.is_text()) {
            add_text(node);
            return false;
        }
        const LowerName name(node);
        if (dropped.contains(name.view())) return false;
        if (name.view() == "br") add_break(1);
        if (name.view() == "td" || name.view() == "th") add_cell();
        if (name.view() == "pre") ++open_pre_;
        if (blocks.contains(name.view())) add_break(2);
        return true;
    }

    void leave(XmlNode node) {
        if (!node.is_element()) return;
        const LowerName name(node);
        if (name.view() == "pre") --open_pre_;
        if (blocks.contains(name.view())) add_break(2);
    }

    void add_text(XmlNode node) {
        const std::string_view text = node.text();
        const bool keeps_lines = open_pre_ > 0;
        const bool has_empty_lines = !keeps_lines && text.find('\n') != text.npos &&
                                     containers.contains(LowerName(node.parent()).view());
        for (std::size_t at = 0; at < text.size();) {
            const auto end = static_cast<std::size_t>(
                std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_blank) -
                text.begin());
            add_word(text.substr(at, end - at));
            at = end;
            while (at < text.size() && is_blank(text[at])) ++at;
            if (at > end) add_space(text.substr(end, at - end), keeps_lines, has_empty_lines);
        }
    }

    void add_word(std::string_view word) {
        if (word.empty()) return;
        if (!text_.empty()) {
            if (newlines_ > 0)
                text_.append(newlines_, '\n');
            else if (has_blank_)
                text_ += ' ';
        }
        if (has_cell_ && !text_.empty() && newlines_ == 0) text_.back() = '\t';
        newlines_ = 0;
        has_blank_ = false;
        has_cell_ = false;
        text_ += word;
    }

    void add_space(std::string_view space, bool keeps_lines, bool has_empty_lines) {
        has_blank_ = true;
        if (!keeps_lines && !has_empty_lines) return;
        const auto lines = static_cast<std::size_t>(std::count(space.begin(), space.end(), '\n'));
        if (keeps_lines || lines > 1) add_break(std::min<std::size_t>(lines, 2));
    }

    void add_break(std::size_t newlines) { newlines_ = std::max(newlines_, newlines); }

    void add_cell() {
        has_blank_ = true;
        has_cell_ = true;
    }

    std::string text_;
    std::size_t newlines_ = 0;  // before the next word
    bool has_blank_ = false;    // before the next word
    bool has_cell_ = false;     // begins with the next word
    std::size_t open_pre_ = 0;
};

}  // namespace

std::string block_text(XmlNode node) { return BlockWriter().write(node); }

}  // namespace dateline
