#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "corpus/words_file.hpp"
#include "searcher/plan.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

// A words file whose units have codes of every length, and texts of them.

namespace dateline::test {

inline FormEntry form_of(const std::string& folded, std::vector<UnitId> units) {
    FormEntry entry;
    entry.folded = folded;
    entry.term = folded;
    entry.units = std::move(units);
    return entry;
}

// With three stoppers every other unit takes two bytes or, from 762 on, three.
inline constexpr UnitId many = 800;

inline WordsFile many_words(const TemporaryFolder& folder) {
    std::vector<UnitEntry> units{{", "}, {""}};
    std::vector<FormEntry> forms;
    for (UnitId unit = 2; unit < many; ++unit) {
        const std::string word = "x" + std::to_string(1000 + unit);
        units.push_back({word, static_cast<std::uint32_t>(forms.size())});
        forms.push_back(form_of(word, {unit}));
    }
    return WordsFile(folder.write("words", encode_words(units, forms, DenseCode(3))));
}

inline AskedToken asked(UnitId unit) {
    AskedToken token;
    token.match = WordMatch::form;
    token.folded = "x" + std::to_string(1000 + unit);
    return token;
}

inline std::string code_of(const WordsFile& words, const std::vector<UnitId>& units) {
    std::string code;
    for (const UnitId unit : units) words.code().append(code, unit);
    return code;
}

/// 0 to end - 1.
inline std::uint32_t number_below(std::uint32_t end, std::mt19937& random) {
    return static_cast<std::uint32_t>(random() % end);
}

/// Up to 40 units, the frequent ones more often.
inline std::vector<UnitId> random_text(std::mt19937& random) {
    std::vector<UnitId> text(number_below(40, random));
    for (UnitId& unit : text) unit = number_below(number_below(2, random) == 0 ? 6 : many, random);
    return text;
}

}  // namespace dateline::test
