#include "tests/searcher/reference.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/article_id.hpp"
#include "corpus/schema.hpp"
#include "searcher/query_in_text.hpp"

namespace dateline::test {

namespace {

bool is_leaf(const Query& query) {
    return query.kind == QueryKind::word || query.kind == QueryKind::phrase ||
           query.kind == QueryKind::near || query.kind == QueryKind::at_least;
}

bool holds_value(const Query& query, const Article& article) {
    if (query.field == Field::source) {
        const std::string source = fold_text(article.source);
        const std::string asked = fold_text(query.text);
        return query.prefix_match ? !source.empty() && source.starts_with(asked) : source == asked;
    }
    const auto folded = [](std::string_view text) {
        std::vector<std::string> words;
        for (const ReferenceWord& word : read_words(text, words_language))
            words.push_back(word.folded);
        return words;
    };
    const auto words = folded(query.field == Field::byline ? article.byline : article.place);
    const auto asked = folded(query.text);
    return !asked.empty() &&
           std::search(words.begin(), words.end(), asked.begin(), asked.end()) != words.end();
}

bool is_stop_word(const Query& query, const std::string& language) {
    if (query.kind == QueryKind::boost) return is_stop_word(query.children.front(), language);
    if (query.kind != QueryKind::word || query.match != WordMatch::stem) return false;
    const std::vector<ReferenceWord> words = read_words(query.text, language);
    return words.size() == 1 && words[0].is_stop_word && words[0].acronym.empty();
}

bool ranks(const Query& query) {
    if (query.kind == QueryKind::none) return false;
    if (is_leaf(query)) return true;
    return std::ranges::any_of(query.children, [](const Query& child) {
        return child.occur != Occur::excluded && ranks(child);
    });
}

/// An article, or one passage of it.
struct Unit {
    const ReferenceArticle* article = nullptr;
    AnswerUnit kind = AnswerUnit::article;
    std::size_t passage = 0;
};

// Passages of the unit in which a leaf holds.
std::set<std::size_t> found_in(const Unit& unit, const Query& leaf) {
    std::set<std::size_t> found = places(leaf, *unit.article, unit.kind);
    if (unit.kind == AnswerUnit::passage)
        std::erase_if(found, [&](std::size_t passage) { return passage != unit.passage; });
    return found;
}

bool holds(const Query& query, const Unit& unit, WordsNeeded needed);

// Words by their stems, all else by how it is written.
std::string key_of(const Query& query, const std::string& language) {
    if (query.kind == QueryKind::boost) return key_of(query.children.front(), language);
    if (query.kind != QueryKind::word || query.match != WordMatch::stem) return to_string(query);
    std::string key = std::to_string(static_cast<int>(query.field)) + " ";
    for (const ReferenceWord& word : read_words(query.text, language))
        key += word.term + "/" + word.acronym + " ";
    return key;
}

bool holds_sequence(const Query& query, const Unit& unit, WordsNeeded needed) {
    std::size_t wanted = 0;
    std::size_t wanted_held = 0;
    bool wanted_exists = false;
    bool required_ranks = false;
    const std::string& language = unit.article->article.language;
    const bool all_stop = std::ranges::all_of(query.children, [&](const Query& child) {
        return child.occur != Occur::wanted || is_stop_word(child, language);
    });
    std::set<std::string> met;
    for (const Query& child : query.children) {
        const bool child_holds = holds(child, unit, needed);
        if (child.occur == Occur::wanted) {
            const bool counts = (all_stop || !is_stop_word(child, language)) &&
                                met.insert(key_of(child, language)).second;
            wanted_exists = true;
            wanted += counts;
            wanted_held += child_holds && counts;
        } else if (child_holds == (child.occur == Occur::excluded)) {
            return false;
        }
        required_ranks |= child.occur == Occur::required && ranks(child);
    }
    if (!wanted_exists || (required_ranks && needed.count == 1)) return true;
    return wanted_held >= std::min<std::size_t>(needed.count, wanted);
}

bool holds(const Query& query, const Unit& unit, WordsNeeded needed) {
    const auto child_holds = [&](const Query& child) { return holds(child, unit, needed); };
    const Date& date = unit.article->article.date;
    switch (query.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::near:
        case QueryKind::at_least:
            return !found_in(unit, query).empty();
        case QueryKind::value:
            return holds_value(query, unit.article->article);
        case QueryKind::date:
            if (query.undated_only) return !date.known();
            return date.known() && query.days.first <= date.day && date.day <= query.days.last;
        case QueryKind::all:
            return std::ranges::all_of(query.children, child_holds);
        case QueryKind::any:
            return std::ranges::any_of(query.children, child_holds);
        case QueryKind::none:
            return !child_holds(query.children.front());
        case QueryKind::sequence:
            return holds_sequence(query, unit, needed);
        case QueryKind::boost:
            return child_holds(query.children.front());
    }
    return false;
}

// What a leaf asks for in one language.
std::string key_in(const std::string& language, const Query& leaf) {
    std::string key =
        std::to_string(
            static_cast<int>(leaf.kind == QueryKind::phrase ? QueryKind::word : leaf.kind)) +
        std::to_string(static_cast<int>(leaf.reach)) + (leaf.is_ordered ? "ordered" : "") +
        (leaf.match == WordMatch::fuzzy ? "" : std::to_string(leaf.number));
    if (leaf.children.empty())
        for (const ReferenceToken& token : tokens_of(leaf, language)) {
            key += "/" + std::to_string(static_cast<int>(token.match)) +
                   std::to_string(static_cast<int>(token.field)) + std::to_string(token.edits);
            key += token.match == WordMatch::letters ? token.word.written
                   : token.match == WordMatch::stem  ? token.word.term
                                                     : token.word.folded;
            if (token.match == WordMatch::stem || token.match == WordMatch::form)
                key += "|" + token.word.acronym;
        }
    for (const Query& child : leaf.children) key += "(" + key_in(language, child) + ")";
    return key;
}

// Words and phrases in order, each once; `ranks` where they are not denied.
struct Leaf {
    std::string key;
    Query query;
    bool ranks = false;
};

void add_leaves(std::vector<Leaf>& leaves, const Query& query, bool ranking,
                const std::set<std::string>& languages) {
    if (is_leaf(query)) {
        std::string key;
        for (const std::string& language : languages)
            key += key_in(language, query) + (is_stop_word(query, language) ? " stop " : " ");
        const auto known = std::ranges::find(leaves, key, &Leaf::key);
        if (known == leaves.end())
            leaves.push_back({key, query, ranking});
        else
            known->ranks |= ranking;
        return;
    }
    for (const Query& child : query.children)
        add_leaves(leaves, child,
                   ranking && query.kind != QueryKind::none && child.occur != Occur::excluded,
                   languages);
}

// Those that rank, each that asks for something else than those before it in that language; with
// whether it is a stop word there.
std::vector<std::pair<Leaf, bool>> distinct_leaves(const std::vector<Leaf>& leaves,
                                                   const std::string& language) {
    std::vector<std::pair<Leaf, bool>> distinct;
    for (const Leaf& leaf : leaves) {
        if (!leaf.ranks) continue;
        const bool stop = is_stop_word(leaf.query, language);
        const auto same = std::ranges::find_if(distinct, [&](const auto& other) {
            return key_in(language, other.first.query) == key_in(language, leaf.query);
        });
        if (same == distinct.end())
            distinct.emplace_back(leaf, stop);
        else
            same->second &= stop;
    }
    return distinct;
}

// What the leaves ask for that make the query, which holds, hold: in a OR (b AND c) without c not
// b.
void add_useful(std::set<std::string>& keys, const Query& query, const Unit& unit,
                WordsNeeded needed) {
    if (is_leaf(query)) {
        keys.insert(key_in(unit.article->article.language, query));
        return;
    }
    if (query.kind == QueryKind::none) return;
    for (const Query& child : query.children)
        if (child.occur != Occur::excluded && holds(child, unit, needed))
            add_useful(keys, child, unit, needed);
}

// Of a unit that holds: what search() must say of it.
ReferenceHit hit_of(const Unit& unit, const std::vector<Leaf>& all_leaves,
                    const std::set<std::string>& useful, std::uint64_t& passages) {
    const Article& article = unit.article->article;
    const auto leaves = distinct_leaves(all_leaves, article.language);
    const bool all_stop = std::ranges::all_of(leaves, [](const auto& leaf) { return leaf.second; });
    ReferenceHit hit{unit.kind == AnswerUnit::article
                         ? article.id
                         : passage_id(article.id, static_cast<std::uint32_t>(unit.passage + 1))};
    std::set<std::size_t> all_found;
    for (const auto& [leaf, is_stop] : leaves) {
        std::set<std::size_t> found;
        if (useful.contains(key_in(article.language, leaf.query)))
            found = found_in(unit, leaf.query);
        const bool counts = all_stop || !is_stop;
        hit.coverage += counts && !found.empty();
        hit.counted += counts;
        all_found.insert(found.begin(), found.end());
    }
    passages += unit.kind == AnswerUnit::passage ? 1 : all_found.size();
    return hit;
}

}  // namespace

Reference::Reference(const std::vector<Article>& articles) {
    for (const Article& article : articles) articles_.push_back(read_article(article));
}

ReferenceAnswer Reference::answer(const Query& asked, WordsNeeded needed, AnswerUnit unit) const {
    const Query query = lifted_out_of_text(asked);
    std::set<std::string> languages;
    for (const ReferenceArticle& article : articles_) languages.insert(article.article.language);
    std::vector<Leaf> leaves;
    add_leaves(leaves, query, true, languages);
    std::vector<const ReferenceArticle*> in_order;
    for (const ReferenceArticle& article : articles_) in_order.push_back(&article);
    std::ranges::sort(in_order, [](const ReferenceArticle* a, const ReferenceArticle* b) {
        return comes_before(a->article, b->article);
    });
    ReferenceAnswer answer;
    for (const ReferenceArticle* article : in_order) {
        const bool by_passage = unit == AnswerUnit::passage;
        for (std::size_t i = 0; i < (by_passage ? article->passage_count : 1); ++i) {
            const Unit one{article, unit, i};
            if (!holds(query, one, needed)) continue;
            std::set<std::string> useful;
            add_useful(useful, query, one, needed);
            answer.hits.push_back(hit_of(one, leaves, useful, answer.passage_total));
        }
    }
    return answer;
}

}  // namespace dateline::test
