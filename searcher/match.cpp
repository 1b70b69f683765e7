#include "searcher/match.hpp"

#include <algorithm>

#include "searcher/value_match.hpp"

namespace dateline {

namespace {

class Evaluator {
  public:
    Evaluator(const SegmentScope& scope, const std::vector<LeafMatches>& leaves)
        : scope_(scope), leaves_(leaves) {}

    ArticleSet articles(const PlanNode& node) const {
        switch (node.query->kind) {
            case QueryKind::word:
            case QueryKind::phrase:
            case QueryKind::near:
            case QueryKind::at_least:
                return leaves_[node.leaf].articles;
            case QueryKind::value:
                return match_value(scope_.segment, *node.query, scope_.analyzers);
            case QueryKind::date:
                return match_date(scope_.segment, *node.query);
            case QueryKind::all:
                return in_all(node.children);
            case QueryKind::any:
                return in_any(node.children);
            case QueryKind::none:
                return without(everything(), articles(node.children.front()));
            case QueryKind::sequence:
                return in_sequence(node.children);
            case QueryKind::boost:
                break;  // no node
        }
        return {};
    }

  private:
    ArticleSet everything() const {
        return scope_.segment.articles_between(0, scope_.articles().article_count());
    }

    ArticleSet in_all(const std::vector<PlanNode>& nodes) const {
        ArticleSet common = everything();
        for (const PlanNode& node : nodes) common = in_both(common, articles(node));
        return common;
    }

    ArticleSet in_any(const std::vector<PlanNode>& nodes) const {
        ArticleSet found;
        for (const PlanNode& node : nodes) found = in_either(found, articles(node));
        return found;
    }

    ArticleSet in_sequence(const std::vector<PlanNode>& nodes) const {
        std::vector<const PlanNode*> wanted;
        ArticleSet found = everything();
        bool required_ranks = false;
        for (const PlanNode& node : nodes) {
            if (node.occur == Occur::wanted) {
                wanted.push_back(&node);
                continue;
            }
            const bool excluded = node.occur == Occur::excluded;
            found = excluded ? without(found, articles(node)) : in_both(found, articles(node));
            required_ranks |= !excluded && node.ranks;
        }
        // +nato training: training only ranks. date:2020 training: it is what is asked for.
        const std::uint32_t needed = scope_.plan.needed.count;
        if (wanted.empty() || (required_ranks && needed == 1)) return found;
        return in_both(found, with_enough_of(wanted, needed));
    }

    /// Which of the wanted count in a language: no stop words, unless all of them are.
    struct Counted {
        std::vector<bool> nodes;
        std::size_t total = 0;
    };

    Counted counted_in(const std::vector<const PlanNode*>& wanted, std::size_t language) const {
        Counted counted;
        for (const PlanNode* node : wanted) {
            counted.nodes.push_back(!is_stop_word(*node, language));
            counted.total += counted.nodes.back();
        }
        if (counted.total == 0) return {std::vector<bool>(wanted.size(), true), wanted.size()};
        return counted;
    }

    ArticleSet with_enough_of(const std::vector<const PlanNode*>& wanted,
                              std::uint32_t needed) const {
        std::vector<Counted> counted;
        for (std::size_t language = 0; language < scope_.plan.languages.size(); ++language)
            counted.push_back(counted_in(wanted, language));
        std::vector<std::uint32_t> met;  // an article for each word of it that counts
        for (std::size_t i = 0; i < wanted.size(); ++i)
            for (const std::uint32_t article : articles(*wanted[i]))
                if (counted[scope_.language(article)].nodes[i]) met.push_back(article);
        std::ranges::sort(met);
        ArticleSet found;
        for (std::size_t at = 0, end = 0; at < met.size(); at = end) {
            while (end < met.size() && met[end] == met[at]) ++end;
            const std::size_t total = counted[scope_.language(met[at])].total;
            if (end - at >= std::min<std::size_t>(needed, total)) found.push_back(met[at]);
        }
        return found;
    }

    bool is_stop_word(const PlanNode& node, std::size_t language) const {
        return node.leaf != PlanNode::no_leaf &&
               scope_.plan.leaves[node.leaf].words[language].is_stop_word;
    }

    const SegmentScope& scope_;
    const std::vector<LeafMatches>& leaves_;
};

}  // namespace

SegmentMatches match_segment(const SegmentScope& scope) {
    SegmentMatches matches;
    for (const TextLeaf& leaf : scope.plan.leaves)
        matches.leaves.push_back(match_leaf(scope, leaf));
    matches.articles = Evaluator(scope, matches.leaves).articles(scope.plan.root);
    return matches;
}

ArticleSet articles_of(const SegmentScope& scope, const std::vector<LeafMatches>& leaves,
                       const PlanNode& node) {
    return Evaluator(scope, leaves).articles(node);
}

}  // namespace dateline
