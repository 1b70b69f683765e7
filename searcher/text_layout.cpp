#include "searcher/text_layout.hpp"

#include <algorithm>
#include <array>

#include "searcher/columns.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

constexpr std::u32string_view never_first =
    U",.;:!?)]}%'\"’”»、。，．：；！？）］｝〕〉》」』】〙〗…—ー々％";
constexpr std::u32string_view never_last = U"([{‘“«（［｛〔〈《「『【〘〖";

bool is_one_of(char32_t code, std::u32string_view set) {
    return set.find(code) != std::u32string_view::npos;
}

bool keeps_words_together(char32_t code) { return code == 0xA0 || code == 0x202F; }

bool is_gap(char32_t code) { return is_blank(code) && !keeps_words_together(code); }

bool may_break_between(char32_t before, char32_t after) {
    const bool wide = columns_of(before) == 2 || columns_of(after) == 2;
    return wide && !is_one_of(after, never_first) && !is_one_of(before, never_last);
}

std::uint32_t narrow(std::size_t offset) { return static_cast<std::uint32_t>(offset); }

// One character with its marks, or several plain ones that stay on one line, in their ink.
struct Glyph {
    std::string_view source;
    std::size_t columns = 0;
    bool matches = false;
};

// Most of most texts: it is shown as it is, in one column.
bool is_plain(char byte) { return byte > ' ' && byte <= '~'; }

// Where the plain characters at `offset` end, without a last one that marks may follow.
std::size_t end_of_plain(std::string_view text, std::size_t offset) {
    std::size_t end = offset;
    while (end < text.size() && is_plain(text[end])) ++end;
    const bool may_have_marks = end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80;
    return may_have_marks && end > offset ? end - 1 : end;
}

// Without source where nothing of it is shown.
Glyph glyph_of(std::string_view source, bool matches) {
    if (source.size() == 1 && is_plain(source[0])) return {source, 1, matches};
    const std::string shown = printable(source);
    return {shown.empty() ? std::string_view{} : source, display_width(shown), matches};
}

std::string shown_text(std::vector<Glyph>::const_iterator first,
                       std::vector<Glyph>::const_iterator last) {
    std::string out;
    for (auto glyph = first; glyph != last; ++glyph) {
        if (std::ranges::all_of(glyph->source, is_plain)) {
            out += glyph->source;
        } else {
            out += printable(glyph->source);
        }
    }
    return out;
}

// Tells for ascending ranges whether they touch a match.
class MatchCursor {
  public:
    explicit MatchCursor(const std::vector<TextRange>& matches) : matches_(matches) {}

    bool touches(TextRange range) {
        while (next_ < matches_.size() && matches_[next_].end <= range.begin) ++next_;
        return next_ < matches_.size() && matches_[next_].begin < range.end;
    }
    /// Up to where, from the beginning of the range on, all touches the same match, or none.
    std::uint32_t same_until(TextRange range) {
        if (!touches(range)) return range.end;
        const TextRange match = matches_[next_];
        return std::min(range.end, match.begin > range.begin ? match.begin : match.end);
    }

  private:
    const std::vector<TextRange>& matches_;
    std::size_t next_ = 0;
};

class Paragraph {
  public:
    Paragraph(std::size_t width, const Ink& ink) : width_(width), ink_(ink) {}

    void add_blank(bool matches) { blank_ = {" ", 1, matches}; }

    void add_part(const std::vector<Glyph>& part) {
        std::size_t columns = 0;
        for (const Glyph& glyph : part) columns += glyph.columns;
        if (!line_.empty() && columns_ + blank_.columns + columns > width_) end_line();
        if (!line_.empty() && blank_.columns > 0) add_glyph(blank_);
        blank_ = {};
        for (const Glyph& glyph : part) {
            if (!line_.empty() && columns_ + glyph.columns > width_) end_line();
            add_glyph(glyph);
        }
    }

    std::vector<std::string> lines() && {
        if (!line_.empty()) end_line();
        return std::move(lines_);
    }

  private:
    void add_glyph(const Glyph& glyph) {
        columns_ += glyph.columns;
        line_.push_back(glyph);
    }

