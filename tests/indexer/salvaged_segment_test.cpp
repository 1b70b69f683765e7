#include "indexer/salvaged_segment.hpp"

#include <algorithm>
#include <random>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/text_file.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/checked_index.hpp"
#include "tests/indexer/index_contents.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::size_t count_whole(const std::filesystem::path& folder) {
    const SalvagedSegment segment(folder, "");
    std::size_t whole = 0;
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) whole += segment.article(i) ? 1 : 0;
    return whole;
}

std::size_t count_whole(const CheckedIndex& made) {
    return count_whole(made.index() / "segment-1");
}

// A segment of articles of many passages, with white space and signs of all kinds.
class LongArticles {
  public:
    LongArticles() {
        std::mt19937 random(4);
        std::string lines;
        for (int i = 0; i < 60; ++i) {
            std::string body = some_words(random, random() % 900);
            if (i % 5 == 0) body += "  (two  spaces),--don't  \n\n\n caf\u00e9 ";
            for (std::size_t at = 0; (at = body.find('\n', at)) != std::string::npos; at += 2)
                body.replace(at, 1, "\\n");
            lines += json_article("wire" + std::to_string(i), "Report " + std::to_string(i), body);
        }
        folder_.write("news/wire.jsonl", lines);
        run_index(folder_ / "index", {(folder_ / "news").string()});
    }

    std::filesystem::path segment() const { return folder_ / "index/segment-1"; }
    std::string read(const std::string& file) const { return read_bytes(segment() / file); }
    void write(const std::string& file, const std::string& bytes) const {
        folder_.write("index/segment-1/" + file, bytes);
    }

  private:
    TemporaryFolder folder_;
};

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

TEST_CASE("a byte too many or too few costs the articles beside it") {
    const LongArticles made;
    const std::size_t all = count_whole(made.segment());
    REQUIRE(all == 60);
    std::mt19937 random(7);
    for (const std::string name : {"text", "articles"}) {
        const std::string bytes = made.read(name);
        for (int round = 0; round < 40; ++round) {
            const std::size_t at = 40 + random() % (bytes.size() - 60);
            INFO(name << " at " << at);
            made.write(name, std::string(bytes).insert(at, "x"));
            CHECK(count_whole(made.segment()) >= all - 2);
            made.write(name, std::string(bytes).erase(at, 1));
            CHECK(count_whole(made.segment()) >= all - 2);
        }
        made.write(name, bytes);
    }
    CHECK(count_whole(made.segment()) == all);
}

TEST_CASE("where the text ends too early, the articles before that are kept") {
    const LongArticles made;
    const std::string bytes = made.read("text");
    const ArticlesFile articles(made.segment() / "articles");
    REQUIRE(articles.passage_count() > 2 * articles.article_count());
    std::vector<std::uint64_t> ends;
    {
        const TextFile text(made.segment() / "text");
        for (std::uint32_t i = 0; i < articles.article_count(); ++i) {
            const FileRange range = text.range(articles.first_docid(i), articles.end_docid(i));
            ends.push_back(range.offset + range.bytes);
        }
    }
    for (std::size_t size = 0; size <= bytes.size(); size += bytes.size() / 90) {
        made.write("text", bytes.substr(0, size));
        INFO(size << " of " << bytes.size());
        const auto before =
            std::ranges::count_if(ends, [&](std::uint64_t end) { return end <= size; });
        CHECK(count_whole(made.segment()) == static_cast<std::size_t>(before));
    }
}

TEST_CASE("articles of a text that ends too early may be asked for in any order") {
    const LongArticles made;
    const std::string bytes = made.read("text");
    made.write("text", bytes.substr(0, bytes.size() / 2));
    const SalvagedSegment segment(made.segment(), "");
    const auto third = segment.article(2);
    REQUIRE(third);
    CHECK(segment.article(0));
    CHECK(segment.article(0)->id != third->id);
    CHECK(segment.article(2) == third);
    CHECK_FALSE(segment.article(59));
    CHECK(segment.article(1));
}

TEST_CASE("what the words file has behind the units costs no article, the units those with them") {
    const LongArticles made;
    const std::size_t all = count_whole(made.segment());
    const std::string bytes = made.read("words");
    ByteReader header(std::string_view(bytes).substr(20), "words");
    const std::uint64_t units = 36 + header.fixed64();
    std::size_t kept = all;
    for (std::uint64_t size = bytes.size() - 1; size > 40; size -= std::min(size, units / 10)) {
        made.write("words", bytes.substr(0, size));
        INFO(size);
        const std::size_t now = count_whole(made.segment());
        if (size >= units) CHECK(now == all);
        CHECK(now <= kept);
        kept = now;
    }
    CHECK(kept < all);
}
