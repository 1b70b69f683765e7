#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/plan.hpp"

namespace dateline {

/// Asks one article, or one of its passages, other queries than the one it was found by: so many,
/// then all the rest hold no more, so that a query of 64 KiB is told of in a second too. Refers to
/// the index, which must outlive it.
class ArticleProbe {
  public:
    /// `passage`: number from 0, where passages are the answer.
    ArticleProbe(const Index& index, ArticlePlace place, WordsNeeded needed, AnswerUnit unit,
                 std::uint32_t passage);

    AnswerUnit unit() const { return unit_; }
    WordsNeeded needed() const { return needed_; }
    bool holds(const Query& query) { return holds(query, needed_); }
    /// False too for a query that is refused.
    bool holds(const Query& query, WordsNeeded needed);

    /// Whether something was not asked.
    bool gave_up() const;

    /// The least `number` of a near or phrase, from `from` to `to`, with which it holds; it must
    /// hold with every greater one too. nullopt: with none.
    std::optional<std::uint32_t> least_number(const Query& query, std::uint32_t from,
                                              std::uint32_t to);
    /// The greatest one, where it must hold with every smaller one too.
    std::optional<std::uint32_t> greatest_number(const Query& query, std::uint32_t from,
                                                 std::uint32_t to);

    /// A word of the article, as it is written there.
    struct Written {
        std::string text;
        std::string folded;
        std::string term;
    };
    /// Different words of headline and body, in the order in which they first stand there.
    const std::vector<Written>& words();
    /// The words that a text holds, in the language of the article. Empty where they overlap
    /// (Chinese bigrams).
    std::vector<Written> words_in(std::string_view text);
    /// Without its body.
    const Article& header() const { return header_; }

  private:
    /// False where no more is asked.
    bool may_ask(const Query& query);
    Analyzer& analyzer() { return analyzers_.in(language_); }

    const Index& index_;
    ArticlePlace place_;
    WordsNeeded needed_;
    AnswerUnit unit_;
    std::uint32_t passage_;
    std::size_t asked_bytes_ = 0;
    Analyzers analyzers_;
    Article header_;
    std::string language_;
    std::optional<std::vector<Written>> words_;
};

}  // namespace dateline
