#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Bands of a sketch, and minimal hashes in each: two texts that agree in all of one band may be
/// near-duplicates. Of pairs at a similarity of 0.7, more than 0.98 may be.
inline constexpr std::size_t sketch_bands = 12;
inline constexpr std::size_t band_rows = 3;

/// A text's word sequences in few bytes: of each of 36 random shares of them the least hash,
/// shortened to 1..255 (b-bit minwise hashing, Li & König 2010). All 0 for a text without words.
struct Sketch {
    std::array<std::uint8_t, sketch_bands * band_rows> rows{};

    bool empty() const { return rows[0] == 0; }
    /// Below 2^24.
    std::uint32_t band(std::size_t number) const {
        const std::uint8_t* row = &rows[number * band_rows];
        return row[0] | std::uint32_t{row[1]} << 8 | std::uint32_t{row[2]} << 16;
    }
    bool operator==(const Sketch&) const = default;
};

/// Whether the texts behind the sketches may be near-duplicates (similarity 0.7 or more): they
/// agree in a band, and in as many rows as such texts nearly always do.
bool may_be_near_duplicates(const Sketch& a, const Sketch& b);

/// The sketch of a text from the hashes of its words (word_hash) in order.
Sketch sketch_of(std::span<const std::uint64_t> words);

}  // namespace dateline
