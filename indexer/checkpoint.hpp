#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "corpus/manifest.hpp"
#include "corpus/sources_file.hpp"

namespace dateline {

/// The work of a run that is not published yet: the file `CHECKPOINT` of the index. Only the next
/// run looks at it; it means nothing once another manifest is in force.
struct Checkpoint {
    std::uint64_t base = 0;  ///< number of the manifest in force
    bool is_rebuild = false;
    std::vector<std::string> named;  ///< paths of the roots that the run brings up to date
    Manifest manifest;  ///< segments that the run wrote, their versions; dictionary, roots,
                        ///< next_segment
    /// The files, by root and path, of whose records the segments hold a text, and only those
    /// records, which are `indexed`. Nothing else is known of a file.
    std::vector<SourceFileEntry> files;

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
/// of another manifest or version of the analysis, or a file that it names is missing.
std::optional<Checkpoint> read_checkpoint(const std::filesystem::path& index,
                                          std::uint64_t in_force);

}  // namespace dateline
