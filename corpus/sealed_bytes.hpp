#pragma once

#include <string>
#include <string_view>

#include "corpus/bytes.hpp"

namespace dateline {

/// A flat record as its file has it: what was written, which begins with the file's magic bytes,
/// and behind it the XXH3 of that, 64 bits.
std::string seal(ByteWriter writer);

/// What stands behind the magic bytes of a sealed file. Throws Error{index}, with `what`, the name
/// of the file, where the checksum or the beginning is another. The views must outlive the reader.
ByteReader unseal(std::string_view bytes, std::string_view magic, std::string_view what);

}  // namespace dateline
