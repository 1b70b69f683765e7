#include "searcher/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "searcher/counted_words.hpp"
#include "searcher/explanation.hpp"
#include "searcher/rank.hpp"
#include "searcher/relaxation.hpp"
#include "searcher/relaxed_query.hpp"
#include "searcher/text_relaxation.hpp"

namespace dateline {

namespace {

/// What each node of the plan holds for in the segment of one article.
class HeldNodes {
  public:
    HeldNodes(const MatchedIndex& matched, std::size_t segment)
        : scope_(matched.scopes()[segment]), leaves_(matched.matches()[segment].leaves) {}

    bool holds(const PlanNode& node, std::uint32_t unit) {
        auto [known, is_new] = held_.try_emplace(&node);
        if (is_new) known->second = held_by(scope_, leaves_, node);
        return contains(known->second, unit);
    }

  private:
    const SegmentScope& scope_;
    const std::vector<LeafMatches>& leaves_;
    std::map<const PlanNode*, std::vector<std::uint32_t>> held_;
};

/// What of the query keeps one article out, and how it would come in.
class Examiner {
  public:
    // `passage` from 0, where those are the answer.
    Examiner(const MatchedIndex& matched, ArticlePlace place, std::uint32_t passage,
             HeldNodes& held, ArticleProbe& probe)
        : scope_(matched.scopes()[place.segment]),
          article_(place.article),
          unit_(by_passage() ? scope_.docids(article_).first + passage : article_),
          held_(held),
          probe_(probe) {}

    // How many clauses keep it out, at least.
    std::size_t failing(const PlanNode& node) const {
        if (holds(node)) return 0;
        std::size_t count = 0;
        std::size_t least = SIZE_MAX;
        for (const PlanNode& child : node.children) {
            const bool excluded = child.occur == Occur::excluded;
            if (node.query->kind == QueryKind::sequence && child.occur != Occur::required)
                count += excluded && holds(child);
            else
                count += failing(child);
            least = std::min(least, failing(child));
        }
        if (node.query->kind == QueryKind::any) return least;
        return std::max<std::size_t>(count, 1);
    }

    // The node does not hold: what of it, and what to change.
    void examine(const PlanNode& node) {
        switch (node.query->kind) {
            case QueryKind::all:
                for (const PlanNode& child : node.children)
                    if (!holds(child)) examine(child);
                return;
            case QueryKind::any:
                return examine_any(node);
            case QueryKind::none:
                return deny(node);
            case QueryKind::sequence:
                return examine_sequence(node);
            default:
                return examine_leaf(node);
        }
    }

    const std::vector<Excluded>& excluded() const { return excluded_; }
    const QueryChanges& changes() const { return changes_; }

  private:
    bool holds(const PlanNode& node) const { return held_.holds(node, unit_); }
    bool by_passage() const { return scope_.plan.unit == AnswerUnit::passage; }
    std::string_view unit_name() const { return by_passage() ? "the passage" : "the article"; }

    void exclude(const Query& clause, std::string reason) {
        excluded_.push_back({to_string(clause), std::move(reason)});
    }

    void examine_leaf(const PlanNode& node) {
        Relaxation relaxation = smallest_relaxation(probe_, *node.query);
        exclude(*node.query, std::move(relaxation.reason));
        changes_.replace(*node.query, std::move(relaxation.query), relaxation.cost);
    }

    // Of several that are denied together those that are not there may stay.
    void deny(const PlanNode& node) {
        const PlanNode& denied = node.children.front();
        exclude(*node.query, fmt::format("{} has {}", unit_name(), to_string(*denied.query)));
        changes_.replace(*node.query, without_held(denied), 0);
    }

    std::optional<Query> without_held(const PlanNode& denied) const {
        if (denied.query->kind != QueryKind::any) return std::nullopt;
        std::vector<Query> rest;
        for (const PlanNode& child : denied.children)
            if (!holds(child)) rest.push_back(*child.query);
        if (rest.empty()) return std::nullopt;
        Query none;
        none.kind = QueryKind::none;
        none.children = {joined(QueryKind::any, std::move(rest))};
        return none;
    }

    // None of the alternatives holds: the one that takes the fewest changes.
    void examine_any(const PlanNode& node) {
        exclude(*node.query, "none of these holds");
        QueryChanges fewest;
        if (&node != &scope_.plan.root) fewest.replace(*node.query, std::nullopt, 0);
        for (const PlanNode& child : node.children) {
            Examiner other(*this);
            other.changes_ = {};
            other.examine(child);
            // Without one alternative the others hold no more than before.
            if (!other.changes_.leaves_out(*child.query) && other.changes_ < fewest)
                fewest = std::move(other.changes_);
        }
        if (fewest.empty()) fewest.replace(*node.query, std::nullopt, 0);
        changes_.add(std::move(fewest));
    }

    void examine_sequence(const PlanNode& node) {
        std::vector<const PlanNode*> wanted;
        for (const PlanNode& child : node.children) {
            if (child.occur == Occur::wanted) {
                wanted.push_back(&child);
            } else if (holds(child) == (child.occur == Occur::excluded)) {
                if (child.occur == Occur::excluded)
                    deny_word(child);
                else
                    examine(child);
            }
        }
        if (!wanted.empty() && !wanted_only_rank(scope_.plan, node.children))
            examine_wanted(wanted);
    }

    void deny_word(const PlanNode& child) {
        exclude(*child.query, fmt::format("{} has it, and the query excludes it", unit_name()));
        changes_.leave_out_excluded(*child.query);
    }

