#include "searcher/hits.hpp"

#include <algorithm>

#include "searcher/highlight.hpp"

namespace dateline {

namespace {

ArticleMarks marks_in(const SegmentScope& scope, std::uint32_t article, ArticleText& text) {
    std::vector<AnalyzedText> passages;
    for (std::uint32_t i = 0; i < text.passage_count(); ++i) {
        const ArticleText::Part& part = text.passage(i);
        passages.push_back({part.stored.text, part.tokens, part.stored.breaks});
    }
    return marks_of({text.header().headline, text.headline_tokens(), {}}, passages, scope.plan,
                    scope.language(article));
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
    ArticleMarks marks = marks_in(scope_, article, text);
    hit.headline_matches = std::move(marks.headline);

    std::vector<PassageScore> scores = scorer_.score(article);
    std::ranges::sort(scores, ranks_before);
    // The terms of the first passage are also the headline's: its text may hold none of them.
    if (!scores.empty() && marks.passages.front().empty())
        std::erase_if(scores, [&](const PassageScore& score) { return score.docid == first; });
    // Nothing in the body matches: its beginning tells what the article is about.
    const bool is_preview = scores.empty();
    if (is_preview && !text.passage(0).stored.text.empty()) scores.push_back({.docid = first});

    const std::size_t shown = std::min<std::size_t>(passages_each, scores.size());
    hit.more_passages = is_preview ? 0 : static_cast<std::uint32_t>(scores.size() - shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::uint32_t index = scores[i].docid - first;
        hit.passages.push_back(passage_hit(text.passage(index).stored));
        hit.passages.back().matches = marks.passages[index];
        hit.passages.back().score = shown_score(scores[i], weights_);
    }
    return hit;
}

}  // namespace dateline
