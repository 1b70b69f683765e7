#include "searcher/plan.hpp"

#include <algorithm>
#include <unordered_map>

#include "corpus/asking_words.hpp"
#include "searcher/score_constants.hpp"
#include "searcher/work_budget.hpp"

namespace dateline {

namespace {

AskedToken asked_token(const Token& token, const Query& query) {
    const Word& word = *token.word;
    AskedToken asked;
    asked.match = query.match;
    asked.typed = token.range.in(query.text);
    const bool by_acronym = !word.acronym.empty();
    if (query.match == WordMatch::stem || query.match == WordMatch::form)
        asked.acronym = word.acronym;
    if (query.match == WordMatch::letters) asked.letters = token.range.in(query.text);
    if (query.match == WordMatch::fuzzy) asked.edits = query.number;
    if (query.match != WordMatch::stem) asked.folded = word.folded;
    if (query.match != WordMatch::fuzzy)
        asked.term = by_acronym ? field_term(acronym_prefix, word.acronym) : std::string(word.term);
    return asked;
}

std::string folded_literal(std::string_view literal, Analyzer& analyzer) {
    const std::vector<Token>& tokens = analyzer.analyze(literal);
    const bool is_one_word = tokens.size() == 1 && tokens[0].range.size() == literal.size();
    return is_one_word ? std::string(tokens[0].word->folded) : fold_text(literal);
}

// What stands between the wildcards as the language folds it.
AskedToken asked_pattern(const Query& query, Analyzer& analyzer) {
    AskedToken asked;
    asked.match = WordMatch::pattern;
    asked.typed = query.text;
    std::string_view rest = query.text;
    while (!rest.empty()) {
        const std::size_t literal = std::min(rest.find_first_of("*?"), rest.size());
        if (literal > 0) asked.folded += folded_literal(rest.substr(0, literal), analyzer);
        if (literal < rest.size()) asked.folded += rest[literal];
        rest.remove_prefix(std::min(literal + 1, rest.size()));
    }
    return asked;
}

// Words side by side; `tokens` gets what they ask for.
SpanNode words_node(const Query& query, Analyzer& analyzer, std::vector<AskedToken>& tokens) {
    SpanNode node;
    node.first = static_cast<std::uint32_t>(tokens.size());
    node.field = query.field;
    if (query.kind == QueryKind::phrase) node.number = query.number;
    if (query.match == WordMatch::pattern)
        tokens.push_back(asked_pattern(query, analyzer));
    else
        for (const Token& token : analyzer.analyze(query.text))
            tokens.push_back(asked_token(token, query));
    node.end = static_cast<std::uint32_t>(tokens.size());
    return node;
}

SpanNode span_node(const Query& query, AnswerUnit unit, Analyzer& analyzer,
                   std::vector<AskedToken>& tokens) {
    if (query.kind == QueryKind::word || query.kind == QueryKind::phrase)
        return words_node(query, analyzer, tokens);
    SpanNode node;
    node.kind = query.kind == QueryKind::near       ? SpanNode::Kind::near
                : query.kind == QueryKind::at_least ? SpanNode::Kind::at_least
                                                    : SpanNode::Kind::any;
    node.number = query.number;
    node.reach = query.reach;
    node.is_ordered = query.is_ordered;
    node.in_passage = query.kind == QueryKind::at_least && unit == AnswerUnit::passage;
    for (const Query& child : query.children) {
        const bool is_denied = child.kind == QueryKind::none;
        if (is_denied)
            node.denied = node.children.empty() ? SpanNode::Denied::left : SpanNode::Denied::right;
        node.children.push_back(
            span_node(is_denied ? child.children.front() : child, unit, analyzer, tokens));
    }
    return node;
}

bool is_stop_word(const Query& query, const std::vector<Token>& tokens) {
    return query.match == WordMatch::stem && tokens.size() == 1 && tokens[0].word->is_stop_word &&
           tokens[0].word->acronym.empty();
}

bool is_asking(const Query& query, std::string_view language, const std::vector<Token>& tokens) {
    return query.match == WordMatch::stem && tokens.size() == 1 && query.field == Field::any &&
           is_asking_word(language, tokens[0].word->folded);
}

AskedWords asked_words(const Query& query, AnswerUnit unit, std::string_view language,
                       Analyzer& analyzer) {
    AskedWords words;
    words.tree = span_node(query, unit, analyzer, words.tokens);
    if (query.kind != QueryKind::word) return words;
    const std::vector<Token> tokens = analyzer.analyze(query.text);
    words.is_stop_word = is_stop_word(query, tokens);
    words.is_asking = is_asking(query, language, tokens);
    return words;
}

void add_number(std::string& key, std::size_t number) {
    key.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void add_text(std::string& key, std::string_view text) {
    add_number(key, text.size());
    key += text;
}

void add_node(std::string& key, const SpanNode& node) {
    for (const std::size_t number :
         {static_cast<std::size_t>(node.kind), static_cast<std::size_t>(node.field),
          static_cast<std::size_t>(node.reach), static_cast<std::size_t>(node.denied),
          static_cast<std::size_t>(node.is_ordered), static_cast<std::size_t>(node.in_passage),
          static_cast<std::size_t>(node.first), static_cast<std::size_t>(node.end),
          static_cast<std::size_t>(node.number), node.children.size()})
        add_number(key, number);
    for (const SpanNode& child : node.children) add_node(key, child);
}

// Equal where trees and tokens are: a query may hold thousands of leaves, too many to be compared
// with each other.
std::string key_of(const AskedWords& words) {
    std::string key;
    add_node(key, words.tree);
    for (const AskedToken& token : words.tokens) {
        add_number(key, static_cast<std::size_t>(token.match));
        add_number(key, token.edits);
        for (const std::string* text : {&token.term, &token.folded, &token.acronym, &token.letters})
            add_text(key, *text);
    }
    return key;
}

std::string key_of(const TextLeaf& leaf) {
    std::string key;
    for (const AskedWords& words : leaf.words) {
        add_text(key, key_of(words));
        add_number(key, words.is_stop_word);
    }
    return key;
}

bool is_leaf(QueryKind kind) {
    return kind == QueryKind::word || kind == QueryKind::phrase || kind == QueryKind::near ||
           kind == QueryKind::at_least;
}

class Planner {
  public:
    Planner(std::vector<std::string> languages, AnswerUnit unit, Analyzers& analyzers)
        : analyzers_(analyzers) {
        plan_.languages = std::move(languages);
        plan_.unit = unit;
    }

    Plan plan(const Query& query) && {
        plan_.root = node(query, true);
        return std::move(plan_);
    }

  private:
    PlanNode node(const Query& query, bool ranks, std::uint64_t boost = 1000) {
        if (query.kind == QueryKind::boost) {
            PlanNode made = node(query.children.front(), ranks, boosted(boost, query.number));
            made.occur = query.occur;
            return made;
        }
        PlanNode made;
        made.query = &query;
        made.occur = query.occur;
        if (is_leaf(query.kind)) {
            made.leaf = leaf(query, ranks, boost);
            made.ranks = true;
            return made;
        }
        for (const Query& child : query.children) {
            const bool denied =
                query.kind == QueryKind::none ||
                (query.kind == QueryKind::sequence && child.occur == Occur::excluded);
            made.children.push_back(node(child, ranks && !denied, boost));
            made.ranks |= !denied && made.children.back().ranks;
        }
        return made;
    }

    // Thousandths; boosts of boosts stay in the bounds of one.
    static std::uint64_t boosted(std::uint64_t boost, std::uint32_t more) {
        return std::clamp<std::uint64_t>(boost * more / 1000, 1, 1'000'000);
    }

    std::size_t leaf(const Query& query, bool ranks, std::uint64_t boost) {
        const bool is_words = query.kind == QueryKind::word || query.kind == QueryKind::phrase;
        TextLeaf made{.text = is_words ? query.text : to_string(query),
                      .field = query.field,
                      .ranks = ranks,
                      .boost = static_cast<std::uint32_t>(boost),
                      .words = {}};
        for (const std::string& language : plan_.languages)
            made.words.push_back(asked_words(query, plan_.unit, language, analyzers_.in(language)));
        const auto [known, is_new] = numbers_.try_emplace(key_of(made), plan_.leaves.size());
        if (is_new) {
            plan_.leaves.push_back(std::move(made));
            check_leaf_count(plan_.leaves.size());
            return known->second;
        }
        TextLeaf& same = plan_.leaves[known->second];
        if (ranks) same.boost = same.ranks ? std::max(same.boost, made.boost) : made.boost;
        same.ranks |= ranks;
        return known->second;
    }

    Analyzers& analyzers_;
    Plan plan_;
    std::unordered_map<std::string, std::size_t> numbers_;  // of leaves, by key_of
};

}  // namespace

bool may_leave_idle(const PlanNode& node) {
    const bool has_alternatives =
        node.query->kind == QueryKind::any || node.query->kind == QueryKind::sequence;
    return std::ranges::any_of(node.children, [&](const PlanNode& child) {
        if (!child.ranks || child.occur == Occur::excluded) return false;
        const bool may_fail_with_leaves = child.query->kind == QueryKind::all ||
                                          child.query->kind == QueryKind::sequence ||
                                          child.query->kind == QueryKind::none;
        return (has_alternatives && child.occur == Occur::wanted && may_fail_with_leaves) ||
               may_leave_idle(child);
    });
}

bool AskedWords::is_plain() const {
    return tree.kind == SpanNode::Kind::words && tree.number == 0 &&
           std::ranges::all_of(tokens, [](const AskedToken& token) {
               return token.match == WordMatch::stem || token.match == WordMatch::form;
           });
}

std::size_t Plan::language_number(std::string_view code) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(languages, code) - languages.begin());
}

