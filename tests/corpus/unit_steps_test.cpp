#include "corpus/unit_steps.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr std::uint32_t stoppers = 250;

FormEntry form(const std::string& folded, std::vector<UnitId> units) {
    FormEntry entry;
    entry.folded = folded;
    entry.term = folded;
    entry.units = std::move(units);
    return entry;
}

// Unit 0 is a gap, 1 a word, 2 a gap of nothing, 3 a very long gap; then words up to 400.
WordsFile many_words(const TemporaryFolder& folder) {
    std::vector<UnitEntry> units{{", "}, {"war", 0}, {""}, {std::string(9000, ' ')}};
    std::vector<FormEntry> forms{form("war", {1})};
    for (UnitId unit = 4; unit < 400; ++unit) {
        units.push_back({"x" + std::to_string(unit), static_cast<std::uint32_t>(forms.size())});
        forms.push_back(form("x" + std::to_string(1000 + unit), {unit}));
    }
    return WordsFile(folder.write("words", encode_words(units, forms, DenseCode(stoppers))));
}

UnitSteps::Step step_of(const UnitSteps& steps, const WordsFile& words, UnitId unit) {
    std::string code;
    words.code().append(code, unit);
    std::uint32_t row = 0;
    if (code.size() > 1) row = steps.row(static_cast<unsigned char>(code.front()));
    return steps.table()[row | static_cast<unsigned char>(code.back())];
}

UnitSteps::WordStep word_step_of(const UnitSteps& steps, const WordsFile& words, UnitId unit) {
    std::string code;
    words.code().append(code, unit);
    const std::uint32_t row =
        code.size() > 1 ? steps.rows()[static_cast<unsigned char>(code.front())] : 0;
    return steps.word_table()[row | static_cast<unsigned char>(code.back())];
}

}  // namespace

TEST_CASE("two bytes of code tell whether a word ends and how far the text gets") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    for (UnitId unit = 0; unit < words.unit_count(); ++unit) {
        CAPTURE(unit);
        CHECK(word_step_of(steps, words, unit) == (words.is_word(unit) ? UnitSteps::word : 0));
        const UnitSteps::Step step = step_of(steps, words, unit);
        CHECK(((step & UnitSteps::look) != 0) == (unit == 3));
        if (unit == 3) continue;
        CHECK(((step & UnitSteps::word) != 0) == words.is_word(unit));
        CHECK(step >> UnitSteps::weight_shift ==
              UnitSteps::weight(words.unit(unit).text.size(), words.is_word(unit)));
    }
}

TEST_CASE("what two bytes do not tell has to be looked at") {
    const TemporaryFolder folder;
    const WordsFile words = many_words(folder);
    const UnitSteps steps(words);
    CHECK(step_of(steps, words, words.unit_count()) == UnitSteps::look);  // is no unit
    CHECK(steps.table()[steps.row(stoppers) | 255] == UnitSteps::look);   // goes on
    CHECK(word_step_of(steps, words, words.unit_count()) == UnitSteps::look_for_word);
    CHECK(steps.word_table()[steps.row(stoppers) | 255] == UnitSteps::look_for_word);
    CHECK(steps.word_table()[255] == 0);
    CHECK(steps.table()[255] == 0);  // begins
    CHECK(steps.row(stoppers - 1) == 0);
    CHECK(steps.row(stoppers) == 256);
    CHECK(steps.sizes().size() == words.unit_count());
    CHECK(steps.sizes()[3] == 9000);
}
