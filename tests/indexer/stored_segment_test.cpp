#include "indexer/stored_segment.hpp"

#include <xapian.h>

#include <algorithm>

#include "corpus/bytes.hpp"
#include "corpus/schema.hpp"
#include "indexer/word_sequences.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

/// Reads all that an indexer reads of a segment.
void read_all(const std::filesystem::path& folder) {
    StoredSegment segment(folder, "", {});
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
        const Article article = segment.article(i);
        if (segment.find(article.id) != i) throw_damaged(folder.string(), "an id");
        segment.compared_words(i);
    }
    const test::TemporaryFolder merged;
    merge_segments(merged / "segment-2", {&segment}, {}, [](std::uint64_t) {});
}

ErrorKind failure_of(const std::filesystem::path& folder) {
    return test::caught_error([&] {
               read_all(folder);
               return 0;
           })
        .kind();
}

}  // namespace

TEST_CASE("a segment gives back its articles, field by field, in document order") {
    const test::TemporaryFolder folder;
    const auto articles = test::in_order(test::varied_articles(1, 250));
    const WriterKind writer = GENERATE(WriterKind::automatic, WriterKind::stock);
    test::build_segment(folder / "segment-1", articles, 3, writer);
    const StoredSegment segment(folder / "segment-1", "", {});
    REQUIRE(segment.article_count() == articles.size());
    CHECK(segment.folder() == folder / "segment-1");
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        REQUIRE(segment.article(i) == articles[i]);
        REQUIRE(segment.id(i) == articles[i].id);
        REQUIRE(segment.is_wanted(i));
        const ArticleFacts facts = segment.facts(i);
        REQUIRE(facts.content_hash == content_hash(articles[i]));
        REQUIRE(facts.language == articles[i].language);
        REQUIRE(facts.dated == articles[i].date.known());
        REQUIRE(facts.text_bytes == articles[i].headline.size() + articles[i].body.size());
    }
}

TEST_CASE("an article is found by its id, however long, and by nothing else") {
    const test::TemporaryFolder folder;
    std::vector<Article> articles = test::varied_articles(2, 20);
    const std::string beginning(500, 'l');
    articles.push_back(test::some_article(beginning + "1", "one", ""));
    articles.push_back(test::some_article(beginning + "2", "two", ""));
    // Its term is that of the article before: only the whole id tells them apart.
    const std::string clipped = field_term("Q", beginning + "1").substr(1);
    articles.push_back(test::some_article(clipped, "three", ""));
    test::build_segment(folder / "segment-1", articles);
    const StoredSegment segment(folder / "segment-1", "", {});
    for (const Article& article : articles) {
        const auto number = segment.find(article.id);
        REQUIRE(number);
        CHECK(segment.article(*number) == article);
    }
    CHECK_FALSE(segment.find("absent"));
    CHECK_FALSE(segment.find("wire"));
    CHECK_FALSE(segment.find(beginning));
    CHECK_FALSE(segment.find(beginning + "3"));
}

TEST_CASE("what is buried is not found, and can still be read") {
    const test::TemporaryFolder folder;
    const auto articles = test::in_order(test::varied_articles(3, 10));
    test::build_segment(folder / "segment-1", articles);
    StoredSegment segment(folder / "segment-1", "", {});
    CHECK_FALSE(segment.tombstones().any());
    CHECK(segment.bury(4));
    CHECK_FALSE(segment.bury(4));
    CHECK(segment.bury(9));
    CHECK_FALSE(segment.find(articles[4].id));
    CHECK_FALSE(segment.is_wanted(4));
    CHECK(segment.find(articles[5].id) == 5U);
    CHECK(segment.article(4) == articles[4]);

    const StoredSegment again(folder / "segment-1", "", segment.tombstones());
    CHECK(again.tombstones().count() == 2);
    CHECK_FALSE(again.find(articles[9].id));
    CHECK(again.find(articles[0].id) == 0U);
}

