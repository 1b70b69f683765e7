#include "indexer/salvaged_segment.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/checked_index.hpp"
#include "tests/indexer/index_contents.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::size_t count_whole(const CheckedIndex& made) {
    const SalvagedSegment segment(made.index() / "segment-1", "");
    std::size_t whole = 0;
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) whole += segment.article(i) ? 1 : 0;
    return whole;
}

}  // namespace

TEST_CASE("of a whole segment all articles are given, as they were indexed") {
    const CheckedIndex made;
    const SalvagedSegment segment(made.index() / "segment-1", "");
    const auto contents = index_contents(made.index());
    std::size_t known = 0;
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
        const std::optional<Article> article = segment.article(i);
        REQUIRE(article);
        const auto found = contents.find(article->id);
        if (found == contents.end()) continue;  // it has a tombstone
        ++known;
        CHECK(*article == found->second);
    }
    CHECK(known > 30);
}

TEST_CASE("damage anywhere costs articles, never gives a changed one") {
    const CheckedIndex made;
    const std::size_t all = count_whole(made);
    const auto contents = index_contents(made.index());
    std::mt19937 random(11);
    for (const char* name : {"text", "words", "articles", "docdata.glass", "postlist.glass",
                             "iamglass", "checksums"}) {
        const std::string file = std::string("segment-1/") + name;
        const std::string bytes = made.read(file);
        for (int round = 0; round < 60; ++round) {
            std::string changed = bytes;
            const std::size_t place = random() % changed.size();
            changed[place] = static_cast<char>(changed[place] ^ (1 << random() % 8));
            made.write(file, changed);
            INFO(file << " at " << place);
            try {
                const SalvagedSegment segment(made.index() / "segment-1", "");
                const std::uint32_t count = std::min<std::uint32_t>(segment.article_count(), 100);
                for (std::uint32_t i = 0; i < count; ++i)
                    if (const auto article = segment.article(i); article)
                        if (const auto found = contents.find(article->id); found != contents.end())
                            REQUIRE(article->body == found->second.body);
            } catch (const Error&) {
            }
        }
        made.write(file, bytes);
    }
    CHECK(count_whole(made) == all);
}
