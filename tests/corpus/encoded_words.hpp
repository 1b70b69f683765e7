#pragma once

#include <string>
#include <vector>

#include "corpus/words_file.hpp"

namespace dateline::test {

/// The bytes of a words file.
inline std::string encode_words(const std::vector<UnitEntry>& units,
                                const std::vector<FormEntry>& forms, const DenseCode& code) {
    WordsEncoder encoder(code);
    for (const UnitEntry& unit : units) encoder.add_unit(unit.text, unit.form);
    for (const FormEntry& form : forms) encoder.add_form(form);
    return encoder.bytes();
}

}  // namespace dateline::test
