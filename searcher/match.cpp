#include "searcher/match.hpp"

#include <algorithm>
#include <utility>

#include "searcher/counted_words.hpp"
#include "searcher/value_match.hpp"

namespace dateline {

namespace {

/// Numbers of articles or docids of passages, whichever are the answer: ascending, each once.
using UnitSet = std::vector<std::uint32_t>;

std::vector<DocId> passages_of(const SegmentScope& scope, const ArticleSet& articles) {
    std::vector<DocId> passages;
    for (const std::uint32_t article : articles) {
        const auto [first, end] = scope.docids(article);
        for (DocId docid = first; docid < end; ++docid) passages.push_back(docid);
    }
    return passages;
}

ArticleSet articles_with(const SegmentScope& scope, const std::vector<DocId>& passages) {
    ArticleSet articles;
    ArticleCursor cursor(scope.articles());
    for (const DocId docid : passages)
        if (const std::uint32_t article = cursor.article_of(docid);
            articles.empty() || articles.back() != article)
            articles.push_back(article);
    return articles;
}

class Evaluator {
  public:
    Evaluator(const SegmentScope& scope, const std::vector<LeafMatches>& leaves)
        : scope_(scope), leaves_(leaves) {}

    UnitSet units(const PlanNode& node) const {
        switch (node.query->kind) {
            case QueryKind::word:
            case QueryKind::phrase:
            case QueryKind::near:
            case QueryKind::at_least:
                return of_leaf(leaves_[node.leaf]);
            case QueryKind::value:
                return as_units(match_value(scope_.segment, *node.query, scope_.analyzers));
            case QueryKind::date:
                return as_units(match_date(scope_.segment, *node.query));
            case QueryKind::all:
                return in_all(node.children);
            case QueryKind::any:
                return in_any(node.children);
            case QueryKind::none:
                return without(everything(), units(node.children.front()));
            case QueryKind::sequence:
                return in_sequence(node.children);
            case QueryKind::boost:
                break;  // no node
        }
        return {};
    }

  private:
    UnitSet everything() const {
        return as_units(scope_.segment.articles_between(0, scope_.articles().article_count()));
    }

    bool by_passage() const { return scope_.plan.unit == AnswerUnit::passage; }

    UnitSet of_leaf(const LeafMatches& leaf) const {
        if (!by_passage()) return leaf.articles;
        UnitSet docids;
        docids.reserve(leaf.passages.size());
        for (const Posting& posting : leaf.passages) docids.push_back(posting.docid);
        return docids;
    }

    UnitSet as_units(ArticleSet articles) const {
        return by_passage() ? passages_of(scope_, articles) : std::move(articles);
    }

    std::size_t language(std::uint32_t unit) const {
        return scope_.language(by_passage() ? scope_.articles().article_of(unit) : unit);
    }

    UnitSet in_all(const std::vector<PlanNode>& nodes) const {
        UnitSet common = everything();
        for (const PlanNode& node : nodes) common = in_both(common, units(node));
        return common;
    }

    UnitSet in_any(const std::vector<PlanNode>& nodes) const {
        UnitSet found;
        for (const PlanNode& node : nodes) found = in_either(found, units(node));
        return found;
    }

    UnitSet in_sequence(const std::vector<PlanNode>& nodes) const {
        std::vector<const PlanNode*> wanted;
        UnitSet found = everything();
        for (const PlanNode& node : nodes) {
            if (node.occur == Occur::wanted) {
                wanted.push_back(&node);
                continue;
            }
            const bool excluded = node.occur == Occur::excluded;
            found = excluded ? without(found, units(node)) : in_both(found, units(node));
        }
        if (wanted.empty() || wanted_only_rank(scope_.plan, nodes)) return found;
        return in_both(found, with_enough_of(wanted, scope_.plan.needed.count));
    }

    /// Which of the wanted count in a language, and how many.
    struct Counted {
        std::vector<bool> nodes;
        std::size_t total = 0;
    };

    Counted counted_in(const std::vector<const PlanNode*>& wanted, std::size_t language) const {
        Counted counted{counted_words(scope_.plan, wanted, language), 0};
        counted.total = static_cast<std::size_t>(std::ranges::count(counted.nodes, true));
        return counted;
    }

    UnitSet with_enough_of(const std::vector<const PlanNode*>& wanted, std::uint32_t needed) const {
        std::vector<Counted> counted;
        for (std::size_t code = 0; code < scope_.plan.languages.size(); ++code)
            counted.push_back(counted_in(wanted, code));
        std::vector<std::uint32_t> met;  // by unit: how many of its words that count
        for (std::size_t i = 0; i < wanted.size(); ++i)
            for (const std::uint32_t unit : units(*wanted[i])) {
                if (!counted[language(unit)].nodes[i]) continue;
                if (unit >= met.size()) met.resize(std::size_t{unit} + 1);
                ++met[unit];
            }
        UnitSet found;
        for (std::uint32_t unit = 0; unit < met.size(); ++unit) {
            if (met[unit] == 0) continue;
            const std::size_t total = counted[language(unit)].total;
            if (met[unit] >= std::min<std::size_t>(needed, total)) found.push_back(unit);
        }
        return found;
    }

    const SegmentScope& scope_;
    const std::vector<LeafMatches>& leaves_;
};

}  // namespace

SegmentMatcher::SegmentMatcher(const SegmentScope& scope, SegmentMatches& matches)
    : scope_(scope), matches_(matches) {
    matches_.leaves.resize(scope.plan.leaves.size());
    leaves_.reserve(scope.plan.leaves.size());
    for (const TextLeaf& leaf : scope.plan.leaves) leaves_.emplace_back(scope, leaf);
}

void SegmentMatcher::decide(const ArticleSet& articles) {
    if (is_complete_) return;
    const ArticleSet asked = without(articles, decided_);
    if (asked.empty()) return;
    std::vector<LeafMatches> found;
    for (LeafMatcher& leaf : leaves_) found.push_back(leaf.in(asked));
    matches_.articles =
        in_either(matches_.articles, in_both(held_by(scope_, found, scope_.plan.root), asked));
    for (std::size_t i = 0; i < found.size(); ++i)
        matches_.leaves[i] = joined(std::move(matches_.leaves[i]), std::move(found[i]));
    decided_ = in_either(decided_, asked);
}

void SegmentMatcher::decide_all() {
    for (std::size_t i = 0; i < leaves_.size(); ++i) matches_.leaves[i] = leaves_[i].all();
    std::vector<std::uint32_t> held = held_by(scope_, matches_.leaves, scope_.plan.root);
    if (scope_.plan.unit == AnswerUnit::passage) {
        matches_.articles = articles_with(scope_, held);
        matches_.passages = std::move(held);
    } else {
        matches_.articles = std::move(held);
    }
    is_complete_ = true;
}

SegmentMatches match_segment(const SegmentScope& scope) {
    SegmentMatches matches;
    SegmentMatcher(scope, matches).decide_all();
    return matches;
}

std::vector<std::uint32_t> held_by(const SegmentScope& scope,
                                   const std::vector<LeafMatches>& leaves, const PlanNode& node) {
    return Evaluator(scope, leaves).units(node);
}

}  // namespace dateline
