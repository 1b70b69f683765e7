#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A query to be timed.
struct TimedQuery {
    std::string group;       ///< the class that it is counted in
    std::string text;        ///< as `search` takes it
    std::uint64_t line = 1;  ///< of its file, from 1

    bool operator==(const TimedQuery&) const = default;
};

/// Reads lines `class TAB query`, or of five columns: id, class, words, and the first and last day
/// or neither. Of those the class says how the words are meant: "and..." all of them, "phrase..."
/// side by side, any other one of them. Empty lines and those that begin with '#' are passed over.
/// Throws Error{input_output}, which names `name` and the line, for any other line and for a file
/// without queries.
std::vector<TimedQuery> read_timed_queries(std::string_view bytes, std::string_view name);

}  // namespace dateline
