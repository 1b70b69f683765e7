#include "corpus/table_checksums.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr const char* version_file = "iamglass";
constexpr std::array tables{"docdata.glass", version_file, "postlist.glass", "termlist.glass"};

// 0 for a table without entries, which has no file.
std::uint64_t hash_of(const fs::path& table) {
    if (!fs::exists(table)) return 0;
    constexpr std::size_t bytes_at_once = std::size_t{16} << 20;
    const MappedFile file(table);
    XXH3_state_t state;
    XXH3_64bits_reset(&state);
    for (std::string_view left = file.bytes(); !left.empty();) {
        const std::string_view some = left.substr(0, bytes_at_once);
        XXH3_64bits_update(&state, some.data(), some.size());
        left.remove_prefix(some.size());
        file.release();
    }
    return XXH3_64bits_digest(&state);
}

std::string line_of(const fs::path& segment, const char* table) {
    return fmt::format("{} {:016x}\n", table, hash_of(segment / table));
}

[[noreturn]] void throw_other(const fs::path& segment, const char* table) {
    throw_damaged(segment.string(), fmt::format("{} is not as its checksum says", table));
}

}  // namespace

std::string table_checksum_lines(const fs::path& segment) {
    std::string lines;
    for (const char* table : tables) lines += line_of(segment, table);
    return lines;
}

void verify_table_checksums(const fs::path& segment) {
    const MappedFile file(segment / table_checksums_file);
    std::string_view expected = file.bytes();
    for (const char* table : tables) {
        const std::string line = line_of(segment, table);
        if (!expected.starts_with(line)) throw_other(segment, table);
        expected.remove_prefix(line.size());
    }
    if (!expected.empty())
        throw_damaged((segment / table_checksums_file).string(), "it is too long");
}

void verify_version_file(const fs::path& segment) {
    if (!fs::exists(segment / table_checksums_file))
        throw_damaged(segment.string(), fmt::format("{} is missing", table_checksums_file));
    const MappedFile file(segment / table_checksums_file);
    if (file.bytes().find(line_of(segment, version_file)) == std::string_view::npos)
        throw_other(segment, version_file);
}

}  // namespace dateline
