#include "bench/made_story.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::set<std::string> words_of(const std::string& text) {
    std::set<std::string> words;
    std::istringstream in(text);
    for (std::string word; in >> word;) words.insert(word);
    return words;
}

std::size_t count_words(const std::string& text) {
    std::istringstream in(text);
    return static_cast<std::size_t>(std::distance(std::istream_iterator<std::string>(in),
                                                  std::istream_iterator<std::string>()));
}

}  // namespace

TEST_CASE("stories are as long as news, in paragraphs of sentences") {
    const MadeWords words(1);
    RandomNumbers random(1);
    std::vector<std::size_t> lengths;
    for (int i = 0; i < 500; ++i) {
        const std::string body = MadeStory(words, random).body();
        lengths.push_back(count_words(body));
        CHECK(body.find("\n\n\n") == std::string::npos);
        CHECK(body.find("  ") == std::string::npos);
        CHECK(body.back() == '.');
    }
    std::ranges::sort(lengths);
    CHECK(lengths.front() >= 60);
    CHECK(lengths[250] > 250);
    CHECK(lengths[250] < 550);
    CHECK(lengths.back() < 3000);
}

TEST_CASE("a headline shares words with its story") {
    const MadeWords words(1);
    RandomNumbers random(2);
    int sharing = 0;
    for (int i = 0; i < 200; ++i) {
        MadeStory story(words, random);
        const std::set<std::string> headline = words_of(story.headline());
        const std::set<std::string> body = words_of(story.body());
        sharing += std::ranges::count_if(
                       headline, [&](const std::string& word) { return body.contains(word); }) >= 2;
        CHECK(headline.size() >= 3);
        CHECK(headline.size() <= 14);
    }
    CHECK(sharing > 150);
}

TEST_CASE("a reprint has most of the text, and seldom all") {
    const MadeWords words(1);
    RandomNumbers random(3);
    int changed = 0;
    for (int i = 0; i < 100; ++i) {
        const std::string body = MadeStory(words, random).body();
        const std::string other = reprinted(body, words, random);
        changed += other != body;
        CHECK(other.size() > body.size() / 2);
        CHECK(other.substr(0, 20).size() == 20);
    }
    CHECK(changed > 70);
}
