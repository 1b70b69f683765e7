#include "searcher/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <tuple>

#include "searcher/answer_record.hpp"
#include "searcher/asked_article.hpp"
#include "searcher/counted_words.hpp"
#include "searcher/query_word.hpp"
#include "searcher/rank.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

using Steps = std::vector<std::string>;

/// What of the query keeps one article out, and how it would come in.
class Examiner {
  public:
    // `passage` from 0, where those are the answer.
    Examiner(const MatchedIndex& matched, ArticlePlace place, std::uint32_t passage)
        : scope_(matched.scopes()[place.segment]),
          leaves_(matched.matches()[place.segment].leaves),
          article_(place.article),
          passage_(passage),
          header_(scope_.segment.header(place.article)) {}

    bool holds(const PlanNode& node) const {
        const std::uint32_t unit =
            by_passage() ? scope_.docids(article_).first + passage_ : article_;
        return contains(held_by(scope_, leaves_, node), unit);
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
                return deny(*node.query, node.children.front());
            case QueryKind::sequence:
                return examine_sequence(node);
            case QueryKind::near:
                return examine_near(node);
            default:
                exclude(*node.query, reason_of(*node.query));
                steps_.push_back(step_for(*node.query));
        }
    }

    const std::vector<Excluded>& excluded() const { return excluded_; }
    const Steps& steps() const { return steps_; }

  private:
    bool by_passage() const { return scope_.plan.unit == AnswerUnit::passage; }
    std::string_view unit_name() const { return by_passage() ? "the passage" : "the article"; }

    // What a date of which only the year or the month is known would be found by.
    std::string step_for(const Query& clause) const {
        const DatePrecision precision = header_.date.precision;
        const bool is_coarse =
            precision == DatePrecision::year || precision == DatePrecision::month;
        if (clause.kind == QueryKind::date && is_coarse)
            return "with date:" + iso_date(header_.date);
        return "without " + to_string(clause);
    }

    void exclude(const Query& clause, std::string reason) {
        excluded_.push_back({to_string(clause), std::move(reason)});
    }

    void deny(const Query& clause, const PlanNode& child) {
        exclude(clause, fmt::format("{} has {}", unit_name(), to_string(*child.query)));
        steps_.push_back("without " + to_string(clause));
    }

    // None of the alternatives holds: the one that takes the fewest changes.
    void examine_any(const PlanNode& node) {
        exclude(*node.query, "none of these holds");
        Steps fewest;
        for (const PlanNode& child : node.children) {
            Examiner other(*this);
            other.steps_.clear();
            other.examine(child);
            // Without one alternative the others hold no more than before.
            if (other.steps_ == Steps{"without " + to_string(*child.query)}) continue;
            if (fewest.empty() || other.steps_.size() < fewest.size()) fewest = other.steps_;
        }
        if (fewest.size() != 1) fewest = {"without " + to_string(*node.query)};
        steps_.insert(steps_.end(), fewest.begin(), fewest.end());
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
        steps_.push_back("without -" + to_string(*child.query));
    }

    // Whether too few of the bare words that count are there.
    void examine_wanted(const std::vector<const PlanNode*>& wanted) {
        const std::vector<bool> counts =
            counted_words(scope_.plan, wanted, scope_.language(article_));
        std::vector<const PlanNode*> missing;
        std::size_t held = 0;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (!counts[i]) continue;
            if (holds(*wanted[i]))
                ++held;
            else
                missing.push_back(wanted[i]);
        }
        if (held >= std::min<std::size_t>(scope_.plan.needed.count, held + missing.size())) return;
        for (const PlanNode* node : missing) exclude(*node->query, reason_of(*node->query));
        if (held > 0) {
            steps_.push_back(fmt::format("with --min {}", held));
            return;
        }
        for (const PlanNode* node : missing) steps_.push_back("without " + to_string(*node->query));
    }

    void examine_near(const PlanNode& node) {
        const std::uint32_t distance = distance_that_holds(node);
        if (distance == 0) {
            exclude(*node.query, reason_of(*node.query));
            steps_.push_back("without " + to_string(*node.query));
            return;
        }
        exclude(*node.query, fmt::format("the nearest are {} words apart", distance));
        Query wider = *node.query;
        wider.number = distance;
        steps_.push_back("with " + to_string(wider));
    }

    // The least that would do; 0 where none does.
    std::uint32_t distance_that_holds(const PlanNode& node) const {
        AskedWords words = scope_.plan.leaves[node.leaf].words[scope_.language(article_)];
        if (words.tree.reach != Reach::words || words.tree.denied != SpanNode::Denied::none)
            return 0;
        std::vector<bool> languages(scope_.plan_languages.size());
        languages[scope_.articles().language(article_)] = true;
        AskedArticleReader reader(scope_, words, languages);
        const auto [first, end] = scope_.docids(article_);
        const AskedArticle& asked = reader.read(article_, {0, end - first});
        std::uint32_t low = words.tree.number;  // does not do
        std::uint32_t high = max_distance + 1;
        while (high - low > 1) {
            words.tree.number = low + (high - low) / 2;
            (is_found(find_begins(words.tree, asked), reader) ? high : low) = words.tree.number;
        }
        return high > max_distance ? 0 : high;
    }

    bool is_found(const FoundBegins& begins, const AskedArticleReader& reader) const {
        if (!by_passage()) return begins.in_headline || !begins.body.empty();
        return (begins.in_headline && passage_ == 0) ||
               std::ranges::any_of(begins.body, [&](std::uint32_t word) {
                   return reader.passage_of(word) == passage_;
               });
    }

    std::string reason_of(const Query& query) const {
        switch (query.kind) {
            case QueryKind::date:
                return date_reason();
            case QueryKind::value:
                return value_reason(query.field);
            case QueryKind::at_least:
                return "it occurs less often";
            case QueryKind::near:
                return "they do not stand so in one text";
            default:
                return fmt::format("{} does not have it", unit_name());
        }
    }

    std::string date_reason() const {
        const Date& date = header_.date;
        if (!date.known()) return "the article has no date";
        const std::string day = iso_date(date);
        if (date.precision == DatePrecision::year || date.precision == DatePrecision::month)
            return fmt::format("of the article only {} is known, which counts as its first day",
                               day);
        return "the article is of " + day;
    }

    std::string value_reason(Field field) const {
        const std::string* value = field == Field::byline     ? &header_.byline
                                   : field == Field::place    ? &header_.place
                                   : field == Field::source   ? &header_.source
                                   : field == Field::section  ? &header_.section
                                   : field == Field::language ? &header_.language
                                                              : &header_.id;
        const std::string name(row_of(field)->name);
        return value->empty() ? "the article has no " + name
                              : fmt::format("its {} is \"{}\"", name, *value);
    }

    const SegmentScope& scope_;
    const std::vector<LeafMatches>& leaves_;
    std::uint32_t article_;
    std::uint32_t passage_;
    Article header_;
    std::vector<Excluded> excluded_;
    Steps steps_;
};

