#include "indexer/batch_vocabulary.hpp"

#include <algorithm>
#include <set>

#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::uint32_t number_of(PackedCode unit) {
    const char* const bytes = reinterpret_cast<const char*>(&unit.bytes);
    const char* at = bytes;
    const std::uint32_t number = BatchVocabulary::code().next(at, bytes + unit.size);
    CHECK(at == bytes + unit.size);
    return number;
}

/// What a vocabulary knows of one word of a text in that language.
struct Met {
    VocabularyUnit unit;
    VocabularyForm form;
    std::string_view term;
    std::string_view acronym_term;
    std::uint64_t hash = 0;
};

class Reader {
  public:
    explicit Reader(std::string_view code) : code_(code), analyzer_(code, 4) {}

    Met read(BatchVocabulary& words, std::string_view text) {
        const Token token = analyzer_.analyze(text).at(0);
        const auto& known = words.word(words.language(code_), *token.word, token.range.in(text));
        const VocabularyUnit unit = words.units()[number_of(known.unit)];
        const bool is_acronym = known.acronym_term != BatchVocabulary::none;
        return {unit, words.forms()[unit.form], words.terms()[known.term],
                is_acronym ? words.terms()[known.acronym_term] : "", known.hash};
    }

  private:
    std::string code_;
    Analyzer analyzer_;
};

}  // namespace

TEST_CASE("a word is known by its spelling, its form and its terms") {
    BatchVocabulary words;
    Reader english("en");
    const Met met = english.read(words, "Trained");
    CHECK(met.unit.text == "Trained");
    CHECK(met.form.folded == "trained");
    CHECK(met.form.term == "train");
    CHECK(met.form.language == "en");
    CHECK_FALSE(met.form.is_stop_word);
    CHECK(met.term == "train");
    CHECK(met.acronym_term.empty());
    CHECK(met.hash == word_hash("trained"));
    CHECK(english.read(words, "the").form.is_stop_word);
    CHECK(english.read(words, "U.S.").acronym_term == "Uus");
}

TEST_CASE("spellings of one form are units of that form; other languages have their own") {
    BatchVocabulary words;
    Reader english("en");
    Reader german("de");
    const Met lower = english.read(words, "die");
    const Met upper = english.read(words, "DIE");
    const Met other = german.read(words, "die");
    CHECK(lower.unit.form == upper.unit.form);
    CHECK(lower.unit.form != other.unit.form);
    CHECK(upper.unit.text == "DIE");
    CHECK(other.form.language == "de");
    CHECK(other.form.is_stop_word);
}

TEST_CASE("a word that the analyzer forgot is met again as the same form") {
    BatchVocabulary words;
    Reader english("en");
    const std::uint32_t form = english.read(words, "storm").unit.form;
    for (int i = 0; i < 100; ++i) english.read(words, "word" + std::to_string(i));
    CHECK(english.read(words, "storm").unit.form == form);
    const auto& forms = words.forms();
    CHECK(std::ranges::count(forms, "storm", &VocabularyForm::folded) == 1);
    CHECK(std::set<std::string_view>(words.terms().begin(), words.terms().end()).size() ==
          words.terms().size());
}

TEST_CASE("each gap is one unit, short or long, however often others come between") {
    BatchVocabulary words;
    std::vector<std::string> gaps{""};
    for (int i = 0; i < 2000; ++i) gaps.push_back(std::string(1 + i % 12, '-') + std::to_string(i));
    std::vector<std::uint32_t> numbers;
    for (const std::string& gap : gaps) numbers.push_back(number_of(words.gap(gap)));
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        REQUIRE(number_of(words.gap(gaps[i])) == numbers[i]);
        REQUIRE(words.units()[numbers[i]].text == gaps[i]);
        REQUIRE(words.units()[numbers[i]].form == VocabularyUnit::no_form);
    }
    CHECK(words.units().size() == gaps.size());
}

TEST_CASE("terms are numbered once, and have others in headlines") {
    BatchVocabulary words;
    const std::uint32_t storm = words.term("storm");
    CHECK(words.term("calm") != storm);
    CHECK(words.term("storm") == storm);
    const std::uint32_t in_headlines = words.headline_term(storm);
    CHECK(words.terms()[in_headlines] == "Sstorm");
    CHECK(words.headline_term(storm) == in_headlines);
    CHECK(words.term("Sstorm") == in_headlines);
}
