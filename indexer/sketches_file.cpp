#include "indexer/sketches_file.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <string_view>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

// Layout, numbers little-endian: magic (8 bytes); number of sketches (64 bits); XXH3 of the
// sketches (64); the sketches, each the bytes of its rows.
constexpr std::string_view magic = "dlnewsK1";
constexpr std::size_t header_bytes = 24;

static_assert(sizeof(Sketch) == sketch_bands * band_rows && alignof(Sketch) == 1,
              "the file is read as it stands");

}  // namespace

SketchesFile::SketchesFile(const std::filesystem::path& path) : file_(path) {
    const std::string what = path.string();
    ByteReader reader(file_.bytes(), what);
    if (reader.raw(magic.size()) != magic) throw_damaged(what, "it does not begin as it should");
    const std::uint64_t count = reader.fixed64();
    checksum_ = reader.fixed64();
    if (reader.left() % sizeof(Sketch) != 0 || reader.left() / sizeof(Sketch) != count)
        throw_damaged(what, "its size is not what its number says");
}

std::span<const Sketch> SketchesFile::sketches() const {
    const std::string_view rows = file_.bytes().substr(header_bytes);
    return {reinterpret_cast<const Sketch*>(rows.data()), rows.size() / sizeof(Sketch)};
}

void SketchesFile::verify() const {
    const auto bytes = std::as_bytes(sketches());
    if (XXH3_64bits(bytes.data(), bytes.size()) != checksum_)
        throw_damaged("the sketches file of a segment", "its checksum is wrong");
}

std::string encode_sketches(std::span<const Sketch> sketches) {
    const std::string_view rows(reinterpret_cast<const char*>(sketches.data()),
                                sketches.size_bytes());
    ByteWriter writer;
    writer.raw(magic);
    writer.fixed64(sketches.size());
    writer.fixed64(XXH3_64bits(rows.data(), rows.size()));
    writer.raw(rows);
    return std::move(writer).bytes();
}

}  // namespace dateline
