#include "searcher/related.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

#include "corpus/calendar.hpp"
#include "searcher/answer_totals.hpp"
#include "searcher/article_words.hpp"
#include "searcher/copy_fold.hpp"
#include "searcher/expanded_score.hpp"
#include "searcher/hits.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/rank.hpp"
#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

// The words side by side, each boosted by what it weighs.
Query query_of(const std::vector<ArticleWord>& words) {
    constexpr double most_boost = 1'000'000;
    Query query;
    for (const ArticleWord& word : words) {
        Query asked;
        asked.kind = QueryKind::word;
        asked.text = word.written;
        Query& boosted = query.children.emplace_back();
        boosted.kind = QueryKind::boost;
        boosted.number = static_cast<std::uint32_t>(
            std::max<long long>(1, std::llround(most_boost * word.term.weight)));
        boosted.children.push_back(std::move(asked));
    }
    if (query.children.size() > 1) return query;
    return Query(std::move(query.children.front()));
}

// The rarer words, which find others; what the frequent ones say of these is asked of the texts of
// the best alone.
std::vector<ArticleWord> finding(std::vector<ArticleWord> words) {
    std::ranges::stable_sort(words, std::greater{},
                             [](const ArticleWord& word) { return word.term.idf; });
    const auto is_frequent = [](const ArticleWord& word) {
        return word.term.idf < scoring::related_finding_idf;
    };
    const auto frequent = std::ranges::find_if(words, is_frequent) - words.begin();
    const auto least = static_cast<std::ptrdiff_t>(scoring::related_finding_words);
    words.resize(std::min(words.size(), static_cast<std::size_t>(std::max(frequent, least))));
    return words;
}

WordsNeeded words_shared(std::size_t words) {
    return {static_cast<std::uint32_t>(1 + words / scoring::related_words_a_shared_one)};
}

/// When an article appeared, and whether others appeared before.
class Appearance {
  public:
    Appearance(const Segment& segment, std::uint32_t article)
        : entry_(segment.articles().entry(article)), day_(calendar_day(entry_.day)) {}

    bool is_known() const { return entry_.dated; }

    // Where the others' date is too coarse to tell, they did not.
    bool is_after(const Segment& segment, std::uint32_t other) const {
        const ArticleEntry entry = segment.articles().entry(other);
        if (!entry.dated || instant(entry) >= instant(entry_)) return false;
        const CalendarDay day = calendar_day(entry.day);
        if (day.year != day_.year) return true;
        const bool may_be_coarse = day.day == 1 || day == day_;
        return !may_be_coarse || is_after(day, segment.header(other).date.precision);
    }

  private:
    static std::int64_t instant(const ArticleEntry& entry) {
        return std::int64_t{entry.day} * 86400 + entry.seconds;
    }

    // Of a day of the same year.
    bool is_after(const CalendarDay& other, DatePrecision precision) const {
        switch (precision) {
            case DatePrecision::none:
            case DatePrecision::year:
                return false;
            case DatePrecision::month:
                return other.month < day_.month;
            case DatePrecision::day:
                return std::pair(other.month, other.day) < std::pair(day_.month, day_.day);
            case DatePrecision::time:
                break;
        }
        return true;
    }

    ArticleEntry entry_;
    CalendarDay day_;
};

/// Which of the articles that share words are listed.
class Others {
  public:
    Others(const Index& index, ArticlePlace place, bool older_only)
        : index_(index),
          place_(place),
          cluster_(index.copies().cluster_of(place)),
          appearance_(index.segments()[place.segment], place.article),
          older_only_(older_only) {}

    std::vector<SegmentMatches> of(const std::vector<SegmentMatches>& matches) const {
        std::vector<SegmentMatches> others = matches;
        for (std::uint32_t segment = 0; segment < others.size(); ++segment)
            std::erase_if(others[segment].articles, [&](std::uint32_t article) {
                return !lists({segment, article});
            });
        return others;
    }

  private:
    bool lists(ArticlePlace other) const {
        if (other == place_) return false;
        if (cluster_ && index_.copies().cluster_of(other) == cluster_) return false;
        return !older_only_ ||
               appearance_.is_after(index_.segments()[other.segment], other.article);
    }

    const Index& index_;
    ArticlePlace place_;
    std::optional<std::uint32_t> cluster_;
    Appearance appearance_;
    bool older_only_;
};

SearchResult nothing(std::string note) {
    SearchResult result;
    result.notes.push_back(std::move(note));
    return result;
}

SearchResult with_words(const Index& index, ArticlePlace place,
                        const std::vector<ArticleWord>& words, const RelatedOptions& options) {
    const std::vector<ArticleWord> asked = finding(words);
    const MatchedIndex matched(index, query_of(asked), words_shared(asked.size()));
    const std::vector<SegmentMatches> others =
        Others(index, place, options.older_only).of(matched.matches());
    std::vector<TellingTerm> terms;
    for (const ArticleWord& word : words) terms.push_back(word.term);
    ExpandedScorer scorer(matched.scopes(), matched.weights().archive, terms);
    const auto by_texts = [&](std::span<const RankedArticle> first) {
        std::vector<double> scores;
        for (const RankedArticle& article : first) scores.push_back(scorer.score(article.place));
        return scores;
    };
    CopyFold fold(index.copies(), others);
    const std::vector<RankedArticle> listed = rank(
        matched, others, options.limit, [&](ArticlePlace other) { return fold.lists(other); },
        by_texts);
    SearchResult result;
    const AnswerTotals totals = answer_totals(matched, others);
    result.article_total = totals.articles;
    result.passage_total = totals.passages;
    std::vector<const ArticleSet*> articles;
    for (const SegmentMatches& segment : others) articles.push_back(&segment.articles);
    result.folded_total = fold.folded_total(articles);
    result.hits = read_hits(matched, others, listed, options.passages_each, fold);
    return result;
}

}  // namespace

SearchResult find_related(const Index& index, ArticlePlace place, std::uint32_t passage,
                          const RelatedOptions& options) {
    const Segment& segment = index.segments()[place.segment];
    if (options.older_only && !Appearance(segment, place.article).is_known())
        return nothing("the article has no date, so that none is known to be older");
    Analyzers analyzers;
    const std::vector<ArticleWord> words =
        telling_words(index, archive_size(index), analyzers, place, passage);
    if (words.empty())
        return nothing(passage > 0 ? "the passage has no words that tell what it is about"
                                   : "the article has no words that tell what it is about");
    SearchResult result = with_words(index, place, words, options);
    if (result.hits.empty())
        result.notes.push_back(options.older_only ? "no older article shares its telling words"
                                                  : "no other article shares its telling words");
    return result;
}

}  // namespace dateline
