#include "indexer/text_marks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/forms_file.hpp"
#include "corpus/frequencies_file.hpp"
#include "corpus/pairs_file.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/text_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/built_segment.hpp"

using namespace dateline;

namespace {

// Words of one stem in turn, so that articles hold different ones; a Chinese article now and then,
// whose texts are not regular.
std::vector<Article> votes(int count) {
    const std::vector<std::string> forms = {"vote", "votes", "voted", "voting", "Voter"};
    std::vector<Article> articles;
    for (int i = 0; i < count; ++i) {
        Article& article = articles.emplace_back();
        article.id = "a" + std::to_string(i);
        article.language = "en";
        article.headline = i % 3 == 0 ? "They " + forms[static_cast<std::size_t>(i) % 5] : "News";
        article.body = "Many " + forms[static_cast<std::size_t>(i / 2) % 5] + " and " +
                       forms[static_cast<std::size_t>(i / 7) % 4] + ".";
        if (i % 50 == 49) article.body += " 北京市民投票。";
    }
    return articles;
}

}  // namespace

TEST_CASE("of each entry of frequencies it is marked which forms its article holds") {
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment", votes(600));
    const ArticlesFile articles(folder / "segment" / "articles");
    const PassageTexts texts(folder / "segment", articles);
    const WordsFile& words = texts.words();
    const FrequenciesFile frequencies(folder / "segment" / "frequencies");
    const FormsFile forms(folder / "segment" / "forms", frequencies.entry_count());
    verify_forms_file(folder / "segment" / "forms");

    std::uint64_t entries = 0;
    std::uint64_t unknown = 0;
    for (std::uint32_t number = 0; number < frequencies.term_count(); ++number) {
        std::map<std::uint32_t, FormBits> bits_of_form;
        for (const auto& [form, bits] : form_bits(words, frequencies.term(number)))
            bits_of_form[form] = bits;
        const FrequencyList list = frequencies.list(number);
        for (std::uint32_t number_of_block = 0; number_of_block < 3; ++number_of_block) {
            const BlockFrequencies block = list.block(number_of_block);
            for (std::uint32_t i = 0; i < block.count; ++i) {
                const std::uint32_t article =
                    number_of_block * articles_each_block + block.places[i];
                FormBits expected = 0;
                bool is_regular = true;
                for (DocId docid = articles.first_docid(article);
                     docid < articles.end_docid(article); ++docid) {
                    const CodedPassage passage = texts.text().words_of(docid);
                    is_regular &= passage.is_regular && passage.headline_is_regular;
                    for (const std::string_view code : {passage.headline, passage.text})
                        for (const char* at = code.data(); at != code.data() + code.size();) {
                            const auto unit = words.code().next(at, code.data() + code.size());
                            const auto found = bits_of_form.find(words.unit(unit).form);
                            if (found != bits_of_form.end()) expected |= found->second;
                        }
                }
                CHECK(forms.at(block.first_entry + i) == (is_regular ? expected : any_form));
                unknown += !is_regular;
                ++entries;
            }
        }
    }
    CHECK(entries == frequencies.entry_count());
    CHECK(entries > 1000);
    CHECK(unknown > 0);
}

TEST_CASE("the pairs of each article are marked, of others hardly any") {
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment", votes(600));
    const ArticlesFile articles(folder / "segment" / "articles");
    const PassageTexts texts(folder / "segment", articles);
    const WordsFile& words = texts.words();
    const PairsFile pairs(folder / "segment" / "pairs", articles.article_count());
    verify_pairs_file(folder / "segment" / "pairs");
    REQUIRE(pairs.tells());

    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    std::set<Pair> all;
    std::vector<std::optional<std::set<Pair>>> of_articles;  // nothing: texts are not regular
    for (std::uint32_t article = 0; article < articles.article_count(); ++article) {
        std::set<Pair> held;
        bool is_regular = true;
        for (DocId docid = articles.first_docid(article); docid < articles.end_docid(article);
             ++docid) {
            const CodedPassage passage = texts.text().words_of(docid);
            is_regular &= passage.is_regular && passage.headline_is_regular;
            for (const std::string_view code : {passage.headline, passage.text}) {
                std::optional<std::uint32_t> before;
                for (const char* at = code.data(); at != code.data() + code.size();) {
                    const auto unit = words.unit(words.code().next(at, code.data() + code.size()));
                    if (!unit.is_word()) continue;
                    const PairRole role =
                        pair_role(words.form(unit.form), articles.article_count());
                    if (role == PairRole::skipped) continue;
                    if (role == PairRole::paired && before) held.emplace(*before, unit.form);
                    before = role == PairRole::paired ? std::optional(unit.form) : std::nullopt;
                }
            }
        }
        all.insert(held.begin(), held.end());
        of_articles.push_back(is_regular ? std::optional(held) : std::nullopt);
    }
    REQUIRE(all.size() > 10);
    std::size_t wrong = 0;
    std::size_t asked = 0;
    for (std::uint32_t article = 0; article < articles.article_count(); ++article)
        for (const Pair& pair : all) {
            const bool may_hold = pairs.may_hold(article, pair_key(pair.first, pair.second));
            const auto& held = of_articles[article];
            if (!held || held->contains(pair)) {
                REQUIRE(may_hold);
            } else {
                ++asked;
                wrong += may_hold;
            }
        }
    CHECK(asked > 1000);
    CHECK(wrong < asked / 5);
}

TEST_CASE("a segment without frequencies has no marks of forms or pairs") {
    const test::TemporaryFolder folder;
    write_segment(folder / "segment", test::analyzed(votes(150)),
                  {WriterKind::automatic, "", false}, [](std::uint64_t) {});
    verify_forms_file(folder / "segment" / "forms");
    CHECK_NOTHROW(FormsFile(folder / "segment" / "forms", 0));
    verify_pairs_file(folder / "segment" / "pairs");
    CHECK_FALSE(PairsFile(folder / "segment" / "pairs", 150).tells());
}
