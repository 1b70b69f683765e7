#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/source.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/index_options.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_watch.hpp"

namespace dateline {

/// What a run is to do with a file of a named root.
enum class FileTask : std::uint8_t {
    read,    ///< it is new, or not as it was
    replay,  ///< its bytes are as they were
    refuse,  ///< the system does not let us read it, or tell what is in it
};

struct ScannedFile {
    FileTask task = FileTask::read;
    SourceFile source;                        ///< where refused: only the path
    const SourceFileEntry* before = nullptr;  ///< what the run before knew of it
    std::uint64_t bytes_hash = 0;             ///< where it is known
    bool is_fresh = false;                    ///< SourceFileEntry::is_fresh, as of now
    std::string problem{};                    ///< why it is refused
};

struct SourceScan {
    std::vector<std::vector<ScannedFile>> roots;  ///< one for each root; sorted by path
    std::vector<std::string> warnings;            ///< what may be missed of the roots
    bool is_as_before = true;  ///< nothing to be read, nothing gone, no fact to be remembered
};

/// Lists the named roots but standard input, and compares their files with `before` (sorted by root
/// and path), which must outlive the scan. `reads_all`: every file is to be read. Files are opened
/// only where their facts do not tell whether their bytes are as before. Throws Error{input_output}
/// where a root cannot be listed.
SourceScan scan_sources(const IndexOptions& options, const Roots& roots,
                        const std::vector<SourceFileEntry>& before, bool reads_all,
                        RunWatch& watch);

/// Of all options that decide what is read from a file.
std::uint64_t reading_hash(const IndexOptions& options);

}  // namespace dateline
