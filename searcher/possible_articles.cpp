#include "searcher/possible_articles.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "searcher/counted_words.hpp"
#include "searcher/value_match.hpp"

namespace dateline {

namespace {

/// Articles of a block that a node may hold for, and those that it holds for.
struct Found {
    ArticleBits possible;
    ArticleBits sure;
};

Found both(const Found& a, const Found& b) { return {a.possible & b.possible, a.sure & b.sure}; }
Found either(const Found& a, const Found& b) { return {a.possible | b.possible, a.sure | b.sure}; }
Found opposite(const Found& found) { return {~found.sure, ~found.possible}; }

class BlockEvaluator {
  public:
    BlockEvaluator(const SegmentScope& scope, SegmentMatcher& matcher)
        : scope_(scope),
          matcher_(matcher),
          leaves_(scope.plan.leaves.size()),
          has_idle_leaves_(may_leave_idle(scope.plan.root)) {
        find_values(scope.plan.root);
    }

    /// The first block from `number` on in which the plan may hold; the segment's number of blocks
    /// where there is none.
    std::uint32_t next(std::uint32_t number) const { return next(scope_.plan.root, number); }
    /// Looks at a block; the living articles that the plan may hold for.
    Found look(std::uint32_t number) {
        number_ = number;
        for (std::size_t i = 0; i < leaves_.size(); ++i)
            leaves_[i] = matcher_.leaf(i).block(number);
        const ArticleBits living = scope_.living(number);
        const Found found = both(of(scope_.plan.root), {living, living});
        if (has_idle_leaves_ && found.possible.any()) leave_idle(found);
        return found;
    }
    /// Of the block looked at, in the articles that the plan may hold for without those that are
    /// idle there (SegmentMatches).
    const std::vector<LeafBlock>& leaves() const { return leaves_; }

  private:
    // What no leaf tells, as bits of each block.
    void find_values(const PlanNode& node) {
        if (node.query->kind == QueryKind::value)
            add_set(node, match_value(scope_.segment, *node.query, scope_.analyzers));
        else if (node.query->kind == QueryKind::date)
            add_set(node, match_date(scope_.segment, *node.query));
        for (const PlanNode& child : node.children) find_values(child);
    }

    void add_set(const PlanNode& node, const ArticleSet& articles) {
        std::vector<ArticleBits>& blocks = values_[&node];
        blocks.resize(scope_.block_count());
        for (const std::uint32_t article : articles)
            blocks[article / articles_each_block].set(article % articles_each_block);
    }

    void leave_idle(const Found& found) {
        std::vector<Found> useful(leaves_.size());
        add_useful(scope_.plan.root, found, useful);
        if (scope_.plan.languages.size() > 1) useful = shared(useful);
        for (std::size_t i = 0; i < leaves_.size(); ++i) {
            leaves_[i].possible &= useful[i].possible;
            leaves_[i].sure &= useful[i].sure;
        }
    }

    // As match.cpp has it, as what follows.
    std::vector<Found> shared(const std::vector<Found>& useful) const {
        std::vector<Found> all(useful.size());
        for (std::size_t language = 0; language < scope_.plan.languages.size(); ++language) {
            const std::vector<std::size_t> firsts = scope_.plan.first_alike(language);
            std::vector<Found> together(useful.size());
            for (std::size_t i = 0; i < useful.size(); ++i)
                together[firsts[i]] = either(together[firsts[i]], useful[i]);
            for (Found& found : together) found = in_language(found, language);
            for (std::size_t i = 0; i < useful.size(); ++i)
                all[i] = either(all[i], together[firsts[i]]);
        }
        return all;
    }

    void add_useful(const PlanNode& node, const Found& active, std::vector<Found>& useful) const {
        if (node.leaf != PlanNode::no_leaf) useful[node.leaf] = either(useful[node.leaf], active);
        for (const PlanNode& child : node.children)
            if (child.ranks && child.occur != Occur::excluded)
                add_useful(child, both(active, of(child)), useful);
    }

