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
        if (wanted.empty() || required_ranks) return found;
        return in_both(found, with_one_of(wanted));
    }

    // A stop word alone finds nothing, unless all the wanted are stop words in that language.
    ArticleSet with_one_of(const std::vector<const PlanNode*>& wanted) const {
        ArticleSet found;
        for (const PlanNode* node : wanted) {
            ArticleSet with_node = articles(*node);
            std::erase_if(with_node, [&](std::uint32_t article) {
                const std::size_t language = scope_.language(article);
                return is_stop_word(*node, language) && !all_stop_words(wanted, language);
            });
            found = in_either(found, with_node);
        }
        return found;
    }

    bool is_stop_word(const PlanNode& node, std::size_t language) const {
        return node.leaf != PlanNode::no_leaf &&
               scope_.plan.leaves[node.leaf].words[language].is_stop_word;
    }

    bool all_stop_words(const std::vector<const PlanNode*>& nodes, std::size_t language) const {
        return std::ranges::all_of(
            nodes, [&](const PlanNode* node) { return is_stop_word(*node, language); });
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

}  // namespace dateline
