#include "corpus/first_manifest.hpp"

#include <fmt/format.h>

#include <string>
#include <system_error>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/numbered_files.hpp"
#include "corpus/shell_word.hpp"

namespace dateline {

namespace fs = std::filesystem;

std::optional<Manifest> lone_first_manifest(const fs::path& index) {
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

std::optional<Manifest> unnamed_first_manifest(const fs::path& index) {
    std::optional<Manifest> first = lone_first_manifest(index);
    if (!first) return std::nullopt;
    const NumberedFiles files(index);
    const bool is_last = files.next_number() <= first->next_segment &&
                         (files.sources().empty() || *files.sources().rbegin() <= first->number);
    return is_last ? std::move(first) : std::nullopt;
}

void require_no_lost_state(const fs::path& index) {
    if (!fs::is_directory(index)) return;
    const NumberedFiles files(index);
    if (files.sources().empty() || *files.sources().rbegin() <= 1) return;
    throw Error(
        ErrorKind::index,
        fmt::format(
            "{}: neither CURRENT nor a whole manifest is left, though state {} was published",
            index.string(), *files.sources().rbegin()),
        fmt::format("put them back, or make the index anew from all of its roots: dateline "
                    "--index {} index --rebuild PATH...",
                    shell_word(index.string())));
}

}  // namespace dateline
