#include "searcher/search.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>
#include <utility>

#include "corpus/article_id.hpp"
#include "searcher/answer_totals.hpp"
#include "searcher/asked_query.hpp"
#include "searcher/copy_fold.hpp"
#include "searcher/highlight.hpp"
#include "searcher/hits.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/plan.hpp"
#include "searcher/query_in_text.hpp"

namespace dateline {

namespace {

// Where the hits wanted end; 0: nowhere.
std::uint64_t end_of_hits(const SearchOptions& options) {
    const std::uint64_t end = options.offset + options.limit;
    return options.limit == 0 || end < options.limit ? 0 : end;
}

// Only for the first answers of a ranking, or a mere count, not all articles need to be decided.
std::uint64_t decided_articles(const SearchOptions& options) {
    if (!options.lists_hits) return MatchedIndex::decides_untold;
    const std::uint64_t end = end_of_hits(options);
    const bool decides_all =
        !is_plain_ranking(options.sort) || end == 0 || end > SearchOptions::most_undecided;
    return decides_all ? MatchedIndex::decides_all : options.decided_articles;
}

struct FoldedRanking {
    std::vector<RankedArticle> listed;
    std::uint64_t folded_total = 0;
};

// What is listed, and which near-duplicates of it match.
void decide_listed(const MatchedIndex& matched, const ArticleCopies& copies,
                   const std::vector<RankedArticle>& listed) {
    std::vector<ArticlePlace> places;
    for (const RankedArticle& article : listed) {
        places.push_back(article.place);
        if (const auto cluster = copies.cluster_of(article.place))
            std::ranges::copy(copies.cluster(*cluster), std::back_inserter(places));
    }
    matched.decide(places);
}

FoldedRanking ranked(const MatchedIndex& matched, const SearchOptions& options,
                     const ArticleCopies& copies, CopyFold& fold) {
    // Which passages of near-duplicates are folded is known only when all are put in order.
    const bool by_passage = options.unit == AnswerUnit::passage;
    const std::uint64_t end = end_of_hits(options);
    const std::uint64_t limit = by_passage ? 0 : end;
    const ListsArticle lists = [&](ArticlePlace place) { return fold.lists(place); };
    FoldedRanking folded;
    folded.listed = is_plain_ranking(options.sort)
                        ? rank(matched, limit, lists, options.ranking)
                        : ordered_answer(matched, options.sort, limit, lists, options.ranking);
    folded.folded_total = fold.folded_total(matched.known_articles());
    if (by_passage) {
        folded.folded_total = 0;
        for (const SegmentMatches& segment : matched.matches())
            folded.folded_total += segment.passages.size();
        folded.folded_total -= folded.listed.size();
    }
    if (end > 0 && folded.listed.size() > end) folded.listed.resize(end);
    const auto passed_over = std::min<std::uint64_t>(options.offset, folded.listed.size());
    folded.listed.erase(folded.listed.begin(),
                        folded.listed.begin() + static_cast<std::ptrdiff_t>(passed_over));
    decide_listed(matched, copies, folded.listed);
    return folded;
}

// Passages too, where they are the unit or all were decided to be scored.
void count(const MatchedIndex& matched, const SearchOptions& options, std::uint64_t listed,
           SearchResult& result) {
    const bool counts_passages =
        result.unit == AnswerUnit::passage || (options.lists_hits && needs_scores(options.sort));
    const AnswerTotals totals =
        answer_totals(matched, counts_passages ? Counted::passages : Counted::articles);
    result.totals_are_exact = totals.are_exact;
    result.article_total = totals.are_exact
                               ? totals.articles
                               : std::max<std::uint64_t>(totals.articles, options.offset + listed);
    result.passage_total = totals.passages;
}

using Page = std::span<const RankedArticle>;

std::vector<ArticleHit> read(const MatchedIndex& matched, const SearchOptions& options, Page page,
                             const CopyFold& fold) {
    if (options.detail == HitDetail::ids) return read_hit_ids(matched.index(), page);
    return read_hits(matched, matched.matches(), page, options.passages_each, fold);
}

SearchResult without_hits(const MatchedIndex& matched, const SearchOptions& options) {
    SearchResult result;
    result.unit = options.unit;
    result.sort = options.sort;
    result.offset = options.offset;
    result.notes = matched.notes();
    for (UnknownWord& unknown : unknown_words(matched.plan(), matched.index())) {
        result.unknown_words.push_back(std::move(unknown.word));
        result.suggestions.push_back(std::move(unknown.suggestion));
    }
    result.needed = options.needed;
    result.bare_words = bare_words_of(matched.plan());
    return result;
}

}  // namespace

void search_in_pages(const Index& index, const Query& query, const SearchOptions& options,
                     std::size_t most_hits, const std::function<void(SearchResult&&)>& take) {
    const MatchedIndex matched(index, query, options.needed, options.unit,
                               decided_articles(options));
    if (!matched.is_complete() && !matched.are_sure()) matched.decide_few();
    SearchResult result = without_hits(matched, options);
    const ArticleCopies none;
    const ArticleCopies& copies = options.fold_copies ? index.copies() : none;
    CopyFold fold(copies, matched.matches());
    FoldedRanking folded;
    if (options.lists_hits) folded = ranked(matched, options, copies, fold);
    result.folded_total = folded.folded_total;
    count(matched, options, folded.listed.size(), result);
    const Page all(folded.listed);
    std::size_t begin = 0;
    do {
        const Page page = all.subspan(begin, std::min(most_hits, all.size() - begin));
        SearchResult part = result;
        part.hits = read(matched, options, page, fold);
        part.hits_before = begin;
        begin += page.size();
        part.hits_after = all.size() - begin;
        take(std::move(part));
    } while (begin < all.size());
}

SearchResult search(const Index& index, const Query& query, const SearchOptions& options) {
    SearchResult whole;
    search_in_pages(index, query, options, std::numeric_limits<std::size_t>::max(),
                    [&](SearchResult&& page) { whole = std::move(page); });
    return whole;
}

std::string id_of_hit(const ArticleHit& hit, AnswerUnit unit) {
    if (unit == AnswerUnit::article) return hit.article.id;
    return passage_id(hit.article.id, hit.passages.front().number);
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
