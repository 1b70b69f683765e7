#include "searcher/highlight.hpp"

#include <algorithm>
#include <numeric>

#include "searcher/asked_article.hpp"

namespace dateline {

namespace {

std::vector<TextRange> disjoint(std::vector<TextRange> ranges) {
    std::ranges::sort(ranges);
    std::vector<TextRange> merged;
    for (const TextRange& range : ranges) {
        if (!merged.empty() && range.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

// Gives the places of the words, those of one passage as one range, to `take`.
template <class Take>
void for_places(WordRange words, const std::vector<WordPlace>& places, const Take& take) {
    auto at = std::ranges::lower_bound(places, words.begin, {}, &WordPlace::word);
    while (at != places.end() && at->word < words.end) {
        const std::uint32_t passage = at->passage;
        TextRange range = at->range;
        for (; at != places.end() && at->word < words.end && at->passage == passage; ++at)
            range.end = at->range.end;
        take(passage, range);
    }
}

AskedArticle asked_article(const AnalyzedText& headline, const std::vector<AnalyzedText>& passages,
                           const AskedWords& words) {
    AskedArticle article;
    for (AskedText& text : article) text.positions.resize(words.tokens.size());
    add_tokens(headline.tokens, headline.text, headline.breaks, words, 0, article[0]);
    std::uint32_t position = 0;
    for (const AnalyzedText& passage : passages) {
        position =
            add_tokens(passage.tokens, passage.text, passage.breaks, words, position, article[1]);
        article[1].passage_ends.push_back(position);
    }
    if (!passages.empty())
        article[1].lead_end = static_cast<std::uint32_t>(passages.front().tokens.size());
    return article;
}

std::uint32_t passage_of(std::uint32_t word, const AskedText& body) {
    const auto ends = std::ranges::upper_bound(body.passage_ends, word);
    return static_cast<std::uint32_t>(ends - body.passage_ends.begin());
}

}  // namespace

ArticleMarker::ArticleMarker(std::size_t passages) {
    marks_.passages.resize(passages);
    marks_.reach.resize(passages);
    std::iota(marks_.reach.begin(), marks_.reach.end(), 0U);
}

void ArticleMarker::add(const SpanNode& tree, const AskedArticle& article) {
    const auto& [headline, body] = article;
    const FoundSpans found = find_spans(tree, article);
    for (const Span& span : found.headline)
        for (const WordRange words : words_of(span))
            for_places(words, headline.places,
                       [&](std::uint32_t, TextRange range) { marks_.headline.push_back(range); });
    for (const Span& span : found.body) {
        for (const WordRange words : words_of(span))
            for_places(words, body.places, [&](std::uint32_t passage, TextRange range) {
                marks_.passages[passage].push_back(range);
            });
        std::uint32_t& reach = marks_.reach[passage_of(span.range.begin, body)];
        reach = std::max(reach, passage_of(span.range.end - 1, body));
    }
}

ArticleMarks ArticleMarker::marks() && {
    marks_.headline = disjoint(std::move(marks_.headline));
    for (std::vector<TextRange>& ranges : marks_.passages) ranges = disjoint(std::move(ranges));
    return std::move(marks_);
}

ArticleMarks marks_of(const AnalyzedText& headline, const std::vector<AnalyzedText>& passages,
                      const Plan& plan, std::size_t language) {
    ArticleMarker marker(passages.size());
    for (const TextLeaf& leaf : plan.leaves) {
        if (!leaf.ranks) continue;
        const AskedWords& words = leaf.words[language];
        marker.add(words.tree, asked_article(headline, passages, words));
    }
    return std::move(marker).marks();
}

}  // namespace dateline
