#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/text_range.hpp"
#include "searcher/answer_order.hpp"
#include "searcher/index.hpp"
#include "searcher/plan.hpp"
#include "searcher/query.hpp"
#include "searcher/rank.hpp"
#include "searcher/text_part.hpp"

namespace dateline {

/// What is read of each hit.
enum class HitDetail : std::uint8_t {
    texts,
    ids,  ///< of the article its id alone, of a passage its number; no copies
};

struct SearchOptions {
    AnswerUnit unit = AnswerUnit::article;
    std::uint64_t limit = 10;  ///< of the unit; 0: all
    std::uint64_t offset = 0;  ///< so many of the first hits are passed over
    SortKeys sort{};
    HitDetail detail = HitDetail::texts;
    std::uint32_t passages_each = 2;  ///< of each article, the best ones
    bool fold_copies = false;         ///< of near-duplicates that match, list only the best
    WordsNeeded needed{};             ///< of the query's bare words
    bool lists_hits = true;           ///< else only totals and notes are found, and nothing ranked
    RankingOptions ranking{};
    /// Where more articles than this may match, passages are looked at of only as many as it takes
    /// to be sure of the first ones, and where texts tell which match the total is estimated;
    /// unless more than most_undecided are asked for.
    std::uint64_t decided_articles = 2000;
    static constexpr std::uint64_t most_undecided = 1000;
};

struct PassageHit {
    std::uint32_t number = 1;
    TextRange range;  ///< in the body
    std::string text;
    std::vector<TextRange> matches;  ///< in text; ascending, disjoint: exactly what matched
    std::vector<TextBreak> breaks;   ///< sentence and paragraph ends in text
    double score = 0;
};

struct ArticleHit {
    Article article;                          ///< without body
    std::vector<TextRange> headline_matches;  ///< in article.headline
    double score = 0;  ///< floor = how many of the query's words the article holds (stop words
                       ///< apart); fraction: evidence; 0 where the order needs none
    /// Best first. Where no text of the body matched (a headline or a filter found the article):
    /// the first passage, unmarked, as a preview. Empty for an article without body. Where passages
    /// are the unit: the one that is this hit.
    std::vector<PassageHit> passages;
    std::uint32_t more_passages = 0;  ///< whose text matched and that are not in `passages`
    std::vector<std::string> copies;  ///< ids of near-duplicates that match, folded into this hit;
                                      ///< sorted
    std::vector<std::string> further_ids;  ///< of exact duplicates of the article and of `copies`,
                                           ///< which the index holds once; sorted
};

struct SearchResult {
    AnswerUnit unit = AnswerUnit::article;
    std::vector<ArticleHit> hits;     ///< in the order of `sort`, then document order
    std::uint64_t hits_before = 0;    ///< of the answer that these are a page of
    std::uint64_t hits_after = 0;     ///< likewise
    SortKeys sort{};                  ///< as asked for
    std::uint64_t offset = 0;         ///< hits that were passed over before the answer
    bool totals_are_exact = true;     ///< else article_total is an estimate
    std::uint64_t article_total = 0;  ///< number of articles that match, or have passages that do
    std::uint64_t folded_total = 0;   ///< of the unit, near-duplicates folded into others: the hits
                                      ///< of an unlimited search are so many fewer; 0 where none
                                      ///< are listed, or not all were decided
    WordsNeeded needed{};             ///< as asked for
    std::uint64_t bare_words = 0;     ///< of the query, side by side, that count
    /// Exact number of passages with a match; one in the headline is one of the first passage.
    /// nullopt: not counted, since articles are the unit and nothing was scored, or not all of them
    /// were decided.
    std::optional<std::uint64_t> passage_total = 0;
    std::vector<std::string>
        unknown_words;  ///< words of the query that the index does not hold at all, as typed
    std::vector<std::string> suggestions;  ///< for each of them what it was probably meant to be,
                                           ///< or empty
    std::vector<std::string> notes;        ///< what else the user must know: clauses without period

    /// Of the answer, all its pages together.
    std::uint64_t hit_count() const { return hits_before + hits.size() + hits_after; }
    /// Of hits[index], from 1.
    std::uint64_t rank(std::size_t index) const { return offset + hits_before + index + 1; }
    /// How many of the unit match, copies included.
    std::uint64_t total() const {
        return unit == AnswerUnit::article ? article_total : passage_total.value_or(0);
    }
    /// How many of the unit an unlimited search lists.
    std::uint64_t listed_total() const { return total() - folded_total; }
};

/// Answers a query. Deterministic: equal whatever the segments an index happens to be cut into.
SearchResult search(const Index& index, const Query& query, const SearchOptions& options);

/// The same answer, its hits `most_hits` (1 and up) at a time, so that no more texts are in memory:
/// each page with all that is said of the answer, at least one.
void search_in_pages(const Index& index, const Query& query, const SearchOptions& options,
                     std::size_t most_hits, const std::function<void(SearchResult&&)>& take);

/// The id of what the hit is: the article's, or its one passage's.
std::string id_of_hit(const ArticleHit& hit, AnswerUnit unit);

/// Byte ranges in `text`, a headline, lead or body in `language`, that the positive words and
/// phrases of the query match there.
std::vector<TextRange> matches_in(std::string_view text, std::string_view language, TextPart part,
                                  const Query& query);

}  // namespace dateline
