#include "searcher/leaf_match.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/phrase.hpp"
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
    AskedUnits units = asked_units(scope, group);
    PhraseScan scan(scope.segment.texts().words(), units);
    const std::vector<Posting> headlines = scope.postings(headline_term(asked.term));
    return kept_postings(
        articles, scope.postings(asked.term), [&](std::uint32_t article, DocId docid) {
            if (!group.holds_for(articles, article)) return false;
            if (docid != articles.first_docid(article)) return !lead_only;
            return !std::ranges::binary_search(headlines, docid, {}, &Posting::docid) ||
                   stands_in_first_passage(scope, article, asked, scan);
        });
}

// Of a posting that is kept as long as the query is answered, in bytes of code.
constexpr std::uint64_t kept_cost = 32;

/// What the postings of a field's terms, or of those of bodies, tell: known at once.
class FieldWordMatcher final : public GroupMatcher {
  public:
    FieldWordMatcher(const SegmentScope& scope, Field field, const LanguageGroup& group)
        : scope_(scope), known_(match(scope, field, group)) {
        scope.count_bytes(kept_cost * known_.passages.size());
    }

    bool is_told_by_terms() const override { return true; }
    std::unique_ptr<GroupBlocks> blocks() override { return listed_blocks(scope_, known_, true); }

    LeafMatches in(const ArticleSet& articles) override {
        return kept_postings(scope_.articles(), known_.passages, [&](std::uint32_t article, DocId) {
            return contains(articles, article);
        });
    }

  private:
    static LeafMatches match(const SegmentScope& scope, Field field, const LanguageGroup& group) {
        if (field == Field::body || field == Field::lead)
            return match_in_body(scope, group, field == Field::lead);
        const ArticlesFile& articles = scope.articles();
        const std::string& term = group.words->tokens.front().term;
        const bool first_only = field == Field::hlead;
        return kept_postings(articles,
                             scope.postings(field == Field::headline ? headline_term(term) : term),
                             [&](std::uint32_t article, DocId docid) {
                                 return group.holds_for(articles, article) &&
                                        (!first_only || docid == articles.first_docid(article));
                             });
    }

    const SegmentScope& scope_;
    LeafMatches known_;
};

/// A word wherever it stands.
class WordMatcher final : public GroupMatcher {
  public:
    WordMatcher(const SegmentScope& scope, const LanguageGroup& group)
        : scope_(scope), group_(group), term_(group.words->tokens.front().term) {}

    bool is_told_by_terms() const override { return true; }
    std::unique_ptr<GroupBlocks> blocks() override { return word_blocks(scope_, group_, term_); }

    LeafMatches in(const ArticleSet& articles) override {
        return kept_postings(scope_.articles(), scope_.postings(term_, articles),
                             [&](std::uint32_t article, DocId) {
                                 return group_.holds_for(scope_.articles(), article);
                             });
    }

  private:
    const SegmentScope& scope_;
    const LanguageGroup& group_;
    const std::string& term_;
};

std::unique_ptr<GroupMatcher> matcher_of(const SegmentScope& scope, const TextLeaf& leaf,
                                         const LanguageGroup& group) {
    const AskedWords& words = *group.words;
    if (!words.is_plain()) return span_matcher(scope, group);
    if (words.tokens.size() > 1 || words.tokens[0].match != WordMatch::stem)
        return phrase_matcher(scope, leaf, group);
    if (leaf.field == Field::any) return std::make_unique<WordMatcher>(scope, group);
    return std::make_unique<FieldWordMatcher>(scope, leaf.field, group);
}

}  // namespace

LeafMatcher::LeafMatcher(const SegmentScope& scope, const TextLeaf& leaf)
    : scope_(&scope), groups_(language_groups(scope, leaf)) {
    for (const LanguageGroup& group : groups_)
        if (!group.words->tokens.empty()) matchers_.push_back(matcher_of(scope, leaf, group));
}

bool LeafMatcher::is_told_by_terms() const {
    return std::ranges::all_of(matchers_,
                               [](const auto& matcher) { return matcher->is_told_by_terms(); });
}

const std::vector<std::unique_ptr<GroupBlocks>>& LeafMatcher::blocks() {
    for (std::size_t i = blocks_.size(); i < matchers_.size(); ++i)
        blocks_.push_back(matchers_[i]->blocks());
    return blocks_;
}

LeafBlock LeafMatcher::block(std::uint32_t number) {
    LeafBlock block;
    for (const std::unique_ptr<GroupBlocks>& group : blocks()) group->add_to(number, block);
    return block;
}

LeafGlance LeafMatcher::glance(std::uint32_t number) {
    LeafGlance glance;
    for (const std::unique_ptr<GroupBlocks>& group : blocks()) group->glance(number, glance);
    return glance;
}

std::optional<WordTotals> LeafMatcher::totals() {
    if (blocks().size() != 1) return std::nullopt;
    return blocks().front()->totals();
}

std::uint8_t LeafMatcher::most_share(std::uint32_t number) {
    return blocks().front()->most_share(number);
}

std::uint32_t LeafMatcher::next_block(std::uint32_t number) {
    std::uint32_t first = scope_->block_count();
    for (const std::unique_ptr<GroupBlocks>& group : blocks())
        first = std::min(first, group->next(number));
    return first;
}

ArticleSet LeafMatcher::candidates() {
    ArticleSet found;
    for (std::uint32_t number = next_block(0); number < scope_->block_count();
         number = next_block(number + 1))
        (block(number).possible & scope_->living(number)).for_each([&](std::uint32_t place) {
            found.push_back(number * articles_each_block + place);
        });
    return found;
}

LeafMatches LeafMatcher::in(const ArticleSet& articles) {
    LeafMatches found;
    for (const std::unique_ptr<GroupMatcher>& matcher : matchers_)
        found = joined(std::move(found), matcher->in(articles));
    found.candidates = articles.size();
    return found;
}

LeafMatches LeafMatcher::all() { return in(candidates()); }

LeafMatches joined(LeafMatches a, LeafMatches b) {
    if (b.articles.empty()) std::swap(a, b);
    if (a.articles.empty()) {
        b.candidates += a.candidates;
        return b;
    }
    LeafMatches both;
    both.candidates = a.candidates + b.candidates;
    both.articles = in_either(a.articles, b.articles);
    both.passages.reserve(a.passages.size() + b.passages.size());
    std::ranges::merge(a.passages, b.passages, std::back_inserter(both.passages), {},
                       &Posting::docid, &Posting::docid);
    return both;
}

LeafMatches match_leaf(const SegmentScope& scope, const TextLeaf& leaf) {
    return LeafMatcher(scope, leaf).all();
}

}  // namespace dateline
