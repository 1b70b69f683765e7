#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"
#include "indexer/segment_check.hpp"

namespace dateline {

/// The states that a rollback can lead to, newest first, as parts of the index ("manifest-2"):
/// whether the manifest can be read, its files are there and as they were written, and its segments
/// whole. `are_whole`: segments that were looked at already; what is wrong with them is not told
/// again, and all others are checked. Throws AccessError.
std::vector<CheckedPart> check_earlier_states(const std::filesystem::path& index,
                                              const Manifest& in_force,
                                              std::map<std::string, bool> are_whole);

/// Throws Error{index} for the first thing that is wrong with that one.
void require_whole_state(const std::filesystem::path& index, std::uint64_t number);

/// Removes the manifests of those that were found to be not whole: a way back that leads to damage
/// is none. Returns what went, in sentences without a final period. By the writer alone.
std::vector<std::string> drop_broken_states(const std::filesystem::path& index,
                                            const std::vector<CheckedPart>& states);

}  // namespace dateline
