#include "corpus/current_file.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

bool is_name(std::string_view name) {
    return name.starts_with(manifest_kind) && name.size() > manifest_kind.size() &&
           std::ranges::all_of(name.substr(manifest_kind.size()),
                               [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string encode_current(std::string_view manifest_name, std::string_view manifest) {
    const XXH64_hash_t name = XXH3_64bits(manifest_name.data(), manifest_name.size());
    return fmt::format("{} {:016x}\n{}", manifest_name,
                       XXH3_64bits_withSeed(manifest.data(), manifest.size(), name), manifest);
}

std::string decode_current(std::string_view bytes, const std::filesystem::path& file) {
    const std::string_view name = bytes.substr(0, bytes.find_first_of(" \n"));
    if (!is_name(name)) throw_damaged(file.string(), "it names no manifest");
    return std::string(name);
}

std::optional<std::string_view> manifest_in_current(std::string_view bytes) {
    const std::string_view name = bytes.substr(0, bytes.find(' '));
    const std::size_t line = bytes.find('\n');
    if (line == bytes.npos) return std::nullopt;
    const std::string_view manifest = bytes.substr(line + 1);
    if (!is_name(name) || bytes != encode_current(name, manifest)) return std::nullopt;
    return manifest;
}

}  // namespace dateline
