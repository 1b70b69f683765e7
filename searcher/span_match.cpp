#include "searcher/span_match.hpp"

#include <algorithm>
#include <span>

#include "searcher/asked_article.hpp"
#include "searcher/near_runs.hpp"
#include "searcher/span.hpp"
#include "searcher/word_pair.hpp"

namespace dateline {

namespace {

using Postings = std::vector<Posting>;

std::span<const std::string> terms_of(const AskedToken& token) {
    if (token.expansion) return token.expansion->terms;
    return {&token.term, token.term.empty() ? 0U : 1U};
}

/// Postings of many terms as one list: in docid order, of equal docids the greatest impact.
class UnitedPostings {
  public:
    explicit UnitedPostings(std::uint32_t passages) : seen_(passages + 1) {}

    void add(const Postings& postings) {
        for (const Posting& posting : postings)
            seen_[posting.docid] = std::max(seen_[posting.docid], posting.impact + 1);
    }
    Postings all() const {
        Postings postings;
        for (DocId docid = 1; docid < seen_.size(); ++docid)
            if (seen_[docid] != 0) postings.push_back({docid, seen_[docid] - 1});
        return postings;
    }

  private:
    std::vector<std::uint32_t> seen_;  // by docid: 0 for no posting, or the impact + 1
};

class SpanMatcher {
  public:
    SpanMatcher(const SegmentScope& scope, const LanguageGroup& group)
        : scope_(scope),
          group_(group),
          reader_(scope, *group.words, group.languages),
          is_pair_(is_word_pair(group.words->tree)),
          sides_(group.words->tokens.size(), 1),
          positions_(group.words->tokens.size()) {
        for (const AskedToken& token : group.words->tokens) postings_.push_back(postings_of(token));
        if (is_pair_) set_side(group.words->tree.children[1], 2);
    }

    LeafMatches matches() {
        LeafMatches matches;
        for (const std::uint32_t article : candidates(group_.words->tree)) {
            if (!group_.holds_for(scope_.articles(), article)) continue;
            ++matches.candidates;
            const std::vector<std::uint32_t> found = passages_in(article);
            if (found.empty()) continue;
            matches.articles.push_back(article);
            for (const std::uint32_t passage : found) {
                const DocId docid = scope_.docids(article).first + passage;
                matches.passages.push_back({docid, mean_impact(docid)});
            }
        }
        return matches;
    }

  private:
    /// Of a unit of a text, at most (dense_code.hpp).
    static constexpr std::size_t unit_bytes = 4;

    void set_side(const SpanNode& node, std::uint8_t side) {
        for (std::uint32_t token = node.first; token < node.end; ++token) sides_[token] = side;
        for (const SpanNode& child : node.children) set_side(child, side);
    }

    Postings postings_of(const AskedToken& token) const {
        const std::span<const std::string> terms = terms_of(token);
        if (terms.size() == 1) return scope_.postings(terms.front());
        UnitedPostings united(scope_.articles().passage_count());
        for (const std::string& term : terms) united.add(scope_.postings(term));
        return united.all();
    }

    // Articles that hold what the node cannot do without.
    ArticleSet candidates(const SpanNode& node) const {
        switch (node.kind) {
            case SpanNode::Kind::words:
                return with_all_tokens(node);
            case SpanNode::Kind::any: {
                ArticleSet found;
                for (const SpanNode& child : node.children)
                    found = in_either(found, candidates(child));
                return found;
            }
            case SpanNode::Kind::near:
                if (node.denied == SpanNode::Denied::left) return candidates(node.children[1]);
                if (node.denied == SpanNode::Denied::right) return candidates(node.children[0]);
                return in_both(candidates(node.children[0]), candidates(node.children[1]));
            case SpanNode::Kind::at_least:
                return candidates(node.children[0]);
        }
        return {};
    }

    ArticleSet with_all_tokens(const SpanNode& node) const {
        ArticleSet found;
        for (std::uint32_t token = node.first; token < node.end; ++token) {
            ArticleSet articles;
            ArticleCursor cursor(scope_.articles());
            for (const Posting& posting : postings_[token])
                if (const std::uint32_t article = cursor.article_of(posting.docid);
                    articles.empty() || articles.back() != article)
                    articles.push_back(article);
            found = token == node.first ? std::move(articles) : in_both(found, articles);
        }
        return found;
    }

