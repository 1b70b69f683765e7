#pragma once

#include <cstdint>
#include <filesystem>

#include "corpus/glass/layout.hpp"

namespace dateline::glass {

/// What a search wants to know of a glass database as a whole.
struct Database {
    TableRoot postlist;
    TableRoot docdata;
    std::uint32_t documents = 0;
};

/// Of the database in this folder. Throws Error{index} where its version file makes no sense, is of
/// another format, or names blocks of another size than ours; Error as MappedFile does.
Database read_version_file(const std::filesystem::path& folder);

}  // namespace dateline::glass
