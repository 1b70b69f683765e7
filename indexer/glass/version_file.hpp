#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/glass/table.hpp"

namespace dateline::glass {

using Uuid = std::array<std::uint8_t, uuid_bytes>;

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
