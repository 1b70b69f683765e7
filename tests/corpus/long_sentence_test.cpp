#include "corpus/long_sentence.hpp"

#include "corpus/white_space.hpp"
#include "corpus/word_count.hpp"
#include "tests/catch.hpp"

#include <random>
#include <string>

using namespace dateline;

namespace {

std::string repeated(std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

// The parts, after it has been checked that they leave out nothing but white space.
std::vector<std::string> parts_of(std::string_view sentence, std::uint32_t max_words) {
    LongSentenceSplitter splitter;
    std::vector<std::string> parts;
    std::size_t end = 0;
    for (const TextRange part : splitter.split(sentence, max_words)) {
        const std::string_view gap = sentence.substr(end, part.begin - end);
        CHECK(leading_white_space(gap) == gap.size());
        parts.emplace_back(part.in(sentence));
        end = part.end;
    }
    CHECK(end == sentence.size());
    return parts;
}

}  // namespace

TEST_CASE("a long sentence is cut between words into parts of one length") {
    const std::string sentence = repeated("word ", 399) + "word";
    const auto parts = parts_of(sentence, 180);
    REQUIRE(parts.size() == 3);
    for (const std::string& part : parts) CHECK(count_words(part) >= 132);
    for (const std::string& part : parts) CHECK(count_words(part) <= 134);
}

TEST_CASE("a sentence that fits is one part") {
    CHECK(parts_of("three short words", 3) == std::vector<std::string>{"three short words"});
}

TEST_CASE("a text without blanks is cut between words, and a comma stays with its word") {
    const std::string sentence = repeated("新闻记者，", 300);
    const auto parts = parts_of(sentence, 180);
    CHECK(parts.size() >= 7);
    for (const std::string& part : parts) {
        CHECK(count_words(part) <= 180);
        const bool begins_a_word = part.starts_with("新闻") || part.starts_with("记者");
        CHECK(begins_a_word);
    }
}

TEST_CASE("100,000 letters without a blank are cut into bounded parts between characters") {
    for (const std::string_view character : {"x", "e\u0301", "日"}) {
        const std::string sentence = repeated(character, 100000);
        for (const std::string& part : parts_of(sentence, 180)) {
            CHECK(count_words(part) <= 180);
            CHECK(part.size() <= 9000);
            CHECK(part.size() % character.size() == 0);
        }
    }
}

TEST_CASE("parts of any text are within the limit and miss nothing") {
    std::mt19937 random(5);
    const std::vector<std::string> units = {"word", "日本", "ข่าว",         " ",
                                            "\n",   "é",    "http://a.b/", "，"};
    for (int i = 0; i < 300; ++i) {
        std::string sentence = "x";
        for (auto size = random() % 3000; size > 0; --size)
            sentence += units[random() % (i % 2 == 0 ? 3 : units.size())];
        sentence += "x";
        for (const std::string& part : parts_of(sentence, 100)) {
            if (count_words(part) > 100 || part.empty()) FAIL(part);
            if (leading_white_space(part) + trailing_white_space(part) > 0) FAIL(part);
        }
    }
}
