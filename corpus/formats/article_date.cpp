#include "corpus/formats/article_date.hpp"

#include <fmt/format.h>

namespace dateline {

std::string date_warning(const DateReading& reading) {
    if (reading.problem == DateProblem::none || reading.problem == DateProblem::missing) return {};
    const bool is_ambiguous = reading.problem == DateProblem::ambiguous;
    return fmt::format("date \"{}\" {}{}; the article counts as undated", reading.date.raw,
                       describe(reading), is_ambiguous ? " (give --date-order dmy or mdy)" : "");
}

}  // namespace dateline
