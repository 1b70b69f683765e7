#pragma once

#include <cstdint>
#include <optional>

#include "corpus/reader.hpp"

namespace dateline {

/// How many members the directory at the end of a zip file says that it lists (APPNOTE 6.3.10,
/// 4.3.16: end of central directory record). nullopt where there is no such record, or where it
/// says that the number stands elsewhere (zip64). Throws Error{input_output} where the file cannot
/// be read.
std::optional<std::uint64_t> members_in_zip_directory(const RandomAccess& file);

}  // namespace dateline
