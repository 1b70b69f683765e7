#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

#include "corpus/text_units.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// A word form as FormEntry has it, but for what is counted.
struct VocabularyForm {
    std::string_view folded;
    std::string_view term;
    std::string_view acronym;
    std::string_view language;  ///< ISO 639 code
    bool is_stop_word = false;
};

/// Key order (words_file.hpp): languages by their codes, as a segment lists them.
inline bool comes_before(const VocabularyForm& a, const VocabularyForm& b) {
    return std::tie(a.folded, a.language, a.term, a.acronym) <
           std::tie(b.folded, b.language, b.term, b.acronym);
}

/// A unit of texts; the same text may be several units.
struct VocabularyUnit {
    static constexpr std::uint32_t no_form = UnitEntry::no_form;
    std::string_view text;
    std::uint32_t form = no_form;  ///< number of its form; no_form for a gap
};

}  // namespace dateline
