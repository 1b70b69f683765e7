#pragma once

#include <string>
#include <string_view>

#include "corpus/html_tree.hpp"

namespace dateline {

/// What an element is to the text around it.
bool is_html_block(HtmlTag tag);
/// Its contents are no text that a page shows: scripts, controls of forms, fallbacks.
bool is_html_without_text(HtmlTag tag);
/// By attribute or style.
bool is_html_hidden(const HtmlTree& tree, const HtmlNode& node);

enum class HtmlSpace : unsigned char {
    collapse,         ///< as browsers do
    keep_paragraphs,  ///< empty lines stay
    keep_lines,       ///< all newlines stay
};

/// Puts text together as a page lays it out.
class HtmlTextWriter {
  public:
    void add_text(std::string_view text, HtmlSpace space);
    /// Of <pre>.
    void add_verbatim(std::string_view text);
    void break_line() { due_newlines_ += 1; }
    void break_block();
    void break_cell() { has_due_tab_ = true; }
    /// Nothing at the ends.
    std::string result() && { return std::move(text_); }

  private:
    void write_due();
    void add_words(std::string_view text);

    std::string text_;
    std::size_t due_newlines_ = 0;
    bool has_due_blank_ = false;
    bool has_due_tab_ = false;
};

enum class HtmlAsides : unsigned char { keep, leave_out };

/// The text of the nodes from `first` up to `last` (not included), which are whole elements. What
/// may be left out is beside an article's text: <aside>, and captions of figures.
std::string html_text(const HtmlTree& tree, std::uint32_t first, std::uint32_t last,
                      HtmlSpace space, HtmlAsides asides = HtmlAsides::keep);

}  // namespace dateline
