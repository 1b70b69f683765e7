#include "searcher/block_evaluator.hpp"

#include <algorithm>
#include <array>

#include "searcher/counted_words.hpp"
#include "searcher/value_match.hpp"

namespace dateline {

namespace {

FoundInBlock both(const FoundInBlock& a, const FoundInBlock& b) {
    return {a.possible & b.possible, a.sure & b.sure};
}
FoundInBlock either(const FoundInBlock& a, const FoundInBlock& b) {
    return {a.possible | b.possible, a.sure | b.sure};
}
FoundInBlock opposite(const FoundInBlock& found) { return {~found.sure, ~found.possible}; }

bool is_wanted(const PlanNode& node) { return node.occur == Occur::wanted; }

// In so many of them at least.
FoundInBlock at_least(const std::vector<FoundInBlock>& sets, std::size_t needed) {
    FoundInBlock found;
    if (needed <= 1) {
        for (const FoundInBlock& set : sets) found = either(found, set);
        return found;
    }
    std::array<std::uint32_t, articles_each_block> possible{};
    std::array<std::uint32_t, articles_each_block> sure{};
    for (const FoundInBlock& set : sets) {
        set.possible.for_each([&](std::uint32_t place) { ++possible[place]; });
        set.sure.for_each([&](std::uint32_t place) { ++sure[place]; });
    }
    for (std::uint32_t place = 0; place < articles_each_block; ++place) {
        if (possible[place] >= needed) found.possible.set(place);
        if (sure[place] >= needed) found.sure.set(place);
    }
    return found;
}

}  // namespace

BlockEvaluator::BlockEvaluator(const SegmentScope& scope, SegmentMatcher& matcher)
    : scope_(&scope),
      matcher_(&matcher),
      leaves_(scope.plan.leaves.size()),
      glances_(leaves_.size()),
      has_idle_leaves_(may_leave_idle(scope.plan.root)) {
    find_values(scope.plan.root);
}

void BlockEvaluator::read_leaves(std::uint32_t number) {
    number_ = number;
    for (std::size_t i = 0; i < leaves_.size(); ++i) leaves_[i] = matcher_->leaf(i).block(number);
}

FoundInBlock BlockEvaluator::look(std::uint32_t number) {
    read_leaves(number);
    const FoundInBlock found = living(of(scope_->plan.root));
    if (has_idle_leaves_ && found.possible.any()) leave_idle(found);
    return found;
}

const std::vector<LeafBlock>& BlockEvaluator::look_at_leaves(std::uint32_t number) {
    if (has_idle_leaves_)
        look(number);
    else
        read_leaves(number);
    return leaves_;
}

std::optional<std::uint64_t> BlockEvaluator::articles_of_one_word() const {
    const PlanNode* node = &scope_->plan.root;
    while (node->children.size() == 1 && node->children.front().occur != Occur::excluded &&
           node->query->kind != QueryKind::none)
        node = &node->children.front();
    if (leaves_.size() != 1 || node->leaf == PlanNode::no_leaf ||
        scope_->segment.tombstones().any())
        return std::nullopt;
    const std::optional<WordTotals> totals = matcher_->leaf(0).totals();
    if (!totals) return std::nullopt;
    return totals->articles;
}

const std::vector<LeafGlance>& BlockEvaluator::outline(std::uint32_t number) {
    glances_[0].most_share = matcher_->leaf(0).most_share(number);
    glances_[0].possible = glances_[0].most_share != 0 ? ArticleBits::all() : ArticleBits();
    return glances_;
}

ArticleBits BlockEvaluator::glance(std::uint32_t number) {
    number_ = number;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        glances_[i] = matcher_->leaf(i).glance(number);
        leaves_[i].possible = leaves_[i].sure = glances_[i].possible;
    }
    return living(of(scope_->plan.root)).possible;
}

FoundInBlock BlockEvaluator::living(const FoundInBlock& found) const {
    const ArticleBits living = scope_->living(number_);
    return both(found, {living, living});
}

// What no leaf tells, as bits of each block.
void BlockEvaluator::find_values(const PlanNode& node) {
    if (node.query->kind == QueryKind::value)
        add_set(node, match_value(scope_->segment, *node.query, scope_->analyzers));
    else if (node.query->kind == QueryKind::date)
        add_set(node, match_date(scope_->segment, *node.query));
    for (const PlanNode& child : node.children) find_values(child);
}

void BlockEvaluator::add_set(const PlanNode& node, const ArticleSet& articles) {
    std::vector<ArticleBits>& blocks = values_[&node];
    blocks.resize(scope_->block_count());
    for (const std::uint32_t article : articles)
        blocks[article / articles_each_block].set(article % articles_each_block);
}

void BlockEvaluator::leave_idle(const FoundInBlock& found) {
    std::vector<FoundInBlock> useful(leaves_.size());
    add_useful(scope_->plan.root, found, useful);
    if (scope_->plan.languages.size() > 1) useful = shared(useful);
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
        leaves_[i].possible &= useful[i].possible;
        leaves_[i].sure &= useful[i].sure;
    }
}

// As match.cpp has it, as what follows.
std::vector<FoundInBlock> BlockEvaluator::shared(const std::vector<FoundInBlock>& useful) const {
    std::vector<FoundInBlock> all(useful.size());
    for (std::size_t language = 0; language < scope_->plan.languages.size(); ++language) {
        const std::vector<std::size_t>& firsts = scope_->plan.first_alike(language);
        std::vector<FoundInBlock> together(useful.size());
        for (std::size_t i = 0; i < useful.size(); ++i)
            together[firsts[i]] = either(together[firsts[i]], useful[i]);
        for (FoundInBlock& found : together) found = in_language(found, language);
        for (std::size_t i = 0; i < useful.size(); ++i)
            all[i] = either(all[i], together[firsts[i]]);
    }
    return all;
}

