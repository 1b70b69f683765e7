#pragma once

#include <random>
#include <string>
#include <vector>

#include "searcher/language_group.hpp"
#include "searcher/segment_scope.hpp"
#include "tests/searcher/sample_index.hpp"

namespace dateline::test {

inline std::string random_frequent_word(std::mt19937& random) {
    const std::vector<std::string> words{"war",   "wars",   "the",  "talks", "of",
                                         "Iraq",  "oil",    "US",   "us",    "court",
                                         "COURT", "report", "army", "bank",  "and"};
    return words[random() % words.size()];
}

/// So few words that each, stop words apart, is in a quarter of the articles; some have Chinese in
/// them.
inline std::vector<Article> articles_of_frequent_words(std::size_t count) {
    std::mt19937 random(1);
    std::vector<Article> articles;
    const auto words = [&](std::size_t most) {
        std::string text = random_frequent_word(random);
        for (std::size_t left = random() % most; left > 0; --left) {
            const std::string gap = random() % 9 == 0    ? ", "
                                    : random() % 12 == 0 ? ". "
                                    : random() % 40 == 0 ? "\n\n"
                                                         : " ";
            text += gap + random_frequent_word(random);
        }
        return text;
    };
    for (std::size_t i = 0; i < count; ++i) {
        articles.push_back(
            article("a" + std::to_string(i), words(6), words(i % 9 == 0 ? 500 : 25)));
        if (i % 31 == 0) articles.back().body += " 北京市民投票。";
    }
    return articles;
}

/// Of all their words.
inline std::string random_phrase(std::mt19937& random, std::size_t words) {
    std::string phrase = "\"" + random_frequent_word(random);
    for (; words > 1; --words) phrase += " " + random_frequent_word(random);
    return phrase + "\"";
}

/// A phrase, alone, as it is asked of the first segment of an index.
struct PhraseLeaf {
    PhraseLeaf(const Index& index, const std::string& phrase)
        : query(parse_query(phrase)),
          plan(make_plan(query, index.languages(), analyzers)),
          scope(index.segments().front(), plan, analyzers),
          group{&plan.leaves.at(0).words[0],
                std::vector<bool>(scope.articles().languages().size(), true)} {}

    Query query;
    Analyzers analyzers;
    Plan plan;
    SegmentScope scope;
    LanguageGroup group;
};

}  // namespace dateline::test
