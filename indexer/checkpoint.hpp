#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"
#include "corpus/sources_file.hpp"

namespace dateline {

/// The work of a run that is not published yet, as if the files read so far were all that had
/// changed: the file `CHECKPOINT` of the index. Only the next run looks at it; it means nothing
/// once another manifest is in force.
struct Checkpoint {
    std::uint64_t base = 0;  ///< number of the manifest in force
    bool is_rebuild = false;
    std::vector<std::string> named;     ///< paths of the roots that the run brings up to date
    Manifest manifest;                  ///< segments, dictionary, roots, next_segment
    std::uint64_t segments_before = 0;  ///< of the segments, so many were there before the run
    std::vector<std::string> dead;      ///< ids whose articles those hold in vain
    Sources sources;

    bool operator==(const Checkpoint&) const = default;
};

std::string encode_checkpoint(const Checkpoint& checkpoint);
/// Throws Error{index} for damage.
Checkpoint decode_checkpoint(std::string_view bytes, const std::filesystem::path& file);

/// Puts it in the place of an older one; everything that it names must be durable. Throws
/// Error{input_output}.
void write_checkpoint(const std::filesystem::path& index, const Checkpoint& checkpoint);
void remove_checkpoint(const std::filesystem::path& index);

/// nullopt where there is none that a run over manifest `in_force` could go on from: it is damaged,
/// of another manifest, or a file that it names is missing.
std::optional<Checkpoint> read_checkpoint(const std::filesystem::path& index,
                                          std::uint64_t in_force);

}  // namespace dateline
