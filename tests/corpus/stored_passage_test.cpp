#include "corpus/stored_passage.hpp"

#include <algorithm>
#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/corpus/every_field.hpp"

using namespace dateline;

namespace {

class Randomness {
  public:
    explicit Randomness(unsigned seed) : engine_(seed) {}
    std::uint64_t number() { return engine_() >> (engine_() % 64); }
    std::uint64_t below(std::uint64_t end) { return engine_() % end; }
    std::string text(std::size_t max_size) {
        std::string text(below(max_size), ' ');
        for (char& c : text) c = static_cast<char>(engine_());
        return text;
    }

  private:
    std::mt19937_64 engine_;
};

Article random_article(Randomness& random) {
    Article article;
    article.id = random.text(20);
    article.url = random.text(60);
    article.headline = random.text(80);
    article.source = random.text(9);
    article.section = random.text(9);
    article.byline = random.text(9);
    article.place = random.text(9);
    article.language = random.text(3);
    article.date = {.precision = static_cast<DatePrecision>(random.below(5)),
                    .day = static_cast<Day>(random.number()),
                    .instant = static_cast<std::int64_t>(random.number()),
                    .zone_minutes = static_cast<std::int16_t>(random.number()),
                    .raw = random.text(20)};
    for (const ArticleField field : test::every_field())
        article.provenance.set(field, static_cast<Provenance>(random.below(5)));
    article.origin = {random.text(20), random.text(20),
                      random.text(20), random.number(),
                      random.number(), static_cast<std::uint32_t>(random.number())};
    return article;
}

// Cuts at random places; the blanks on either side of a cut are the gap.
std::vector<Passage> random_cuts(const std::string& body, Randomness& random) {
    std::vector<Passage> passages;
    std::size_t begin = 0;
    while (begin < body.size()) {
        std::size_t end = body.find(' ', begin + random.below(40));
        if (end == std::string::npos) end = body.size();
        passages.push_back(
            {.number = static_cast<std::uint32_t>(passages.size() + 1),
             .range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
             .breaks = {}});
        begin = std::min(body.find_first_not_of(' ', end), body.size());
    }
    if (passages.empty()) passages.push_back({});
    return passages;
}

std::vector<StoredPassage> store(const Article& article, const std::vector<Passage>& passages) {
    std::vector<StoredPassage> stored;
    for (std::size_t i = 0; i < passages.size(); ++i)
        stored.push_back(stored_passage(article, passages, i));
    return stored;
}

std::string random_words(Randomness& random) {
    std::string body;
    for (std::uint64_t left = random.below(60); left > 0; --left)
        body += std::string(random.below(9), 'w') + std::string(random.below(3), ' ');
    body.erase(0, std::min(body.find_first_not_of(' '), body.size()));
    body.erase(body.find_last_not_of(' ') + 1);
    return body;
}

}  // namespace

TEST_CASE("a header comes back as it was, without headline and body") {
    Randomness random(1);
    for (int round = 0; round < 300; ++round) {
        Article article = random_article(random);
        article.body = random.text(9);
        const Article header = decode_header(encode_header(article));
        article.headline.clear();
        article.body.clear();
        REQUIRE(header == article);
    }
}

TEST_CASE("the passages of an article join to the same article, byte for byte") {
    Randomness random(2);
    for (int round = 0; round < 300; ++round) {
        Article article = random_article(random);
        article.body = random_words(random);
        const auto stored = store(article, random_cuts(article.body, random));
        REQUIRE(stored.front().passage_count == stored.size());
        REQUIRE(stored.front().header->body.empty());
        REQUIRE(assemble_article(stored) == article);
    }
}

TEST_CASE("an article that lacks a passage is damaged") {
    Randomness random(3);
    Article article = random_article(random);
    article.body = "one two three four five";
    std::vector<Passage> passages{{1, {0, 7}, {}}, {2, {8, 13}, {}}, {3, {14, 23}, {}}};
    const auto stored = store(article, passages);
    CHECK(assemble_article(stored) == article);
    CHECK_THROWS_AS(assemble_article({}), Error);
    CHECK_THROWS_AS(assemble_article({stored[0], stored[1]}), Error);
    CHECK_THROWS_AS(assemble_article({stored[0], stored[2], stored[1]}), Error);
    CHECK_THROWS_AS(assemble_article({stored[1], stored[0], stored[2]}), Error);
}

TEST_CASE("a damaged header is an error or another value, never a crash") {
    Randomness random(4);
    for (int round = 0; round < 4; ++round) {
        const std::string bytes = encode_header(random_article(random));
        test::survive_damage(bytes, [](std::string_view damaged) { decode_header(damaged); });
        for (std::size_t size = 0; size < bytes.size(); ++size)
            REQUIRE_THROWS_AS(decode_header(std::string_view(bytes).substr(0, size)), Error);
        REQUIRE_THROWS_AS(decode_header(bytes + '\0'), Error);
    }
}
