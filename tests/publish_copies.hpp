#pragma once

#include <filesystem>
#include <fstream>
#include <utility>

#include "corpus/copies_file.hpp"
#include "corpus/manifest.hpp"
#include "tests/replace_manifest.hpp"

namespace dateline::test {

/// Makes `copies` those of the index in force.
inline void publish_copies(const std::filesystem::path& index, const Copies& copies) {
    Manifest manifest = require_manifest(index);
    manifest.copies = "copies-1000";
    std::ofstream(index / manifest.copies, std::ios::binary) << encode_copies(copies);
    republish(index, std::move(manifest));
}

}  // namespace dateline::test
