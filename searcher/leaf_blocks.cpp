#include "searcher/leaf_blocks.hpp"

#include <algorithm>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "corpus/impact.hpp"

namespace dateline {

namespace {

std::uint32_t block_of(std::uint32_t article) { return article / articles_each_block; }
std::uint32_t place_of(std::uint32_t article) { return article % articles_each_block; }

using BlockBytes = std::array<std::uint8_t, articles_each_block>;

// Places whose byte is not 0. Bytes are written to memory and made bits together: a bit that is set
// in memory waits for the one before.
ArticleBits marked_places(const BlockBytes& bytes) {
    ArticleBits bits;
    for (std::uint32_t number = 0; number < articles_each_block / 64; ++number) {
        std::uint64_t word = 0;
#ifdef __SSE2__
        for (std::uint32_t i = 0; i < 64; i += 16) {
            const __m128i some =
                _mm_loadu_si128(reinterpret_cast<const __m128i*>(&bytes[64 * number + i]));
            const auto zeros =
                static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(some, __m128i{})));
            word |= std::uint64_t{zeros ^ 0xFFFF} << i;
        }
#else
        for (std::uint32_t i = 0; i < 64; ++i)
            word |= std::uint64_t{bytes[64 * number + i] != 0} << i;
#endif
        bits.set_word(number, word);
    }
    return bits;
}

ArticleBits places_in(const BlockFrequencies& held) {
    BlockBytes marks{};
    for (std::uint32_t i = 0; i < held.count; ++i) marks[held.places[i]] = 1;
    return marked_places(marks);
}

/// Sums over the passages of one article after another.
class FrequencySums {
  public:
    explicit FrequencySums(const SegmentScope& scope) : scope_(scope), cursor_(scope.articles()) {}

    // In docid order. `take` gets each article with its frequency, capped.
    template <class Take>
    void of(const std::vector<Posting>& postings, const Take& take) {
        bool is_first = true;
        std::uint32_t article = 0;
        double tokens = 0;
        std::uint32_t sum = 0;
        for (const Posting& posting : postings) {
            const std::uint32_t now = cursor_.article_of(posting.docid);
            if (is_first || now != article) {
                if (!is_first) take(article, std::min(sum, most_frequency));
                article = now;
                tokens = passage_tokens(article);
                sum = 0;
                is_first = false;
            }
            sum += static_cast<std::uint32_t>(frequency_of(posting.impact, tokens));
        }
        if (!is_first) take(article, std::min(sum, most_frequency));
    }

  private:
    double passage_tokens(std::uint32_t article) const {
        const auto [first, end] = scope_.docids(article);
        return tokens_each(scope_.articles().text_bytes(article), end - first);
    }

    const SegmentScope& scope_;
    ArticleCursor cursor_;
};

class WordBlocks final : public GroupBlocks {
  public:
    WordBlocks(const SegmentScope& scope, const LanguageGroup& group, const std::string& term)
        : scope_(scope), group_(group), articles_(scope, term) {}

    void add_to(std::uint32_t number, LeafBlock& block) const override {
        const BlockFrequencies held = articles_.block(number);
        if (held.count == 0) return;
        block.most_share = std::max(block.most_share, held.most_share);
        ArticleBits bits;
        if (scope_.has_one_language()) {
            for (std::uint32_t i = 0; i < held.count; ++i)
                block.frequencies[held.places[i]] = held.frequencies[i];
            bits = marked_places(block.frequencies);
        } else {
            bits = in_group(held, number);
            for (std::uint32_t i = 0; i < held.count; ++i)
                if (bits.has(held.places[i]))
                    block.frequencies[held.places[i]] = held.frequencies[i];
        }
        block.possible |= bits;
        block.sure |= bits;
    }
    void glance(std::uint32_t number, LeafGlance& glance) const override {
        const BlockFrequencies held = articles_.block(number);
        if (held.count == 0) return;
        glance.possible |= in_group(held, number);
        glance.most_share = std::max(glance.most_share, held.most_share);
    }
    std::optional<WordTotals> totals() const override {
        return scope_.has_one_language() ? articles_.totals() : std::nullopt;
    }
    std::uint8_t most_share(std::uint32_t number) const override {
        return articles_.most_share(number);
    }
    std::uint32_t next(std::uint32_t number) const override { return articles_.next(number); }

