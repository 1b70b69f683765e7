#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "corpus/words_file.hpp"

namespace dateline {

/// What the bytes of a regular text's code say of its words, without a number being read: a table
/// over each byte and the one before it. Few units have more than two bytes; those are left to the
/// reader.
class UnitSteps {
  public:
    /// Of a byte: bit `word` is set where a word ends with it; bit `look_for_word` where the unit
    /// itself has to be looked at. Four can be added up.
    using WordStep = std::uint8_t;
    static constexpr WordStep word = 1;
    static constexpr WordStep look_for_word = 8;
    /// Likewise, with bit `look`, and the unit's weight() in the bits above.
    using Step = std::int16_t;
    static constexpr Step look = 2;
    static constexpr int weight_shift = 2;

    /// `words` must outlive this object.
    explicit UnitSteps(const WordsFile& words);

    const WordsFile& words() const { return words_; }

    /// Of the bytes that follow one that ends a unit, or begin a text: 256 steps. Then as many for
    /// those that follow the first byte that does not, and so on.
    const std::vector<WordStep>& word_table() const { return word_table_; }
    /// In the same order. Made when first called, since every unit is read; any thread may.
    const std::vector<Step>& table() const;
    /// row() of each byte.
    const std::array<std::uint16_t, 256>& rows() const { return rows_; }
    /// Where in the table a byte's followers are.
    std::uint32_t row(unsigned char byte) const { return row(byte, stoppers_); }
    /// Without a jump, which would be guessed wrong for every third byte.
    static std::uint32_t row(unsigned char byte, std::uint32_t stoppers) {
        const std::int32_t beyond = byte - static_cast<std::int32_t>(stoppers) + 1;
        return static_cast<std::uint32_t>(beyond & ~(beyond >> 31)) << 8;
    }

    /// By how many bytes the text grows with a unit, so that the sum before a word, and 1 where the
    /// text begins with a gap, is where the word begins: one blank more for a word and one less for
    /// a gap, since at most one gap stands between two words, and a blank where there is none.
    static std::int64_t weight(std::size_t size, bool is_word) {
        return static_cast<std::int64_t>(size) + (is_word ? 1 : -1);
    }
    /// Of all units: made when first called; any thread may.
    const std::vector<std::uint32_t>& sizes() const;
    /// Bytes of one; sooner once all were made.
    std::size_t size(UnitId unit) const {
        return are_sized_.load(std::memory_order_acquire) ? sizes_[unit]
                                                          : words_.unit(unit).text.size();
    }

  private:
    WordStep word_step(UnitId unit) const;
    Step step(UnitId unit) const;
    template <class Table, class StepOf>
    void fill(Table& table, const StepOf& step_of) const;

    const WordsFile& words_;
    std::uint32_t stoppers_;
    std::array<std::uint16_t, 256> rows_{};
    std::vector<WordStep> word_table_;
    mutable std::once_flag stepped_;
    mutable std::vector<Step> table_;
    mutable std::once_flag sized_;
    mutable std::atomic<bool> are_sized_ = false;
    mutable std::vector<std::uint32_t> sizes_;
};

}  // namespace dateline