    Found of(const PlanNode& node) const {
        switch (node.query->kind) {
            case QueryKind::word:
            case QueryKind::phrase:
            case QueryKind::near:
            case QueryKind::at_least:
                return {leaves_[node.leaf].possible, leaves_[node.leaf].sure};
            case QueryKind::value:
            case QueryKind::date: {
                const ArticleBits& bits = values_.at(&node)[number_];
                return {bits, bits};
            }
            case QueryKind::all:
                return in_all(node.children);
            case QueryKind::any:
                return in_any(node.children);
            case QueryKind::none:
                return opposite(of(node.children.front()));
            case QueryKind::sequence:
                return in_sequence(node.children);
            case QueryKind::boost:
                break;  // no node
        }
        return {};
    }

    // At least: only what leaves tell is looked at.
    std::uint32_t next(const PlanNode& node, std::uint32_t number) const {
        switch (node.query->kind) {
            case QueryKind::word:
            case QueryKind::phrase:
            case QueryKind::near:
            case QueryKind::at_least:
                return matcher_.leaf(node.leaf).next_block(number);
            case QueryKind::all: {
                std::uint32_t last = number;
                for (const PlanNode& child : node.children)
                    last = std::max(last, next(child, number));
                return last;
            }
            case QueryKind::any:
                return first_of(node.children, number);
            case QueryKind::sequence:
                return next_in_sequence(node.children, number);
            default:
                return number;
        }
    }

    static bool is_wanted(const PlanNode& node) { return node.occur == Occur::wanted; }

    std::uint32_t first_of(const std::vector<PlanNode>& nodes, std::uint32_t number) const {
        std::uint32_t first = scope_.block_count();
        for (const PlanNode& node : nodes) first = std::min(first, next(node, number));
        return first;
    }

    std::uint32_t next_in_sequence(const std::vector<PlanNode>& nodes, std::uint32_t number) const {
        std::uint32_t required = number;
        std::uint32_t wanted = scope_.block_count();
        for (const PlanNode& node : nodes)
            if (node.occur == Occur::wanted)
                wanted = std::min(wanted, next(node, number));
            else if (node.occur == Occur::required)
                required = std::max(required, next(node, number));
        const bool must_have_wanted =
            std::ranges::any_of(nodes, is_wanted) && !wanted_only_rank(scope_.plan, nodes);
        return must_have_wanted ? std::max(required, wanted) : required;
    }

    Found in_all(const std::vector<PlanNode>& nodes) const {
        Found common{ArticleBits::all(), ArticleBits::all()};
        for (const PlanNode& node : nodes) common = both(common, of(node));
        return common;
    }

    Found in_any(const std::vector<PlanNode>& nodes) const {
        Found found;
        for (const PlanNode& node : nodes) found = either(found, of(node));
        return found;
    }

    // As match.cpp has it.
    Found in_sequence(const std::vector<PlanNode>& nodes) const {
        std::vector<const PlanNode*> wanted;
        Found found{ArticleBits::all(), ArticleBits::all()};
        for (const PlanNode& node : nodes) {
            if (node.occur == Occur::wanted) {
                wanted.push_back(&node);
                continue;
            }
            const bool excluded = node.occur == Occur::excluded;
            found = both(found, excluded ? opposite(of(node)) : of(node));
        }
        if (wanted.empty() || wanted_only_rank(scope_.plan, nodes)) return found;
        return both(found, with_enough_of(wanted, scope_.plan.needed.count));
    }

    Found with_enough_of(const std::vector<const PlanNode*>& wanted, std::uint32_t needed) const {
        std::vector<Found> held;
        for (const PlanNode* node : wanted) held.push_back(of(*node));
        Found enough;
        const std::vector<std::vector<bool>>& counts = counted_in(wanted);
        for (std::size_t language = 0; language < counts.size(); ++language) {
            std::vector<Found> counted;
            for (std::size_t i = 0; i < wanted.size(); ++i)
                if (counts[language][i]) counted.push_back(held[i]);
            const Found here = at_least(counted, std::min<std::size_t>(needed, counted.size()));
            enough = either(enough, counts.size() == 1 ? here : in_language(here, language));
        }
        return enough;
    }

