#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "searcher/asked_set.hpp"
#include "searcher/time_unit.hpp"

namespace dateline {

/// How many articles appeared in a span of time, or have no date.
struct TimelineBucket {
    std::int32_t number = 0;  ///< as unit_number has it
    DayRange days;            ///< of the unit, as far as the query asks for them
    std::uint64_t articles = 0;
    std::uint64_t compared = 0;          ///< that the other query finds
    std::uint64_t archive_articles = 0;  ///< all of the index

    bool operator==(const TimelineBucket&) const = default;
};

struct Timeline {
    TimeUnit unit = TimeUnit::year;
    std::vector<TimelineBucket> buckets;  ///< oldest first, without holes
    TimelineBucket undated;
};

struct TimelineOptions {
    std::optional<TimeUnit> unit;   ///< else the finest that needs no more buckets than...
    std::size_t most_buckets = 40;  ///< ...so many, or years
};

/// From the first to the last article that one of the queries finds; dates that a query asks for
/// are an end, where the archive reaches so far. A date of coarse precision is the first day of its
/// period. `compared` may be null.
Timeline make_timeline(const AskedSet& asked, const AskedSet* compared,
                       const TimelineOptions& options);

/// Of each of these ranges, ascending and disjoint, how many articles of the index lie in it.
std::vector<std::uint64_t> articles_in(const Index& index, std::span<const DayRange> ranges);

/// From the first to the last dated article; nullopt where none is.
std::optional<DayRange> days_of(const Index& index);

}  // namespace dateline
