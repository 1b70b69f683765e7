#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace dateline {

/// The file `articles`, numbers little-endian: magic (8 bytes); articles, passages, dated articles,
/// bytes of the languages (32 bits each); XXH3 of all other bytes (64); languages: their number as
/// a varint, then strings; columns, a value for each article: content hash (64), first docid, day,
/// seconds, bytes of text (32 each), language (8).
namespace articles_layout {
constexpr std::string_view magic = "dlnewsA2";
constexpr std::size_t checksum_at = 24;
constexpr std::size_t header_bytes = 32;
constexpr std::size_t row_bytes = 8 + 4 + 4 + 4 + 4 + 1;
// Of one article.
constexpr std::size_t docid_column = 8;
constexpr std::size_t day_column = 12;
constexpr std::size_t seconds_column = 16;
constexpr std::size_t text_bytes_column = 20;
constexpr std::size_t language_column = 24;
}  // namespace articles_layout

/// The file `text`, numbers little-endian: magic (8 bytes); a record for each passage (see
/// encode_passage_record); where each begins in the file (40 bits each); passages (32); where the
/// records end (64); XXH3 of all before it (64).
namespace text_layout {
constexpr std::string_view magic = "dlnewsT1";
constexpr std::size_t offset_bytes = 5;
constexpr std::size_t footer_bytes = 20;
// What a record begins with.
constexpr std::uint8_t regular_flag = 1;
constexpr std::uint8_t first_flag = 2;
constexpr std::uint8_t headline_regular_flag = 4;
constexpr unsigned gap_shift = 3;
// Kinds of the gap behind a passage; any other is written out.
constexpr std::string_view usual_gaps[] = {"", "\n\n", " "};
constexpr std::size_t other_gap = std::size(usual_gaps);

inline std::uint64_t offset_at(const char* bytes) {
    std::uint64_t offset = 0;
    for (std::size_t i = offset_bytes; i-- > 0;)
        offset = offset << 8 | static_cast<unsigned char>(bytes[i]);
    return offset;
}
}  // namespace text_layout

/// The file `words`, numbers little-endian: magic (8 bytes); units, forms, stoppers of the code (32
/// bits each); bytes of the units' and of the forms' records (64 each); the records of the units
/// (form + 1 or 0 for a gap, text as a string) and of the forms (see write_form); where among them
/// each of the frequent units, every eighth of the others, and every sixteenth form begins (32
/// each); a bit for each unit, 1 for a word; the forms in the order of the low 32 bits of XXH3 of
/// their terms: those bits of all of them, then their numbers (32 each); XXH3 of all before it
/// (64).
namespace words_layout {
constexpr std::string_view magic = "dlnewsW2";
}  // namespace words_layout

}  // namespace dateline
