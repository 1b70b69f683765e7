#include "bench/timed_queries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.hpp"

namespace dateline {

namespace {

std::vector<std::string> columns_of(std::string_view line) {
    std::vector<std::string> columns;
    for (;;) {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        columns.emplace_back(line.substr(0, tab));
        if (tab == line.size()) return columns;
        line.remove_prefix(tab + 1);
    }
}

std::string with_and(std::string words) {
    for (std::size_t blank = words.find(' '); blank != std::string::npos;
         blank = words.find(' ', blank + 5))
        words.replace(blank, 1, " AND ");
    return words;
}

// As a query.
std::string meant_by(std::string_view group, const std::string& words, const std::string& from,
                     const std::string& to) {
    std::string query = words;
    if (group.starts_with("and")) query = with_and(words);
    if (group.starts_with("phrase")) query = "\"" + words + "\"";
    if (from.empty() && to.empty()) return query;
    return fmt::format("({}) AND date:{}..{}", query, from, to);
}

}  // namespace

std::vector<TimedQuery> read_timed_queries(std::string_view bytes, std::string_view name) {
    std::vector<TimedQuery> queries;
    for (std::uint64_t number = 1; !bytes.empty(); ++number) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.front() == '#') continue;
        const std::vector<std::string> columns = columns_of(line);
        if (columns.size() == 2)
            queries.push_back({columns[0], columns[1], number});
        else if (columns.size() == 5)
            queries.push_back(
                {columns[1], meant_by(columns[1], columns[2], columns[3], columns[4]), number});
        else
            throw Error(
                ErrorKind::input_output,
                fmt::format("{}, line {}: {} column{} instead of two or five", name, number,
                            columns.size(), columns.size() == 1 ? "" : "s"),
                "write a class, a tab and a query; \"bench --sample 200\" makes such lines");
    }
    if (queries.empty())
        throw Error(ErrorKind::input_output, fmt::format("{} has no queries", name),
                    "write a class, a tab and a query on each line");
    return queries;
}

}  // namespace dateline