    // Of the article, from 0, in which spans begin; those of the headline in the first one.
    std::vector<std::uint32_t> passages_in(std::uint32_t article) {
        std::vector<std::uint32_t> passages;
        for (const PassageRun& run : runs_to_read(article)) add_passages(article, run, passages);
        return passages;
    }

    void add_passages(std::uint32_t article, PassageRun run, std::vector<std::uint32_t>& passages) {
        const AskedArticle& asked = reader_.read(article, run);
        const FoundBegins found = find_begins(group_.words->tree, asked);
        if (found.in_headline) passages.push_back(0);
        for (const std::uint32_t word : found.body)
            if (const std::uint32_t passage = reader_.passage_of(word);
                passages.empty() || passages.back() != passage)
                passages.push_back(passage);
    }

    // Where words are near each other, or else from the first passage that holds a token, also a
    // denied one, to the last.
    std::vector<PassageRun> runs_to_read(std::uint32_t article) {
        const DocId first = find_masks(article);
        if (is_pair_)
            return near_runs(masks_, [&](std::uint32_t at) { return is_passable(first + at); });
        const auto holds = [](std::uint8_t mask) { return mask != 0; };
        const auto begin = std::ranges::find_if(masks_, holds);
        const auto end = std::find_if(masks_.rbegin(), masks_.rend(), holds).base();
        if (begin == masks_.end()) return {};
        return {{static_cast<std::uint32_t>(begin - masks_.begin()),
                 static_cast<std::uint32_t>(end - masks_.begin())}};
    }

    // Of each passage, on which sides it may hold tokens. Returns the docid of the first.
    DocId find_masks(std::uint32_t article) {
        const auto [first, end] = scope_.docids(article);
        masks_.assign(end - first, 0);
        for (std::size_t token = 0; token < postings_.size(); ++token) {
            const Postings& postings = postings_[token];
            std::size_t& position = positions_[token];
            position = position_of(first, postings, position);
            for (std::size_t at = position; at < postings.size() && postings[at].docid < end; ++at)
                masks_[postings[at].docid - first] |= sides_[token];
        }
        return first;
    }

    // Whether words before a passage can be near words after it.
    bool is_passable(DocId docid) const {
        const CodedPassage passage = scope_.segment.texts().text().words_of(docid);
        const SpanNode& tree = group_.words->tree;
        if (tree.reach == Reach::words)
            return !passage.is_regular ||
                   passage.text.size() < unit_bytes * (2 * std::size_t{tree.number} + 1);
        BreakReader breaks(passage.break_code, "the text file of a segment");
        while (!breaks.at_end())
            if (breaks.next().ends_paragraph || tree.reach == Reach::sentence) return false;
        return true;
    }

    // Of the tokens that the passage holds.
    std::uint32_t mean_impact(DocId docid) const {
        std::uint32_t sum = 0;
        std::uint32_t count = 0;
        for (std::size_t token = 0; token < postings_.size(); ++token) {
            const Postings& postings = postings_[token];
            const std::size_t at = position_of(docid, postings, positions_[token]);
            if (at == postings.size() || postings[at].docid != docid) continue;
            sum += postings[at].impact;
            ++count;
        }
        return count == 0 ? 0 : (2 * sum + count) / (2 * count);
    }

    const SegmentScope& scope_;
    const LanguageGroup& group_;
    AskedArticleReader reader_;
    bool is_pair_;
    std::vector<std::uint8_t> sides_;     // of the pair, by token
    std::vector<std::uint8_t> masks_;     // of the article at hand, by passage
    std::vector<Postings> postings_;      // by token
    std::vector<std::size_t> positions_;  // in postings_, of the article at hand
};

}  // namespace

LeafMatches match_spans(const SegmentScope& scope, const LanguageGroup& group) {
    return SpanMatcher(scope, group).matches();
}

}  // namespace dateline
