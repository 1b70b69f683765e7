#include "searcher/plan.hpp"

#include <algorithm>

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

SpanNode span_node(const Query& query, Analyzer& analyzer, std::vector<AskedToken>& tokens) {
    if (query.kind == QueryKind::word || query.kind == QueryKind::phrase)
        return words_node(query, analyzer, tokens);
    SpanNode node;
    node.kind = query.kind == QueryKind::near       ? SpanNode::Kind::near
                : query.kind == QueryKind::at_least ? SpanNode::Kind::at_least
                                                    : SpanNode::Kind::any;
    node.number = query.number;
    node.reach = query.reach;
    node.is_ordered = query.is_ordered;
    for (const Query& child : query.children) {
        const bool is_denied = child.kind == QueryKind::none;
        if (is_denied)
            node.denied = node.children.empty() ? SpanNode::Denied::left : SpanNode::Denied::right;
        node.children.push_back(
            span_node(is_denied ? child.children.front() : child, analyzer, tokens));
    }
    return node;
}

bool is_stop_word(const Query& query, const std::vector<Token>& tokens) {
    return query.kind == QueryKind::word && query.match == WordMatch::stem && tokens.size() == 1 &&
           tokens[0].word->is_stop_word && tokens[0].word->acronym.empty();
}

AskedWords asked_words(const Query& query, Analyzer& analyzer) {
    AskedWords words;
    words.tree = span_node(query, analyzer, words.tokens);
    words.is_stop_word = is_stop_word(query, analyzer.analyze(query.text));
    return words;
}

bool asks_the_same_in(std::size_t language, const TextLeaf& a, const TextLeaf& b) {
    return a.words[language].tree == b.words[language].tree &&
           a.words[language].tokens == b.words[language].tokens;
}

bool is_leaf(QueryKind kind) {
    return kind == QueryKind::word || kind == QueryKind::phrase || kind == QueryKind::near ||
           kind == QueryKind::at_least;
}

class Planner {
  public:
    Planner(std::vector<std::string> languages, Analyzers& analyzers) : analyzers_(analyzers) {
        plan_.languages = std::move(languages);
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
            made.words.push_back(asked_words(query, analyzers_.in(language)));
        const auto same = std::ranges::find_if(
            plan_.leaves, [&](const TextLeaf& other) { return other.words == made.words; });
        const auto number = static_cast<std::size_t>(same - plan_.leaves.begin());
        if (same == plan_.leaves.end()) {
            plan_.leaves.push_back(std::move(made));
            return number;
        }
        same->boost = same->ranks && ranks ? std::max(same->boost, made.boost)
                      : ranks              ? made.boost
                                           : same->boost;
        same->ranks |= ranks;
        return number;
    }

    Analyzers& analyzers_;
    Plan plan_;
};

}  // namespace

bool AskedWords::is_plain() const {
    return tree.kind == SpanNode::Kind::words && tree.number == 0 &&
           std::ranges::all_of(tokens, [](const AskedToken& token) {
               return token.match == WordMatch::stem || token.match == WordMatch::form;
           });
}

std::size_t Plan::language_number(std::string_view code) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(languages, code) - languages.begin());
}

std::vector<LeafRole> Plan::roles(std::size_t language) const {
    std::vector<LeafRole> roles(leaves.size());
    for (const TextLeaf& leaf : leaves) {
        if (!leaf.ranks) continue;
        // At the latest the leaf itself.
        const auto first = std::ranges::find_if(leaves, [&](const TextLeaf& other) {
            return other.ranks && asks_the_same_in(language, other, leaf);
        });
        LeafRole& role = roles[static_cast<std::size_t>(first - leaves.begin())];
        role.scores = true;
        role.counts |= !leaf.words[language].is_stop_word;
    }
    if (std::ranges::none_of(roles, &LeafRole::counts))
        for (LeafRole& role : roles) role.counts = role.scores;
    return roles;
}

Plan make_plan(const Query& query, std::vector<std::string> languages, Analyzers& analyzers,
               WordsNeeded needed) {
    Plan plan = Planner(std::move(languages), analyzers).plan(query);
    plan.needed = needed;
    return plan;
}

}  // namespace dateline