  private:
    ArticleBits in_group(const BlockFrequencies& held, std::uint32_t number) const {
        const ArticleBits places = places_in(held);
        return scope_.has_one_language() ? places : places & in_languages(scope_, group_, number);
    }

    const SegmentScope& scope_;
    const LanguageGroup& group_;
    TermArticles articles_;
};

/// A tree over tokens. A passage in which a span begins holds one of them at least, and counts no
/// more than that one does: so all spans of an article count no more than all its tokens.
class TreeBlocks final : public GroupBlocks {
  public:
    TreeBlocks(const SegmentScope& scope, const LanguageGroup& group)
        : scope_(scope), group_(group) {
        for (const AskedToken& token : group.words->tokens)
            tokens_.emplace_back(scope, group, token);
    }

    void add_to(std::uint32_t number, LeafBlock& block) const override {
        std::vector<ArticleBits> held(tokens_.size());
        std::array<std::uint32_t, articles_each_block> sums{};
        for (std::size_t token = 0; token < tokens_.size(); ++token) {
            const BlockFrequencies of_token = tokens_[token].block(number);
            for (std::uint32_t i = 0; i < of_token.count; ++i) {
                if (tokens_[token].may_hold(of_token, i)) held[token].set(of_token.places[i]);
                sums[of_token.places[i]] += of_token.frequencies[i];
            }
        }
        ArticleBits possible = possible_in(group_.words->tree, held);
        if (!scope_.has_one_language()) possible &= in_languages(scope_, group_, number);
        block.most_share = LeafGlance::unknown_share;
        possible.for_each([&](std::uint32_t place) { block.add(place, sums[place], false); });
    }
    std::uint32_t next(std::uint32_t number) const override {
        std::uint32_t first = scope_.block_count();
        for (const TermArticles& token : tokens_) first = std::min(first, token.next(number));
        return first;
    }

  private:
    // Articles that hold what the node cannot do without.
    static ArticleBits possible_in(const SpanNode& node, const std::vector<ArticleBits>& held) {
        ArticleBits found;
        switch (node.kind) {
            case SpanNode::Kind::words:
                found = held[node.first];
                for (std::uint32_t token = node.first + 1; token < node.end; ++token)
                    found &= held[token];
                return found;
            case SpanNode::Kind::any:
                for (const SpanNode& child : node.children) found |= possible_in(child, held);
                return found;
            case SpanNode::Kind::near:
                if (node.denied == SpanNode::Denied::left)
                    return possible_in(node.children[1], held);
                if (node.denied == SpanNode::Denied::right)
                    return possible_in(node.children[0], held);
                return possible_in(node.children[0], held) & possible_in(node.children[1], held);
            case SpanNode::Kind::at_least:
                return possible_in(node.children[0], held);
        }
        return found;
    }

    const SegmentScope& scope_;
    const LanguageGroup& group_;
    std::vector<TermArticles> tokens_;
};

class ListedBlocks final : public GroupBlocks {
  public:
    ListedBlocks(const SegmentScope& scope, const LeafMatches& matches, bool are_sure)
        : are_sure_(are_sure), blocks_(scope.block_count()) {
        FrequencySums(scope).of(matches.passages,
                                [&](std::uint32_t article, std::uint32_t frequency) {
                                    entries_.push_back({article, frequency});
                                });
    }

