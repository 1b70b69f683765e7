#pragma once

#include <cstddef>
#include <filesystem>

#include "corpus/manifest.hpp"

namespace dateline {

struct Rollback {
    Manifest restored;         ///< as it was
    std::uint64_t number = 0;  ///< under which it is in force now
};

/// Publishes the N-th earlier manifest (from 1) as a new one, with what it knew of its sources, so
/// that it can be undone in the same way. Throws Error{usage} where there are not so many, and
/// Error{index} where a file that it names is gone.
Rollback roll_back(const std::filesystem::path& index, std::size_t steps);

}  // namespace dateline
