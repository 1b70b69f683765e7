#include "corpus/shown_date.hpp"

#include "corpus/clean_text.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_readable(const DateReading& reading) { return reading.problem == DateProblem::none; }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// From the first number or month on.
std::optional<DateReading> read_labelled(std::string_view text, const DateOptions& options) {
    constexpr std::size_t longest_label = 40;
    for (std::size_t at = 0; at < std::min(text.size(), longest_label);) {
        DateReading reading = read_date(clean_line(text.substr(at)), options);
        if (is_readable(reading)) return reading;
        if (is_digit(text[at])) break;
        const std::size_t blank = text.find_first_of(" :", at);
        if (blank == text.npos) break;
        at = text.find_first_not_of(" :", blank);
        if (at == text.npos) break;
    }
    return std::nullopt;
}

/// Where each word of the line begins, and the end of the line.
std::vector<std::size_t> word_bounds(std::string_view line) {
    std::vector<std::size_t> bounds;
    for (std::size_t at = 0; at < line.size(); ++at)
        if (line[at] != ' ' && (at == 0 || line[at - 1] == ' ')) bounds.push_back(at);
    bounds.push_back(line.size());
    return bounds;
}

std::string_view without_marks(std::string_view words) {
    constexpr std::string_view marks = " ,;:|()";
    const std::size_t begin = std::min(words.find_first_not_of(marks), words.size());
    words.remove_prefix(begin);
    return words.substr(0, words.find_last_not_of(marks) + 1);
}

}  // namespace

std::vector<std::string> parts_of_shown_line(const std::string& line) {
    constexpr std::array<std::string_view, 5> separators{"|", "·", "•", " - ", "("};
    std::vector<std::string> parts{line};
    std::string_view rest = line;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t size = 0;
        for (const std::string_view separator : separators) {
            const std::size_t at = rest.find(separator);
            if (at < end) {
                end = at;
                size = separator.size();
            }
        }
        parts.push_back(clean_line(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + size, rest.size()));
    }
    return parts;
}

std::optional<DateReading> read_shown_date(std::string_view text, const DateOptions& options) {
    constexpr std::size_t longest_date = 150;
    if (text.size() > longest_date || !has_digit(text)) return std::nullopt;
    for (const std::string& part : parts_of_shown_line(clean_line(text)))
        if (auto reading = read_labelled(part, options);
            reading && reading->date.precision >= DatePrecision::day)
            return reading;
    return std::nullopt;
}

std::optional<DateReading> find_shown_date(std::string_view line, const DateOptions& options) {
    constexpr std::size_t longest_line = 120;
    constexpr std::size_t most_words = 5;
    if (line.size() > longest_line || !has_digit(line)) return std::nullopt;
    const std::vector<std::size_t> bounds = word_bounds(line);
    for (std::size_t first = 0; first + 1 < bounds.size(); ++first) {
        const std::size_t last = std::min(first + most_words, bounds.size() - 1);
        for (std::size_t end = last; end > first; --end) {
            const std::string_view words =
                without_marks(line.substr(bounds[first], bounds[end] - bounds[first]));
            if (!has_digit(words)) break;
            DateReading reading = read_date(words, options);
            if (is_readable(reading) && reading.date.precision >= DatePrecision::day)
                return reading;
        }
    }
    return std::nullopt;
}

bool is_date_line(std::string_view line, const DateOptions& options) {
    constexpr std::size_t most_label_words = 2;
    if (!has_digit(line)) return false;
    const std::vector<std::size_t> bounds = word_bounds(line);
    for (std::size_t i = 0; i + 1 < bounds.size() && i <= most_label_words; ++i) {
        const DateReading reading = read_date(line.substr(bounds[i]), options);
        if (is_readable(reading)) return reading.date.precision >= DatePrecision::day;
    }
    return false;
}

}  // namespace dateline