    // Whether too few of the bare words that count are there.
    void examine_wanted(const std::vector<const PlanNode*>& wanted) {
        const std::vector<bool> counts =
            counted_words(scope_.plan, wanted, scope_.language(article_));
        std::vector<const PlanNode*> missing;
        std::uint32_t held = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!counts[i]) continue;
            if (holds(*wanted[i]))
                ++held;
            else
                missing.push_back(wanted[i]);
        }
        if (held >= std::min<std::size_t>(scope_.plan.needed.count, held + missing.size())) return;
        relax_wanted(missing, held);
    }

    void relax_wanted(const std::vector<const PlanNode*>& missing, std::uint32_t held) {
        QueryChanges least;
        for (const PlanNode* node : missing) {
            Relaxation relaxation = smallest_relaxation(probe_, *node->query);
            exclude(*node->query, std::move(relaxation.reason));
            if (held > 0 || !relaxation.query) continue;
            QueryChanges one;
            one.replace(*node->query, std::move(relaxation.query), relaxation.cost);
            if (missing.size() > 1 && scope_.plan.needed.count > 1) one.need_only(1);
            if (one < least) least = std::move(one);
        }
        const bool one_is_alike = !least.empty();
        if (held > 0) least.need_only(held);
        for (const PlanNode* node : missing) {
            if (held == 0 && !one_is_alike) least.replace(*node->query, std::nullopt, 0);
            least.else_leave_out(*node->query);
        }
        changes_.add(std::move(least));
    }

    const SegmentScope& scope_;
    std::uint32_t article_;
    std::uint32_t unit_;
    HeldNodes& held_;
    ArticleProbe& probe_;
    std::vector<Excluded> excluded_;
    QueryChanges changes_;
};

std::vector<ScorePart> score_parts(const MatchedIndex& matched, ArticlePlace place,
                                   std::uint32_t number) {
    auto [first, end] = matched.scopes()[place.segment].docids(place.article);
    const DocId first_of_article = first;
    if (number > 0) std::tie(first, end) = std::pair(first + number - 1, first + number);
    std::vector<ScorePart> parts;
    for (std::size_t i = 0; i < matched.plan().leaves.size(); ++i) {
        ScorePart part{shown_leaf(matched.plan().leaves[i]), matched.weights().leaves[i], {}};
        for (const Posting& posting : matched.matches()[place.segment].leaves[i].passages)
            if (posting.docid >= first && posting.docid < end)
                part.passages.push_back({posting.docid - first_of_article + 1, posting.impact,
                                         part.weight * posting.impact});
        parts.push_back(std::move(part));
    }
    return parts;
}

// Of the article, or of its best passage, or of passage `number`; nullopt where it does not match.
std::optional<RankedArticle> ranked(const MatchedIndex& matched, ArticlePlace place,
                                    std::uint32_t number) {
    const std::vector<RankedArticle> ranking =
        rank(matched, number == 0 ? 1 : 0, [&](ArticlePlace other) { return other == place; });
    const DocId docid = matched.scopes()[place.segment].docids(place.article).first + number - 1;
    for (const RankedArticle& article : ranking)
        if (number == 0 || article.docid == docid) return article;
    return std::nullopt;
}

// The passage with the fewest clauses that keep it out.
std::uint32_t nearest_passage(const MatchedIndex& matched, ArticlePlace place, HeldNodes& held,
                              ArticleProbe& probe) {
    const auto [first, end] = matched.scopes()[place.segment].docids(place.article);
    std::uint32_t nearest = 0;
    std::size_t fewest = SIZE_MAX;
    for (std::uint32_t passage = 0; passage < end - first; ++passage) {
        const std::size_t failing =
            Examiner(matched, place, passage, held, probe).failing(matched.plan().root);
        if (failing >= fewest) continue;
        fewest = failing;
        nearest = passage;
    }
    return nearest;
}

void examine(const MatchedIndex& matched, ArticlePlace place, std::uint32_t& number,
             Reasons& reasons) {
    const Plan& plan = matched.plan();
    HeldNodes held(matched, place.segment);
    if (plan.unit == AnswerUnit::passage && number == 0) {
        ArticleProbe any_passage(matched.index(), place, plan.needed, plan.unit, 0);
        number = nearest_passage(matched, place, held, any_passage) + 1;
    }
    const std::uint32_t passage = number == 0 ? 0 : number - 1;
    ArticleProbe probe(matched.index(), place, plan.needed, plan.unit, passage);
    Examiner examiner(matched, place, passage, held, probe);
    examiner.examine(plan.root);
    reasons.excluded = examiner.excluded();
    // What was found is asked whatever it took to find it.
    ArticleProbe last(matched.index(), place, plan.needed, plan.unit, passage);
    if (const auto relaxed = relaxed_query(last, matched.query(), examiner.changes())) {
        reasons.relaxations = relaxed->steps;
        reasons.relaxed_query = relaxed->text;
    }
}

}  // namespace

Reasons find_reasons(const MatchedIndex& matched, ArticlePlace place, std::uint32_t number) {
    Reasons reasons;
    reasons.id = matched.index().segments()[place.segment].header(place.article).id;
    const std::optional<RankedArticle> found = ranked(matched, place, number);
    reasons.matches = found.has_value();
    if (found) {
        const DocId first = matched.scopes()[place.segment].docids(place.article).first;
        if (found->docid != 0) number = found->docid - first + 1;
        reasons.score = shown_score(*found);
    } else {
        examine(matched, place, number, reasons);
    }
    reasons.passage = number;
    reasons.parts = score_parts(matched, place, number);
    return reasons;
}

}  // namespace dateline
