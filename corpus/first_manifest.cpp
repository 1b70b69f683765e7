#include "corpus/first_manifest.hpp"

#include <string>
#include <system_error>

#include "corpus/access_error.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline {

namespace fs = std::filesystem;

std::optional<Manifest> unnamed_first_manifest(const fs::path& index) {
    std::error_code failure;
    if (fs::symlink_status(index / "CURRENT", failure).type() != fs::file_type::not_found)
        return std::nullopt;
    bool is_there = false;
    for (fs::directory_iterator entry(index, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with("manifest-")) continue;
        if (name != first_manifest_name) return std::nullopt;
        is_there = true;
    }
    if (failure || !is_there) return std::nullopt;
    try {
        const fs::path file = index / first_manifest_name;
        return decode_manifest(MappedFile(file).bytes(), file);
    } catch (const AccessError&) {
        throw;
    } catch (const Error&) {
        return std::nullopt;
    }
}

}  // namespace dateline
