#include "corpus/command_line/manual.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace dateline {

namespace {

constexpr std::size_t widest_columns = 100;
constexpr std::size_t narrowest_columns = 20;

std::size_t text_width(std::size_t width_columns) {
    return std::clamp(width_columns, narrowest_columns, widest_columns);
}

std::vector<std::string_view> paragraphs_of(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        paragraphs.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return paragraphs;
}

// Words are not broken.
std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (lines.empty() || lines.back().size() + 1 + word.size() > width)
            lines.emplace_back(word);
        else
            lines.back().append(" ").append(word);
    }
    return lines;
}

std::string entry_text(const ManualEntry& entry, std::size_t column, std::size_t width) {
    constexpr std::size_t below_column = 6;
    const std::string term = "  " + entry.term;
    const bool is_beside = term.size() + 2 <= column && column + narrowest_columns <= width;
    const std::size_t indent = is_beside ? column : below_column;
    std::string out = term;
    bool is_first = is_beside;
    for (const std::string& line : wrapped(entry.meaning, width - indent)) {
        if (is_first)
            out += std::string(column - term.size(), ' ') + line;
        else
            out += "\n" + std::string(indent, ' ') + line;
        is_first = false;
    }
    return out + "\n";
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return out;
}

// Text that troff prints as it stands: no line of it is a request.
std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else if (c == '\'')
            out += "\\(aq";
        else if (c == '~')
            out += "\\(ti";
        else if (c == '^')
            out += "\\(ha";
        else if (c == '`')
            out += "\\(ga";
        else if (c == '"')
            out += "\\(dq";
        else
            out += c;
    }
    return out.starts_with('.') ? "\\&" + out : out;
}

std::string section_roff(const ManualSection& section) {
    std::string out = fmt::format(".SH \"{}\"\n", roff(upper(section.title)));
    bool is_first = true;
    for (const std::string_view paragraph : paragraphs_of(section.text)) {
        out += (is_first ? "" : ".PP\n") + roff(paragraph) + "\n";
        is_first = false;
    }
    for (const ManualEntry& entry : section.entries)
        out += fmt::format(".TP\n.B \"{}\"\n{}\n", roff(entry.term), roff(entry.meaning));
    return out;
}

}  // namespace

std::string paragraphs_text(const std::string& text, std::size_t width_columns,
                            std::size_t indent_columns) {
    const std::size_t width = text_width(width_columns) - indent_columns;
    std::string out;
    for (const std::string_view paragraph : paragraphs_of(text)) {
        if (!out.empty()) out += "\n";
        for (const std::string& line : wrapped(paragraph, width))
            out += std::string(indent_columns, ' ') + line + "\n";
    }
    return out;
}

std::string entries_text(const std::vector<ManualEntry>& entries, std::size_t width_columns) {
    constexpr std::size_t widest_column = 38;
    std::size_t column = 0;
    for (const ManualEntry& entry : entries)
        if (const std::size_t wide = entry.term.size() + 4; wide <= widest_column)
            column = std::max(column, wide);
    std::string out;
    for (const ManualEntry& entry : entries)
        out += entry_text(entry, column, text_width(width_columns));
    return out;
}

std::string manual_text(const ManualPage& page, std::size_t width_columns) {
    std::string out = paragraphs_text(page.name + ": " + page.summary, width_columns, 0);
    for (const ManualSection& section : page.sections) {
        out += "\n" + paragraphs_text(upper(section.title), width_columns, 0);
        out += paragraphs_text(section.text, width_columns, 2);
        if (!section.text.empty() && !section.entries.empty()) out += "\n";
        out += entries_text(section.entries, width_columns);
    }
    return out;
}

std::string manual_roff(const ManualPage& page) {
    std::string out =
        fmt::format(".TH {} {} \"\" \"dateline\" \"dateline\"\n.SH NAME\n{} \\- {}\n",
                    roff(upper(page.name)), page.chapter, roff(page.name), roff(page.summary));
    for (const ManualSection& section : page.sections) out += section_roff(section);
    return out;
}

}  // namespace dateline
