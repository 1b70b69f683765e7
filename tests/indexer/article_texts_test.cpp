#include "indexer/article_texts.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct TestTexts {
    explicit TestTexts(bool is_dry_run) : texts(segments, stored, sources, earlier, is_dry_run) {}

    test::TemporaryFolder folder;
    Manifest manifest{};
    Publication publication{folder.path(), 1};
    SegmentSet segments{
        folder.path(), manifest, publication, {}, [](std::uint64_t, std::uint64_t) {}};
    Roots roots{{{folder.path().string(), "", ""}}, {true}};
    ReadOptions reading{};
    FieldDefaults defaults{};
    std::vector<SourceFileEntry> files{};
    StoredTexts stored{segments, files};
    SourceTexts sources{roots, reading, defaults};
    EarlierWork earlier{};
    IdSet withdrawn{};
    PreviousRecords previous{{}};
    ArticleClaims claims{previous, withdrawn, true, {}};
    ArticleTexts texts;

    Article claim(std::string_view id) {
        Article article = test::some_article(id, "Headline", "Body of " + std::string(id));
        claims.enter({article, {0, "a"}});
        return article;
    }
    std::optional<Article> text(const std::string& id) {
        return texts.of_claim(id, *claims.find(id), {});
    }
};

}  // namespace

TEST_CASE("a text is found in the batch, then in its segment, and not once it is taken out") {
    TestTexts test(false);
    for (const std::string id : {"1", "2"}) test.texts.add(test.claims, id, test.claim(id));
    CHECK(test.claims.find("1")->place == TextPlace::batch);
    CHECK(test.text("1")->body == "Body of 1");
    test.texts.write_batch(test.claims);
    CHECK(test.claims.find("1")->place == TextPlace::written);
    CHECK(test.text("2")->body == "Body of 2");
    test.texts.take_out("2", *test.claims.find("2"));
    CHECK(test.segments.save().front().articles == 1);
}

TEST_CASE("in a dry run texts stay in their files") {
    TestTexts test(true);
    test.texts.add(test.claims, "1", test.claim("1"));
    CHECK(test.claims.find("1")->place == TextPlace::absent);
    CHECK_FALSE(test.text("1"));
    test.texts.write_batch(test.claims);
    CHECK(test.segments.save().empty());
}
