#include "indexer/sketch.hpp"

#include <algorithm>

#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

// "Fast similarity sketching" (Dahlgaard, Knudsen & Thorup 2017): a round throws each sequence into
// one bin, where the least hash stays; the next rounds fill only the bins that are still empty, so
// that long texts need one round and short ones have independent rows all the same.
class Bins {
  public:
    static constexpr std::size_t count = std::tuple_size_v<decltype(Sketch::rows)>;

    bool is_full() const { return filled_ == count; }

    void take(std::uint64_t hash) { put((hash >> 32) * count >> 32, hash); }
    void put(std::size_t bin, std::uint64_t hash) {
        least_[bin] = std::min(least_[bin], hash & low_bits);
    }
    // What is in a bin by now stays.
    void end_round() {
        for (std::size_t bin = 0; bin < count; ++bin) {
            if (kept_[bin] != none || least_[bin] == none) continue;
            kept_[bin] = least_[bin];
            ++filled_;
        }
        least_.fill(none);
    }

    Sketch sketch() const {
        Sketch sketch;
        for (std::size_t bin = 0; bin < count; ++bin)
            sketch.rows[bin] = static_cast<std::uint8_t>(kept_[bin] % 255 + 1);
        return sketch;
    }

  private:
    static constexpr std::uint64_t low_bits = 0xFFFFFFFF;
    static constexpr std::uint64_t none = ~std::uint64_t{0};

    static constexpr std::array<std::uint64_t, count> all_none() {
        std::array<std::uint64_t, count> bins{};
        bins.fill(none);
        return bins;
    }

    std::array<std::uint64_t, count> least_ = all_none();
    std::array<std::uint64_t, count> kept_ = all_none();
    std::size_t filled_ = 0;
};

std::uint64_t hash_of_round(std::uint64_t hash, std::size_t round) {
    return scattered(hash + round * 0xD1B54A32D192ED03);
}

}  // namespace

bool may_be_near_duplicates(const Sketch& a, const Sketch& b) {
    // 36 rows agree 25 times on average, with a deviation of 2.7, at a similarity of 0.7.
    constexpr std::size_t least_rows = 18;
    std::size_t rows = 0;
    bool agree_in_band = false;
    for (std::size_t band = 0; band < sketch_bands; ++band) {
        std::size_t in_band = 0;
        for (std::size_t row = band * band_rows; row < (band + 1) * band_rows; ++row)
            in_band += a.rows[row] == b.rows[row];
        agree_in_band |= in_band == band_rows;
        rows += in_band;
    }
    return agree_in_band && rows >= least_rows && !a.empty() && !b.empty();
}

Sketch sketch_of(std::span<const std::uint64_t> words) {
    if (words.empty()) return {};
    Bins bins;
    visit_sequences(words, [&](std::uint64_t hash) { bins.take(hash); });
    bins.end_round();
    for (std::size_t round = 1; !bins.is_full(); ++round) {
        // Where chance has left bins empty for long, each gets a round of its own.
        const bool by_chance = round <= Bins::count;
        visit_sequences(words, [&](std::uint64_t sequence) {
            const std::uint64_t hash = hash_of_round(sequence, round);
            by_chance ? bins.take(hash) : bins.put(round - Bins::count - 1, hash);
        });
        bins.end_round();
    }
    return bins.sketch();
}

}  // namespace dateline
