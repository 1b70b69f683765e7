#include "corpus/formats/sgml_text.hpp"

#include "corpus/formats/sgml_entities.hpp"
#include "corpus/formats/sgml_tag.hpp"
#include "corpus/text_lines.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// What a tag is to the text around it.
enum class Break { none, blank, line, paragraph, unknown };

struct MarkupElement {
    std::string_view name;
    Break at_tag;
};

// TABLECELL, TABLEROW and the rules between them: Los Angeles Times.
constexpr std::array<MarkupElement, 45> markup_elements{{
    {"P", Break::paragraph},
    {"BR", Break::line},
    {"B", Break::none},
    {"I", Break::none},
    {"U", Break::none},
    {"EM", Break::none},
    {"STRONG", Break::none},
    {"FONT", Break::none},
    {"A", Break::none},
    {"SUB", Break::none},
    {"SUP", Break::none},
    {"F", Break::none},
    {"TT", Break::none},
    {"SPAN", Break::none},
    {"SMALL", Break::none},
    {"Q", Break::none},
    {"CITE", Break::none},
    {"TD", Break::blank},
    {"TH", Break::blank},
    {"TABLECELL", Break::blank},
    {"CELLRULE", Break::none},
    {"ROWRULE", Break::line},
    {"TABLEROW", Break::line},
    {"TR", Break::line},
    {"LI", Break::line},
    {"DT", Break::line},
    {"TABLE", Break::paragraph},
    {"DIV", Break::paragraph},
    {"UL", Break::paragraph},
    {"OL", Break::paragraph},
    {"DL", Break::paragraph},
    {"H1", Break::paragraph},
    {"H2", Break::paragraph},
    {"H3", Break::paragraph},
    {"H4", Break::paragraph},
    {"H5", Break::paragraph},
    {"H6", Break::paragraph},
    {"H7", Break::paragraph},
    {"H8", Break::paragraph},
    {"HR", Break::paragraph},
    {"PRE", Break::paragraph},
    {"BLOCKQUOTE", Break::paragraph},
    {"SECTION", Break::paragraph},
    {"ARTICLE", Break::paragraph},
    {"TI", Break::none},
}};

Break break_at(std::string_view name) {
    const auto row = std::find_if(markup_elements.begin(), markup_elements.end(),
                                  [&](const auto& e) { return is_same_name(e.name, name); });
    return row == markup_elements.end() ? Break::unknown : row->at_tag;
}

bool is_at_line_start(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t");
    return last == text.npos || text[last] == '\n';
}

void append_break(std::string& out, const SgmlTag& tag) {
    switch (break_at(tag.name)) {
        case Break::none:
            return;
        case Break::blank:
            out += ' ';
            return;
        case Break::line:
            if (!is_at_line_start(out)) out += '\n';
            return;
        case Break::unknown:
            // An element on a line of its own is a part of the text, others are words of it.
            if (!is_at_line_start(out)) return;
            [[fallthrough]];
        case Break::paragraph:
            out += "\n\n";
    }
}

std::string without_tags(std::string_view markup) {
    std::string text;
    text.reserve(markup.size() + 16);
    std::size_t at = 0;
    while (const auto tag = next_sgml_tag(markup, at)) {
        append_without_entities(text, markup.substr(at, tag->begin - at));
        at = tag->end;
        if (!tag->name.empty()) {
            append_break(text, *tag);
        } else if (is_at_line_start(text) && markup.substr(at).starts_with('\n')) {
            // A comment on a line of its own leaves no empty line.
            ++at;
        }
    }
    append_without_entities(text, markup.substr(at));
    return text;
}

/// Whether the line begins a paragraph by its indent alone. Of lines that are indented alike, those
/// behind the end of a sentence do.
bool is_indented_start(const TextLine& line, const TextLine& before) {
    constexpr std::size_t least_indent = 2;
    if (line.text.empty() || before.text.empty() || line.indent < least_indent) return false;
    if (line.indent >= before.indent + least_indent) return true;
    return line.indent == before.indent && ends_like_sentence(before.text);
}

/// Indents tell paragraphs where some lines have none, or where each line is one.
bool has_telling_indents(const std::vector<TextLine>& lines) {
    bool all_end_sentences = true;
    for (const TextLine& line : lines) {
        if (line.text.empty()) continue;
        if (line.indent < 2) return true;
        all_end_sentences = all_end_sentences && ends_like_sentence(line.text);
    }
    return all_end_sentences;
}

std::string with_indented_paragraphs(std::string text) {
    if (text.find("\n  ") == text.npos) return text;
    const std::vector<TextLine> lines = split_lines(text);
    if (!has_telling_indents(lines)) return text;
    std::string laid_out;
    laid_out.reserve(text.size() + lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) laid_out += '\n';
        if (i > 0 && is_indented_start(lines[i], lines[i - 1])) laid_out += '\n';
        laid_out += lines[i].text;
    }
    return laid_out;
}

}  // namespace

std::string sgml_text(std::string_view markup) {
    return with_indented_paragraphs(without_tags(markup));
}

}  // namespace dateline
