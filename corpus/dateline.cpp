#include "corpus/dateline.hpp"

#include "corpus/ascii.hpp"
#include "corpus/byline.hpp"
#include "corpus/date_fields.hpp"
#include "corpus/date_words.hpp"
#include "corpus/dateline_places.hpp"
#include "corpus/known_places.hpp"
#include "corpus/news_agencies.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace dateline {

namespace {

constexpr std::size_t longest_head_bytes = 160;

std::string_view without_blanks_before(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

// Without blanks, commas and other marks that stand between the parts of a dateline.
std::string_view stripped(std::string_view text, std::string_view marks) {
    const std::size_t begin = text.find_first_not_of(marks);
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(marks) - begin + 1);
}

struct Dash {
    std::size_t size = 0;  // 0: none
    bool is_long = false;  // stands for itself without blanks around it
    bool is_colon = false;
};

Dash dash_at(std::string_view text) {
    if (text.starts_with("--"))
        return {
            text.find_first_not_of('-') == text.npos ? text.size() : text.find_first_not_of('-'),
            true};
    for (const std::string_view dash : {"\u2014", "\u2015"})
        if (text.starts_with(dash)) return {dash.size(), true};
    for (const std::string_view dash : {"\u2013", "-", "_"})
        if (text.starts_with(dash)) return {dash.size(), false};
    return {};
}

// Something that begins a text: a capital, a digit, a quotation mark, another script.
bool begins_sentence(std::string_view text) {
    text = without_blanks_before(text);
    if (text.empty()) return false;
    const auto c = static_cast<unsigned char>(text.front());
    return std::isupper(c) != 0 || std::isdigit(c) != 0 || c >= 0x80 || c == '"' || c == '\'' ||
           c == '$' || c == '(' || c == '*';
}

bool names_day(std::string_view text) {
    const auto fields = read_date_fields(text);
    return fields && fields->month && fields->day;
}

// Of "KANSAS CITY, Mo., March 2" the second part, which is a Monday elsewhere.
bool is_region_before_comma(std::string_view word, std::string_view after) {
    const std::size_t comma = after.find_first_not_of('.');
    return comma != after.npos && after[comma] == ',' && is_known_region(word);
}

// A digit, or the name of a month or a weekday.
bool may_begin_date(std::string_view text) {
    if (std::isdigit(static_cast<unsigned char>(text.front())) != 0) return true;
    const std::string word = lower_ascii(text.substr(0, text.find_first_of(" .,")));
    if (is_region_before_comma(word, text.substr(word.size()))) return false;
    return month_number(word) || is_weekday(word);
}

// Of "BRUSSELS, Nov" the last part.
bool is_month_alone(std::string_view text) {
    const std::string word = lower_ascii(stripped(text, " ."));
    return month_number(word) && !is_known_region(word);
}

// "N.Y.", "Washington, D.C.", "Kansas City, Mo.": the period is no full stop.
bool ends_in_abbreviation(std::string_view place) {
    if (!place.ends_with('.')) return false;
    if (place.size() > 3 && place[place.size() - 3] == '.') return true;
    const std::size_t comma = place.rfind(',');
    return comma != place.npos &&
           is_known_region(lower_ascii(stripped(place.substr(comma), " ,.")));
}

struct PlaceAndDate {
    std::string_view place;
    std::string_view date;
};

// Of "Paris, le 5 janvier".
std::string_view without_article(std::string_view place) {
    place = stripped(place, " ");
    for (const std::string_view article : {" le", " den", " am"})
        if (place.ends_with(article)) place.remove_suffix(article.size());
    return place;
}

// "MOSCOW. May 5", "TOKYO Nov 6", "Paris, le 5 janvier 2010".
PlaceAndDate place_and_date(std::string_view head) {
    constexpr std::string_view marks = " ,.";
    head = stripped(head, " ,");
    for (std::size_t begin = 0; begin < head.size();) {
        const std::string_view rest = head.substr(begin);
        if (may_begin_date(rest) && names_day(stripped(rest, marks))) {
            const std::string_view before = stripped(without_article(head.substr(0, begin)), " ,");
            return {ends_in_abbreviation(before) ? before : stripped(before, marks),
                    stripped(rest, " ,")};
        }
        const std::size_t blank = head.find_first_of(" ,", begin);
        begin = head.find_first_not_of(" ,", std::min(blank, head.size()));
    }
    const std::size_t comma = head.rfind(',');
    if (comma != head.npos && is_month_alone(head.substr(comma + 1)))
        return {stripped(head.substr(0, comma), " ,"), stripped(head.substr(comma), " ,")};
    return {head, {}};
}

Dateline dateline_of(PlaceAndDate parts, std::string_view agency) {
    return {place_in_title_case(parts.place), std::string(agency), std::string(parts.date), {}};
}

// Of "NATO (North Atlantic Treaty Organization) - " the first is short for the second.
bool is_short_for(std::string_view place, std::string_view name) {
    std::string initials;
    for (std::size_t i = 0; i < name.size(); ++i)
        if (name[i] != ' ' && (i == 0 || name[i - 1] == ' ')) initials += name[i];
    return place.find(' ') == place.npos && place.size() <= 6 &&
           (initials.size() > 1 ? initials.front() == place.front() : false);
}

// An agency that is not known must look like a name, behind a place in capitals or one that is
// known and its day.
bool may_be_agency(std::string_view name, const PlaceAndDate& parts) {
    constexpr std::size_t longest_bytes = 30;
    if (name.size() < 2 || name.size() > longest_bytes || !is_place_form(name)) return false;
    if (name.find_first_of(".,/") != name.npos || std::ranges::count(name, ' ') > 2) return false;
    if (!is_place_form(parts.place)) return false;
    // "Skopje, 1 Mar (MIA) -- "
    const bool is_dated = is_known_place(parts.place) && !parts.date.empty();
    if (!is_in_capitals(parts.place) && !is_dated) return false;
    // A country or a house style after the name of a firm: "APPLE (AAPL)".
    const bool is_trusted = is_known_place(parts.place) || !parts.date.empty();
    return is_trusted || (!is_in_capitals(name) && !is_short_for(parts.place, name));
}

// "BOISE", where the text after the dash is not the caption's "JANUARY 06: ...".
bool is_caption(std::string_view rest) {
    const std::size_t colon = rest.find(':');
    return colon < 20 && names_day(rest.substr(0, colon));
}

// "London CNN", "New York CNN Business": the agency is not in brackets.
std::optional<Dateline> bare_agency(std::string_view head) {
    for (const std::string_view name : {"CNN", "CNN Business"}) {
        if (!head.ends_with(name)) continue;
        const std::string_view before = head.substr(0, head.size() - name.size());
        if (before.empty()) return Dateline{{}, std::string(name), {}, {}};
        const PlaceAndDate parts = place_and_date(before);
        if (before.ends_with(' ') && is_place_form(parts.place)) return dateline_of(parts, name);
    }
    return std::nullopt;
}

// "IOWA CITY, Iowa, Jan 5 Reuters - ": the day vouches for the agency without brackets.
std::optional<Dateline> agency_after_day(std::string_view head) {
    for (std::size_t blank = head.rfind(' '), words = 0; blank != head.npos && words < 3;
         blank = blank == 0 ? head.npos : head.rfind(' ', blank - 1), ++words) {
        const std::string_view agency = head.substr(blank + 1);
        const PlaceAndDate parts = place_and_date(head.substr(0, blank));
        if (is_news_agency(agency) && !parts.date.empty() && is_place_form(parts.place))
            return dateline_of(parts, agency);
    }
    return std::nullopt;
}

bool is_place_in_capitals(std::string_view place) {
    return is_place_form(place) && is_in_capitals(place) && is_known_place(place);
}

// "WASHINGTON — JANUARY 5: The ...", where the captions of agencies have a hyphen.
std::optional<Dateline> day_after_dash(std::string_view head, std::string_view rest, Dash dash) {
    const std::string_view day = rest.substr(0, rest.find(':'));
    if (!dash.is_long || day.size() == rest.size() || !is_place_in_capitals(head) ||
        !begins_sentence(rest.substr(day.size() + 1)))
        return std::nullopt;
    return dateline_of({head, day}, {});
}

// Without blanks, as in "TOKYO–The ..."; no "Paris-Dakar", "PARIS–DAKAR" nor "New York--based".
bool parts_without_blanks(const PlaceAndDate& parts, Dash dash, std::string_view rest) {
    if (!is_in_capitals(parts.place)) return false;
    if (dash.is_long || parts.place.find(',') != parts.place.npos) return true;
    const std::string_view next = rest.substr(0, rest.find(' '));
    return dash.size > 1 && next.size() < rest.size() && !is_known_place(next) &&
           !is_in_capitals(next);
}

// A colon also stands behind any label, and behind places in lists of scores.
bool parts_by_colon(const PlaceAndDate& parts, std::string_view after) {
    const std::string_view rest = without_blanks_before(after);
    const bool is_digit = std::isdigit(static_cast<unsigned char>(rest.front())) != 0;
    return after.starts_with(' ') && !is_digit && is_place_in_capitals(parts.place);
}

// Nothing but the dash, and perhaps a date, vouches for the place.
std::optional<Dateline> without_agency(std::string_view head, std::string_view after, Dash dash) {
    const bool has_blanks = head.ends_with(' ') && (after.empty() || after.starts_with(' '));
    const std::string_view rest = without_blanks_before(after);
    head = stripped(head, " ");
    if (rest.empty()) return has_blanks ? bare_agency(head) : std::nullopt;
    if (is_caption(rest)) return day_after_dash(head, rest, dash);
    if (!begins_sentence(rest)) return std::nullopt;
    if (auto found = agency_after_day(head)) return found;
    const PlaceAndDate parts = place_and_date(head);
    if (!is_place_form(parts.place)) return std::nullopt;
    if (dash.is_colon && !parts_by_colon(parts, after)) return std::nullopt;
    const bool is_capital = is_in_capitals(parts.place);
    const bool is_known = is_known_place(parts.place);
    if (!dash.is_colon && !has_blanks && !parts_without_blanks(parts, dash, rest))
        return std::nullopt;
    if (!is_known && (!is_capital || parts.date.empty())) return std::nullopt;
    return dateline_of(parts, {});
}

// The text after "(AGENCY)" or "/AGENCY/".
std::optional<std::string_view> after_dash(std::string_view after) {
    const std::size_t begin = after.find_first_not_of(" .,:");
    if (begin == after.npos) return std::nullopt;
    const std::string_view rest = after.substr(begin);
    if (const Dash dash = dash_at(rest); dash.size > 0)
        return without_blanks_before(rest.substr(dash.size));
    const bool has_colon = after.substr(0, begin).find(':') != after.npos;
    return has_colon ? std::optional(rest) : std::nullopt;
}

// ANSA: "(ANSA) - ROMA, 5 GEN - ..."
std::optional<Dateline> place_after_agency(std::string_view agency, std::string_view rest) {
    for (std::size_t i = 1; i < std::min(rest.size(), longest_head_bytes); ++i) {
        if (rest[i] == '(') return std::nullopt;
        const Dash dash = dash_at(rest.substr(i));
        if (dash.size == 0 || (!dash.is_long && rest[i - 1] != ' ')) continue;
        auto found = without_agency(rest.substr(0, i), rest.substr(i + dash.size), dash);
        if (found) found->agency = agency;
        return found && is_in_capitals(rest.substr(0, i)) ? found : std::nullopt;
    }
    return std::nullopt;
}

// EFE prints the day alone: "Madrid, 5 (EFE).- "
std::string_view without_day(std::string_view place) {
    const std::size_t comma = place.rfind(',');
    if (comma == place.npos) return place;
    const std::string_view day = stripped(place.substr(comma), " ,");
    const bool is_day =
        !day.empty() && day.size() <= 2 && day.find_first_not_of("0123456789") == day.npos;
    return is_day ? place.substr(0, comma) : place;
}

// The day between agency and text: "Kabul (Pajhwok) Jan 5: The ..."
std::string_view leading_day(std::string_view after) {
    constexpr std::size_t longest_day_bytes = 30;
    const std::size_t end = std::min(after.find(':'), after.find(" - "));
    if (end > longest_day_bytes || !names_day(stripped(after.substr(0, end), " ,."))) return {};
    return after.substr(0, end);
}

std::optional<Dateline> known_agency(std::string_view head, std::string_view agency,
                                     std::string_view after) {
    PlaceAndDate parts = place_and_date(head);
    parts.place = without_day(parts.place);
    if (!parts.place.empty() && !is_place_form(parts.place)) return std::nullopt;
    if (const std::string_view day = leading_day(after); parts.date.empty() && !day.empty()) {
        parts.date = stripped(day, " ,.");
        after.remove_prefix(day.size());
    }
    const std::optional<std::string_view> text = after_dash(after);
    if (text && parts.place.empty() && parts.date.empty())
        if (auto found = place_after_agency(agency, *text)) return found;
    if (text) return dateline_of(parts, agency);
    const bool stands_alone =
        parts.place.empty() || is_in_capitals(parts.place) || is_known_place(parts.place);
    if (!stands_alone || !begins_sentence(after)) return std::nullopt;
    return dateline_of(parts, agency);
}

std::optional<Dateline> with_agency(std::string_view head, std::string_view agency,
                                    std::string_view after) {
    agency = stripped(agency, " ");
    head = stripped(head, " -");
    if (is_news_agency(agency)) return known_agency(head, agency, after);
    const PlaceAndDate parts = place_and_date(head);
    if (!after_dash(after)) return std::nullopt;
    // "GENEVA (5 January 2020) - "
    if (parts.date.empty() && names_day(agency) && is_place_in_capitals(parts.place))
        return dateline_of({parts.place, agency}, {});
    return may_be_agency(agency, parts) ? std::optional(dateline_of(parts, agency)) : std::nullopt;
}

// Up to `close`, from after `open`.
std::optional<Dateline> in_brackets(std::string_view text, std::size_t open, char close) {
    constexpr std::size_t longest_name_bytes = 45;
    const std::size_t end = text.find(close, open + 1);
    if (end == text.npos || end - open > longest_name_bytes) return std::nullopt;
    return with_agency(text.substr(0, open), text.substr(open + 1, end - open - 1),
                       text.substr(end + 1));
}

// The first bracket or dash decides.
std::optional<Dateline> read_head(std::string_view text) {
    for (std::size_t i = 0; i < std::min(text.size(), longest_head_bytes); ++i) {
        if (text[i] == '(') return in_brackets(text, i, ')');
        if (text[i] == '/' && i > 0 && text[i - 1] == ' ') return in_brackets(text, i, '/');
        const Dash dash = text[i] == ':' ? Dash{1, false, true} : dash_at(text.substr(i));
        if (dash.size == 0) continue;
        const std::string_view after = text.substr(i + dash.size);
        // "NEW YORK--(BUSINESS WIRE)--", "LONDON - (Reuters) - "
        if (without_blanks_before(after).starts_with('(')) continue;
        const bool ends_head = dash.is_long || dash.is_colon || (i > 0 && text[i - 1] == ' ') ||
                               (text[i] != '-' && text[i] != '_');
        if (ends_head) return without_agency(text.substr(0, i), after, dash);
    }
    return std::nullopt;
}

bool is_word_in_capitals(std::string_view word) {
    const bool are_initials = word.size() > 1 && word[1] == '.';
    return word.size() > 1 && !are_initials && is_in_capitals(word);
}

// "By Tom Hals WILMINGTON, Delaware (Reuters) - ": the place begins where capitals do.
std::optional<Dateline> after_byline(std::string_view text) {
    constexpr std::size_t longest_byline_bytes = 100;
    for (std::size_t blank = text.find(' ', 3); blank < longest_byline_bytes;
         blank = text.find(' ', blank + 1)) {
        const std::string_view rest = text.substr(blank + 1);
        if (!is_word_in_capitals(rest.substr(0, rest.find_first_of(" ,/")))) continue;
        const std::string_view names = stripped(text.substr(0, blank), " ,");
        if (!is_byline(names)) return std::nullopt;
        auto found = read_head(rest);
        if (!found || found->place.empty()) continue;
        found->byline = authors_of(names);
        return found;
    }
    return std::nullopt;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph) {
    const std::string_view line = paragraph.substr(0, paragraph.find('\n'));
    if (line.starts_with("By ") || line.starts_with("by ") || line.starts_with("BY "))
        return after_byline(line);
    return read_head(line);
}

std::optional<Dateline> find_dateline(std::string_view body) {
    constexpr int most_paragraphs = 3;
    constexpr std::string_view paragraph_gap = "\n\n";
    for (int i = 0; i < most_paragraphs && !body.empty(); ++i) {
        const std::size_t end = std::min(body.find(paragraph_gap), body.size());
        if (auto found = read_dateline(body.substr(0, end))) return found;
        body.remove_prefix(std::min(end + paragraph_gap.size(), body.size()));
    }
    return std::nullopt;
}

}  // namespace dateline