// The words of asking in a query of many words do not count.
void Plan::leave_out_asking(std::vector<LeafRole>& roles, std::size_t language) const {
    const auto counts = [&](std::size_t leaf) { return roles[leaf].counts; };
    const auto asks = [&](std::size_t leaf) { return leaves[leaf].words[language].is_asking; };
    std::size_t counted = 0;
    std::size_t asking = 0;
    for (std::size_t leaf = 0; leaf < roles.size(); ++leaf) {
        counted += counts(leaf);
        asking += counts(leaf) && asks(leaf);
    }
    if (counted <= scoring::most_words_in_order || asking == counted) return;
    for (std::size_t leaf = 0; leaf < roles.size(); ++leaf)
        if (asks(leaf)) roles[leaf].counts = false;
}

void Plan::compare_leaves() {
    for (std::size_t language = 0; language < languages.size(); ++language) {
        first_alike_.push_back(find_alike(language));
        roles_.push_back(find_roles(language));
    }
}

std::vector<std::size_t> Plan::find_alike(std::size_t language) const {
    if (leaves.size() == 1) return {0};
    std::vector<std::size_t> firsts;
    std::unordered_map<std::string, std::size_t> known;
    // Those that rank come first.
    for (const bool ranks : {true, false})
        for (std::size_t i = 0; i < leaves.size(); ++i)
            if (leaves[i].ranks == ranks) known.try_emplace(key_of(leaves[i].words[language]), i);
    for (const TextLeaf& leaf : leaves) firsts.push_back(known.at(key_of(leaf.words[language])));
    return firsts;
}

std::vector<LeafRole> Plan::find_roles(std::size_t language) const {
    std::vector<LeafRole> roles(leaves.size());
    const std::vector<std::size_t>& firsts = first_alike(language);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (!leaves[i].ranks) continue;
        const AskedWords& words = leaves[i].words[language];
        LeafRole& role = roles[firsts[i]];
        role.scores = true;
        role.counts |= !words.is_stop_word && !words.tokens.empty();
    }
    leave_out_asking(roles, language);
    if (std::ranges::none_of(roles, &LeafRole::counts))
        for (LeafRole& role : roles) role.counts = role.scores;
    return roles;
}

Plan make_plan(const Query& query, std::vector<std::string> languages, Analyzers& analyzers,
               WordsNeeded needed, AnswerUnit unit) {
    Plan plan = Planner(std::move(languages), unit, analyzers).plan(query);
    plan.needed = needed;
    plan.compare_leaves();
    return plan;
}

}  // namespace dateline
