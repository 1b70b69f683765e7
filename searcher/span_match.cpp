#include "searcher/span_match.hpp"

#include <algorithm>
#include <span>

#include "corpus/impact.hpp"
#include "searcher/asked_article.hpp"
#include "searcher/counted_matches.hpp"
#include "searcher/near_runs.hpp"
#include "searcher/run_reading.hpp"
#include "searcher/span.hpp"
#include "searcher/word_pair.hpp"
#include "searcher/words_together.hpp"

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

class SpanMatcher final : public GroupMatcher {
  public:
    SpanMatcher(const SegmentScope& scope, const LanguageGroup& group)
        : scope_(scope),
          group_(group),
          reader_(scope, *group.words, group.languages),
          is_pair_(is_word_pair(group.words->tree)),
          sides_(group.words->tokens.size(), 1),
          has_expansions_(std::ranges::any_of(
              group.words->tokens,
              [](const AskedToken& token) { return token.expansion || token.term.empty(); })),
          positions_(group.words->tokens.size()) {
        if (is_pair_) set_side(group.words->tree.children[1], 2);
    }

    bool is_told_by_terms() const override { return false; }

    std::unique_ptr<GroupBlocks> blocks() override {
        if (has_expansions_) return listed_blocks(scope_, possible(), false);
        const SpanNode& tree = group_.words->tree;
        if (is_pair_ && tree.children[0].kind == SpanNode::Kind::words &&
            tree.children[1].kind == SpanNode::Kind::words)
            return words_together_blocks(scope_, group_, false);
        return tree_blocks(scope_, group_);
    }

