#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "corpus/current_file.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/manifest.hpp"

namespace dateline::test {

/// Puts a manifest in force in the place of the one of its number.
inline void replace_manifest(const std::filesystem::path& index, const Manifest& manifest) {
    const std::string name = "manifest-" + std::to_string(manifest.number);
    const std::string bytes = encode_manifest(manifest);
    std::ofstream(index / name, std::ios::binary) << bytes;
    std::ofstream(index / "CURRENT", std::ios::binary) << encode_current(name, bytes);
}

/// The same, the files that it names being those published with it.
inline void republish(const std::filesystem::path& index, Manifest manifest) {
    manifest.marks = marks_of_files(index, manifest);
    replace_manifest(index, manifest);
}

}  // namespace dateline::test
