#include "corpus/html_text_writer.hpp"

#include "corpus/byte_set.hpp"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

constexpr std::string_view white_space = " \t\r\n\f";
constexpr ByteSet blanks(white_space);

bool is_cell(HtmlTag tag) { return tag == HtmlTag::td || tag == HtmlTag::th; }

bool is_aside(HtmlTag tag) { return tag == HtmlTag::aside || tag == HtmlTag::figcaption; }

/// Walks whole elements from front to back, with what ends where.
class Walk {
  public:
    Walk(const HtmlTree& tree, HtmlSpace space, HtmlAsides asides)
        : tree_(tree), space_(space), asides_(asides) {}

    std::string text(std::uint32_t first, std::uint32_t last) {
        for (std::uint32_t i = first; i < last;) {
            close_up_to(i);
            i = enter(i);
        }
        close_up_to(last);
        return std::move(writer_).result();
    }

  private:
    void close_up_to(std::uint32_t index) {
        while (!open_.empty() && open_.back().end <= index) {
            close(open_.back());
            open_.pop_back();
        }
    }

    void close(const HtmlNode& node) {
        if (node.tag == HtmlTag::pre) --verbatim_depth_;
        if (node.tag == HtmlTag::q) writer_.add_text("\"", space_);
        if (is_html_block(node.tag)) writer_.break_block();
        if (is_cell(node.tag)) writer_.break_cell();
    }

    /// The node to go on with.
    std::uint32_t enter(std::uint32_t index) {
        const HtmlNode& node = tree_.nodes()[index];
        if (node.tag == HtmlTag::text) {
            add_text(node.text);
            return index + 1;
        }
        if (is_html_without_text(node.tag) || is_html_hidden(tree_, node)) return node.end;
        if (asides_ == HtmlAsides::leave_out && is_aside(node.tag)) return node.end;
        if (node.tag == HtmlTag::br) writer_.break_line();
        if (node.tag == HtmlTag::pre) ++verbatim_depth_;
        if (is_html_block(node.tag)) writer_.break_block();
        if (node.tag == HtmlTag::q) writer_.add_text("\"", space_);
        open_.push_back(node);
        return index + 1;
    }

    void add_text(std::string_view text) {
        if (verbatim_depth_ > 0)
            writer_.add_verbatim(text);
        else
            writer_.add_text(text, space_);
    }

    const HtmlTree& tree_;
    HtmlSpace space_;
    HtmlAsides asides_;
    HtmlTextWriter writer_;
    std::vector<HtmlNode> open_;
    std::size_t verbatim_depth_ = 0;
};

/// A declaration of the style attribute, blanks apart.
bool has_declaration(std::string_view style, std::string_view name, std::string_view value) {
    const std::size_t at = style.find(name);
    if (at == style.npos) return false;
    std::string_view rest = style.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n:"), rest.size()));
    return rest.starts_with(value);
}

}  // namespace

bool is_html_block(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::address:
        case HtmlTag::article:
        case HtmlTag::aside:
        case HtmlTag::blockquote:
        case HtmlTag::body:
        case HtmlTag::caption:
        case HtmlTag::center:
        case HtmlTag::dd:
        case HtmlTag::details:
        case HtmlTag::div:
        case HtmlTag::dl:
        case HtmlTag::dt:
        case HtmlTag::fieldset:
        case HtmlTag::figcaption:
        case HtmlTag::figure:
        case HtmlTag::footer:
        case HtmlTag::form:
        case HtmlTag::h1:
        case HtmlTag::h2:
        case HtmlTag::h3:
        case HtmlTag::h4:
        case HtmlTag::h5:
        case HtmlTag::h6:
        case HtmlTag::header:
        case HtmlTag::hgroup:
        case HtmlTag::hr:
        case HtmlTag::legend:
        case HtmlTag::li:
        case HtmlTag::main:
        case HtmlTag::menu:
        case HtmlTag::nav:
        case HtmlTag::ol:
        case HtmlTag::p:
        case HtmlTag::pre:
        case HtmlTag::section:
        case HtmlTag::summary:
        case HtmlTag::table:
        case HtmlTag::tr:
        case HtmlTag::ul:
            return true;
        default:
            return false;
    }
}

bool is_html_without_text(HtmlTag tag) {
    switch (tag) {
        case HtmlTag::audio:
        case HtmlTag::button:
        case HtmlTag::canvas:
        case HtmlTag::head:
        case HtmlTag::input:
        case HtmlTag::noscript:
        case HtmlTag::object:
        case HtmlTag::option:
        case HtmlTag::rp:
        case HtmlTag::rt:
        case HtmlTag::script:
        case HtmlTag::select:
        case HtmlTag::style:
        case HtmlTag::svg:
        case HtmlTag::template_element:
        case HtmlTag::textarea:
        case HtmlTag::title:
        case HtmlTag::video:
            return true;
        default:
            return false;
    }
}

bool is_html_hidden(const HtmlTree& tree, const HtmlNode& node) {
    for (const HtmlAttribute& attribute : tree.attributes(node)) {
        if (attribute.name == "hidden") return true;
        if (attribute.name == "style" && (has_declaration(attribute.value, "display", "none") ||
                                          has_declaration(attribute.value, "visibility", "hidden")))
            return true;
    }
    return false;
}

void HtmlTextWriter::break_block() {
    due_newlines_ = std::max<std::size_t>(due_newlines_, 2);
    has_due_tab_ = false;
}

void HtmlTextWriter::write_due() {
    if (!text_.empty()) {
        constexpr std::size_t most_newlines = 2;
        text_.append(std::min(due_newlines_, most_newlines), '\n');
        if (due_newlines_ == 0 && (has_due_tab_ || has_due_blank_))
            text_ += has_due_tab_ ? '\t' : ' ';
    }
    due_newlines_ = 0;
    has_due_blank_ = false;
    has_due_tab_ = false;
}

void HtmlTextWriter::add_words(std::string_view text) {
    while (!text.empty()) {
        const std::size_t word = blanks.find_other(text);
        if (word > 0) has_due_blank_ = true;
        if (word == text.size()) return;
        const std::size_t end = blanks.find_in(text, word);
        write_due();
        text_.append(text, word, end - word);
        text.remove_prefix(end);
    }
}

void HtmlTextWriter::add_text(std::string_view text, HtmlSpace space) {
    if (space == HtmlSpace::collapse) return add_words(text);
    for (std::size_t newline = text.find('\n'); newline != text.npos; newline = text.find('\n')) {
        add_words(text.substr(0, newline));
        std::size_t next = text.find_first_not_of(white_space, newline);
        next = std::min(next, text.size());
        const std::string_view gap = text.substr(newline, next - newline);
        const auto newlines = static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
        if (newlines > 1)
            break_block();
        else if (space == HtmlSpace::keep_lines)
            break_line();
        else
            has_due_blank_ = true;
        text.remove_prefix(next);
    }
    add_words(text);
}

void HtmlTextWriter::add_verbatim(std::string_view text) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (line.find_first_not_of(white_space) != line.npos) {
            write_due();
            text_.append(line.substr(0, line.find_last_not_of(white_space) + 1));
            if (line.size() > line.find_last_not_of(white_space) + 1) has_due_blank_ = true;
        }
        if (end < text.size()) break_line();
        begin = end + 1;
    }
}

std::string html_text(const HtmlTree& tree, std::uint32_t first, std::uint32_t last,
                      HtmlSpace space, HtmlAsides asides) {
    return Walk(tree, space, asides).text(first, last);
}

}  // namespace dateline
