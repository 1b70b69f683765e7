#include "searcher/matched_index.hpp"

#include <algorithm>
#include <utility>

#include "searcher/expansion.hpp"
#include "searcher/leaf_statistics.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/query_notes.hpp"
#include "searcher/query_repeats.hpp"
#include "searcher/value_notes.hpp"

namespace dateline {

namespace {

// In bytes of code: of a leaf and a block of articles, looked at first; of an article or passage
// and a node whose answer is made of all of them.
constexpr std::uint64_t block_cost = 1536;
constexpr std::uint64_t unit_cost = 8;

std::uint64_t nodes_over_all(const PlanNode& node) {
    const QueryKind kind = node.query->kind;
    std::uint64_t nodes =
        kind == QueryKind::none || kind == QueryKind::all || kind == QueryKind::sequence;
    for (const PlanNode& child : node.children) nodes += nodes_over_all(child);
    return nodes;
}

std::uint64_t bytes_of_texts(const Index& index) {
    std::uint64_t bytes = 0;
    for (const Segment& segment : index.segments()) bytes += segment.code_bytes();
    return bytes;
}

}  // namespace

ArchiveSize archive_size(const Index& index) {
    ArchiveSize size;
    for (const SegmentInfo& segment : index.manifest().segments) {
        size.articles += segment.articles;
        size.passages += segment.passages;
        size.text_bytes += segment.text_bytes;
    }
    return size;
}

MatchedIndex::MatchedIndex(const Index& index, const Query& query, WordsNeeded needed,
                           AnswerUnit unit, std::uint64_t decided_articles)
    : index_(index),
      query_(lifted_out_of_text(without_repeats(with_kept_ids(query, index.copies())))),
      plan_(make_plan(query_, index.languages(), analyzers_, needed, unit)),
      notes_(expand(plan_, index.segments())),
      work_(bytes_of_texts(index)),
      matches_(index.segments().size()),
      decided_articles_(decided_articles) {
    for (std::string& note : query_notes(query)) notes_.push_back(std::move(note));
    for (std::string& note : value_notes(query_, index, analyzers_))
        notes_.push_back(std::move(note));
    scopes_.reserve(matches_.size());
    matchers_.reserve(matches_.size());
    for (std::size_t i = 0; i < matches_.size(); ++i) {
        scopes_.emplace_back(index.segments()[i], plan_, analyzers_, &work_);
        matchers_.emplace_back(scopes_.back(), matches_[i]);
    }
    const ArchiveSize archive = archive_size(index);
    const std::uint64_t units = unit == AnswerUnit::passage ? archive.passages : archive.articles;
    work_.read_bytes(unit_cost * units * nodes_over_all(plan_.root));
    weights_ = query_weights(archive, plan_, leaf_statistics(archive, scopes_, matchers_));
    const bool looks_first = unit == AnswerUnit::article && decided_articles != decides_all &&
                             (decided_articles != decides_untold ||
                              std::ranges::all_of(matchers_, &SegmentMatcher::is_told_by_terms));
    if (looks_first) return;
    for (SegmentMatcher& matcher : matchers_) matcher.decide_all();
    set_complete();
}

void MatchedIndex::set_complete() const {
    is_complete_ = true;
    // Showing what was found takes as long as what is asked to be shown.
    for (SegmentScope& scope : scopes_) scope.work = nullptr;
}

void MatchedIndex::decide_few() const {
    if (is_complete_ || possible_count() > decided_articles_) return;
    for (std::size_t i = 0; i < matchers_.size(); ++i)
        matchers_[i].decide(possible()[i].articles());
    set_complete();
}

const std::vector<PossibleArticles>& MatchedIndex::possible() const {
    for (std::size_t i = possible_.size(); i < scopes_.size(); ++i) {
        scopes_[i].count_bytes(block_cost * scopes_[i].block_count() * plan_.leaves.size());
        possible_.emplace_back(scopes_[i], matchers_[i], weights_);
    }
    return possible_;
}

std::uint64_t MatchedIndex::possible_count() const {
    std::uint64_t count = 0;
    for (const PossibleArticles& segment : possible()) count += segment.count();
    return count;
}

bool MatchedIndex::are_sure() const {
    return std::ranges::all_of(possible(), &PossibleArticles::are_sure);
}

std::vector<const ArticleSet*> MatchedIndex::known_articles() const {
    std::vector<const ArticleSet*> known;
    for (std::size_t i = 0; i < matchers_.size(); ++i) {
        if (is_complete_ || matchers_[i].has_decided(possible()[i].articles()))
            known.push_back(&matches_[i].articles);
        else if (possible()[i].are_sure())
            known.push_back(&possible()[i].articles());
        else
            return {};
    }
    return known;
}

void MatchedIndex::decide(const std::vector<ArticlePlace>& articles) const {
    std::vector<ArticleSet> by_segment(scopes_.size());
    for (const ArticlePlace place : articles) by_segment[place.segment].push_back(place.article);
    for (std::size_t i = 0; i < by_segment.size(); ++i)
        decide(i, article_set(std::move(by_segment[i])));
}

}  // namespace dateline
