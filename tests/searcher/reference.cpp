#include "tests/searcher/reference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/impact.hpp"
#include "corpus/schema.hpp"
#include "searcher/query_in_text.hpp"

namespace dateline::test {

namespace {

bool is_leaf(const Query& query) {
    return query.kind == QueryKind::word || query.kind == QueryKind::phrase ||
           query.kind == QueryKind::near || query.kind == QueryKind::at_least;
}

// Terms in the archive that propose passages for the token.
using Terms = std::set<std::string>;

struct PassageWords {
    std::vector<const ReferenceWord*> body;
    std::vector<const ReferenceWord*> headline;  // of the first passage only
};

PassageWords words_of(const ReferenceArticle& article, std::size_t passage) {
    PassageWords words;
    for (std::size_t i = 0; i < article.body.words.size(); ++i)
        if (article.body.passages[i] == passage) words.body.push_back(&article.body.words[i]);
    if (passage == 0)
        for (const ReferenceWord& word : article.headline.words) words.headline.push_back(&word);
    return words;
}

template <class Is>
double times(const std::vector<const ReferenceWord*>& words, const Is& is) {
    return static_cast<double>(
        std::ranges::count_if(words, [&](const ReferenceWord* word) { return is(*word); }));
}

// 0 where the passage does not hold the word.
template <class Is>
std::uint32_t impact_of_word(const PassageWords& words, bool headline_only, const Is& is) {
    const double in_headline = times(words.headline, is);
    const double frequency =
        headline_only ? in_headline : times(words.body, is) + impact_headline_weight * in_headline;
    const std::size_t length = headline_only ? words.headline.size() : words.body.size();
    return frequency == 0 ? 0 : impact(frequency, static_cast<double>(length));
}

// Of a pattern or fuzzy word: that of the term with the greatest.
std::uint32_t impact_of_token(const PassageWords& words, bool headline_only,
                              const ReferenceToken& token, const Terms& terms) {
    if (token.match != WordMatch::pattern && token.match != WordMatch::fuzzy)
        return impact_of_word(words, headline_only,
                              [&](const ReferenceWord& word) { return is_same_term(word, token); });
    std::uint32_t most = 0;
    for (const std::string& term : terms)
        most = std::max(most, impact_of_word(words, headline_only, [&](const ReferenceWord& word) {
                            return word.term == term;
                        }));
    return most;
}

std::uint32_t impact_of(const Query& leaf, const ReferenceArticle& article, std::size_t passage,
                        const std::vector<Terms>& terms) {
    const PassageWords words = words_of(article, passage);
    const bool is_plain =
        (leaf.kind == QueryKind::word &&
         (leaf.match == WordMatch::stem || leaf.match == WordMatch::form)) ||
        (leaf.kind == QueryKind::phrase && leaf.number == 0 && leaf.match == WordMatch::form);
    const bool headline_only = is_plain && leaf.field == Field::headline;
    std::uint32_t sum = 0;
    std::uint32_t count = 0;
    const std::vector<ReferenceToken> tokens = tokens_of(leaf, article.article.language);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::uint32_t impact = impact_of_token(words, headline_only, tokens[i], terms[i]);
        sum += impact;
        count += impact > 0;
    }
    return count == 0 ? 0 : (2 * sum + count) / (2 * count);
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
    return !asked.empty() && !std::ranges::search(words, asked).empty();
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

bool holds(const Query& query, const ReferenceArticle& article, WordsNeeded needed);

bool holds_sequence(const Query& query, const ReferenceArticle& article, WordsNeeded needed) {
    std::size_t wanted = 0;
    std::size_t wanted_held = 0;
    bool wanted_exists = false;
    bool required_ranks = false;
    const std::string& language = article.article.language;
    const bool all_stop = std::ranges::all_of(query.children, [&](const Query& child) {
        return child.occur != Occur::wanted || is_stop_word(child, language);
    });
    for (const Query& child : query.children) {
        const bool child_holds = holds(child, article, needed);
        if (child.occur == Occur::wanted) {
            const bool counts = all_stop || !is_stop_word(child, language);
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

bool holds(const Query& query, const ReferenceArticle& article, WordsNeeded needed) {
    const auto child_holds = [&](const Query& child) { return holds(child, article, needed); };
    const Date& date = article.article.date;
    switch (query.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
        case QueryKind::near:
        case QueryKind::at_least:
            return !places(query, article).empty();
        case QueryKind::value:
            return holds_value(query, article.article);
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
            return holds_sequence(query, article, needed);
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
    std::uint32_t boost = 1000;
    std::uint64_t weight = 0;
    std::vector<Terms> terms{};  // by token
};

void add_leaves(std::vector<Leaf>& leaves, const Query& query, bool ranking,
                const std::set<std::string>& languages, std::uint32_t boost = 1000) {
    if (query.kind == QueryKind::boost) boost = boost * query.number / 1000;
    if (is_leaf(query)) {
        std::string key;
        for (const std::string& language : languages)
            key += key_in(language, query) + (is_stop_word(query, language) ? " stop " : " ");
        const auto known = std::ranges::find(leaves, key, &Leaf::key);
        if (known == leaves.end())
            leaves.push_back({key, query, ranking, boost});
        else {
            if (ranking) known->boost = known->ranks ? std::max(known->boost, boost) : boost;
            known->ranks |= ranking;
        }
        return;
    }
    for (const Query& child : query.children)
        add_leaves(leaves, child,
                   ranking && query.kind != QueryKind::none && child.occur != Occur::excluded,
                   languages, boost);
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

struct Scored {
    const ReferenceArticle* article;
    std::uint32_t coverage = 0;
    std::uint64_t evidence = 0;
    std::uint64_t passages = 0;
};

Scored score(const ReferenceArticle& article, const std::vector<Leaf>& all_leaves) {
    const auto leaves = distinct_leaves(all_leaves, article.article.language);
    const bool all_stop = std::ranges::all_of(leaves, [](const auto& leaf) { return leaf.second; });
    Scored scored{&article};
    std::map<std::size_t, std::uint64_t> by_passage;
    for (const auto& [leaf, is_stop] : leaves) {
        const std::set<std::size_t> found = places(leaf.query, article);
        if (!found.empty() && (all_stop || !is_stop)) ++scored.coverage;
        for (const std::size_t passage : found)
            by_passage[passage] +=
                leaf.weight * impact_of(leaf.query, article, passage, leaf.terms);
    }
    std::vector<std::uint64_t> scores;
    for (const auto& [passage, value] : by_passage) scores.push_back(value);
    std::ranges::sort(scores, std::greater());
    for (std::size_t i = 0; i < scores.size(); ++i) scored.evidence += scores[i] / (1ULL << i);
    scored.passages = scores.size();
    return scored;
}

}  // namespace

Reference::Reference(const std::vector<Article>& articles) {
    for (const Article& article : articles) articles_.push_back(read_article(article));
}

ReferenceAnswer Reference::answer(const Query& asked, WordsNeeded needed) const {
    const Query query = lifted_out_of_text(asked);
    std::set<std::string> languages;
    for (const ReferenceArticle& article : articles_) languages.insert(article.article.language);
    std::vector<Leaf> leaves;
    add_leaves(leaves, query, true, languages);
    for (Leaf& leaf : leaves) {
        const auto in = static_cast<double>(std::ranges::count_if(
            articles_, [&](const ReferenceArticle& a) { return !places(leaf.query, a).empty(); }));
        const double idf =
            std::log1p((static_cast<double>(articles_.size()) - in + 0.5) / (in + 0.5));
        leaf.weight = static_cast<std::uint64_t>(std::llround(leaf.boost * idf));
        for (const ReferenceToken& token : tokens_of(leaf.query, *languages.begin())) {
            leaf.terms.emplace_back();
            for (const ReferenceArticle& article : articles_)
                for (const ReferenceText* text : {&article.headline, &article.body})
                    for (const ReferenceWord& word : text->words)
                        if (is_same_term(word, token)) leaf.terms.back().insert(word.term);
        }
    }
    std::vector<Scored> found;
    for (const ReferenceArticle& article : articles_)
        if (holds(query, article, needed)) found.push_back(score(article, leaves));
    std::ranges::sort(found, [](const Scored& a, const Scored& b) {
        if (a.coverage != b.coverage) return a.coverage > b.coverage;
        if (a.evidence != b.evidence) return a.evidence > b.evidence;
        return comes_before(a.article->article, b.article->article);
    });
    ReferenceAnswer answer;
    for (const Scored& scored : found) {
        answer.hits.push_back({scored.article->article.id, scored.coverage});
        answer.passage_total += scored.passages;
    }
    return answer;
}

}  // namespace dateline::test
