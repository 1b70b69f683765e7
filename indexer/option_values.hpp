#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "indexer/field_defaults.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

// The values of options as users write them. All throw Error{usage} that names the option and what
// it takes.

/// Bytes: a number, with K, M or G for powers of 1024.
std::uint64_t read_size(std::string_view option, std::string_view text);

/// "dmy", "mdy", "ymd", or empty.
DateOrder read_date_order(std::string_view text);

/// Minutes east of Greenwich; empty is UTC.
std::int16_t read_zone_option(std::string_view text);

/// "auto" or "stock".
WriterKind read_writer(std::string_view text);

/// FIELD=VALUE each, of source, section, place and language.
FieldDefaults read_field_defaults(const std::vector<std::string>& texts);

}  // namespace dateline
