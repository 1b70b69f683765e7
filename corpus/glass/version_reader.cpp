#include "corpus/glass/version_reader.hpp"

#include <string>

#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline::glass {

namespace {

TableRoot read_root(ByteReader& reader, const std::string& name) {
    TableRoot root;
    root.root_block = reader.varint32();
    const std::uint32_t bits = reader.varint32();
    root.is_fake = (bits & fake_bit) != 0;
    root.level = bits >> level_shift;
    root.entries = reader.varint();
    if (reader.varint() != block_size >> block_size_shift)
        throw_damaged(name, "its blocks have another size");
    root.compress_minimum = reader.varint32();
    const std::string_view free_blocks = reader.string();
    if (root.is_fake) return root;
    ByteReader free(free_blocks, name);
    free.varint();  // revision
    root.block_count = free.varint32();
    return root;
}

}  // namespace

Database read_version_file(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "iamglass";
    const std::string name = path.string();
    const MappedFile file(path);
    ByteReader reader(file.bytes(), name);
    if (reader.raw(version_file_begin.size()) != version_file_begin)
        throw_damaged(name, "it is of another format");
    reader.raw(uuid_bytes);
    reader.varint();  // revision
    Database database;
    database.postlist = read_root(reader, name);
    database.docdata = read_root(reader, name);
    constexpr int others = 4;  // term lists, positions, spelling, synonyms
    for (int i = 0; i < others; ++i) read_root(reader, name);
    database.documents = reader.varint32();
    return database;
}

}  // namespace dateline::glass
