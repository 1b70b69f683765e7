#include "indexer/word_counts.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/naive_words.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

void check(const SegmentSource& source, const std::vector<Article>& wanted) {
    const WordCounts counts = count_words(source);
    test::NaiveWords expected(wanted);
    REQUIRE(counts.units.size() == source.unit_count());
    REQUIRE(counts.forms.size() == source.form_count());
    std::map<test::FormKey, test::FormCounts> forms;
    std::map<std::string, std::uint64_t> gaps;
    std::vector<test::FormKey> keys;
    for (std::uint32_t i = 0; i < source.form_count(); ++i) {
        const VocabularyForm form = source.form(i);
        keys.emplace_back(form.folded, form.language, form.term, form.acronym);
        if (counts.forms[i].articles == 0) continue;
        forms[keys.back()].passages = counts.forms[i].passages;
        forms[keys.back()].articles = counts.forms[i].articles;
        forms[keys.back()].is_stop_word = form.is_stop_word;
    }
    for (std::uint32_t i = 0; i < source.unit_count(); ++i) {
        if (counts.units[i] == 0) continue;
        const VocabularyUnit unit = source.unit(i);
        if (unit.form == VocabularyUnit::no_form) {
            gaps[std::string(unit.text)] += counts.units[i];
            continue;
        }
        test::FormCounts& form = forms.at(keys[unit.form]);
        form.occurrences += counts.units[i];
        form.spellings[std::string(unit.text)] += counts.units[i];
    }
    CHECK(gaps == expected.gaps);
    CHECK(forms == expected.forms);
}

}  // namespace

TEST_CASE("words are counted over the wanted articles of a batch and of a segment") {
    auto articles = test::varied_articles(1, 80);
    const test::Batches batches = test::analyzed(articles);
    check(*batches[0], articles);

    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment-1", articles);
    StoredSegment segment(folder / "segment-1", "", {});
    check(segment, articles);

    for (std::uint32_t i = 40; i < 80; ++i) {
        batches[0]->drop(i);
        segment.bury(*segment.find(articles[i].id));
    }
    articles.resize(40);
    check(*batches[0], articles);
    check(segment, articles);
}
