#include "corpus/formats/plain_text.hpp"

#include "corpus/byline.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/whole_text.hpp"
#include "corpus/formats/zero_bytes.hpp"
#include "corpus/text_lines.hpp"

#include <algorithm>
#include <cctype>
#include <span>

namespace dateline {
namespace {

constexpr std::string_view format_name = "plain text";

using Lines = std::span<const TextLine>;

/// At the end of a text there is an empty line.
std::string_view line_at(Lines lines, std::size_t i) {
    return i < lines.size() ? lines[i].text : std::string_view();
}

std::size_t next_full_line(Lines lines, std::size_t i) {
    while (i < lines.size() && lines[i].text.empty()) ++i;
    return i;
}

/// nullopt for a line that is no date at all; "Published on: 5 January 2020" is one.
std::optional<DateReading> date_line(std::string_view line, const DateOptions& options) {
    constexpr std::size_t longest_date_bytes = 80;
    if (line.empty() || line.size() > longest_date_bytes) return std::nullopt;
    DateReading reading = read_date(clean_line(line), options);
    if (reading.problem == DateProblem::unreadable || reading.problem == DateProblem::missing) {
        return std::nullopt;
    }
    // Any number could be a year, or seconds since 1970: on a line of its own it is text.
    const bool is_number = line.find_first_not_of("0123456789.-") == line.npos;
    const bool is_bad = reading.problem != DateProblem::none;
    if (is_number && line.find('-') == line.npos && (is_bad || line.size() > 8)) {
        return std::nullopt;
    }
    return reading;
}

/// Long as a paragraph is, so no headline even on a line of its own.
bool is_paragraph(std::string_view line) {
    constexpr std::size_t longest_headline_bytes = 500;
    constexpr std::size_t longest_sentence_bytes = 300;
    return line.size() > longest_headline_bytes ||
           (line.size() > longest_sentence_bytes && ends_like_sentence(line));
}

/// Whether the first line, directly followed by text, is a headline of that text and not its
/// beginning.
bool stands_out(Lines lines) {
    constexpr std::size_t longest_headline_bytes = 150;
    const std::string_view first = lines[0].text;
    if (first.size() > longest_headline_bytes || ends_like_sentence(first)) return false;
    std::size_t width = 0;
    for (std::size_t i = 0; !line_at(lines, i).empty(); ++i) {
        width = std::max(width, character_count(lines[i].text));
    }
    const bool goes_on = std::islower(static_cast<unsigned char>(lines[1].text.front())) != 0;
    return !goes_on && !is_full_line(first, lines[1].text, width);
}

std::size_t count_words(std::string_view line) {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

/// Sentences of prose on a line of their own, as a lead has them. Headlines may ask or shout, and
/// end in an abbreviation, but are no long statements with a period.
bool is_statement(std::string_view line) {
    constexpr std::size_t fewest_words = 12;
    constexpr std::size_t fewest_words_of_two = 8;
    if (!ends_like_sentence(line) || line.ends_with('?') || line.ends_with('!')) return false;
    const std::size_t last_blank = line.rfind(' ');
    const std::string_view last =
        last_blank == line.npos ? line : std::string_view(line).substr(last_blank + 1);
    const bool is_initials = last.size() > 1 && last.find('.') < last.size() - 1;
    if (is_initials && last.find_first_of("\"')") == last.npos) return false;
    const std::size_t stop = line.find(". ");
    const bool has_two = stop != line.npos && stop > 4 && line[stop - 2] != '.' &&
                         std::islower(static_cast<unsigned char>(line[stop - 3])) != 0;
    return count_words(line) >= (has_two ? fewest_words_of_two : fewest_words);
}

bool has_headline(Lines lines, const DateOptions& options) {
    if (is_paragraph(lines[0].text)) return false;
    const std::string_view second = line_at(lines, 1);
    if (second.empty() && is_statement(lines[0].text)) {
        const std::string_view below = line_at(lines, next_full_line(lines, 1));
        return is_byline(below) || date_line(below, options);
    }
    return second.empty() || is_byline(second) || date_line(second, options) || stands_out(lines);
}

struct PlainReading {
    Article article;
    std::string warning;
};

/// The date of a text that begins with it, where more follows. A year or a month alone is rather
/// a headline.
std::optional<DateReading> leading_date(Lines lines, const DateOptions& options) {
    if (next_full_line(lines, 1) == lines.size()) return std::nullopt;
    std::optional<DateReading> date = date_line(lines[0].text, options);
    const bool is_day = date && date->date.precision >= DatePrecision::day;
    return is_day ? date : std::nullopt;
}

/// `text`: valid UTF-8, not blank, newlines only.
PlainReading read_text(std::string_view text, const DateOptions& options) {
    const std::vector<TextLine> all_lines = split_lines(text);
    Lines lines = Lines(all_lines).subspan(next_full_line(all_lines, 0));
    PlainReading reading;
    bool has_date = false;
    if (const auto date = leading_date(lines, options)) {
        has_date = true;
        reading.article.date = date->date;
        lines = lines.subspan(next_full_line(lines, 1));
    }
    std::size_t next = 0;
    if (has_headline(lines, options)) {
        reading.article.headline = clean_line(lines[0].text);
        next = next_full_line(lines, 1);
    }
    for (; next < lines.size(); next = next_full_line(lines, next + 1)) {
        const std::string_view line = lines[next].text;
        const std::optional<DateReading> date = has_date ? std::nullopt : date_line(line, options);
        if (date) {
            has_date = true;
            reading.article.date = date->date;
            reading.warning = date_warning(*date);
        } else if (reading.article.byline.empty() && is_byline(line)) {
            reading.article.byline = authors_of(line);
        } else {
            break;
        }
    }
    if (next < lines.size()) {
        const auto begin = static_cast<std::size_t>(lines[next].text.data() - text.data());
        reading.article.body = clean_body(text.substr(begin - lines[next].indent));
    }
    return reading;
}

class PlainTextReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        const std::optional<std::string> text = read_whole_text(stream, options, format_name, sink);
        if (!text) return;
        PlainReading reading = read_text(*text, options.dates);
        if (reading.article.headline.empty() && reading.article.body.empty()) {
            return sink(
                Rejection{{{}, std::string(format_name), "has no text but what reads as a date"}});
        }
        if (!reading.warning.empty()) {
            sink(Warning{{{}, std::string(format_name), std::move(reading.warning)}});
        }
        sink(std::move(reading.article));
    }
};

bool is_odd_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || byte > '\r');
}

/// A byte order mark, and nothing that only binary data has behind it.
bool is_utf16_text(std::string_view head) {
    if (!head.starts_with("\xFF\xFE") && !head.starts_with("\xFE\xFF")) return false;
    const std::string text = decode_text(head.substr(0, head.size() / 2 * 2)).text;
    const auto controls = std::count_if(text.begin(), text.end(), is_odd_control);
    return static_cast<std::size_t>(controls) <= text.size() / 16 && text.find('\0') == text.npos;
}

}  // namespace

bool recognises_plain_text(std::string_view head) {
    if (is_utf16_text(head)) return true;
    // Teletype archives hold a few control characters; binary data is full of them.
    const auto controls = std::count_if(head.begin(), head.end(), is_odd_control);
    return has_few_zero_bytes(head) && static_cast<std::size_t>(controls) <= head.size() / 16;
}

const ArticleReader& plain_text_reader() {
    static const PlainTextReader reader;
    return reader;
}

}  // namespace dateline
