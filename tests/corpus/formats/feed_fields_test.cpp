#include "corpus/formats/feed_fields.hpp"

#include "corpus/formats/xml_document.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

FeedVocabulary vocabulary(const char* element, const char* root = "<rss/>") {
    XmlDocument header;
    XmlDocument entry;
    header.parse(root, 1);
    entry.parse(element, 1);
    return vocabulary_of(entry.root().first_child(), header.root());
}

}  // namespace

TEST_CASE("a vocabulary is told by the namespace, whatever the prefix") {
    const char* const root = "<rss xmlns:x='http://purl.org/dc/elements/1.1/'/>";
    CHECK(vocabulary("<item><x:title/></item>", root) == FeedVocabulary::dublin_core);
    CHECK(vocabulary(
              "<item xmlns:c='http://purl.org/rss/1.0/modules/content/'><c:encoded/></item>") ==
          FeedVocabulary::content);
    CHECK(vocabulary("<item><body xmlns='http://www.w3.org/1999/xhtml'/></item>") ==
          FeedVocabulary::xhtml);
    CHECK(
        vocabulary("<item xmlns:s='http://purl.org/rss/1.0/modules/slash/'><s:section/></item>") ==
        FeedVocabulary::other);
}

TEST_CASE("without a prefix an element is the feed's own") {
    CHECK(vocabulary("<item><title/></item>", "<rss xmlns='http://unheard.example/'/>") ==
          FeedVocabulary::feed);
}

TEST_CASE("a prefix that nobody declares means what it does elsewhere") {
    CHECK(vocabulary("<item><dc:title/></item>") == FeedVocabulary::dublin_core);
    CHECK(vocabulary("<item><media:title/></item>") == FeedVocabulary::media);
    CHECK(vocabulary("<item><zz:title/></item>") == FeedVocabulary::other);
}

TEST_CASE("whole texts are read before summaries, publication before change") {
    const auto row = [](FeedVocabulary v, std::string_view name) { return *feed_key_row(v, name); };
    CHECK(row(FeedVocabulary::content, "encoded") < row(FeedVocabulary::feed, "description"));
    CHECK(row(FeedVocabulary::feed, "content") < row(FeedVocabulary::feed, "summary"));
    CHECK(row(FeedVocabulary::feed, "published") < row(FeedVocabulary::feed, "updated"));
    CHECK(row(FeedVocabulary::feed, "pubDate") < row(FeedVocabulary::dublin_core, "date"));
    CHECK_FALSE(feed_key_row(FeedVocabulary::media, "content"));
    CHECK_FALSE(feed_key_row(FeedVocabulary::other, "title"));
}
