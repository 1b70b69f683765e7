#include "searcher/search.hpp"

#include <algorithm>
#include <span>

#include "searcher/asked_query.hpp"
#include "searcher/copy_fold.hpp"
#include "searcher/highlight.hpp"
#include "searcher/hits.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/plan.hpp"
#include "searcher/query_in_text.hpp"

namespace dateline {

namespace {

struct FoldedRanking {
    Ranking ranking;
    std::uint64_t folded_total = 0;
};

FoldedRanking ranked(const MatchedIndex& matched, const SearchOptions& options, CopyFold& fold) {
    // Which passages of near-duplicates are folded is known only when all are put in order.
    const bool by_passage = options.unit == AnswerUnit::passage;
    const std::uint64_t limit = options.lists_hits ? options.limit : 1;
    FoldedRanking folded{rank(
        matched.index(), matched.scopes(), matched.matches(), matched.weights(),
        by_passage ? 0 : limit, [&](ArticlePlace place) { return fold.lists(place); },
        options.ranking)};
    std::vector<RankedArticle>& listed = folded.ranking.articles;
    folded.folded_total =
        by_passage ? folded.ranking.passage_total - listed.size() : fold.folded_total();
    if (limit > 0 && listed.size() > limit) listed.resize(limit);
    return folded;
}

}  // namespace

SearchResult search(const Index& index, const Query& query, const SearchOptions& options) {
    const MatchedIndex matched(index, query, options.needed, options.unit);
    const ArticleCopies none;
    CopyFold fold(options.fold_copies ? index.copies() : none, matched.matches());
    const FoldedRanking folded = ranked(matched, options, fold);
    const Ranking& ranking = folded.ranking;

    SearchResult result;
    result.unit = options.unit;
    result.notes = matched.notes();
    result.article_total = ranking.article_total;
    result.passage_total = ranking.passage_total;
    result.folded_total = folded.folded_total;
    for (UnknownWord& unknown : unknown_words(matched.plan(), index)) {
        result.unknown_words.push_back(std::move(unknown.word));
        result.suggestions.push_back(std::move(unknown.suggestion));
    }
    result.needed = options.needed;
    result.bare_words = bare_words_of(query);
    if (!options.lists_hits) return result;
    result.hits =
        read_hits(matched, matched.matches(), ranking.articles, options.passages_each, fold);
    return result;
}

std::vector<TextRange> matches_in(std::string_view text, std::string_view language, TextPart part,
                                  const Query& query) {
    Analyzers analyzers;
    const Query lifted = lifted_out_of_text(query);
    const Plan plan = make_plan(lifted, {std::string(language)}, analyzers);
    const AnalyzedText analyzed{text, analyzers.in(language).analyze(text), {}};
    if (part == TextPart::headline) return marks_of(analyzed, {}, plan, 0).headline;
    std::vector<AnalyzedText> passages{analyzed};
    // Behind an empty lead.
    if (part == TextPart::body) passages.insert(passages.begin(), AnalyzedText{});
    return marks_of({}, passages, plan, 0).passages.back();
}

}  // namespace dateline