std::vector<ScorePart> score_parts(const MatchedIndex& matched, ArticlePlace place,
                                   std::uint32_t number) {
    auto [first, end] = matched.scopes()[place.segment].docids(place.article);
    const DocId first_of_article = first;
    if (number > 0) std::tie(first, end) = std::pair(first + number - 1, first + number);
    std::vector<ScorePart> parts;
    for (std::size_t i = 0; i < matched.plan().leaves.size(); ++i) {
        ScorePart part{matched.plan().leaves[i].text, matched.weights().leaves[i], {}};
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

// Of the passages to look at, the one that takes the fewest changes.
Examiner examined(const MatchedIndex& matched, ArticlePlace place, std::uint32_t& number) {
    const auto [first, end] = matched.scopes()[place.segment].docids(place.article);
    const bool looks_at_all = matched.plan().unit == AnswerUnit::passage && number == 0;
    std::optional<Examiner> best;
    const std::uint32_t begin = number == 0 ? 0 : number - 1;
    for (std::uint32_t passage = begin; passage < (looks_at_all ? end - first : begin + 1);
         ++passage) {
        Examiner examiner(matched, place, passage);
        examiner.examine(matched.plan().root);
        if (best && best->steps().size() <= examiner.steps().size()) continue;
        best.emplace(std::move(examiner));
        if (looks_at_all) number = passage + 1;
    }
    return std::move(*best);
}

std::string part_text(const ScorePart& part) {
    std::string out = "  " + printable(part.text);
    if (part.passages.empty()) return out + ": not in the article\n";
    out += part.weight == 0
               ? ": denied"
               : fmt::format(": weight {:.3f}", static_cast<double>(part.weight) / 1000);
    out += part.passages.size() == 1 ? ", passage" : ", passages";
    for (const PassagePart& passage : part.passages)
        out += fmt::format(" #{} ({} of 127)", passage.number, passage.impact);
    return out + "\n";
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
        const Examiner examiner = examined(matched, place, number);
        reasons.excluded = examiner.excluded();
        reasons.relaxations = examiner.steps();
    }
    reasons.passage = number;
    reasons.parts = score_parts(matched, place, number);
    return reasons;
}

std::string render_reasons_text(const Reasons& reasons) {
    std::string out = printable(reasons.id);
    out += reasons.matches ? fmt::format(" matches, with score {:.3f}\n", reasons.score)
                           : " does not match\n";
    for (const Excluded& excluded : reasons.excluded)
        out += fmt::format("  {}: {}\n", printable(excluded.clause), printable(excluded.reason));
    if (!reasons.relaxations.empty()) {
        out += "it would match\n";
        for (const std::string& step : reasons.relaxations) out += "  " + printable(step) + "\n";
    }
    if (!reasons.parts.empty()) out += "looked for in its text\n";
    for (const ScorePart& part : reasons.parts) out += part_text(part);
    return out;
}

std::string render_reasons_jsonl(const Reasons& reasons) {
    using nlohmann::ordered_json;
    ordered_json parts = ordered_json::array();
    for (const ScorePart& part : reasons.parts) {
        ordered_json passages = ordered_json::array();
        for (const PassagePart& passage : part.passages)
            passages.push_back(
                {{"number", passage.number}, {"impact", passage.impact}, {"score", passage.score}});
        parts.push_back({{"text", part.text}, {"weight", part.weight}, {"passages", passages}});
    }
    ordered_json excluded = ordered_json::array();
    for (const Excluded& clause : reasons.excluded)
        excluded.push_back({{"clause", clause.clause}, {"reason", clause.reason}});
    const ordered_json object{
        {"id", reasons.id}, {"matches", reasons.matches}, {"score", recorded_score(reasons.score)},
        {"parts", parts},   {"excluded", excluded},       {"relaxations", reasons.relaxations}};
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
