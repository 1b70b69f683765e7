#include "searcher/search.hpp"

#include <algorithm>
#include <span>

#include "searcher/highlight.hpp"
#include "searcher/hits.hpp"
#include "searcher/match.hpp"
#include "searcher/plan.hpp"
#include "searcher/rank.hpp"

namespace dateline {

namespace {

bool holds_term(const Index& index, const std::string& term) {
    return std::ranges::any_of(index.segments(),
                               [&](const Segment& segment) { return segment.holds_term(term); });
}

// The words of a leaf that no language's analysis finds, as typed.
std::vector<std::string> unknown_words_of(const TextLeaf& leaf, const Index& index) {
    std::vector<TextRange> known;
    std::vector<TextRange> asked;
    for (const AskedWords& words : leaf.words)
        for (const AskedToken& token : words.tokens)
            (holds_term(index, token.term) ? known : asked).push_back(token.range);
    std::vector<std::string> unknown;
    for (const TextRange& range : asked)
        if (std::ranges::find(known, range) == known.end())
            unknown.emplace_back(range.in(leaf.text));
    if (known.empty() && asked.empty()) unknown.push_back(leaf.text);
    return unknown;
}

std::vector<std::string> unknown_words(const Plan& plan, const Index& index) {
    std::vector<std::string> unknown;
    for (const TextLeaf& leaf : plan.leaves)
        for (const std::string& word : unknown_words_of(leaf, index))
            if (std::ranges::find(unknown, word) == unknown.end()) unknown.push_back(word);
    return unknown;
}

}  // namespace

SearchResult search(const Index& index, const Query& query, const SearchOptions& options) {
    Analyzers analyzers;
    const Plan plan = make_plan(query, index.languages(), analyzers);
    std::vector<SegmentScope> scopes;
    std::vector<SegmentMatches> matches;
    for (const Segment& segment : index.segments()) {
        scopes.emplace_back(segment, plan, analyzers);
        matches.push_back(match_segment(scopes.back()));
    }
    const std::vector<std::uint64_t> weights = leaf_weights(plan, matches, index.article_count());
    const Ranking ranking = rank(index, scopes, matches, weights, options.limit);

    SearchResult result;
    result.article_total = ranking.article_total;
    result.passage_total = ranking.passage_total;
    result.unknown_words = unknown_words(plan, index);
    std::vector<HitReader> readers;
    for (std::size_t i = 0; i < scopes.size(); ++i)
        readers.emplace_back(scopes[i], matches[i], weights);
    for (const RankedArticle& ranked : ranking.articles)
        result.hits.push_back(readers[ranked.place.segment].read(ranked, options.passages_each));
    return result;
}

std::vector<TextRange> matches_in(std::string_view text, std::string_view language, TextPart part,
                                  const Query& query) {
    Analyzers analyzers;
    const Plan plan = make_plan(query, {std::string(language)}, analyzers);
    return matched_ranges({{}, analyzers.in(language).analyze(text), {}}, part, plan, 0);
}

}  // namespace dateline