    // In so many of them at least.
    static Found at_least(const std::vector<Found>& sets, std::size_t needed) {
        Found found;
        if (needed <= 1) {
            for (const Found& set : sets) found = either(found, set);
            return found;
        }
        std::array<std::uint32_t, articles_each_block> possible{};
        std::array<std::uint32_t, articles_each_block> sure{};
        for (const Found& set : sets) {
            set.possible.for_each([&](std::uint32_t place) { ++possible[place]; });
            set.sure.for_each([&](std::uint32_t place) { ++sure[place]; });
        }
        for (std::uint32_t place = 0; place < articles_each_block; ++place) {
            if (possible[place] >= needed) found.possible.set(place);
            if (sure[place] >= needed) found.sure.set(place);
        }
        return found;
    }

    Found in_language(const Found& found, std::size_t language) const {
        ArticleBits bits;
        const ArticleBits living = scope_.living(number_);
        (found.possible & living).for_each([&](std::uint32_t place) {
            if (scope_.language(number_ * articles_each_block + place) == language) bits.set(place);
        });
        return both(found, {bits, bits});
    }

    // By language; the same for all blocks.
    const std::vector<std::vector<bool>>& counted_in(
        const std::vector<const PlanNode*>& wanted) const {
        std::vector<std::vector<bool>>& counted = counted_[wanted.front()];
        for (std::size_t i = counted.size(); i < scope_.plan.languages.size(); ++i)
            counted.push_back(counted_words(scope_.plan, wanted, i));
        return counted;
    }

    const SegmentScope& scope_;
    SegmentMatcher& matcher_;
    std::vector<LeafBlock> leaves_;
    bool has_idle_leaves_;
    std::map<const PlanNode*, std::vector<ArticleBits>> values_;
    // By the first wanted node of a sequence.
    mutable std::map<const PlanNode*, std::vector<std::vector<bool>>> counted_;
    std::uint32_t number_ = 0;
};

bool is_sure(const Found& found, const std::vector<LeafBlock>& leaves) {
    const auto covers = [](const ArticleBits& sure, const ArticleBits& possible) {
        return (sure & possible) == possible;
    };
    return covers(found.sure, found.possible) &&
           std::ranges::all_of(leaves, [&](const LeafBlock& leaf) {
               return covers(leaf.sure, leaf.possible & found.possible);
           });
}

}  // namespace

PossibleArticles find_possible(const SegmentScope& scope, SegmentMatcher& matcher,
                               const QueryWeights& weights) {
    BlockEvaluator evaluator(scope, matcher);
    const ArticleScorer scorer(scope, weights);
    const std::vector<LeafBlock>& leaves = evaluator.leaves();
    std::vector<std::uint8_t> frequencies(leaves.size());
    PossibleArticles all;
    bool keeps_frequencies = false;
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
        keeps_frequencies |= !matcher.leaf(leaf).is_told_by_terms();
    for (std::uint32_t number = evaluator.next(0); number < scope.block_count();
         number = evaluator.next(number + 1)) {
        const Found found = evaluator.look(number);
        if (!found.possible.any()) continue;
        all.are_sure = all.are_sure && is_sure(found, leaves);
        found.possible.for_each([&](std::uint32_t place) {
            for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf)
                frequencies[leaf] =
                    leaves[leaf].possible.has(place) ? leaves[leaf].frequencies[place] : 0;
            all.articles.push_back(number * articles_each_block + place);
            all.scores.push_back(scorer.score(all.articles.back(), frequencies));
            if (keeps_frequencies)
                all.frequencies.insert(all.frequencies.end(), frequencies.begin(),
                                       frequencies.end());
        });
    }
    if (all.are_sure) all.frequencies.clear();
    return all;
}

}  // namespace dateline
