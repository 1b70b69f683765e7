#include "corpus/articles_file.hpp"

#include <algorithm>
#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Segment {
    std::vector<ArticleEntry> entries;
    std::uint32_t passages = 0;
    std::vector<std::string> languages;
};

// Articles in document order on few days, so that many share one; the last are undated.
Segment random_segment(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    Segment segment{.entries = {}, .languages = {"", "de", "en"}};
    std::vector<Day> days(count);
    for (Day& day : days) day = static_cast<Day>(random() % 40) - 20;
    std::ranges::sort(days, std::greater());
    for (std::size_t i = 0; i < count; ++i) {
        const bool dated = i < count - count / 5;
        segment.entries.push_back({.first_docid = segment.passages + 1,
                                   .dated = dated,
                                   .day = dated ? days[i] : 0,
                                   .seconds = static_cast<std::int32_t>(random()),
                                   .language = static_cast<std::uint8_t>(random() % 3),
                                   .content_hash = std::uint64_t{random()} << 32 | random()});
        segment.passages += static_cast<std::uint32_t>(1 + random() % 5);
    }
    return segment;
}

std::string encode(const Segment& segment) {
    return encode_articles(segment.entries, segment.passages, segment.languages);
}

}  // namespace

TEST_CASE("the articles file gives back what was written") {
    const test::TemporaryFolder folder;
    for (const std::size_t count : {0, 1, 2, 300}) {
        const Segment segment = random_segment(static_cast<unsigned>(count), count);
        const ArticlesFile file(folder.write("articles", encode(segment)));
        file.verify();
        REQUIRE(file.article_count() == count);
        CHECK(file.passage_count() == segment.passages);
        CHECK(file.languages() == segment.languages);
        CHECK(file.dated_count() == count - count / 5);
        for (std::uint32_t i = 0; i < count; ++i) {
            REQUIRE(file.entry(i) == segment.entries[i]);
            REQUIRE(file.first_docid(i) == segment.entries[i].first_docid);
            REQUIRE(file.language(i) == segment.entries[i].language);
            REQUIRE(file.day(i) == segment.entries[i].day);
        }
    }
}

TEST_CASE("every passage belongs to the article that holds it") {
    const test::TemporaryFolder folder;
    const Segment segment = random_segment(3, 200);
    const ArticlesFile file(folder.write("articles", encode(segment)));
    DocId docid = 1;
    for (std::uint32_t article = 0; article < file.article_count(); ++article)
        for (; docid < file.end_docid(article); ++docid) REQUIRE(file.article_of(docid) == article);
    CHECK(docid == file.passage_count() + 1);
}

TEST_CASE("a range of days is the articles that a scan finds in it") {
    const test::TemporaryFolder folder;
    const Segment segment = random_segment(4, 150);
    const ArticlesFile file(folder.write("articles", encode(segment)));
    for (Day first = -23; first < 23; ++first)
        for (Day last = first - 1; last < 23; ++last) {
            const auto [begin, end] = file.articles_in({first, last});
            REQUIRE(begin <= end);
            for (std::uint32_t i = 0; i < file.article_count(); ++i) {
                const ArticleEntry& entry = segment.entries[i];
                const bool inside = entry.dated && entry.day >= first && entry.day <= last;
                REQUIRE(inside == (i >= begin && i < end));
            }
        }
    CHECK(file.articles_in({}) == std::pair(0U, file.dated_count()));
}

TEST_CASE("a damaged articles file is an error or other values, never a crash") {
    const test::TemporaryFolder folder;
    const Segment segment = random_segment(5, 12);
    const std::string bytes = encode(segment);
    const auto read = [&](std::string_view damaged) {
        const ArticlesFile file(folder.write("articles", damaged));
        for (std::uint32_t i = 0; i < file.article_count(); ++i) static_cast<void>(file.entry(i));
        for (DocId docid = 0; docid < 50; ++docid) static_cast<void>(file.article_of(docid));
        static_cast<void>(file.articles_in({}));
    };
    CHECK_NOTHROW(read(bytes));
    test::survive_damage(bytes, read);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        REQUIRE_THROWS_AS(read(bytes.substr(0, size)), Error);
}

TEST_CASE("a changed byte in the columns does not pass verification") {
    const test::TemporaryFolder folder;
    std::string bytes = encode(random_segment(6, 12));
    bytes[bytes.size() - 30] ^= 4;
    const ArticlesFile file(folder.write("articles", bytes));
    CHECK_THROWS_AS(file.verify(), Error);
}

TEST_CASE("a segment has at most 255 languages") {
    const std::vector<std::string> languages(256, "xx");
    CHECK_THROWS_AS(encode_articles({}, 0, languages), Error);
    CHECK_NOTHROW(encode_articles({}, 0, {languages.begin(), languages.end() - 1}));
}
