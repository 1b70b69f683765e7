#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/glass/table.hpp"

namespace dateline::glass {

/// Xapian's name, and the format: (year - 2014) << 9 | month << 5 | day of 2016-03-14.
inline constexpr std::string_view version_file_begin("\x0F\x0DXapian Glass\x04\x6E", 16);

using Uuid = std::array<std::uint8_t, 16>;

/// What a glass database says of itself as a whole (xapian-core 1.4,
/// backends/glass/glass_version.cc).
struct DatabaseSummary {
    Uuid uuid{};
    TableRoot postlist;
    TableRoot docdata;
    TableRoot termlist;
    std::uint32_t documents = 0;
    std::uint32_t last_docid = 0;
    std::uint32_t shortest_length = 0;  ///< of documents that have any term with a wdf
    std::uint32_t longest_length = 0;
    std::uint32_t largest_wdf = 0;
    std::uint64_t total_length = 0;
};

/// The bytes of `iamglass`, at most 256.
std::string encode_version_file(const DatabaseSummary& summary);

}  // namespace dateline::glass
