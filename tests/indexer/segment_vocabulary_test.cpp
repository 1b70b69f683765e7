#include "indexer/segment_vocabulary.hpp"

#include <set>

#include "corpus/words_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/naive_words.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

std::vector<std::string> languages_of(const std::vector<Article>& articles) {
    std::set<std::string> languages;
    for (const Article& article : articles) languages.insert(article.language);
    return {languages.begin(), languages.end()};
}

/// How often each unit of the words file should occur.
std::vector<std::uint64_t> check_words(const WordsFile& words,
                                       const std::vector<std::string>& languages,
                                       const test::NaiveWords& expected) {
    std::vector<std::uint64_t> occurrences(words.unit_count());
    REQUIRE(words.form_count() == expected.forms.size());
    std::uint32_t number = 0;
    for (const auto& [key, counts] : expected.forms) {
        const FormEntry form = words.form(number);
        REQUIRE(test::FormKey(form.folded, languages.at(form.language), form.term, form.acronym) ==
                key);
        REQUIRE(form.is_stop_word == counts.is_stop_word);
        REQUIRE(form.passages == counts.passages);
        REQUIRE(form.articles == counts.articles);
        REQUIRE(form.occurrences == counts.occurrences);
        REQUIRE(form.units.size() == counts.spellings.size());
        REQUIRE(std::ranges::is_sorted(form.units));
        for (const UnitId unit : form.units) {
            REQUIRE(words.unit(unit).form == number);
            occurrences[unit] = counts.spellings.at(std::string(words.unit(unit).text));
        }
        ++number;
    }
    std::size_t gaps = 0;
    for (UnitId unit = 0; unit < words.unit_count(); ++unit) {
        if (words.unit(unit).is_word()) continue;
        occurrences[unit] = expected.gaps.at(std::string(words.unit(unit).text));
        ++gaps;
    }
    CHECK(gaps == expected.gaps.size());
    return occurrences;
}

// That the sources' units are the new ones of the same text and word.
void check_units(const SegmentVocabulary& vocabulary, const WordsFile& words,
                 const test::Batches& batches) {
    REQUIRE(vocabulary.unit_of.size() == batches.size());
    std::set<UnitId> met;
    for (std::size_t i = 0; i < batches.size(); ++i) {
        REQUIRE(vocabulary.unit_of[i].size() == batches[i]->unit_count());
        for (std::uint32_t old = 0; old < batches[i]->unit_count(); ++old) {
            const UnitId unit = vocabulary.unit_of[i][old];
            if (unit == SegmentVocabulary::no_unit) continue;
            met.insert(unit);
            const VocabularyUnit before = batches[i]->unit(old);
            const WordsFile::UnitView after = words.unit(unit);
            REQUIRE(after.text == before.text);
            REQUIRE(after.is_word() == (before.form != VocabularyUnit::no_form));
            if (!after.is_word()) continue;
            REQUIRE(words.form(after.form).folded == batches[i]->form(before.form).folded);
            REQUIRE(words.form(after.form).term == batches[i]->form(before.form).term);
        }
    }
    CHECK(met.size() == words.unit_count());
}

}  // namespace

TEST_CASE("a segment's vocabulary is what a naive count finds, however many sources it has") {
    const test::TemporaryFolder folder;
    auto articles = test::varied_articles(1, 120);
    const std::size_t threads = GENERATE(1U, 4U);
    const bool drops_some = GENERATE(false, true);
    const test::Batches batches = test::analyzed(articles, threads);
    if (drops_some) {
        for (const auto& batch : batches)
            for (std::uint32_t i = 0; i < batch->article_count(); ++i)
                if (batch->number(i) >= 50) batch->drop(i);
        articles.resize(50);
    }
    const std::vector<std::string> languages = languages_of(articles);
    const SegmentVocabulary vocabulary = make_vocabulary(test::sources_of(batches), languages);
    const WordsFile words(folder.write("words", vocabulary.words_file));
    words.verify();
    const auto occurrences = check_words(words, languages, test::NaiveWords(articles));
    CHECK(std::ranges::is_sorted(occurrences, std::ranges::greater()));
    CHECK(words.code().stoppers() == vocabulary.code.stoppers());
    CHECK(vocabulary.code.stoppers() == DenseCode::best_stoppers(occurrences));
    check_units(vocabulary, words, batches);
}

TEST_CASE("equal articles give equal words files, in any order and on any threads") {
    auto articles = test::varied_articles(2, 80);
    const auto languages = languages_of(articles);
    const auto words_file = [&](std::size_t threads) {
        const test::Batches batches = test::analyzed(articles, threads);
        return make_vocabulary(test::sources_of(batches), languages).words_file;
    };
    const std::string expected = words_file(1);
    CHECK(words_file(3) == expected);
    std::ranges::shuffle(articles, std::mt19937(3));
    CHECK(words_file(1) == expected);
}

TEST_CASE("no articles have no words") {
    const test::TemporaryFolder folder;
    const SegmentVocabulary vocabulary = make_vocabulary({}, {});
    const WordsFile words(folder.write("words", vocabulary.words_file));
    CHECK(words.unit_count() == 0);
    CHECK(words.form_count() == 0);
}
