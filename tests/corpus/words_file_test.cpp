#include "corpus/words_file.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Vocabulary {
    std::vector<UnitEntry> units;
    std::vector<FormEntry> forms;
};

FormEntry random_form(std::mt19937& random) {
    FormEntry form;
    const std::string letters = "aabcd\xC3\xA9";
    for (std::size_t left = 1 + random() % 6; left > 0; --left)
        form.folded += letters[random() % 5];
    form.language = static_cast<std::uint8_t>(random() % 3);
    form.term = form.folded.substr(0, 1 + random() % form.folded.size());
    if (random() % 3 == 0) form.term += "i\xC3\xA9";
    if (random() % 9 == 0) form.acronym = form.folded.substr(0, 2);
    form.is_stop_word = random() % 10 == 0;
    form.occurrences = 1 + (random() % 2) * random();
    form.articles = static_cast<std::uint32_t>(1 + random() % 2 * random() % 1000);
    form.passages = static_cast<std::uint32_t>(random() % 3);
    return form;
}

// Forms in key order, each with some spellings, among gaps.
Vocabulary random_vocabulary(unsigned seed, std::size_t forms) {
    std::mt19937 random(seed);
    Vocabulary vocabulary;
    for (std::size_t i = 0; i < forms; ++i) vocabulary.forms.push_back(random_form(random));
    std::ranges::sort(vocabulary.forms, comes_before);
    const auto same = [](const FormEntry& a, const FormEntry& b) { return !comes_before(a, b); };
    std::vector<FormEntry>& all = vocabulary.forms;
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    std::vector<std::uint32_t> owners;
    for (std::uint32_t form = 0; form < vocabulary.forms.size(); ++form)
        owners.insert(owners.end(), 1 + random() % 3, form);
    owners.insert(owners.end(), 1 + forms / 3, UnitEntry::no_form);
    std::ranges::shuffle(owners, random);
    for (const std::uint32_t owner : owners) {
        const auto unit = static_cast<UnitId>(vocabulary.units.size());
        vocabulary.units.push_back({std::string(random() % 20, 'x'), owner});
        if (owner != UnitEntry::no_form) vocabulary.forms[owner].units.push_back(unit);
    }
    return vocabulary;
}

std::string encode(const Vocabulary& vocabulary) {
    return test::encode_words(vocabulary.units, vocabulary.forms, DenseCode(190));
}

template <class Holds>
std::vector<std::uint32_t> forms_that(const Vocabulary& vocabulary, const Holds& holds) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < vocabulary.forms.size(); ++i)
        if (holds(vocabulary.forms[i])) numbers.push_back(i);
    return numbers;
}

}  // namespace

TEST_CASE("the words file gives back what was written") {
    const test::TemporaryFolder folder;
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 700U}) {
        const Vocabulary vocabulary = random_vocabulary(static_cast<unsigned>(count), count);
        const WordsFile file(folder.write("words", encode(vocabulary)));
        file.verify();
        CHECK(file.code().stoppers() == 190);
        REQUIRE(file.unit_count() == vocabulary.units.size());
        REQUIRE(file.form_count() == vocabulary.forms.size());
        for (UnitId unit = 0; unit < file.unit_count(); ++unit) {
            REQUIRE(file.unit(unit).text == vocabulary.units[unit].text);
            REQUIRE(file.unit(unit).form == vocabulary.units[unit].form);
            REQUIRE(file.is_word(unit) == vocabulary.units[unit].is_word());
        }
        for (std::uint32_t form = 0; form < file.form_count(); ++form)
            REQUIRE(file.form(form) == vocabulary.forms[form]);
        CHECK_THROWS_AS(file.unit(file.unit_count()), Error);
        CHECK_THROWS_AS(file.is_word(file.unit_count()), Error);
        CHECK_THROWS_AS(file.form(file.form_count()), Error);
    }
}