    void end_line() {
        std::string out;
        for (auto first = line_.cbegin(); first != line_.cend();) {
            const auto last = std::find_if(first, line_.cend(), [&](const Glyph& glyph) {
                return glyph.matches != first->matches;
            });
            out += painted(shown_text(first, last), first->matches ? ink_.match : ink_.normal);
            first = last;
        }
        lines_.push_back(std::move(out));
        line_.clear();
        columns_ = 0;
        blank_ = {};
    }

    std::size_t width_;
    Ink ink_;
    std::vector<std::string> lines_;
    std::vector<Glyph> line_;
    std::size_t columns_ = 0;
    Glyph blank_;  // stands before the next part, unless that begins a line
};

}  // namespace

std::string painted(std::string_view text, std::string_view sgr) {
    if (sgr.empty() || text.empty()) return std::string(text);
    return "\x1b[" + std::string(sgr) + "m" + std::string(text) + "\x1b[0m";
}

std::vector<TextRange> unbreakable_parts(std::string_view text) {
    std::vector<TextRange> parts;
    char32_t before = ' ';
    for (std::size_t offset = 0; offset < text.size();) {
        if (const std::size_t end = end_of_plain(text, offset); end > offset) {
            const bool begins =
                is_gap(before) || may_break_between(before, static_cast<char32_t>(text[offset]));
            if (begins) parts.push_back({narrow(offset), narrow(offset)});
            parts.back().end = narrow(end);
            before = static_cast<char32_t>(text[end - 1]);
            offset = end;
            continue;
        }
        const std::size_t end = cluster_end(text, offset);
        const auto byte = static_cast<unsigned char>(text[offset]);
        const char32_t code = byte < 0x80 ? byte : shown_character(text, offset).code;
        if (!is_gap(code)) {
            const bool begins = is_gap(before) || may_break_between(before, code);
            if (begins) parts.push_back({narrow(offset), narrow(offset)});
            parts.back().end = narrow(end);
        }
        before = code;
        offset = end;
    }
    return parts;
}

std::vector<std::string> wrap_text(std::string_view text, const std::vector<TextRange>& matches,
                                   std::size_t width_columns, const Ink& ink) {
    Paragraph paragraph(width_columns, ink);
    MatchCursor cursor(matches);
    std::vector<Glyph> glyphs;
    std::uint32_t last_end = 0;
    for (const TextRange part : unbreakable_parts(text)) {
        if (part.begin > last_end) paragraph.add_blank(cursor.touches({last_end, part.begin}));
        glyphs.clear();
        for (std::uint32_t offset = part.begin; offset < part.end;) {
            const bool fits = part.size() <= width_columns;
            const TextRange plain{offset, fits ? narrow(end_of_plain(text, offset)) : offset};
            if (!plain.empty()) {
                const TextRange alike{offset, cursor.same_until(plain)};
                glyphs.push_back({alike.in(text), alike.size(), cursor.touches(alike)});
                offset = alike.end;
                continue;
            }
            const TextRange cluster{offset, narrow(cluster_end(text, offset))};
            const Glyph glyph = glyph_of(cluster.in(text), cursor.touches(cluster));
            if (!glyph.source.empty()) glyphs.push_back(glyph);
            offset = cluster.end;
        }
        if (!glyphs.empty()) paragraph.add_part(glyphs);
        last_end = part.end;
    }
    return std::move(paragraph).lines();
}

std::vector<std::string> wrap_list(const std::vector<InkedText>& texts, std::size_t width_columns,
                                   std::string_view dot_sgr) {
    constexpr std::string_view dot = " \u00B7 ";
    std::vector<std::string> lines;
    std::size_t columns = 0;  // of the last line
    for (const InkedText& part : texts) {
        const std::vector<std::string> own = wrap_text(part.text, {}, width_columns, {});
        if (own.empty()) continue;
        const std::size_t needed = display_width(dot) + display_width(own.front());
        if (!lines.empty() && own.size() == 1 && columns + needed <= width_columns) {
            lines.back() += painted(dot, dot_sgr) + painted(own.front(), part.sgr);
            columns += needed;
            continue;
        }
        for (const std::string& line : own) lines.push_back(painted(line, part.sgr));
        columns = display_width(own.back());
    }
    return lines;
}

std::string indented(const std::vector<std::string>& lines, std::string_view first,
                     std::string_view indent) {
    std::string out;
    for (const std::string& line : lines) {
        out += out.empty() ? first : indent;
        out += line + "\n";
    }
    return out;
}

}  // namespace dateline
