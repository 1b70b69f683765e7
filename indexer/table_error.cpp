#include "indexer/table_error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "corpus/access_error.hpp"
#include "corpus/bytes.hpp"
#include "corpus/error.hpp"

namespace dateline {

void throw_table_error(std::string_view segment, std::string_view message,
                       const char* system_reason) {
    if (!system_reason) throw_damaged(segment, message);
    const std::string detail = fmt::format("{}: {}", message, system_reason);
    // Xapian gives the words for the error, not its number.
    if (std::string_view(system_reason) == std::strerror(ENOENT)) throw_damaged(segment, detail);
    const std::string problem = fmt::format("cannot read {}: {}", segment, detail);
    for (const int reason : refusals)
        if (std::string_view(system_reason) == std::strerror(reason)) throw AccessError(problem);
    throw Error(ErrorKind::input_output, problem);
}

void throw_where_refused(std::string_view segment, std::string_view report) {
    const auto is_told = [&](int reason) {
        return report.find(fmt::format("({})", std::strerror(reason))) != std::string_view::npos;
    };
    const auto problem = [&](int reason) {
        return fmt::format("cannot read {}: {}", segment, std::strerror(reason));
    };
    for (const int reason : refusals)
        if (is_told(reason)) throw AccessError(problem(reason));
    for (const int reason : {EIO, EINTR})
        if (is_told(reason)) throw Error(ErrorKind::input_output, problem(reason));
}

}  // namespace dateline
