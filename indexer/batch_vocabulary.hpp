#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/analyzer.hpp"
#include "indexer/byte_arena.hpp"
#include "indexer/number_table.hpp"
#include "indexer/vocabulary.hpp"

namespace dateline {

/// The units, forms and terms that one analysing thread has met since it was made, numbered in
/// order of appearance. All but the first meeting of a word costs one look into a table.
class BatchVocabulary {
  public:
    static constexpr std::uint32_t none = NumberTable::none;

    /// What a word form is here.
    struct KnownWord {
        std::uint32_t generation = 0;  ///< Word::generation; 0 for a form that was not met yet
        PackedCode unit;               ///< in `code`
        std::uint32_t term = none;
        std::uint32_t acronym_term = none;  ///< none: it is no acronym
        std::uint64_t hash = 0;             ///< word_hash of its folded form
    };

    /// How units are written: about half of a text's take one byte then, numbered by their first
    /// appearance.
    static const DenseCode& code();

    /// Number of a language, to be used below.
    std::uint32_t language(std::string_view code);
    /// `text` is the word as written; `word` is of the one Analyzer for that language.
    const KnownWord& word(std::uint32_t language, const Word& word, std::string_view text) {
        std::vector<KnownWord>& words = languages_[language].words;
        if (word.number >= words.size()) words.resize(word.number + word.number / 2 + 64);
        KnownWord& known = words[word.number];
        if (known.generation != word.generation) learn(known, language, word, text);
        return known;
    }
    /// Fetches from memory what `word` will look at.
    void prefetch(std::uint32_t language, const Word& word) const {
        const std::vector<KnownWord>& words = languages_[language].words;
        if (word.number < words.size()) __builtin_prefetch(&words[word.number]);
    }
    /// The unit that a gap is.
    PackedCode gap(std::string_view text) {
        if (text.size() > sizeof(ShortGap::key)) return long_gap(text);
        std::uint64_t key = 0;
        std::memcpy(&key, text.data(), text.size());
        // A gap holds no byte 0, so equal keys are equal gaps.
        ShortGap& known = short_gaps_[(key * 0x9E3779B97F4A7C15) >> 56];
        if (known.unit.size == 0 || known.key != key) known = {key, long_gap(text)};
        return known.unit;
    }
    std::uint32_t term(std::string_view term);
    /// The term that a term has in headlines.
    std::uint32_t headline_term(std::uint32_t term);

    const std::vector<VocabularyUnit>& units() const { return units_; }
    const std::vector<VocabularyForm>& forms() const { return forms_; }
    const std::vector<std::string_view>& terms() const { return terms_; }

  private:
    struct KnownLanguage {
        std::string_view code;
        std::vector<KnownWord> words;  // by Word::number
    };

    struct ShortGap {
        std::uint64_t key = 0;
        PackedCode unit;
    };

    PackedCode long_gap(std::string_view text);
    void learn(KnownWord& known, std::uint32_t language, const Word& word, std::string_view text);
    std::uint32_t form(std::uint32_t language, const Word& word);
    std::uint32_t add_unit(std::string_view text, std::uint32_t form);

    ByteArena arena_;
    std::vector<VocabularyUnit> units_;
    std::vector<VocabularyForm> forms_;
    std::vector<std::string_view> terms_;
    std::vector<std::uint32_t> headline_terms_;  // by term
    std::vector<KnownLanguage> languages_;
    NumberTable form_numbers_;                // by all that tells them apart
    std::array<ShortGap, 256> short_gaps_{};  // those met last
    std::unordered_map<std::string_view, PackedCode> gaps_;
    NumberTable term_numbers_;
    std::string scratch_;
};

}  // namespace dateline
