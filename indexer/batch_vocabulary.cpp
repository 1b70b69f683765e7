#include "indexer/batch_vocabulary.hpp"

#include <algorithm>

#include "corpus/schema.hpp"
#include "indexer/text_hash.hpp"
#include "indexer/word_sequences.hpp"

namespace dateline {

const DenseCode& BatchVocabulary::code() {
    static const DenseCode code(192);
    return code;
}

std::uint32_t BatchVocabulary::language(std::string_view code) {
    const auto known = std::ranges::find(languages_, code, &KnownLanguage::code);
    const auto number = static_cast<std::uint32_t>(known - languages_.begin());
    if (known == languages_.end()) languages_.push_back({arena_.keep(code), {}});
    return number;
}

void BatchVocabulary::learn(KnownWord& known, std::uint32_t language, const Word& word,
                            std::string_view text) {
    known = {};
    known.generation = word.generation;
    known.term = term(word.term);
    if (!word.acronym.empty()) known.acronym_term = term(field_term(acronym_prefix, word.acronym));
    known.hash = word_hash(word.folded);
    known.unit = code().packed(add_unit(text, form(language, word)));
}

std::uint32_t BatchVocabulary::form(std::uint32_t language, const Word& word) {
    // Texts of articles hold no byte 0.
    scratch_.assign(word.folded);
    for (const std::string_view part : {word.term, word.acronym, languages_[language].code})
        (scratch_ += '\0') += part;
    const std::uint64_t hash = text_hash(scratch_);
    const std::string_view code = languages_[language].code;
    const std::uint32_t known = form_numbers_.find(hash, [&](std::uint32_t number) {
        const VocabularyForm& form = forms_[number];
        return form.folded == word.folded && form.term == word.term &&
               form.acronym == word.acronym && form.language == code;
    });
    if (known != none) return known;
    const auto number = static_cast<std::uint32_t>(forms_.size());
    forms_.push_back({arena_.keep(word.folded), arena_.keep(word.term), arena_.keep(word.acronym),
                      code, word.is_stop_word});
    form_numbers_.add(hash, number);
    return number;
}

std::uint32_t BatchVocabulary::add_unit(std::string_view text, std::uint32_t form) {
    units_.push_back({arena_.keep(text), form});
    return static_cast<std::uint32_t>(units_.size() - 1);
}

PackedCode BatchVocabulary::long_gap(std::string_view text) {
    const auto known = gaps_.find(text);
    if (known != gaps_.end()) return known->second;
    const PackedCode unit = code().packed(add_unit(text, VocabularyUnit::no_form));
    gaps_.emplace(units_.back().text, unit);
    return unit;
}

std::uint32_t BatchVocabulary::term(std::string_view term) {
    const std::uint64_t hash = text_hash(term);
    const std::uint32_t known =
        term_numbers_.find(hash, [&](std::uint32_t number) { return terms_[number] == term; });
    if (known != none) return known;
    const auto number = static_cast<std::uint32_t>(terms_.size());
    terms_.push_back(arena_.keep(term));
    headline_terms_.push_back(none);
    term_numbers_.add(hash, number);
    return number;
}

std::uint32_t BatchVocabulary::headline_term(std::uint32_t of) {
    if (headline_terms_[of] == none) {
        const std::uint32_t number = term(field_term(row_of(Field::headline)->prefix, terms_[of]));
        headline_terms_[of] = number;
    }
    return headline_terms_[of];
}

}  // namespace dateline