void BlockEvaluator::add_useful(const PlanNode& node, const FoundInBlock& active,
                                std::vector<FoundInBlock>& useful) const {
    if (node.leaf != PlanNode::no_leaf) useful[node.leaf] = either(useful[node.leaf], active);
    for (const PlanNode& child : node.children)
        if (child.ranks && child.occur != Occur::excluded)
            add_useful(child, both(active, of(child)), useful);
}

FoundInBlock BlockEvaluator::of(const PlanNode& node) const {
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

// What is denied is not looked at.
std::uint32_t BlockEvaluator::next(const PlanNode& node, std::uint32_t number) const {
    switch (node.query->kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::near:
        case QueryKind::at_least:
            return matcher_->leaf(node.leaf).next_block(number);
        case QueryKind::all: {
            std::uint32_t last = number;
            for (const PlanNode& child : node.children) last = std::max(last, next(child, number));
            return last;
        }
        case QueryKind::any:
            return first_of(node.children, number);
        case QueryKind::sequence:
            return next_in_sequence(node.children, number);
        case QueryKind::value:
        case QueryKind::date:
            return next_with_value(node, number);
        default:
            return number;
    }
}

std::uint32_t BlockEvaluator::next_with_value(const PlanNode& node, std::uint32_t number) const {
    const std::vector<ArticleBits>& blocks = values_.at(&node);
    while (number < blocks.size() && !blocks[number].any()) ++number;
    return number;
}

std::uint32_t BlockEvaluator::first_of(const std::vector<PlanNode>& nodes,
                                       std::uint32_t number) const {
    std::uint32_t first = scope_->block_count();
    for (const PlanNode& node : nodes) first = std::min(first, next(node, number));
    return first;
}

std::uint32_t BlockEvaluator::next_in_sequence(const std::vector<PlanNode>& nodes,
                                               std::uint32_t number) const {
    std::uint32_t required = number;
    std::uint32_t wanted = scope_->block_count();
    for (const PlanNode& node : nodes)
        if (node.occur == Occur::wanted)
            wanted = std::min(wanted, next(node, number));
        else if (node.occur == Occur::required)
            required = std::max(required, next(node, number));
    const bool must_have_wanted =
        std::ranges::any_of(nodes, is_wanted) && !wanted_only_rank(scope_->plan, nodes);
    return must_have_wanted ? std::max(required, wanted) : required;
}

FoundInBlock BlockEvaluator::in_all(const std::vector<PlanNode>& nodes) const {
    FoundInBlock common{ArticleBits::all(), ArticleBits::all()};
    for (const PlanNode& node : nodes) common = both(common, of(node));
    return common;
}

FoundInBlock BlockEvaluator::in_any(const std::vector<PlanNode>& nodes) const {
    FoundInBlock found;
    for (const PlanNode& node : nodes) found = either(found, of(node));
    return found;
}

// As match.cpp has it.
FoundInBlock BlockEvaluator::in_sequence(const std::vector<PlanNode>& nodes) const {
    std::vector<const PlanNode*> wanted;
    FoundInBlock found{ArticleBits::all(), ArticleBits::all()};
    for (const PlanNode& node : nodes) {
        if (node.occur == Occur::wanted) {
            wanted.push_back(&node);
            continue;
        }
        const bool excluded = node.occur == Occur::excluded;
        found = both(found, excluded ? opposite(of(node)) : of(node));
    }
    if (wanted.empty() || wanted_only_rank(scope_->plan, nodes)) return found;
    return both(found, with_enough_of(wanted, scope_->plan.needed.count));
}

FoundInBlock BlockEvaluator::with_enough_of(const std::vector<const PlanNode*>& wanted,
                                            std::uint32_t needed) const {
    std::vector<FoundInBlock> held;
    for (const PlanNode* node : wanted) held.push_back(of(*node));
    FoundInBlock enough;
    const std::vector<std::vector<bool>>& counts = counted_in(wanted);
    for (std::size_t language = 0; language < counts.size(); ++language) {
        std::vector<FoundInBlock> counted;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            if (counts[language][i]) counted.push_back(held[i]);
        const FoundInBlock here = at_least(counted, std::min<std::size_t>(needed, counted.size()));
        enough = either(enough, counts.size() == 1 ? here : in_language(here, language));
    }
    return enough;
}

FoundInBlock BlockEvaluator::in_language(const FoundInBlock& found, std::size_t language) const {
    ArticleBits bits;
    const ArticleBits living = scope_->living(number_);
    (found.possible & living).for_each([&](std::uint32_t place) {
        if (scope_->language(number_ * articles_each_block + place) == language) bits.set(place);
    });
    return both(found, {bits, bits});
}

// By language; the same for all blocks.
const std::vector<std::vector<bool>>& BlockEvaluator::counted_in(
    const std::vector<const PlanNode*>& wanted) const {
    std::vector<std::vector<bool>>& counted = counted_[wanted.front()];
    for (std::size_t i = counted.size(); i < scope_->plan.languages.size(); ++i)
        counted.push_back(counted_words(scope_->plan, wanted, i));
    return counted;
}

}  // namespace dateline
