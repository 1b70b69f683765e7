#include "indexer/manifest_files.hpp"

#include <system_error>

namespace dateline {

std::vector<std::string> files_of(const Manifest& manifest) {
    std::vector<std::string> files{manifest.sources, manifest.dictionary, manifest.copies};
    for (const SegmentInfo& segment : manifest.segments) {
        files.push_back(segment.name);
        files.push_back(segment.tombstones);
    }
    std::erase(files, "");
    return files;
}

std::optional<std::string> missing_file(const std::filesystem::path& index,
                                        const Manifest& manifest) {
    std::error_code failure;
    for (const std::string& file : files_of(manifest))
        if (!std::filesystem::exists(index / file, failure)) return file;
    return std::nullopt;
}

}  // namespace dateline
