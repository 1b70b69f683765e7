#include "searcher/phrase.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"
#include "tests/searcher/made_text.hpp"

using namespace dateline;
using dateline::test::MadeText;

namespace {

std::string random_text(std::mt19937& random, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += std::string(1, "abcd"[random() % 4]) + " ";
    return text;
}

bool lies_in_a_run(const std::vector<PassageRun>& runs, std::uint32_t first, std::uint32_t last) {
    return std::ranges::any_of(
        runs, [&](const PassageRun& run) { return run.first <= first && last < run.end; });
}

// An article of passages over the letters a to d, and a phrase; terms are letters.
struct RandomCase {
    explicit RandomCase(std::mt19937& random) {
        const std::size_t passages = 1 + random() % 6;
        for (std::size_t i = 0; i < passages; ++i) {
            const std::size_t words = 1 + random() % 4;
            const std::string text = random_text(random, words);
            masks.push_back(0);
            for (const char c : text)
                if (c != ' ') masks.back() |= std::uint64_t{1} << (c - 'a');
            passage_of_word.insert(passage_of_word.end(), words, static_cast<std::uint32_t>(i));
            body += text;
        }
        phrase = random_text(random, 1 + random() % 5);
        for (const char c : phrase)
            if (c != ' ') terms.push_back(static_cast<std::uint32_t>(c - 'a'));
    }

    std::string body;
    std::string phrase;
    std::vector<std::uint64_t> masks;
    std::vector<std::uint32_t> passage_of_word;
    std::vector<std::uint32_t> terms;
};

// As they are read where nothing is known of how passages begin.
std::vector<PassageRun> runs_of(const std::vector<std::uint64_t>& masks,
                                const std::vector<std::uint32_t>& terms) {
    return runs_to_read(masks, terms, [](std::uint32_t) { return true; });
}

}  // namespace

TEST_CASE("occurrences are all the places where the words stand side by side") {
    std::mt19937 random(3);
    for (int round = 0; round < 300; ++round) {
        const std::string body = random_text(random, random() % 20);
        const std::string phrase = random_text(random, 1 + random() % 3);
        const MadeText text(body);
        const MadeText asked(phrase);
        std::vector<std::size_t> expected;
        for (std::size_t at = body.find(phrase); at != std::string::npos;
             at = body.find(phrase, at + 1))
            expected.push_back(at / 2);
        CHECK(occurrences(text.words(), asked.asked()) == expected);
    }
}

TEST_CASE("no phrase is lost by reading only the runs that can hold it") {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        const RandomCase made(random);
        INFO(made.body << "| " << made.phrase);
        const MadeText text(made.body);
        const MadeText phrase(made.phrase);
        const std::vector<PassageRun> runs =
            runs_to_read(made.masks, made.terms, [&](std::uint32_t passage) {
                const auto first = std::ranges::find(made.passage_of_word, passage);
                const auto word = static_cast<std::size_t>(first - made.passage_of_word.begin());
                return static_cast<std::uint32_t>(made.body[2 * word] - 'a') == made.terms[1];
            });
        for (const std::size_t start : occurrences(text.words(), phrase.asked()))
            CHECK(lies_in_a_run(runs, made.passage_of_word[start],
                                made.passage_of_word[start + made.terms.size() - 1]));
    }
}

TEST_CASE("runs are disjoint, ascending, and only of passages that hold some of the phrase") {
    std::mt19937 random(12);
    for (int round = 0; round < 1000; ++round) {
        const RandomCase made(random);
        std::uint64_t wanted = 0;
        for (const std::uint32_t term : made.terms) wanted |= std::uint64_t{1} << term;
        std::uint32_t end = 0;
        for (const PassageRun& run : runs_of(made.masks, made.terms)) {
            CHECK(run.first < run.end);
            CHECK(run.first >= end);
            for (std::uint32_t i = run.first; i < run.end; ++i)
                CHECK((made.masks[i] & wanted) != 0);
            end = run.end;
        }
    }
}

TEST_CASE("passages that hold the terms in the wrong places are not read") {
    const std::vector<std::uint32_t> phrase{0, 1};  // a b
    CHECK(runs_of(std::vector<std::uint64_t>{0b01, 0b00, 0b10}, phrase).empty());
    CHECK(runs_of(std::vector<std::uint64_t>{0b10, 0b01}, phrase).empty());
    CHECK(runs_of(std::vector<std::uint64_t>{0b01, 0b10}, phrase) ==
          std::vector<PassageRun>{{0, 2}});
    CHECK(runs_of(std::vector<std::uint64_t>{0b00, 0b11, 0b00}, phrase) ==
          std::vector<PassageRun>{{1, 2}});
}

TEST_CASE("where a passage cannot go on with a phrase of two it is not read for it") {
    const std::vector<std::uint32_t> phrase{0, 1};
    const auto never = [](std::uint32_t) { return false; };
    CHECK(runs_to_read(std::vector<std::uint64_t>{0b01, 0b10}, phrase, never).empty());
    CHECK(runs_to_read(std::vector<std::uint64_t>{0b11, 0b11}, phrase, never) ==
          std::vector<PassageRun>{{0, 2}});
    CHECK(runs_to_read(std::vector<std::uint64_t>{0b11, 0b01, 0b11}, phrase, never) ==
          std::vector<PassageRun>{{0, 1}, {2, 3}});
}

TEST_CASE("of a phrase too long to follow every passage is read") {
    const std::vector<std::uint32_t> phrase(200, 0);
    CHECK(runs_of(std::vector<std::uint64_t>{1, 0, 1}, phrase) == std::vector<PassageRun>{{0, 3}});
}

TEST_CASE("an acronym is asked for as such, a phrase by form, a word by stem") {
    const Word acronym{.folded = "us", .term = "us", .acronym = "us"};
    const Word pronoun{.folded = "us", .term = "us", .acronym = {}};
    const Word trained{.folded = "trained", .term = "train", .acronym = {}};
    AskedToken us;
    us.term = "Uus";
    us.folded = us.acronym = "us";
    for (const WordMatch match : {WordMatch::stem, WordMatch::form}) {
        us.match = match;
        CHECK(is_asked(acronym, "US", us));
        CHECK_FALSE(is_asked(pronoun, "us", us));
    }
    AskedToken training;
    training.term = "train";
    training.folded = "training";
    CHECK(is_asked(trained, "trained", training));
    training.match = WordMatch::form;
    CHECK_FALSE(is_asked(trained, "trained", training));
}
