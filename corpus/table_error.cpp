#include "corpus/table_error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"

namespace dateline {

void throw_table_error(std::string_view segment, std::string_view message,
                       const char* system_reason) {
    if (!system_reason) throw_damaged(segment, message);
    const std::string detail = fmt::format("{}: {}", message, system_reason);
    // Xapian gives the words for the error, not its number.
    if (std::string_view(system_reason) == std::strerror(ENOENT)) throw_damaged(segment, detail);
    throw Error(ErrorKind::input_output, fmt::format("cannot read {}: {}", segment, detail));
}

}  // namespace dateline
