#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/unit_steps.hpp"
#include "searcher/plan.hpp"
#include "searcher/unit_search.hpp"

namespace dateline {

/// Which tokens of a leaf the units of a segment's texts are, any number of them, and where in the
/// code of a text those units stand.
class TokenUnits {
  public:
    /// Whether bytes of text are counted, or words alone.
    enum class Counted : bool { words, bytes };

    /// `steps` must outlive this object. `languages`: by the segment's numbers, those asked about.
    TokenUnits(const UnitSteps& steps, const std::vector<AskedToken>& tokens,
               const std::vector<bool>& languages);

    /// An asked unit of a text.
    struct Found {
        UnitId unit = 0;
        std::span<const std::uint32_t> tokens;  ///< indexes
        std::uint32_t words = 0;                ///< before it
        std::uint32_t begin = 0;                ///< byte of the text; 0 where they are not counted
    };
    /// Gives each asked unit of a regular text to `take`, in order. Returns how many words the text
    /// has. Throws Error{index} where the code is none.
    template <Counted counted, class Take>
    std::uint32_t scan(std::string_view code, const Take& take);
    /// For the one of these tokens that fewest texts can be expected to hold: see rarest_token.
    std::optional<UnitSearch> rarest_of(std::span<const std::uint32_t> needed) const {
        return rarest_token(words_.code(), units_, needed);
    }

  private:
    /// An asked unit; its tokens are those of tokens_ from `begin` up to `end`.
    struct Slot {
        UnitId unit = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;  ///< 0: free
    };

    /// A place in a code, and what stands before it.
    struct Reader {
        const char* at;
        const char* end;
        std::uint32_t row = 0;  ///< of the next byte
        std::uint32_t words = 0;
        std::int64_t bytes = 0;
    };

    void add(UnitId unit, std::uint32_t begin, std::uint32_t end);
    void find_steps(Counted counted);
    std::size_t place_of(UnitId unit) const;
    template <Counted counted>
    bool step_over(Reader& reader) const;
    bool step_over_four(Reader& reader) const;
    template <Counted counted, class Take>
    void read_unit(Reader& reader, const Take& take) const;
    std::span<const std::uint32_t> tokens_of(UnitId unit) const {
        std::size_t slot = unit & slot_mask_;
        while (slots_[slot].end != 0 && slots_[slot].unit != unit) slot = (slot + 1) & slot_mask_;
        return std::span(tokens_).subspan(slots_[slot].begin,
                                          slots_[slot].end - slots_[slot].begin);
    }
    std::int64_t first_gap(std::string_view code) const;

    const UnitSteps& unit_steps_;
    const WordsFile& words_;
    std::vector<std::vector<UnitId>> units_;  ///< of each token
    /// Which also say look at asked units. Each is empty until a text is read that asks for it:
    /// most queries for rare words read none.
    std::vector<UnitSteps::WordStep> word_steps_;
    std::vector<UnitSteps::Step> steps_;
    std::vector<std::uint32_t> tokens_;
    std::vector<Slot> slots_;  ///< a power of two, at most a quarter full
    std::size_t slot_mask_ = 0;
};

// Past the next byte, unless its unit has to be looked at.
template <TokenUnits::Counted counted>
bool TokenUnits::step_over(Reader& reader) const {
    const auto byte = static_cast<unsigned char>(*reader.at);
    if (counted == Counted::words) {
        const UnitSteps::WordStep step = word_steps_[reader.row | byte];
        if (step >= UnitSteps::look_for_word) return false;
        reader.words += step;
    } else {
        const UnitSteps::Step step = steps_[reader.row | byte];
        if ((step & UnitSteps::look) != 0) return false;
        reader.words += static_cast<std::uint32_t>(step & UnitSteps::word);
        reader.bytes += step >> UnitSteps::weight_shift;
    }
    reader.row = unit_steps_.row(byte);
    ++reader.at;
    return true;
}

// Past the next four bytes, unless one of them has to be looked at: one jump for all, and none of
// their steps waits for another.
inline bool TokenUnits::step_over_four(Reader& reader) const {
    const UnitSteps::WordStep* const steps = word_steps_.data();
    const std::array<std::uint16_t, 256>& rows = unit_steps_.rows();
    const auto byte = [&](int i) { return static_cast<unsigned char>(reader.at[i]); };
    const std::uint32_t words = std::uint32_t{steps[reader.row | byte(0)]} +
                                steps[rows[byte(0)] | byte(1)] + steps[rows[byte(1)] | byte(2)] +
                                steps[rows[byte(2)] | byte(3)];
    if (words >= UnitSteps::look_for_word) return false;
    reader.words += words;
    reader.row = rows[byte(3)];
    reader.at += 4;
    return true;
}

template <TokenUnits::Counted counted, class Take>
void TokenUnits::read_unit(Reader& reader, const Take& take) const {
    if (reader.row != 0) --reader.at;  // to where the unit begins
    const UnitId unit = words_.code().next(reader.at, reader.end);
    reader.row = 0;
    const bool is_word = words_.is_word(unit);
    const std::span<const std::uint32_t> tokens = tokens_of(unit);
    if (!tokens.empty())
        take(Found{unit, tokens, reader.words, static_cast<std::uint32_t>(reader.bytes)});
    reader.words += is_word ? 1 : 0;
    if (counted == Counted::bytes)
        reader.bytes += UnitSteps::weight(unit_steps_.size(unit), is_word);
}

template <TokenUnits::Counted counted, class Take>
std::uint32_t TokenUnits::scan(std::string_view code, const Take& take) {
    if (counted == Counted::words ? word_steps_.empty() : steps_.empty()) find_steps(counted);
    Reader reader{code.data(), code.data() + code.size()};
    if (counted == Counted::bytes) reader.bytes = first_gap(code);
    while (reader.at != reader.end) {
        if (counted == Counted::words && reader.end - reader.at >= 4 && step_over_four(reader))
            continue;
        while (reader.at != reader.end && step_over<counted>(reader)) {
        }
        if (reader.at != reader.end) read_unit<counted>(reader, take);
    }
    if (reader.row != 0) {
        const char* last = reader.end - 1;
        words_.code().next(last, reader.end);  // throws: the code ends inside of a number
    }
    return reader.words;
}

}  // namespace dateline
