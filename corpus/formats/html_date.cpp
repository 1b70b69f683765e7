#include "corpus/formats/html_date.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/shown_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_readable(const DateReading& reading) { return reading.problem == DateProblem::none; }

/// "/2019/11/18/", "/2019-11-18-", "/2019/nov/18/" in an address.
std::optional<DateReading> read_address(std::string_view url, const DateOptions& options) {
    for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        if (rest.size() < 8 || !std::all_of(rest.begin(), rest.begin() + 4, is_digit)) continue;
        if (rest[4] != '/' && rest[4] != '-') continue;
        const std::size_t day = rest.find(rest[4], 5) + 1;
        if (day == 0 || day > 9) continue;
        const std::size_t end = std::min(rest.find_first_not_of("0123456789", day), rest.size());
        const std::string_view month = rest.substr(5, day - 6);
        if (end == day || end - day > 2 || month.empty()) continue;
        const std::string_view year = rest.substr(0, 4);
        const std::string_view number = rest.substr(day, end - day);
        const std::string date = is_digit(month[0])
                                     ? fmt::format("{}-{:0>2}-{:0>2}", year, month, number)
                                     : fmt::format("{} {} {}", number, month, year);
        const DateReading reading = read_date(date, options);
        if (is_readable(reading)) return reading;
    }
    return std::nullopt;
}

/// Dates that a page shows may be those of other articles: they have to be about the day in its
/// address, where it has one.
bool agrees(const DateReading& shown, const std::optional<DateReading>& address) {
    constexpr Day most_days_between = 2;
    if (!address) return true;
    const Day difference = shown.date.day - address->date.day;
    return difference <= most_days_between && difference >= -most_days_between;
}

/// The dates that a page gives, and the day in its address.
class PageDates {
  public:
    PageDates(const HtmlMetadata& metadata, const HtmlHead& head, std::uint32_t body,
              std::string_view url, const DateOptions& options)
        : facts_(metadata.dates(body)),
          head_(head),
          address_(read_address(url, options)),
          options_(options) {}

    DateReading read() {
        for (const HtmlFact* fact : facts_)
            if (!fact->is_shown() && !tells_change(*fact) && take_for_programs(*fact))
                return *found_;
        if (take_near_headline()) return *found_;
        const bool has_list = shows_list_of_dates();
        for (const HtmlFact* fact : facts_) {
            if (has_list && fact->name == "class:date") continue;
            if (fact->is_shown() ? take_shown(read_shown_date(fact->value, options_))
                                 : tells_change(*fact) && take_for_programs(*fact))
                return *found_;
        }
        return address_ ? *address_ : first_;
    }

  private:
    static bool tells_change(const HtmlFact& fact) { return fact.name == "article:modified_time"; }

    /// Of reviews, of other articles: none of them is the page's.
    bool shows_list_of_dates() const {
        constexpr std::ptrdiff_t most_dates = 3;
        return std::count_if(facts_.begin(), facts_.end(), [](const HtmlFact* fact) {
                   return fact->name == "class:date" &&
                          fact->value.find_first_of("0123456789") != std::string::npos;
               }) > most_dates;
    }

    bool take_for_programs(const HtmlFact& fact) {
        found_ = read_shown_date(fact.value, options_);
        if (!found_ && first_.problem == DateProblem::missing)
            first_ = read_date(clean_line(fact.value), options_);
        return found_.has_value();
    }

    bool take_shown(std::optional<DateReading> reading) {
        found_ = std::move(reading);
        return found_ && agrees(*found_, address_);
    }

    /// Whole lines that are dates come before dates within lines.
    bool take_near_headline() {
        for (const HtmlFact* fact : facts_) {
            const bool is_near = fact->node >= head_.begin && fact->node < head_.end;
            if (fact->is_shown() && is_near && take_shown(read_shown_date(fact->value, options_)))
                return true;
        }
        const auto take_any = [&](auto read_line) {
            return std::any_of(head_.lines.begin(), head_.lines.end(), [&](const auto& line) {
                return take_shown(read_line(line, options_));
            });
        };
        return take_any(read_shown_date) || take_any(find_shown_date);
    }

    std::vector<const HtmlFact*> facts_;
    const HtmlHead& head_;
    std::optional<DateReading> address_;
    const DateOptions& options_;
    std::optional<DateReading> found_;
    DateReading first_{{}, DateProblem::missing};
};

}  // namespace

DateReading read_html_date(const HtmlMetadata& metadata, const HtmlHead& head, std::uint32_t body,
                           std::string_view url, const DateOptions& options) {
    return PageDates(metadata, head, body, url, options).read();
}

}  // namespace dateline
