#include "searcher/phrase_scan.hpp"

#include <algorithm>
#include <random>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/searcher/made_words.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Docids, from 1, of the texts in which the phrase begins, by looking at every place.
std::vector<DocId> expected_begins(const std::vector<std::string>& texts,
                                   const std::string& phrase) {
    std::vector<std::pair<std::string, DocId>> words;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::istringstream in(texts[i]);
        for (std::string word; in >> word;)
            if (word != ",") words.emplace_back(word, static_cast<DocId>(i + 1));
    }
    std::istringstream in(phrase);
    std::vector<std::string> asked;
    for (std::string word; in >> word;) asked.push_back(word);
    std::vector<DocId> begins;
    for (std::size_t at = 0; at + asked.size() <= words.size(); ++at) {
        const bool stands =
            std::equal(asked.begin(), asked.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                       [](const std::string& a, const auto& b) { return a == b.first; });
        if (stands) begins.push_back(words[at].second);
    }
    return begins;
}

std::vector<DocId> begins(const MadeWords& made, const std::vector<std::string>& texts,
                          const std::string& phrase) {
    AskedUnits asked(made.words(), made.asked(phrase), {true});
    PhraseScan scan(made.words(), asked);
    std::vector<DocId> found;
    DocId docid = 0;
    for (const std::string& text : texts) scan.read(made.coded(text), ++docid, found);
    std::ranges::sort(found);
    return found;
}

std::string random_text(std::mt19937& random, std::size_t most) {
    std::string text;
    for (std::size_t left = random() % (most + 1); left > 0; --left)
        text += std::string(1, "aaabbc,"[random() % 7]) + (left > 1 ? " " : "");
    return text;
}

}  // namespace

TEST_CASE("a phrase is found in a run of texts wherever a look at every place finds it") {
    std::mt19937 random(1);
    for (const std::uint32_t stoppers : {2U, 100U}) {
        const MadeWords made({"a", "b", "c", ",", "d"}, stoppers);
        for (int round = 0; round < 3000; ++round) {
            std::vector<std::string> texts(1 + random() % 5);
            for (std::string& text : texts) text = random_text(random, round % 2 == 0 ? 3 : 12);
            std::string phrase = "a";
            for (std::size_t left = random() % 5; left > 0; --left)
                phrase += std::string(" ") + "abc"[random() % 3];
            INFO(phrase);
            REQUIRE(begins(made, texts, phrase) == expected_begins(texts, phrase));
        }
    }
}

TEST_CASE("a new run does not go on from the one before") {
    const MadeWords made({"a", "b"}, 100);
    AskedUnits asked(made.words(), made.asked("a b"), {true});
    PhraseScan scan(made.words(), asked);
    std::vector<DocId> found;
    scan.read(made.coded("a"), 1, found);
    scan.begin_run();
    scan.read(made.coded("b"), 2, found);
    CHECK(found.empty());
    scan.read(made.coded("a"), 3, found);
    scan.read(made.coded("b"), 4, found);
    CHECK(found == std::vector<DocId>{3});
}

TEST_CASE("a text by itself holds a phrase or not") {
    const MadeWords made({"a", "b", ","}, 100);
    AskedUnits asked(made.words(), made.asked("a b"), {true});
    PhraseScan scan(made.words(), asked);
    CHECK(scan.stands_in(made.coded("b a , b")));
    CHECK_FALSE(scan.stands_in(made.coded("b a a")));
    CHECK_FALSE(scan.stands_in(made.coded("b")));
    CHECK_FALSE(scan.stands_in(made.coded("")));
}

TEST_CASE("a text begins with its first word") {
    const MadeWords made({"a", "b", ","}, 100);
    AskedUnits asked(made.words(), made.asked("a b"), {true});
    const PhraseScan scan(made.words(), asked);
    CHECK(scan.begins_with(made.coded(", b a"), 1));
    CHECK_FALSE(scan.begins_with(made.coded("a b"), 1));
    CHECK(scan.begins_with(made.coded("a b"), 0));
    CHECK_FALSE(scan.begins_with(made.coded(","), 0));
    CHECK_FALSE(scan.begins_with(made.coded(""), 0));
}

TEST_CASE("a damaged code is an error or another answer, never a crash") {
    const MadeWords made({"a", "b", ","}, 2);
    AskedUnits asked(made.words(), made.asked("a b"), {true});
    PhraseScan scan(made.words(), asked);
    std::mt19937 random(2);
    for (int round = 0; round < 3000; ++round) {
        std::string code(random() % 12, '\0');
        for (char& byte : code)
            byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 4);
        const std::vector<char> block(code.begin(), code.end());
        try {
            static_cast<void>(scan.stands_in({block.data(), block.size()}));
        } catch (const Error&) {
        }
    }
}
