#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "corpus/forms_file.hpp"
#include "corpus/words_file.hpp"
#include "searcher/plan.hpp"
#include "searcher/unit_search.hpp"

namespace dateline {

/// A form of a segment's words, with its number.
struct AskedForm {
    std::uint32_t number = 0;
    FormEntry entry;
};

/// The forms that the token may be, in some of its languages (by the segment's numbers). Patterns
/// and fuzzy words must have their expansion.
std::vector<AskedForm> forms_of(const WordsFile& words, const AskedToken& token,
                                const std::vector<bool>& languages);

/// The units of a segment's texts that each token is, in some of its languages (by the segment's
/// numbers). Patterns and fuzzy words must have their expansion.
std::vector<std::vector<UnitId>> units_of(const WordsFile& words,
                                          std::span<const AskedToken> tokens,
                                          const std::vector<bool>& languages);

/// The units that one of these forms of the token is written as.
std::vector<UnitId> units_of(const WordsFile& words, const AskedToken& token,
                             std::span<const AskedForm> forms);

/// Which of the forms of its term the token's are.
FormBits asked_forms(const WordsFile& words, const AskedToken& token,
                     std::span<const AskedForm> forms);

/// Which tokens of a word or phrase the units of a segment's texts are, in some of its languages.
class AskedUnits {
  public:
    /// The texts of longer phrases have to be read.
    static constexpr std::size_t most_tokens = 64;

    /// At most `most_tokens` of them. `languages`: by the segment's numbers, those asked about.
    AskedUnits(const WordsFile& words, std::span<const AskedToken> tokens,
               const std::vector<bool>& languages);
    /// `units`: those that each token is.
    AskedUnits(const DenseCode& code, std::vector<std::vector<UnitId>> units);

    /// Bit i is set where the unit is what token i asks for.
    std::uint64_t tokens_of(UnitId unit) const {
        std::size_t slot = unit & slot_mask_;
        while (slots_[slot].tokens != 0 && slots_[slot].unit != unit)
            slot = (slot + 1) & slot_mask_;
        return slots_[slot].tokens;
    }
    /// The bit of the last token.
    std::uint64_t last_token() const { return last_token_; }
    /// Where in the code of a text, from the beginning of a unit on, the next unit begins that may
    /// be the first token; `end` where there is none. Looks at bytes, since numbers take longer.
    const char* next_first_token(const char* at, const char* end);
    /// For the token that fewest texts can be expected to hold: see rarest_token.
    const std::optional<UnitSearch>& rarest() const { return rarest_; }

  private:
    struct Slot {
        UnitId unit = 0;
        std::uint64_t tokens = 0;  ///< 0: free
    };

    void add(UnitId unit, std::uint64_t tokens);
    void add_ending(UnitId unit);
    void find_endings();

    DenseCode code_;
    std::vector<UnitId> first_token_;  ///< the units that are it
    std::optional<UnitSearch> rarest_;
    std::optional<UnitSearch> first_search_;  ///< for the first token, where it is few units
    /// Which two bytes, the second times 256, may end the code of a unit that is the first token. A
    /// code of one byte comes after the last byte of another. Empty until asked for: most queries
    /// for rare words never do.
    std::vector<char> endings_;

    std::vector<Slot> slots_;  ///< a power of two, at most a quarter full
    std::size_t slot_mask_ = 0;
    std::uint64_t last_token_ = 0;
};

}  // namespace dateline
