#include "searcher/match.hpp"

#include <algorithm>
#include <optional>
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
    /// `asked`: nothing else is an answer; without it, everything may be.
    Evaluator(const SegmentScope& scope, const std::vector<LeafMatches>& leaves,
              const UnitSet* asked = nullptr)
        : scope_(scope), leaves_(leaves), asked_(asked) {}

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

    /// Adds to each leaf below the node those of `active`, which the node holds for, that it holds
    /// for as well, and all between it and the node.
    void add_useful(const PlanNode& node, const UnitSet& active,
                    std::vector<UnitSet>& useful) const {
        if (node.leaf != PlanNode::no_leaf)
            useful[node.leaf] = in_either(useful[node.leaf], active);
        for (const PlanNode& child : node.children)
            if (child.ranks && child.occur != Occur::excluded)
                add_useful(child, in_both(active, units(child)), useful);
    }

    /// As SegmentMatches has them, of these answers.
    std::vector<UnitSet> idle(const UnitSet& answers) const {
        std::vector<UnitSet> useful(leaves_.size());
        add_useful(scope_.plan.root, answers, useful);
        if (scope_.plan.languages.size() > 1) useful = shared(useful);
        std::vector<UnitSet> idle;
        for (std::size_t i = 0; i < leaves_.size(); ++i)
            idle.push_back(without(in_both(of_leaf(leaves_[i]), answers), useful[i]));
        return idle;
    }

  private:
    // Where leaves ask for the same in a language, what one of them is good for all are.
    std::vector<UnitSet> shared(const std::vector<UnitSet>& useful) const {
        std::vector<UnitSet> all(useful.size());
        for (std::size_t code = 0; code < scope_.plan.languages.size(); ++code) {
            const std::vector<std::size_t>& firsts = scope_.plan.first_alike(code);
            std::vector<UnitSet> together(useful.size());
            for (std::size_t i = 0; i < useful.size(); ++i)
                together[firsts[i]] = in_either(together[firsts[i]], useful[i]);
            for (UnitSet& units : together)
                std::erase_if(units, [&](std::uint32_t unit) { return language(unit) != code; });
            for (std::size_t i = 0; i < useful.size(); ++i)
                all[i] = in_either(all[i], together[firsts[i]]);
        }
        return all;
    }

    const UnitSet& everything() const {
        if (asked_) return *asked_;
        if (!all_)
            all_ = as_units(scope_.segment.articles_between(0, scope_.articles().article_count()));
        return *all_;
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
        const UnitSet& all = everything();
        std::vector<std::uint32_t> met(all.size());  // how many of its words that count
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            std::size_t at = 0;
            for (const std::uint32_t unit : units(*wanted[i])) {
                while (at < met.size() && all[at] < unit) ++at;
                if (at == met.size()) break;
                met[at] += all[at] == unit && counted[language(unit)].nodes[i];
            }
        }
        UnitSet found;
        for (std::size_t at = 0; at < met.size(); ++at) {
            if (met[at] == 0) continue;
            const std::size_t total = counted[language(all[at])].total;
            if (met[at] >= std::min<std::size_t>(needed, total)) found.push_back(all[at]);
        }
        return found;
    }

    const SegmentScope& scope_;
    const std::vector<LeafMatches>& leaves_;
    const UnitSet* asked_;
    mutable std::optional<UnitSet> all_;  // read when asked for
};

}  // namespace

SegmentMatcher::SegmentMatcher(const SegmentScope& scope, SegmentMatches& matches)
    : scope_(scope), matches_(matches), has_idle_leaves_(may_leave_idle(scope.plan.root)) {
    matches_.leaves.resize(scope.plan.leaves.size());
    if (has_idle_leaves_ && scope.plan.unit == AnswerUnit::article)
        matches_.idle_articles.resize(scope.plan.leaves.size());
    leaves_.reserve(scope.plan.leaves.size());
    for (const TextLeaf& leaf : scope.plan.leaves) leaves_.emplace_back(scope, leaf);
}

bool SegmentMatcher::is_told_by_terms() const {
    return std::ranges::all_of(leaves_, &LeafMatcher::is_told_by_terms);
}

void SegmentMatcher::decide(const ArticleSet& articles) {
    if (is_complete_) return;
    const ArticleSet asked = without(articles, decided_);
    if (asked.empty()) return;
    std::vector<LeafMatches> found;
    for (LeafMatcher& leaf : leaves_) found.push_back(leaf.in(asked));
    const Evaluator evaluator(scope_, found, &asked);
    const ArticleSet answers = in_both(evaluator.units(scope_.plan.root), asked);
    matches_.articles = in_either(matches_.articles, answers);
    if (has_idle_leaves_) {
        const std::vector<ArticleSet> idle = evaluator.idle(answers);
        for (std::size_t i = 0; i < idle.size(); ++i)
            matches_.idle_articles[i] = in_either(matches_.idle_articles[i], idle[i]);
    }
    for (std::size_t i = 0; i < found.size(); ++i)
        matches_.leaves[i] = joined(std::move(matches_.leaves[i]), std::move(found[i]));
    decided_ = in_either(decided_, asked);
}

void SegmentMatcher::decide_all() {
    for (std::size_t i = 0; i < leaves_.size(); ++i) matches_.leaves[i] = leaves_[i].all();
    const Evaluator evaluator(scope_, matches_.leaves);
    UnitSet held = evaluator.units(scope_.plan.root);
    if (has_idle_leaves_)
        (scope_.plan.unit == AnswerUnit::passage ? matches_.idle_passages
                                                 : matches_.idle_articles) = evaluator.idle(held);
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