    LeafMatches in(const ArticleSet& articles) override {
        find_postings(articles);
        std::vector<ArticleRun> runs;
        const ArticleSet candidates = in_both(candidates_of(group_.words->tree), articles);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (is_pair_) fetch_ahead(scope_, candidates, i);  // for is_passable
            if (group_.holds_for(scope_.articles(), candidates[i]))
                for (const PassageRun& run : runs_to_read(candidates[i]))
                    runs.push_back({candidates[i], run});
        }
        CountedMatches matches(scope_);
        read_runs(scope_, runs, [&](const ArticleRun& reading) { read(reading, matches); });
        return std::move(matches).all();
    }

  private:
    /// Of a unit of a text, at most (dense_code.hpp).
    static constexpr std::size_t unit_bytes = 4;
    static constexpr std::uint8_t both_sides = 3;

    void set_side(const SpanNode& node, std::uint8_t side) {
        for (std::uint32_t token = node.first; token < node.end; ++token) sides_[token] = side;
        for (const SpanNode& child : node.children) set_side(child, side);
    }

    // Of these articles; where terms are many, of all, once.
    void find_postings(const ArticleSet& articles) {
        if (has_expansions_ && !postings_.empty()) return;
        asked_ = articles;
        postings_.clear();
        is_anywhere_.clear();
        std::ranges::fill(positions_, 0);
        for (const AskedToken& token : group_.words->tokens) {
            is_anywhere_.push_back(is_pair_ && is_sought_in_texts(token, articles.size()));
            postings_.push_back(is_anywhere_.back() ? Postings{}
                                : has_expansions_   ? postings_of(token)
                                                    : scope_.postings(token.term, articles));
        }
    }

    // Reading the texts takes less time than to find a few among many postings. The rarest token
    // tells where to read.
    bool is_sought_in_texts(const AskedToken& token, std::size_t articles) const {
        constexpr std::size_t postings_each_text = 16;
        if (has_expansions_) return false;
        const auto rarer = [&](const AskedToken& a, const AskedToken& b) {
            return scope_.frequency(a.term) < scope_.frequency(b.term);
        };
        const std::vector<AskedToken>& tokens = group_.words->tokens;
        return &token != &*std::ranges::min_element(tokens, rarer) &&
               scope_.frequency(token.term) > postings_each_text * articles;
    }

    // Wherever terms let spans begin.
    LeafMatches possible() {
        find_postings({});
        LeafMatches matches;
        for (const std::uint32_t article : candidates_of(group_.words->tree)) {
            if (!group_.holds_for(scope_.articles(), article)) continue;
            matches.articles.push_back(article);
            const DocId first = find_masks(article);
            for (std::uint32_t passage = 0; passage < masks_.size(); ++passage)
                if (masks_[passage] != 0) matches.passages.push_back({first + passage, max_impact});
        }
        return matches;
    }

    Postings postings_of(const AskedToken& token) const {
        const std::span<const std::string> terms = terms_of(token);
        if (terms.size() == 1) return scope_.postings(terms.front());
        UnitedPostings united(scope_.articles().passage_count());
        for (const std::string& term : terms) united.add(scope_.postings(term));
        return united.all();
    }

    // Articles that hold what the node cannot do without.
    ArticleSet candidates_of(const SpanNode& node) const {
        switch (node.kind) {
            case SpanNode::Kind::words:
                return with_all_tokens(node);
            case SpanNode::Kind::any: {
                ArticleSet found;
                for (const SpanNode& child : node.children)
                    found = in_either(found, candidates_of(child));
                return found;
            }
            case SpanNode::Kind::near:
                if (node.denied == SpanNode::Denied::left) return candidates_of(node.children[1]);
                if (node.denied == SpanNode::Denied::right) return candidates_of(node.children[0]);
                return in_both(candidates_of(node.children[0]), candidates_of(node.children[1]));
            case SpanNode::Kind::at_least:
                return candidates_of(node.children[0]);
        }
        return {};
    }

    ArticleSet with_all_tokens(const SpanNode& node) const {
        ArticleSet found = asked_;
        bool is_first = true;
        for (std::uint32_t token = node.first; token < node.end; ++token) {
            if (is_anywhere_[token]) continue;
            ArticleSet articles;
            ArticleCursor cursor(scope_.articles());
            for (const Posting& posting : postings_[token])
                if (const std::uint32_t article = cursor.article_of(posting.docid);
                    articles.empty() || articles.back() != article)
                    articles.push_back(article);
            found = is_first ? std::move(articles) : in_both(found, articles);
            is_first = false;
        }
        return found;
    }

    void read(const ArticleRun& reading, CountedMatches& matches) {
        const auto& [article, run] = reading;
        if (!reader_.may_hold(article, run)) return;
        const FoundBegins found = find_begins(group_.words->tree, reader_.read(article, run));
        begins_.assign(run.end, 0);
        for (const std::uint32_t word : found.body) ++begins_[reader_.passage_of(word)];
        const DocId first = scope_.docids(article).first;
        for (std::uint32_t passage = run.first; passage < run.end; ++passage)
            if (const bool in_headline = passage == 0 && found.in_headline;
                in_headline || begins_[passage] > 0)
                matches.add(first + passage, in_headline, begins_[passage]);
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
            if (is_anywhere_[token])
                for (std::uint8_t& mask : masks_) mask |= sides_[token];
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

    const SegmentScope& scope_;
    const LanguageGroup& group_;
    AskedArticleReader reader_;
    bool is_pair_;
    std::vector<std::uint8_t> sides_;  // of the pair, by token
    bool has_expansions_;
    std::vector<std::uint8_t> masks_;  // of the article at hand, by passage
    ArticleSet asked_;
    std::vector<Postings> postings_;      // by token
    std::vector<bool> is_anywhere_;       // by token: not asked for
    std::vector<std::size_t> positions_;  // in postings_, of the article at hand
    std::vector<std::uint32_t> begins_;   // of the run at hand: of spans in each passage
};

}  // namespace

std::unique_ptr<GroupMatcher> span_matcher(const SegmentScope& scope, const LanguageGroup& group) {
    return std::make_unique<SpanMatcher>(scope, group);
}

}  // namespace dateline
