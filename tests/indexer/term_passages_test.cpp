#include "indexer/term_passages.hpp"

#include <xapian.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "corpus/terms_file.hpp"
#include "corpus/words_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"

using namespace dateline;

TEST_CASE("each term is found among those that were added, in whatever order they are asked for") {
    std::mt19937 random(5);
    for (const std::size_t count : {0U, 1U, 2U, 5U, 300U}) {
        std::set<std::string> terms;
        while (terms.size() < count) terms.insert("t" + std::to_string(random() % 1000));
        TermPassages passages;
        std::uint32_t next = 0;
        for (const std::string& term : terms) passages.add(term, ++next);
        REQUIRE(passages.count() == count);
        for (int round = 0; round < 2000; ++round) {
            const std::string asked = "t" + std::to_string(random() % 1002);
            const auto place = terms.find(asked);
            const std::optional<std::size_t> found = passages.find(asked);
            REQUIRE(found.has_value() == (place != terms.end()));
            if (!found) continue;
            REQUIRE(*found == static_cast<std::size_t>(std::distance(terms.begin(), place)));
            REQUIRE(passages.passages(*found) == *found + 1);
        }
    }
}

TEST_CASE(
    "of each unit the file terms knows the stem, and in how many passages the tables have it") {
    std::vector<Article> articles;
    for (int i = 0; i < 300; ++i) {
        Article& article = articles.emplace_back();
        article.id = "a" + std::to_string(i);
        article.language = i % 3 == 0 ? "de" : "en";
        article.headline = i % 2 == 0 ? "Storms in the US" : "Ruhige Tage";
        article.body = "Stormy day " + std::to_string(i % 70) +
                       ", and the storm of storms. Votes " +
                       (i % 7 == 0 ? "voted. 北京市民投票。" : "are counted by the WHO.");
    }
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment", articles);
    const WordsFile words(folder / "segment" / "words");
    const TermsFile terms(folder / "segment" / "terms", words.unit_count());
    verify_terms_file(folder / "segment" / "terms");
    const Xapian::Database tables((folder / "segment").string());

    std::uint32_t stems = 0;
    std::uint32_t met = 0;
    for (UnitId unit = 0; unit < words.unit_count(); ++unit) {
        const std::uint32_t term = terms.term_of(unit);
        const std::uint32_t form = words.unit(unit).form;
        INFO(words.unit(unit).text);
        if (term == TermsFile::no_term) {
            CHECK(form == UnitEntry::no_form);
            continue;
        }
        const FormEntry entry = words.form(form);
        const bool tells = !entry.is_stop_word && entry.acronym.empty();
        CHECK(terms.telling_term_of(unit) == (tells ? term : TermsFile::no_term));
        CHECK(find_term(words, terms, entry.term) == term);
        CHECK(terms.passages(term) == tables.get_termfreq(entry.term));
        // Numbered as they are met.
        REQUIRE(term <= met);
        met += term == met;
        ++stems;
    }
    CHECK(stems > 50);
    CHECK(met == terms.term_count());
}
