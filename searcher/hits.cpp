#include "searcher/hits.hpp"

#include <algorithm>
#include <utility>

#include "searcher/indexed_article.hpp"

namespace dateline {

namespace {

PassageHit passage_hit(const StoredPassage& stored) {
    PassageHit hit;
    hit.number = stored.number;
    hit.range = {stored.begin, stored.begin + static_cast<std::uint32_t>(stored.text.size())};
    hit.text = stored.text;
    hit.breaks = stored.breaks;
    return hit;
}

// Fills in what the hit is a copy of.
ArticleHit with_copies(ArticleHit hit, const std::vector<ArticlePlace>& folded,
                       const Index& index) {
    for (const ArticlePlace place : folded)
        hit.copies.push_back(index.segments()[place.segment].header(place.article).id);
    std::ranges::sort(hit.copies);
    hit.further_ids = index.copies().further_ids(hit.article.id);
    for (const std::string& copy : hit.copies)
        std::ranges::copy(index.copies().further_ids(copy), std::back_inserter(hit.further_ids));
    std::ranges::sort(hit.further_ids);
    return hit;
}

}  // namespace

HitReader::HitReader(const SegmentScope& scope, const SegmentMatches& matches,
                     const QueryWeights& weights)
    : scope_(scope), weights_(weights), scorer_(scope, matches, weights), marks_(scope, matches) {}

ArticleHit HitReader::read(const RankedArticle& ranked, std::uint32_t passages_each) {
    const std::uint32_t article = ranked.place.article;
    ArticleText text(scope_, article);
    ArticleHit hit;
    hit.article = indexed_article(scope_.segment, article);
    hit.article.body.clear();
    hit.score = shown_score(ranked);
    const ArticleMarks marks = marks_.marks_in(article);
    hit.headline_matches = marks.headline;
    if (ranked.docid != 0)
        add_passage(hit, score_of(ranked), marks, text);
    else
        add_best_passages(hit, ranked, passages_each, marks, text);
    return hit;
}

PassageScore HitReader::score_of(const RankedArticle& ranked) {
    for (const PassageScore& score : scorer_.score(ranked.place.article))
        if (score.docid == ranked.docid) return score;
    return {.docid = ranked.docid};
}

void HitReader::add_best_passages(ArticleHit& hit, const RankedArticle& ranked,
                                  std::uint32_t passages_each, const ArticleMarks& marks,
                                  ArticleText& text) {
    const DocId first = scope_.docids(ranked.place.article).first;
    std::vector<PassageScore> scores = scorer_.score(ranked.place.article);
    std::ranges::sort(scores, ranks_before);
    // The terms of the first passage are also the headline's: its text may hold none of them.
    if (!scores.empty() && marks.passages.front().empty())
        std::erase_if(scores, [&](const PassageScore& score) { return score.docid == first; });
    // Nothing in the body matches, or there is none: its beginning tells what the article is about.
    const bool is_preview = scores.empty();
    if (is_preview) scores.push_back({.docid = first});

    std::vector<bool> is_shown(marks.passages.size());
    for (std::size_t i = 0; i < std::min<std::size_t>(passages_each, scores.size()); ++i)
        add_with_rest(hit, scores, i, is_shown, marks, text);
    if (is_preview) return;
    for (const PassageScore& score : scores) hit.more_passages += !is_shown[score.docid - first];
}

// The passage, and behind it those into which what begins in it goes on.
void HitReader::add_with_rest(ArticleHit& hit, const std::vector<PassageScore>& scores,
                              std::size_t which, std::vector<bool>& is_shown,
                              const ArticleMarks& marks, ArticleText& text) {
    const DocId first = text.first_docid();
    const std::uint32_t begin = scores[which].docid - first;
    for (std::uint32_t index = begin; index <= marks.reach[begin]; ++index) {
        if (is_shown[index]) continue;
        is_shown[index] = true;
        const auto score = std::ranges::find(scores, first + index, &PassageScore::docid);
        add_passage(hit, score == scores.end() ? PassageScore{.docid = first + index} : *score,
                    marks, text);
    }
}

void HitReader::add_passage(ArticleHit& hit, const PassageScore& score, const ArticleMarks& marks,
                            ArticleText& text) {
    const std::uint32_t index = score.docid - text.first_docid();
    hit.passages.push_back(passage_hit(text.stored(index)));
    hit.passages.back().matches = marks.passages[index];
    hit.passages.back().score = shown_score(score, weights_);
}

std::vector<ArticleHit> read_hits(const MatchedIndex& matched,
                                  std::span<const SegmentMatches> matches,
                                  std::span<const RankedArticle> articles,
                                  std::uint32_t passages_each, const CopyFold& fold) {
    std::vector<HitReader> readers;
    for (std::size_t i = 0; i < matches.size(); ++i)
        readers.emplace_back(matched.scopes()[i], matches[i], matched.weights());
    std::vector<ArticleHit> hits;
    for (const RankedArticle& ranked : articles)
        hits.push_back(with_copies(readers[ranked.place.segment].read(ranked, passages_each),
                                   fold.folded_into(ranked.place), matched.index()));
    return hits;
}

std::vector<ArticleHit> read_hit_ids(const Index& index, std::span<const RankedArticle> articles) {
    std::vector<ArticleHit> hits;
    hits.reserve(articles.size());
    for (const RankedArticle& ranked : articles) {
        const Segment& segment = index.segments()[ranked.place.segment];
        ArticleHit& hit = hits.emplace_back();
        hit.article.id = segment.header(ranked.place.article).id;
        hit.score = shown_score(ranked);
        if (ranked.docid == 0) continue;
        const DocId first = segment.articles().first_docid(ranked.place.article);
        hit.passages.resize(1);
        hit.passages.front().number = ranked.docid - first + 1;
    }
    return hits;
}

}  // namespace dateline
