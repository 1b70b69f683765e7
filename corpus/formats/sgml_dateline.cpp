#include "corpus/formats/sgml_dateline.hpp"

#include "corpus/date.hpp"
#include "corpus/trimmed.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace dateline {
namespace {

constexpr std::string_view dateline_ends = " \t,;:-_";

/// Before the agency and the dash. A dash inside a name has no blank before it.
std::string_view before_agency(std::string_view dateline) {
    constexpr std::array<std::string_view, 6> ends{" (", " -", " _", "--", " –", "—"};
    std::size_t end = dateline.size();
    if (dateline.starts_with('(')) return {};
    for (const std::string_view mark : ends) end = std::min(end, dateline.find(mark));
    return trimmed(dateline.substr(0, end), dateline_ends);
}

bool is_day(std::string_view text) {
    const DateReading reading = read_date(text, {});
    return reading.problem != DateProblem::unreadable && reading.problem != DateProblem::missing;
}

bool is_agency(std::string_view text) {
    constexpr std::array<std::string_view, 6> agencies{"AP",     "AFP",    "UPI",
                                                       "Reuter", "REUTER", "Reuters"};
    return std::find(agencies.begin(), agencies.end(), text) != agencies.end();
}

/// Before the last `separator`, where a day or an agency follows it; nullopt elsewhere.
std::optional<std::string_view> without_last_part(std::string_view place,
                                                  std::string_view separator) {
    const std::size_t cut = place.rfind(separator);
    if (cut == place.npos) return std::nullopt;
    const std::string_view last = trimmed(place.substr(cut + separator.size()), dateline_ends);
    if (!is_day(last) && !is_agency(last)) return std::nullopt;
    // The period of "Minn." stays.
    return trimmed(place.substr(0, cut + (separator == ". " ? 1 : 0)), dateline_ends);
}

/// "NEW YORK, March 13", "LONDON, Oct 19, 1987", "PARIS, April 8, Reuter", "MINNETONKA, Minn. March
/// 16".
std::string_view without_day_and_agency(std::string_view place) {
    for (;;) {
        auto shorter = without_last_part(place, ",");
        if (!shorter) shorter = without_last_part(place, ". ");
        if (!shorter) return place;
        place = *shorter;
    }
}

}  // namespace

std::string place_of_dateline(std::string_view dateline) {
    const std::string_view place = without_day_and_agency(before_agency(dateline));
    return is_day(place) || is_agency(place) ? std::string() : std::string(place);
}

}  // namespace dateline