TEST_CASE("units that are not among the most frequent come back as well") {
    const test::TemporaryFolder folder;
    std::vector<UnitEntry> units;
    for (int i = 0; i < 40'000; ++i) units.push_back({std::to_string(i)});
    for (const std::size_t count : {16'384U, 16'385U, 16'392U, 16'393U, 40'000U}) {
        const std::vector<UnitEntry> some(units.begin(),
                                          units.begin() + static_cast<std::ptrdiff_t>(count));
        const WordsFile file(folder.write("words", encode({some, {}})));
        for (UnitId unit = 0; unit < file.unit_count(); ++unit)
            REQUIRE(file.unit(unit).text == some[unit].text);
    }
}

TEST_CASE("forms are found by folded form, by term and by prefix") {
    const test::TemporaryFolder folder;
    const Vocabulary vocabulary = random_vocabulary(3, 2000);
    const WordsFile file(folder.write("words", encode(vocabulary)));
    std::set<std::string> asked{"", "a", "zz", "\xFF", "A", "ab", "dddddddd"};
    for (const FormEntry& form : vocabulary.forms) {
        asked.insert({form.folded, form.term, form.folded + "x"});
        asked.insert(form.folded.substr(0, 2));
    }
    for (const std::string& text : asked) {
        INFO(text);
        REQUIRE(file.forms_of_folded(text) ==
                forms_that(vocabulary, [&](const FormEntry& f) { return f.folded == text; }));
        REQUIRE(file.forms_of_term(text) ==
                forms_that(vocabulary, [&](const FormEntry& f) { return f.term == text; }));
        const auto [first, end] = file.forms_with_prefix(text);
        std::vector<std::uint32_t> between;
        for (std::uint32_t form = first; form < end; ++form) between.push_back(form);
        REQUIRE(between == forms_that(vocabulary, [&](const FormEntry& f) {
                    return f.folded.starts_with(text);
                }));
    }
}

TEST_CASE("forms are ordered by folded form, language, term and acronym") {
    const FormEntry form{.folded = "b", .language = 1, .term = "b", .acronym = "b", .units = {}};
    const auto changed = [&](auto change) {
        FormEntry other = form;
        change(other);
        return other;
    };
    CHECK_FALSE(comes_before(form, form));
    CHECK(comes_before(changed([](FormEntry& f) { f.folded = "a", f.language = 2; }), form));
    CHECK(comes_before(changed([](FormEntry& f) { f.language = 0, f.term = "c"; }), form));
    CHECK(comes_before(changed([](FormEntry& f) { f.term = "a", f.acronym = "c"; }), form));
    CHECK(comes_before(changed([](FormEntry& f) { f.acronym = "a"; }), form));
}

TEST_CASE("a damaged words file is an error or other values, never a crash") {
    const test::TemporaryFolder folder;
    const std::string bytes = encode(random_vocabulary(5, 20));
    const auto read = [&](std::string_view damaged) {
        const WordsFile file(folder.write("words", damaged));
        for (UnitId unit = 0; unit < file.unit_count(); ++unit) {
            static_cast<void>(file.unit(unit));
            static_cast<void>(file.is_word(unit));
        }
        for (const char* text : {"a", "ab", "d"}) {
            static_cast<void>(file.forms_of_folded(text));
            static_cast<void>(file.forms_of_term(text));
            static_cast<void>(file.forms_with_prefix(text));
        }
        for (std::uint32_t form = 0; form < file.form_count(); ++form)
            static_cast<void>(file.form(form));
    };
    CHECK_NOTHROW(read(bytes));
    test::survive_damage(bytes, read);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        REQUIRE_THROWS_AS(read(bytes.substr(0, size)), Error);
}

TEST_CASE("no changed byte of a words file passes verification") {
    const test::TemporaryFolder folder;
    const std::string bytes = encode(random_vocabulary(6, 12));
    CHECK(test::survive_damage(bytes, [&](std::string_view damaged) {
              WordsFile(folder.write("words", damaged)).verify();
          }) == 0);
}
