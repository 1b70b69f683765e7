#pragma once

#include <filesystem>
#include <optional>

#include "corpus/manifest.hpp"

namespace dateline {

/// The name of the first state that an index publishes.
inline constexpr const char* first_manifest_name = "manifest-1";

/// That state, where it is whole but CURRENT, which should name it, is not there: lost, or not yet
/// written by a writer that died; and there is no other manifest, nor a file that is later than it.
/// Everything that a manifest names is durable before it is written.
std::optional<Manifest> unnamed_first_manifest(const std::filesystem::path& index);

/// As it, whether or not there are files of later states: then more than CURRENT is gone.
std::optional<Manifest> lone_first_manifest(const std::filesystem::path& index);

/// Of an index that no manifest names a state of: throws Error{index} where the sources of another
/// than the first state are left, whose writer may have died. To be made anew on purpose.
void require_no_lost_state(const std::filesystem::path& index);

}  // namespace dateline
