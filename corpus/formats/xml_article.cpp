#include "corpus/formats/xml_article.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/date_fields.hpp"
#include "corpus/date_words.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/trimmed.hpp"

#include <fmt/format.h>

#include <cctype>

namespace dateline {
namespace {

/// "Monday", "Oct. 21", "2016": a part of a dateline that tells the time.
bool is_time(std::string_view part) {
    std::string word;
    for (const char c : part) {
        if (c >= '0' && c <= '9') return true;
        if (c == ' ' || c == '.') break;
        word += lower_ascii(c);
    }
    // "La" and "Mar" begin names of places too.
    return (word.size() > 3 && (is_weekday(word) || month_number(word))) ||
           read_date_fields(clean_line(part)).has_value();
}

}  // namespace

XmlReading reading_of(Article&& article, std::string_view what) {
    XmlReading reading;
    if (article.headline.empty() && article.body.empty()) {
        reading.skip = fmt::format("{} without headline and text", what);
    } else {
        reading.article = std::move(article);
    }
    return reading;
}

ChosenDate choose_date(std::span<const std::string> texts, const DateOptions& options) {
    ChosenDate chosen;
    for (const std::string& text : texts) {
        DateReading reading = read_date(clean_line(text), options);
        if (reading.problem == DateProblem::none) return {std::move(reading.date), {}};
        if (reading.problem == DateProblem::missing || !chosen.warning.empty()) continue;
        chosen.warning = date_warning(reading);
        chosen.date = std::move(reading.date);
    }
    return chosen;
}

std::string dateline_place(std::string_view dateline) {
    const std::string line = clean_line(dateline);
    std::string_view place = line;
    for (const std::string_view end : {"(", " -", "\u2013", "\u2014"})
        place = place.substr(0, place.find(end));
    for (std::size_t comma = place.find(','); comma != place.npos;
         comma = place.find(',', comma + 1)) {
        if (!is_time(trimmed(place.substr(comma + 1)))) continue;
        place = place.substr(0, comma);
        break;
    }
    // "WASHINGTON 1996-08-20"
    place = trimmed(place.substr(0, place.find_first_of("0123456789")));
    while (!place.empty() && (place.back() == ',' || place.back() == ':')) place.remove_suffix(1);
    return is_time(place) ? std::string() : std::string(trimmed(place));
}

std::string name_beside_address(std::string_view text) {
    std::string line = clean_line(text);
    const std::size_t at = line.find('@');
    if (at == line.npos) return line;
    const std::size_t open = line.find_first_of("(<");
    const std::size_t close = line.find_last_of(")>");
    if (open == line.npos || close == line.npos || close < open) return line;
    const std::string_view inside =
        trimmed(std::string_view(line).substr(open + 1, close - open - 1));
    const std::string_view outside = trimmed(std::string_view(line).substr(0, open));
    const std::string_view name = inside.find('@') == inside.npos ? inside : outside;
    return name.empty() ? line : std::string(name);
}

}  // namespace dateline
