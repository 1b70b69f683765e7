#include "searcher/hits.hpp"

#include <algorithm>

#include "searcher/highlight.hpp"

namespace dateline {

namespace {

// A passage's words, with as many of its neighbours' as phrases can reach into.
TextWindow window_around(ArticleText& text, std::uint32_t index, std::size_t context) {
    TextWindow window;
    for (std::uint32_t i = index; i > 0 && window.before.size() < context; --i) {
        const std::vector<const Word*> words = words_of(text.passage(i - 1).tokens);
        window.before.insert(window.before.begin(), words.begin(), words.end());
    }
    window.tokens = text.passage(index).tokens;
    for (std::uint32_t i = index + 1; i < text.passage_count() && window.after.size() < context;
         ++i) {
        const std::vector<const Word*> words = words_of(text.passage(i).tokens);
        window.after.insert(window.after.end(), words.begin(), words.end());
    }
    return window;
}

std::vector<TextRange> matches_of(const SegmentScope& scope, std::uint32_t article,
                                  ArticleText& text, std::uint32_t index) {
    const std::size_t language = scope.language(article);
    const TextPart part = index == 0 ? TextPart::lead : TextPart::body;
    return matched_ranges(window_around(text, index, context_words(scope.plan, language)), part,
                          scope.plan, language);
}

PassageHit passage_hit(const StoredPassage& stored) {
    PassageHit hit;
    hit.number = stored.number;
    hit.range = {stored.begin, stored.begin + static_cast<std::uint32_t>(stored.text.size())};
    hit.text = stored.text;
    hit.breaks = stored.breaks;
    return hit;
}

}  // namespace

HitReader::HitReader(const SegmentScope& scope, const SegmentMatches& matches,
                     const std::vector<std::uint64_t>& weights)
    : scope_(scope), weights_(weights), scorer_(scope, matches, weights) {}

ArticleHit HitReader::read(const RankedArticle& ranked, std::uint32_t passages_each) {
    const std::uint32_t article = ranked.place.article;
    const DocId first = scope_.docids(article).first;
    ArticleText text(scope_, article);
    ArticleHit hit;
    hit.article = text.header();
    hit.score = shown_score(ranked, weights_);
    hit.headline_matches = matched_ranges({{}, text.headline_tokens(), {}}, TextPart::headline,
                                          scope_.plan, scope_.language(article));

    std::vector<PassageScore> scores = scorer_.score(article);
    std::ranges::sort(scores, ranks_before);
    // The terms of the first passage are also the headline's: its text may hold none of them.
    if (!scores.empty() && matches_of(scope_, article, text, 0).empty())
        std::erase_if(scores, [&](const PassageScore& score) { return score.docid == first; });
    // Nothing in the body matches: its beginning tells what the article is about.
    const bool is_preview = scores.empty();
    if (is_preview && !text.passage(0).stored.text.empty()) scores.push_back({.docid = first});

    const std::size_t shown = std::min<std::size_t>(passages_each, scores.size());
    hit.more_passages = is_preview ? 0 : static_cast<std::uint32_t>(scores.size() - shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::uint32_t index = scores[i].docid - first;
        hit.passages.push_back(passage_hit(text.passage(index).stored));
        hit.passages.back().matches = matches_of(scope_, article, text, index);
        hit.passages.back().score = shown_score(scores[i], weights_);
    }
    return hit;
}

}  // namespace dateline
