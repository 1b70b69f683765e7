#include "searcher/plan.hpp"

#include <algorithm>

namespace dateline {

namespace {

AskedToken asked_token(const Token& token, bool exact_forms) {
    const Word& word = *token.word;
    AskedToken asked;
    asked.acronym = word.acronym;
    asked.term =
        word.acronym.empty() ? std::string(word.term) : field_term(acronym_prefix, word.acronym);
    if (exact_forms) asked.folded = word.folded;
    asked.range = token.range;
    return asked;
}

AskedWords asked_words(const Query& query, Analyzer& analyzer) {
    const bool is_phrase = query.kind == QueryKind::phrase;
    const std::vector<Token>& tokens = analyzer.analyze(query.text);
    AskedWords words;
    for (const Token& token : tokens) words.tokens.push_back(asked_token(token, is_phrase));
    words.is_stop_word = !is_phrase && tokens.size() == 1 && tokens[0].word->is_stop_word &&
                         tokens[0].word->acronym.empty();
    return words;
}

bool asks_the_same(const TextLeaf& a, const TextLeaf& b) {
    return a.field == b.field && a.exact_forms == b.exact_forms && a.words == b.words;
}

bool asks_the_same_in(std::size_t language, const TextLeaf& a, const TextLeaf& b) {
    return a.field == b.field && a.exact_forms == b.exact_forms &&
           a.words[language].tokens == b.words[language].tokens;
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
    PlanNode node(const Query& query, bool ranks) {
        PlanNode made;
        made.query = &query;
        if (query.kind == QueryKind::word || query.kind == QueryKind::phrase) {
            made.leaf = leaf(query, ranks);
            made.ranks = true;
        }
        for (const Query& child : query.children) {
            const bool denied =
                query.kind == QueryKind::none ||
                (query.kind == QueryKind::sequence && child.occur == Occur::excluded);
            made.children.push_back(node(child, ranks && !denied));
            made.ranks |= !denied && made.children.back().ranks;
        }
        return made;
    }

    std::size_t leaf(const Query& query, bool ranks) {
        TextLeaf made{.text = query.text,
                      .field = query.field,
                      .exact_forms = query.kind == QueryKind::phrase,
                      .ranks = ranks,
                      .words = {}};
        for (const std::string& language : plan_.languages)
            made.words.push_back(asked_words(query, analyzers_.in(language)));
        const auto same = std::ranges::find_if(
            plan_.leaves, [&](const TextLeaf& other) { return asks_the_same(other, made); });
        const auto number = static_cast<std::size_t>(same - plan_.leaves.begin());
        if (same == plan_.leaves.end()) plan_.leaves.push_back(std::move(made));
        plan_.leaves[number].ranks |= ranks;
        return number;
    }

    Analyzers& analyzers_;
    Plan plan_;
};

}  // namespace

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

Plan make_plan(const Query& query, std::vector<std::string> languages, Analyzers& analyzers) {
    return Planner(std::move(languages), analyzers).plan(query);
}

}  // namespace dateline
