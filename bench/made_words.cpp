#include "bench/made_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

namespace dateline {

namespace {

using Names = std::string_view;

// In the order of their frequency in news.
constexpr auto function_words = std::to_array<Names>(
    {"the",   "of",      "to",    "and",   "in",     "a",       "said",    "that",   "for",
     "on",    "is",      "with",  "was",   "by",     "it",      "at",      "as",     "from",
     "be",    "he",      "has",   "have",  "an",     "are",     "will",    "but",    "not",
     "its",   "which",   "were",  "this",  "they",   "his",     "had",     "been",   "who",
     "would", "their",   "more",  "or",    "after",  "up",      "we",      "about",  "one",
     "over",  "last",    "year",  "than",  "also",   "new",     "I",       "when",   "out",
     "could", "there",   "into",  "some",  "if",     "because", "no",      "other",  "what",
     "all",   "two",     "first", "her",   "she",    "can",     "down",    "before", "people",
     "while", "against", "you",   "most",  "during", "so",      "between", "told",   "under",
     "only",  "them",    "may",   "since", "three",  "where",   "through", "any",    "such",
     "now",   "percent", "week",  "state", "many",   "time",    "still",   "those",  "our"});
constexpr auto onsets = std::to_array<Names>(
    {"b",  "c",  "d",  "f",  "g",  "h",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "w",
     "br", "cr", "dr", "fl", "gr", "pl", "pr", "sh", "st", "th", "tr", "ch", "sp", "k", "j"});
constexpr auto vowels =
    std::to_array<Names>({"a", "e", "i", "o", "u", "a", "e", "o", "ai", "ea", "ou"});
constexpr auto codas =
    std::to_array<Names>({"", "", "n", "r", "s", "t", "l", "m", "nd", "st", "ck", "ng", "rt"});
constexpr auto suffixes =
    std::to_array<Names>({"s", "s", "ed", "ing", "er", "ly", "ment", "al", "ation"});
constexpr auto name_ends = std::to_array<Names>({"", "", "", "son", "ov", "i", "ez", "mann", "é"});

std::string syllables(RandomNumbers& random, std::uint32_t count) {
    std::string text;
    for (; count > 0; --count) {
        text += random.one_of(onsets);
        text += random.one_of(vowels);
        if (count == 1 || random.happens(150)) text += random.one_of(codas);
    }
    return text;
}

// Frequent words are short.
std::uint32_t syllables_at(std::uint32_t rank, RandomNumbers& random) {
    if (rank < 1500) return random.happens(400) ? 2 : 1;
    return rank < 12'000 || random.happens(500) ? 2 : 3;
}

// Falls as 1 / rank, and as 1 / rank^2 among the rare words.
std::uint64_t frequency(std::uint32_t rank) {
    constexpr std::uint64_t unit = std::uint64_t{1} << 40;
    constexpr std::uint64_t first_rare = 3000;
    return rank < first_rare ? unit / (rank + 2) : unit * first_rare / rank / rank;
}

}  // namespace

MadeWords::MadeWords(std::uint64_t seed) {
    RandomNumbers random(seed);
    words_.assign(function_words.begin(), function_words.end());
    std::unordered_set<std::string> taken(words_.begin(), words_.end());
    while (words_.size() < count) {
        const auto rank = static_cast<std::uint32_t>(words_.size());
        const bool is_form = rank > first_content_rank() + 50 && random.happens(450);
        std::string word = is_form ? words_[random.between(first_content_rank(), rank - 1)]
                                   : syllables(random, syllables_at(rank, random));
        if (is_form) word += random.one_of(suffixes);
        if (word.size() <= 16 && taken.insert(word).second) words_.push_back(std::move(word));
    }
    std::uint64_t sum = 0;
    for (std::uint32_t rank = 0; rank < count; ++rank) {
        sum += frequency(rank);
        sums_.push_back(sum);
    }
}

std::uint32_t MadeWords::pick_rank(RandomNumbers& random) const {
    const std::uint64_t at = random.next() % sums_.back();
    return static_cast<std::uint32_t>(std::ranges::upper_bound(sums_, at) - sums_.begin());
}

std::uint32_t MadeWords::first_content_rank() {
    return static_cast<std::uint32_t>(function_words.size());
}

std::string made_name(RandomNumbers& random) {
    std::string name = syllables(random, random.between(2, 3));
    name += random.one_of(name_ends);
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

}  // namespace dateline
