#include "corpus/sources_file.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

constexpr std::string_view magic = "dlnewsS1";
constexpr std::size_t checksum_bytes = 8;

// The id is stored as what follows the base id, since it mostly is the base id.
void write_record(ByteWriter& writer, const SourceRecord& record) {
    writer.string(record.base_id);
    writer.string(std::string_view(record.id).substr(record.base_id.size()));
    writer.fixed64(record.content_hash);
    writer.varint(record.superseded ? 1 : 0);
}

SourceRecord read_record(ByteReader& reader) {
    SourceRecord record;
    record.base_id = reader.string();
    record.id = record.base_id;
    record.id += reader.string();
    record.content_hash = reader.fixed64();
    record.superseded = reader.varint() != 0;
    return record;
}

void write_file(ByteWriter& writer, const SourceFileEntry& file) {
    writer.varint(file.root);
    writer.string(file.path);
    writer.varint(file.size);
    writer.signed_varint(file.mtime_ns);
    writer.signed_varint(file.ctime_ns);
    writer.varint(file.inode);
    writer.varint(file.skipped);
    writer.varint(file.rejected);
    writer.varint(file.records.size());
    for (const SourceRecord& record : file.records) write_record(writer, record);
}

SourceFileEntry read_file(ByteReader& reader) {
    SourceFileEntry file;
    file.root = reader.varint32();
    file.path = reader.string();
    file.size = reader.varint();
    file.mtime_ns = reader.signed_varint();
    file.ctime_ns = reader.signed_varint();
    file.inode = reader.varint();
    file.skipped = reader.varint();
    file.rejected = reader.varint();
    for (std::uint64_t left = reader.varint(); left > 0; --left)
        file.records.push_back(read_record(reader));
    return file;
}

}  // namespace

std::string encode_sources(const std::vector<SourceFileEntry>& files) {
    ByteWriter writer;
    writer.raw(magic);
    writer.varint(files.size());
    for (const SourceFileEntry& file : files) write_file(writer, file);
    writer.fixed64(XXH3_64bits(writer.bytes().data(), writer.size()));
    return std::move(writer).bytes();
}

std::vector<SourceFileEntry> decode_sources(std::string_view bytes,
                                            const std::filesystem::path& file) {
    const std::string what = file.string();
    const std::size_t size = bytes.size() - std::min(bytes.size(), checksum_bytes);
    ByteReader checksum(bytes.substr(size), what);
    if (checksum.fixed64() != XXH3_64bits(bytes.data(), size))
        throw_damaged(what, "its checksum is wrong");
    ByteReader reader(bytes.substr(0, size), what);
    if (reader.raw(magic.size()) != magic) throw_damaged(what, "it does not begin as it should");
    std::vector<SourceFileEntry> files;
    for (std::uint64_t left = reader.varint(); left > 0; --left) files.push_back(read_file(reader));
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    return files;
}

}  // namespace dateline