TEST_CASE("the stems of what is buried are counted, whatever was counted before") {
    const test::TemporaryFolder folder;
    const auto articles = test::in_order(test::varied_articles(9, 120));
    test::build_segment(folder / "segment-1", articles);
    StoredSegment segment(folder / "segment-1", "", {});
    StoredSegment at_once(folder / "segment-1", "", {});
    for (std::uint32_t i = 0; i < 40; ++i) {
        segment.bury(3 * i);
        at_once.bury(3 * i);
        if (i % 11 == 0) REQUIRE(segment.counted_tombstones().uncounted().empty());
    }
    CHECK(segment.tombstones().uncounted().size() == 6);
    const Tombstones& counted = segment.counted_tombstones();
    CHECK(counted.uncounted().empty());
    CHECK(counted.terms().count() > 50);
    CHECK(counted == at_once.counted_tombstones());
    // And where those of a file were not counted.
    Tombstones uncounted(segment.article_count());
    for (std::uint32_t i = 0; i < 40; ++i) uncounted.bury(3 * i);
    CHECK(StoredSegment(folder / "segment-1", "", uncounted).counted_tombstones() == counted);
    // Of a file in which they were, with more buried since.
    StoredSegment again(folder / "segment-1", "", counted);
    again.bury(1);
    at_once.bury(1);
    CHECK(again.counted_tombstones() == at_once.counted_tombstones());

    const PassageTexts texts(folder / "segment-1", segment.articles());
    const TermsFile terms(folder / "segment-1" / "terms", texts.words().unit_count());
    const Xapian::Database tables((folder / "segment-1").string());
    for (std::uint32_t form = 0; form < texts.words().form_count(); ++form) {
        const std::string term = texts.words().form(form).term;
        const std::uint32_t number = find_term(texts.words(), terms, term);
        if (number == TermsFile::no_term) continue;
        const auto dead = std::count_if(
            tables.postlist_begin(term), tables.postlist_end(term), [&](Xapian::docid docid) {
                return counted.is_dead(segment.articles().article_of(docid));
            });
        INFO(term);
        CHECK(counted.terms().passages(number) == static_cast<std::uint32_t>(dead));
    }
}

TEST_CASE("the words by which an article is compared are those of an analysis of its text") {
    const test::TemporaryFolder folder;
    const auto articles = test::in_order(test::varied_articles(4, 100));
    test::build_segment(folder / "segment-1", articles);
    const StoredSegment segment(folder / "segment-1", "", {});
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        Analyzer analyzer(articles[i].language);
        const auto hashes_of = [&](const std::string& text) {
            std::vector<std::uint64_t> hashes;
            for (const Token& token : analyzer.analyze(text))
                hashes.push_back(word_hash(token.word->folded));
            return hashes;
        };
        const auto headline = hashes_of(articles[i].headline);
        const auto expected = compared_words(headline, hashes_of(articles[i].body));
        INFO(articles[i].headline << '\n' << articles[i].body);
        REQUIRE(segment.compared_words(i) == expected);
        REQUIRE(segment.sketch(i) == sketch_of(expected));
    }
}

TEST_CASE("a segment that lacks a part, or has that of another, cannot be read") {
    const test::TemporaryFolder folder;
    test::build_segment(folder / "other", test::varied_articles(6, 31));
    test::build_segment(folder / "whole", test::varied_articles(5, 30));
    read_all(folder / "whole");
    CHECK(failure_of(folder / "absent") == ErrorKind::index);
    const std::string name = GENERATE("articles", "text", "sketches", "words", "postlist.glass",
                                      "docdata.glass", "iamglass");
    INFO(name);
    const auto damaged = [&](const auto& damage) {
        std::filesystem::remove_all(folder / "damaged");
        std::filesystem::copy(folder / "whole", folder / "damaged");
        damage(folder / "damaged" / name);
        return failure_of(folder / "damaged");
    };
    CHECK(damaged([](const auto& file) { std::filesystem::remove(file); }) == ErrorKind::index);
    for (const std::uintmax_t parts : {0U, 1U, 3U})
        CHECK(damaged([&](const auto& file) {
                  std::filesystem::resize_file(file, std::filesystem::file_size(file) * parts / 4);
              }) == ErrorKind::index);
    if (name.ends_with("glass") || name == "words") return;
    CHECK(damaged([&](const auto& file) {
              std::filesystem::copy_file(folder / "other" / name, file,
                                         std::filesystem::copy_options::overwrite_existing);
          }) == ErrorKind::index);
}

TEST_CASE("a byte that changed in a file of ours is damage, wherever it is") {
    const test::TemporaryFolder folder;
    test::build_segment(folder / "segment-1", test::varied_articles(7, 12));
    std::mt19937 random(7);
    for (const std::string name : {"articles", "words", "text", "sketches"}) {
        const std::string whole = test::read_bytes(folder / "segment-1" / name);
        for (int round = 0; round < 60; ++round) {
            std::string damaged = whole;
            const std::size_t at = round < 40 && round < static_cast<int>(whole.size())
                                       ? static_cast<std::size_t>(round)
                                       : random() % whole.size();
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
            folder.write("segment-1/" + name, damaged);
            INFO(name << " byte " << at);
            CHECK(failure_of(folder / "segment-1") == ErrorKind::index);
        }
        folder.write("segment-1/" + name, whole);
    }
    read_all(folder / "segment-1");
}
