#include "indexer/checkpoint.hpp"

#include <fmt/format.h>

#include <system_error>

#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/sealed_bytes.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/manifest_files.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view magic = "dlnewsK2";
constexpr const char* file_name = "CHECKPOINT";

void write_strings(ByteWriter& writer, const std::vector<std::string>& strings) {
    writer.varint(strings.size());
    for (const std::string& text : strings) writer.string(text);
}

std::vector<std::string> read_strings(ByteReader& reader) {
    std::vector<std::string> strings;
    for (std::uint64_t left = reader.varint(); left > 0; --left)
        strings.emplace_back(reader.string());
    return strings;
}

}  // namespace

std::string encode_checkpoint(const Checkpoint& checkpoint) {
    ByteWriter writer;
    writer.raw(magic);
    writer.varint(checkpoint.base);
    writer.varint(checkpoint.is_rebuild ? 1 : 0);
    write_strings(writer, checkpoint.named);
    writer.string(encode_manifest(checkpoint.manifest));
    writer.string(encode_sources({checkpoint.files, {}}));
    return seal(std::move(writer));
}

Checkpoint decode_checkpoint(std::string_view bytes, const fs::path& file) {
    const std::string what = file.string();
    ByteReader reader = unseal(bytes, magic, what);
    Checkpoint checkpoint;
    checkpoint.base = reader.varint();
    checkpoint.is_rebuild = reader.varint() != 0;
    checkpoint.named = read_strings(reader);
    checkpoint.manifest = decode_manifest(reader.string(), file);
    checkpoint.files = decode_sources(reader.string(), file).files;
    if (!reader.at_end()) throw_damaged(what, "it contradicts itself");
    return checkpoint;
}

void write_checkpoint(const fs::path& index, const Checkpoint& checkpoint) {
    const fs::path next = index / fmt::format("{}.new", file_name);
    write_durably(next, encode_checkpoint(checkpoint));
    sync_to_disk(index);
    std::error_code failure;
    fs::rename(next, index / file_name, failure);
    if (failure)
        throw Error(
            ErrorKind::input_output,
            fmt::format("cannot replace {}: {}", (index / file_name).string(), failure.message()));
    sync_to_disk(index);
}

void remove_checkpoint(const fs::path& index) {
    std::error_code ignored;
    fs::remove(index / file_name, ignored);
}

std::optional<Checkpoint> read_checkpoint(const fs::path& index, std::uint64_t in_force) {
    std::error_code failure;
    if (!fs::exists(index / file_name, failure)) return std::nullopt;
    try {
        Checkpoint checkpoint =
            decode_checkpoint(MappedFile(index / file_name).bytes(), index / file_name);
        if (checkpoint.base == in_force && checkpoint.manifest.analysis == analysis_version() &&
            checkpoint.manifest.scoring == scoring_version &&
            !missing_file(index, checkpoint.manifest))
            return checkpoint;
    } catch (const Error&) {
        // The work is lost, the index is not.
    }
    return std::nullopt;
}

}  // namespace dateline
