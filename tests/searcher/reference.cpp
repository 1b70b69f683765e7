#include "tests/searcher/reference.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/impact.hpp"
#include "corpus/passage.hpp"
#include "corpus/schema.hpp"

namespace dateline::test {

namespace {

ReferenceText read_text(std::string_view text, std::string_view language) {
    Analyzer analyzer(language);
    ReferenceText words;
    for (const Token& token : analyzer.analyze(text))
        words.push_back({std::string(token.word->folded), std::string(token.word->term),
                         std::string(token.word->acronym), token.word->is_stop_word});
    return words;
}

bool is_leaf(const Query& query) {
    return query.kind == QueryKind::word || query.kind == QueryKind::phrase;
}

bool is_same(const ReferenceWord& word, const ReferenceWord& asked, bool by_form) {
    if (!asked.acronym.empty()) return word.acronym == asked.acronym;
    return by_form ? word.folded == asked.folded : word.term == asked.term;
}

bool stands_at(const ReferenceText& text, std::size_t at, const ReferenceText& asked,
               bool by_form) {
    if (at + asked.size() > text.size()) return false;
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (!is_same(text[at + i], asked[i], by_form)) return false;
    return true;
}

bool asks_headline(Field field) {
    return field == Field::any || field == Field::headline || field == Field::hlead;
}

// Numbers (from 0) of the passages in which the leaf's words begin; a headline is in passage 0.
std::set<std::size_t> places(const Query& leaf, const ReferenceArticle& article) {
    const ReferenceText asked = read_text(leaf.text, article.article.language);
    const bool by_form = leaf.kind == QueryKind::phrase;
    std::set<std::size_t> found;
    if (asked.empty()) return found;
    for (std::size_t at = 0; at < article.headline.size() && asks_headline(leaf.field); ++at)
        if (stands_at(article.headline, at, asked, by_form)) found.insert(0);
    if (leaf.field == Field::headline) return found;
    const bool lead_only = leaf.field == Field::lead || leaf.field == Field::hlead;
    ReferenceText body;
    std::vector<std::size_t> passage_of_word;
    for (std::size_t i = 0; i < (lead_only ? 1 : article.passages.size()); ++i) {
        body.insert(body.end(), article.passages[i].begin(), article.passages[i].end());
        passage_of_word.resize(body.size(), i);
    }
    for (std::size_t at = 0; at < body.size(); ++at)
        if (stands_at(body, at, asked, by_form)) found.insert(passage_of_word[at]);
    return found;
}

double times(const ReferenceText& text, const ReferenceWord& asked) {
    return static_cast<double>(std::ranges::count_if(
        text, [&](const ReferenceWord& word) { return is_same(word, asked, false); }));
}

std::uint32_t impact_of(const Query& leaf, const ReferenceArticle& article, std::size_t passage) {
    std::uint32_t sum = 0;
    std::uint32_t count = 0;
    for (const ReferenceWord& asked : read_text(leaf.text, article.article.language)) {
        const ReferenceText& body = article.passages[passage];
        const double in_headline = passage == 0 ? times(article.headline, asked) : 0;
        const bool headline_only = leaf.field == Field::headline;
        const double frequency =
            headline_only ? in_headline : times(body, asked) + impact_headline_weight * in_headline;
        const std::size_t length = headline_only ? article.headline.size() : body.size();
        if (frequency == 0) continue;
        sum += impact(frequency, static_cast<double>(length));
        ++count;
    }
    return (2 * sum + count) / (2 * count);
}

bool holds_value(const Query& query, const Article& article) {
    if (query.field == Field::source) {
        const std::string source = fold_text(article.source);
        const std::string asked = fold_text(query.text);
        return query.prefix_match ? !source.empty() && source.starts_with(asked) : source == asked;
    }
    const ReferenceText words =
        read_text(query.field == Field::byline ? article.byline : article.place, words_language);
    const ReferenceText asked = read_text(query.text, words_language);
    for (std::size_t at = 0; at < words.size() && !asked.empty(); ++at)
        if (stands_at(words, at, asked, true)) return true;
    return false;
}

bool is_stop_word(const Query& query, const std::string& language) {
    if (query.kind != QueryKind::word) return false;
    const ReferenceText words = read_text(query.text, language);
    return words.size() == 1 && words[0].is_stop_word && words[0].acronym.empty();
}

bool ranks(const Query& query) {
    if (query.kind == QueryKind::none) return false;
    if (is_leaf(query)) return true;
    return std::ranges::any_of(query.children, [](const Query& child) {
        return child.occur != Occur::excluded && ranks(child);
    });
}

bool holds(const Query& query, const ReferenceArticle& article);

bool holds_sequence(const Query& query, const ReferenceArticle& article) {
    bool wanted_exists = false;
    bool wanted_holds = false;
    bool required_ranks = false;
    const std::string& language = article.article.language;
    const bool all_stop = std::ranges::all_of(query.children, [&](const Query& child) {
        return child.occur != Occur::wanted || is_stop_word(child, language);
    });
    for (const Query& child : query.children) {
        const bool child_holds = holds(child, article);
        if (child.occur == Occur::wanted) {
            wanted_exists = true;
            wanted_holds |= child_holds && (all_stop || !is_stop_word(child, language));
        } else if (child_holds == (child.occur == Occur::excluded)) {
            return false;
        }
        required_ranks |= child.occur == Occur::required && ranks(child);
    }
    return !wanted_exists || required_ranks || wanted_holds;
}

bool holds(const Query& query, const ReferenceArticle& article) {
    const auto child_holds = [&](const Query& child) { return holds(child, article); };
    const Date& date = article.article.date;
    switch (query.kind) {
        case QueryKind::word:
        case QueryKind::phrase:
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
            return holds_sequence(query, article);
    }
    return false;
}

// What a word or phrase asks for in one language.
std::string key_in(const std::string& language, const Query& leaf) {
    const bool by_form = leaf.kind == QueryKind::phrase;
    std::string key = std::to_string(static_cast<int>(leaf.field)) + (by_form ? "form" : "");
    for (const ReferenceWord& word : read_text(leaf.text, language))
        key += "/" + (by_form ? word.folded : word.term) + "|" + word.acronym;
    return key;
}

// Words and phrases in order, each once; `ranks` where they are not denied.
struct Leaf {
    std::string key;
    Query query;
    bool ranks = false;
    std::uint64_t weight = 0;
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
            by_passage[passage] += leaf.weight * impact_of(leaf.query, article, passage);
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
    PassageSplitter splitter;
    for (const Article& article : articles) {
        ReferenceArticle read{article, read_text(article.headline, article.language), {}};
        for (const Passage& passage : splitter.split(article.body, article.language))
            read.passages.push_back(read_text(passage.range.in(article.body), article.language));
        articles_.push_back(std::move(read));
    }
}

ReferenceAnswer Reference::answer(const Query& query) const {
    std::set<std::string> languages;
    for (const ReferenceArticle& article : articles_) languages.insert(article.article.language);
    std::vector<Leaf> leaves;
    add_leaves(leaves, query, true, languages);
    for (Leaf& leaf : leaves) {
        const auto in = static_cast<double>(std::ranges::count_if(
            articles_, [&](const ReferenceArticle& a) { return !places(leaf.query, a).empty(); }));
        const double idf =
            std::log1p((static_cast<double>(articles_.size()) - in + 0.5) / (in + 0.5));
        leaf.weight = static_cast<std::uint64_t>(std::llround(1000 * idf));
    }
    std::vector<Scored> found;
    for (const ReferenceArticle& article : articles_)
        if (holds(query, article)) found.push_back(score(article, leaves));
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
