#pragma once

#include <vector>

#include "searcher/leaf_match.hpp"

namespace dateline {

/// What a plan finds in one segment.
struct SegmentMatches {
    std::vector<LeafMatches> leaves;  ///< in the order of Plan::leaves
    ArticleSet articles;              ///< that the whole query holds for, or one of whose passages
    std::vector<DocId> passages;      ///< that it holds for, where passages are the answer
    /// Of each leaf, answers that it holds in for nothing: in storm OR (nato AND zebra) nato
    /// without a zebra. It neither scores nor is marked there. Empty where the plan has no such
    /// leaves.
    std::vector<ArticleSet> idle_articles{};
    std::vector<std::vector<DocId>> idle_passages{};  ///< instead, where passages are the answer

    bool is_idle(std::size_t leaf, std::uint32_t article) const {
        return !idle_articles.empty() && contains(idle_articles[leaf], article);
    }
    bool is_idle_passage(std::size_t leaf, DocId docid) const {
        return !idle_passages.empty() && contains(idle_passages[leaf], docid);
    }
};

/// Finds what a plan finds in one segment, all at once or, where articles are the answer, some
/// articles at a time. Scope and matches must outlive it.
class SegmentMatcher {
  public:
    /// `matches` receives what is decided.
    SegmentMatcher(const SegmentScope& scope, SegmentMatches& matches);

    LeafMatcher& leaf(std::size_t number) { return leaves_[number]; }
    const LeafMatcher& leaf(std::size_t number) const { return leaves_[number]; }
    /// Whether terms tell all of every leaf.
    bool is_told_by_terms() const;
    /// Whether all is decided.
    bool is_complete() const { return is_complete_; }
    bool has_decided(const ArticleSet& articles) const {
        return is_complete_ || without(articles, decided_).empty();
    }
    /// Decides those of these living articles that are not decided.
    void decide(const ArticleSet& articles);
    void decide_all();

  private:
    const SegmentScope& scope_;
    SegmentMatches& matches_;
    std::vector<LeafMatcher> leaves_;
    ArticleSet decided_;
    bool has_idle_leaves_;
    bool is_complete_ = false;
};

SegmentMatches match_segment(const SegmentScope& scope);

/// The articles that one node of the plan holds for, or the docids of the passages where those are
/// the answer; `leaves` as match_segment finds them.
std::vector<std::uint32_t> held_by(const SegmentScope& scope,
                                   const std::vector<LeafMatches>& leaves, const PlanNode& node);

}  // namespace dateline
