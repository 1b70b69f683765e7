#include "searcher/leaf_match.hpp"

#include <algorithm>
#include <iterator>

#include "searcher/phrase_match.hpp"
#include "searcher/phrase_scan.hpp"
#include "searcher/span_match.hpp"

namespace dateline {

namespace {

// Those of the leaf's analyses that the segment's languages have, each once.
std::vector<LanguageGroup> language_groups(const SegmentScope& scope, const TextLeaf& leaf) {
    std::vector<LanguageGroup> groups;
    for (std::size_t i = 0; i < scope.plan_languages.size(); ++i) {
        if (scope.plan_languages[i] == SegmentScope::no_language) continue;
        const AskedWords& words = leaf.words[scope.plan_languages[i]];
        const auto same = std::ranges::find_if(
            groups, [&](const LanguageGroup& group) { return *group.words == words; });
        if (same == groups.end()) {
            groups.push_back({&words, std::vector<bool>(scope.plan_languages.size())});
            groups.back().languages[i] = true;
        } else {
            same->languages[i] = true;
        }
    }
    return groups;
}

// Postings that `keep` takes, with their articles.
template <class Keep>
LeafMatches kept_postings(const ArticlesFile& articles, const std::vector<Posting>& postings,
                          const Keep& keep) {
    LeafMatches matches;
    ArticleCursor cursor(articles);
    for (const Posting& posting : postings) {
        const std::uint32_t article = cursor.article_of(posting.docid);
        if (!keep(article, posting.docid)) continue;
        matches.passages.push_back(posting);
        if (matches.articles.empty() || matches.articles.back() != article)
            matches.articles.push_back(article);
    }
    return matches;
}

bool stands_in_first_passage(const SegmentScope& scope, std::uint32_t article,
                             const AskedToken& asked, PhraseScan& scan) {
    const CodedPassage first = scope.segment.texts().text().words_of(scope.docids(article).first);
    if (first.is_regular) return scan.stands_in(first.text);
    ArticleText text(scope, article);
    return std::ranges::any_of(text.passage(0).tokens, [&](const Token& token) {
        return is_asked(*token.word, {}, asked);
    });
}

// The term of a first passage says that a word stands in the headline or the body: where it stands
// in the headline, only the text tells about the body.
LeafMatches match_in_body(const SegmentScope& scope, const LanguageGroup& group, bool lead_only) {
    const ArticlesFile& articles = scope.articles();
    const AskedToken& asked = group.words->tokens.front();
    const AskedUnits units = asked_units(scope, group);
    PhraseScan scan(scope.segment.texts().words(), units);
    const std::vector<Posting> headlines = scope.segment.postings(headline_term(asked.term));
    return kept_postings(
        articles, scope.segment.postings(asked.term), [&](std::uint32_t article, DocId docid) {
            if (!group.holds_for(articles, article)) return false;
            if (docid != articles.first_docid(article)) return !lead_only;
            return !std::ranges::binary_search(headlines, docid, {}, &Posting::docid) ||
                   stands_in_first_passage(scope, article, asked, scan);
        });
}

LeafMatches match_word(const SegmentScope& scope, Field field, const LanguageGroup& group) {
    if (field == Field::body || field == Field::lead)
        return match_in_body(scope, group, field == Field::lead);
    const ArticlesFile& articles = scope.articles();
    const std::string& term = group.words->tokens.front().term;
    const bool first_only = field == Field::hlead;
    return kept_postings(
        articles, scope.segment.postings(field == Field::headline ? headline_term(term) : term),
        [&](std::uint32_t article, DocId docid) {
            return group.holds_for(articles, article) &&
                   (!first_only || docid == articles.first_docid(article));
        });
}

LeafMatches match_group(const SegmentScope& scope, const TextLeaf& leaf,
                        const LanguageGroup& group) {
    if (!group.words->is_plain()) return match_spans(scope, group);
    const std::vector<AskedToken>& tokens = group.words->tokens;
    const bool by_term = tokens.size() == 1 && tokens[0].match == WordMatch::stem;
    return by_term ? match_word(scope, leaf.field, group) : match_phrase(scope, leaf, group);
}

// Groups never share an article.
LeafMatches joined(const LeafMatches& a, const LeafMatches& b) {
    LeafMatches both;
    both.candidates = a.candidates + b.candidates;
    both.articles = in_either(a.articles, b.articles);
    std::ranges::merge(a.passages, b.passages, std::back_inserter(both.passages), {},
                       &Posting::docid, &Posting::docid);
    return both;
}

}  // namespace

LeafMatches match_leaf(const SegmentScope& scope, const TextLeaf& leaf) {
    LeafMatches matches;
    for (const LanguageGroup& group : language_groups(scope, leaf)) {
        if (group.words->tokens.empty()) continue;
        LeafMatches found = match_group(scope, leaf, group);
        if (group.words->is_plain() && found.candidates == 0)
            found.candidates = found.articles.size();
        matches = joined(matches, found);
    }
    return matches;
}

}  // namespace dateline
