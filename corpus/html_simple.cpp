#include "corpus/html_simple.hpp"

#include "corpus/ascii.hpp"
#include "corpus/byte_set.hpp"
#include "corpus/character_references.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/html_tags.hpp"
#include "corpus/html_text_writer.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace dateline {
namespace {

// What these hold is text like any other, however they are nested.
constexpr std::string_view inline_row =
    "a abbr b big cite del em font i img ins kbd mark s samp small span strike strong sub sup tt u "
    "var";
constexpr std::string_view block_row = "blockquote div h1 h2 h3 h4 h5 h6 li ol p ul";
constexpr WordSet<words_in_row(inline_row)> inline_names(inline_row);
constexpr WordSet<words_in_row(block_row)> block_names(block_row);

constexpr ByteSet marks("<&");
constexpr ByteSet odd_controls(std::string_view("\0\f\v", 3));

constexpr std::size_t most_open = 100;
constexpr std::size_t longest_name_bytes = 10;

class LowerName {
  public:
    explicit LowerName(std::string_view name) : size_(name.size()) {
        if (size_ > longest_name_bytes) size_ = 0;
        std::transform(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(size_),
                       bytes_.begin(), [](char c) { return lower_ascii(c); });
    }
    std::string_view view() const { return {bytes_.data(), size_}; }

  private:
    std::array<char, longest_name_bytes> bytes_{};
    std::size_t size_ = 0;
};

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// By an attribute or a style, perhaps: what looks like it is left to the parser.
bool may_hide(std::string_view tag) {
    const std::string lower = lower_ascii(tag);
    return lower.find("hidden") != lower.npos || lower.find("display") != lower.npos;
}

/// The open blocks; a paragraph is closed by any of them.
class OpenBlocks {
  public:
    /// False where a parser would move things.
    bool open(std::string_view name) {
        is_in_paragraph_ = name == "p";
        if (is_in_paragraph_) return true;
        if (is_heading(name) && !names_.empty() && is_heading(names_.back())) return false;
        if (name == "li" && !names_.empty() && names_.back() == "li") return true;
        const auto known = std::ranges::lower_bound(block_names.words(), name);
        names_.push_back(*known);
        return names_.size() < most_open;
    }
    bool close(std::string_view name) {
        const bool was_in_paragraph = std::exchange(is_in_paragraph_, false);
        if (name == "p") return was_in_paragraph;
        if (names_.empty() || names_.back() != name) {
            // The last item of a list need not be closed.
            const bool is_list = name == "ul" || name == "ol";
            if (!is_list || names_.size() < 2 || names_.back() != "li") return false;
            names_.pop_back();
            if (names_.back() != name) return false;
        }
        names_.pop_back();
        return true;
    }

  private:
    std::vector<std::string_view> names_;
    bool is_in_paragraph_ = false;
};

/// Two walks over the same tags: what lays out the text is known only when all have been seen.
class SimpleHtml {
  public:
    explicit SimpleHtml(std::string_view html) : html_(html) {}

    std::optional<std::string> text() {
        if (odd_controls.find_in(html_) < html_.size()) return std::nullopt;
        if (first_invalid_utf8(html_)) return std::nullopt;
        if (!survey()) return std::nullopt;
        space_ = lays_out_lines_ ? HtmlSpace::collapse
                 : has_blocks_   ? HtmlSpace::keep_paragraphs
                                 : HtmlSpace::keep_lines;
        // A parser would make newlines of carriage returns, and one text of two with an end tag
        // between them that ends nothing.
        if (space_ != HtmlSpace::collapse &&
            (has_stray_end_tag_ || html_.find('\r') != html_.npos)) {
            return std::nullopt;
        }
        if (!write()) return std::nullopt;
        return std::move(writer_).result();
    }

  private:
    bool survey() {
        OpenBlocks blocks;
        for (std::size_t at = html_.find('<'); at != html_.npos; at = html_.find('<', at)) {
            const HtmlSourceTag tag = html_tag_at(html_, at);
            if (tag.name.empty()) {
                if (begins_markup(at)) return false;
                ++at;
                continue;
            }
            const LowerName name(tag.name);
            const bool is_block = block_names.contains(name.view());
            const bool is_break = name.view() == "br";
            if (html_[tag.end - 1] != '>') return false;
            if (!is_block && !is_break && !inline_names.contains(name.view())) return false;
            if (is_break && tag.is_end_tag) return false;
            if (tag.attributes > 0 && may_hide(html_.substr(at, tag.end - at))) return false;
            if (is_block &&
                !(tag.is_end_tag ? blocks.close(name.view()) : blocks.open(name.view()))) {
                return false;
            }
            if (!is_block && !is_break) note_inline(tag, name.view());
            if (open_inline_.size() > most_open) return false;
            has_blocks_ |= is_block;
            lays_out_lines_ |= is_break || name.view() == "p" || name.view() == "div";
            at = tag.end;
        }
        return true;
    }

    void note_inline(const HtmlSourceTag& tag, std::string_view name) {
        if (!tag.is_end_tag) {
            if (name != "img")
                open_inline_.push_back(*std::ranges::lower_bound(inline_names.words(), name));
        } else if (!open_inline_.empty() && open_inline_.back() == name) {
            open_inline_.pop_back();
        } else {
            has_stray_end_tag_ = true;
        }
    }

    /// Comments, declarations and odd end tags; else it is a less-than sign.
    bool begins_markup(std::size_t at) const {
        const std::string_view rest = html_.substr(at + 1, 1);
        return rest == "!" || rest == "/" || rest == "?";
    }

    bool write() {
        std::string text;
        std::size_t at = 0;
        while (at < html_.size()) {
            const std::size_t next = marks.find_in(html_, at);
            text.append(html_, at, next - at);
            at = next;
            if (at == html_.size()) break;
            if (html_[at] == '&') {
                const std::optional<std::size_t> bytes = add_reference(at, text);
                if (!bytes) return false;
                at += *bytes;
                continue;
            }
            const HtmlSourceTag tag = html_tag_at(html_, at);
            if (tag.name.empty()) {
                text += html_[at++];
                continue;
            }
            writer_.add_text(text, space_);
            text.clear();
            const LowerName name(tag.name);
            if (name.view() == "br")
                writer_.break_line();
            else if (block_names.contains(name.view()))
                writer_.break_block();
            at = tag.end;
        }
        writer_.add_text(text, space_);
        return true;
    }

    /// Bytes of what begins at the ampersand, which may stand for itself.
    std::optional<std::size_t> add_reference(std::size_t at, std::string& text) const {
        const std::string_view rest = html_.substr(at);
        if (const auto reference = leading_reference(rest)) {
            constexpr char32_t first_printable = 0x20;
            if (reference->character < first_printable) return std::nullopt;
            append_utf8(text, reference->character);
            return reference->bytes;
        }
        const bool is_alone = rest.size() == 1 || rest[1] == ' ' || rest[1] == '\n';
        if (!is_alone) return std::nullopt;
        text += '&';
        return 1;
    }

    std::string_view html_;
    HtmlTextWriter writer_;
    HtmlSpace space_ = HtmlSpace::collapse;
    std::vector<std::string_view> open_inline_;
    bool has_stray_end_tag_ = false;
    bool lays_out_lines_ = false;
    bool has_blocks_ = false;
};

}  // namespace

std::optional<std::string> simple_html_text(std::string_view html) {
    return SimpleHtml(html).text();
}

}  // namespace dateline
