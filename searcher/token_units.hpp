#pragma once

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
    /// `steps` must outlive this object. `languages`: by the segment's numbers, those asked about.
    TokenUnits(const UnitSteps& steps, const std::vector<AskedToken>& tokens,
               const std::vector<bool>& languages);

    /// Whether bytes of text are counted.
    enum class Counted : bool { words, bytes };

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

    void add(UnitId unit, std::uint32_t begin, std::uint32_t end);
    void look_at(UnitId unit);
    void find_steps();
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
    std::vector<UnitSteps::Step> steps_;      ///< which also say look at asked units; empty until
                                              ///< a text is read
    std::vector<std::uint32_t> tokens_;
    std::vector<Slot> slots_;  ///< a power of two, at most a quarter full
    std::size_t slot_mask_ = 0;
};

template <TokenUnits::Counted counted, class Take>
std::uint32_t TokenUnits::scan(std::string_view code, const Take& take) {
    if (steps_.empty()) find_steps();
    const DenseCode dense = words_.code();
    const std::uint32_t stoppers = dense.stoppers();
    const UnitSteps::Step* const steps = steps_.data();
    const char* const end = code.data() + code.size();
    std::uint32_t words = 0;
    std::int64_t bytes = counted == Counted::bytes ? first_gap(code) : 0;
    std::uint32_t row = 0;
    for (const char* at = code.data(); at != end; ++at) {
        const auto byte = static_cast<unsigned char>(*at);
        const UnitSteps::Step step = steps[row | byte];
        if ((step & UnitSteps::look) == 0) {
            words += static_cast<std::uint32_t>(step & UnitSteps::word);
            if (counted == Counted::bytes) bytes += step >> UnitSteps::weight_shift;
            row = UnitSteps::row(byte, stoppers);
            continue;
        }
        if (row != 0) --at;  // to where the unit begins
        const UnitId unit = dense.next(at, end);
        --at;
        row = 0;
        const bool is_word = words_.is_word(unit);
        const std::span<const std::uint32_t> tokens = tokens_of(unit);
        if (!tokens.empty()) take(Found{unit, tokens, words, static_cast<std::uint32_t>(bytes)});
        words += is_word ? 1 : 0;
        if (counted == Counted::bytes) bytes += UnitSteps::weight(unit_steps_.size(unit), is_word);
    }
    if (row != 0) {
        const char* last = end - 1;
        dense.next(last, end);  // throws: the code ends inside of a number
    }
    return words;
}

}  // namespace dateline