    void add_to(std::uint32_t number, LeafBlock& block) const override {
        block.most_share = LeafGlance::unknown_share;
        auto entry = first_from(number);
        for (; entry != entries_.end() && block_of(entry->first) == number; ++entry)
            block.add(place_of(entry->first), entry->second, are_sure_);
    }
    std::uint32_t next(std::uint32_t number) const override {
        const auto entry = first_from(number);
        return entry == entries_.end() ? blocks_ : block_of(entry->first);
    }

  private:
    using Entries = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // article, frequency

    Entries::const_iterator first_from(std::uint32_t number) const {
        return std::ranges::lower_bound(entries_, number * articles_each_block, {},
                                        &Entries::value_type::first);
    }

    bool are_sure_;
    std::uint32_t blocks_;
    Entries entries_;
};

}  // namespace

void GroupBlocks::glance(std::uint32_t number, LeafGlance& glance) const {
    LeafBlock block;
    add_to(number, block);
    glance.possible |= block.possible;
    glance.most_share = LeafGlance::unknown_share;
}

TermArticles::TermArticles(const SegmentScope& scope, const std::string& term)
    : blocks_(scope.block_count()) {
    const FrequenciesFile* const file = scope.segment.frequencies();
    if (file != nullptr) list_ = file->find(term);
    if (!list_) collect(scope, file != nullptr ? scope.few_postings(term) : scope.postings(term));
    article_count_ = list_ ? list_->article_count() : places_.size();
}

TermArticles::TermArticles(const SegmentScope& scope, const LanguageGroup& group,
                           const AskedToken& token)
    : TermArticles(scope, token.term) {
    if (!list_) return;
    asked_forms_ =
        asked_forms(scope.segment.texts().words(), token, scope.forms_of(token, group.languages));
    if (asked_forms_ != any_form) forms_ = &scope.segment.forms();
}

void TermArticles::collect(const SegmentScope& scope, const std::vector<Posting>& postings) {
    begins_.assign(blocks_ + 1, 0);
    FrequencySums(scope).of(postings, [&](std::uint32_t article, std::uint32_t frequency) {
        ++begins_[block_of(article) + 1];
        places_.push_back(static_cast<unsigned char>(place_of(article)));
        frequencies_.push_back(static_cast<unsigned char>(frequency));
    });
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

BlockFrequencies TermArticles::block(std::uint32_t number) const {
    if (list_) return list_->block(number);
    const std::uint32_t begin = begins_[number];
    return {begins_[number + 1] - begin, places_.data() + begin, frequencies_.data() + begin,
            LeafGlance::unknown_share, 0};
}

std::optional<WordTotals> TermArticles::totals() const {
    if (!list_) return std::nullopt;
    return WordTotals{list_->article_count(), list_->occurrences()};
}

ArticleBits in_languages(const SegmentScope& scope, const LanguageGroup& group,
                         std::uint32_t number) {
    ArticleBits bits;
    const std::uint32_t first = number * articles_each_block;
    const std::uint32_t end =
        std::min(first + articles_each_block, scope.articles().article_count());
    for (std::uint32_t article = first; article < end; ++article)
        if (group.holds_for(scope.articles(), article)) bits.set(article - first);
    return bits;
}

std::uint32_t TermArticles::next(std::uint32_t number) const {
    const auto is_empty = [&](std::uint32_t block) {
        return list_ ? list_->is_empty(block) : begins_[block] == begins_[block + 1];
    };
    while (number < blocks_ && is_empty(number)) ++number;
    return number;
}

std::unique_ptr<GroupBlocks> word_blocks(const SegmentScope& scope, const LanguageGroup& group,
                                         const std::string& term) {
    return std::make_unique<WordBlocks>(scope, group, term);
}

std::unique_ptr<GroupBlocks> tree_blocks(const SegmentScope& scope, const LanguageGroup& group) {
    return std::make_unique<TreeBlocks>(scope, group);
}

std::unique_ptr<GroupBlocks> listed_blocks(const SegmentScope& scope, const LeafMatches& matches,
                                           bool are_sure) {
    return std::make_unique<ListedBlocks>(scope, matches, are_sure);
}

}  // namespace dateline
