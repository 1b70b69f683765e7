#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/article_bits.hpp"
#include "searcher/asked_units.hpp"
#include "searcher/language_group.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// Where a leaf may hold in a block, and how much it can say there: less of it than LeafBlock.
struct LeafGlance {
    ArticleBits possible;         ///< all articles that it holds in, and others
    std::uint8_t most_share = 0;  ///< as BlockFrequencies has it

    /// No frequency has a greater share.
    static constexpr std::uint8_t unknown_share = 255;
};

/// What is known of a leaf in the articles of a block before passages are looked at.
struct LeafBlock : LeafGlance {
    ArticleBits sure;  ///< it holds in these
    /// Of possible ones: how often it stands there, at most; exactly where it is sure, but
    /// most_frequency also for more.
    std::array<std::uint8_t, articles_each_block> frequencies{};

    /// Of a leaf that no article of the block has yet.
    void add(std::uint32_t place, std::uint32_t frequency, bool is_sure) {
        possible.set(place);
        if (is_sure) sure.set(place);
        frequencies[place] =
            static_cast<std::uint8_t>(std::min<std::uint32_t>(frequency, most_frequency));
    }
};

/// In how many articles of a segment a word stands, dead ones too, and how often in all of them.
struct WordTotals {
    std::uint64_t articles = 0;
    std::uint64_t frequency = 0;
};

/// Tells block by block what is known of a group; articles of other groups' languages have nothing
/// of it.
class GroupBlocks {
  public:
    GroupBlocks() = default;
    GroupBlocks(const GroupBlocks&) = delete;
    GroupBlocks& operator=(const GroupBlocks&) = delete;
    virtual ~GroupBlocks() = default;
    /// Adds what it has of a block's articles.
    virtual void add_to(std::uint32_t number, LeafBlock& block) const = 0;
    virtual void glance(std::uint32_t number, LeafGlance& glance) const;
    /// Where they are known without a look at the blocks, and no article has another language.
    virtual std::optional<WordTotals> totals() const { return std::nullopt; }
    /// Then of a block of articles: 0 where none of them holds it.
    virtual std::uint8_t most_share(std::uint32_t /*number*/) const {
        return LeafGlance::unknown_share;
    }
    /// The first block from `number` on that it may have something of; the segment's number of
    /// blocks, or more, where there is none.
    virtual std::uint32_t next(std::uint32_t number) const = 0;
};

/// The articles of a segment that hold a term, and how often: from the file `frequencies`, or from
/// its postings. Dead articles may be among them.
class TermArticles {
  public:
    TermArticles(const SegmentScope& scope, const std::string& term);
    /// Of the term of a token of the group.
    TermArticles(const SegmentScope& scope, const LanguageGroup& group, const AskedToken& token);
    BlockFrequencies block(std::uint32_t number) const;
    /// Whether the article of an entry of a block may hold one of the asked forms.
    bool may_hold(const BlockFrequencies& block, std::uint32_t entry) const {
        return forms_ == nullptr || (forms_->at(block.first_entry + entry) & asked_forms_) != 0;
    }
    /// The first block from `number` on that has one of them, or how many blocks there are.
    std::uint32_t next(std::uint32_t number) const;
    std::size_t article_count() const { return article_count_; }
    /// Nothing where postings would have to be summed up.
    std::optional<WordTotals> totals() const;
    /// Then of a block.
    std::uint8_t most_share(std::uint32_t number) const { return list_->most_share(number); }

  private:
    void collect(const SegmentScope& scope, const std::vector<Posting>& postings);

    std::uint32_t blocks_;
    std::size_t article_count_ = 0;
    std::optional<FrequencyList> list_;
    const FormsFile* forms_ = nullptr;  // null where any form is asked for
    FormBits asked_forms_ = any_form;
    std::vector<std::uint32_t> begins_;  // of each block and one more
    std::vector<unsigned char> places_;
    std::vector<unsigned char> frequencies_;
};

/// Articles of a block in one of the group's languages.
ArticleBits in_languages(const SegmentScope& scope, const LanguageGroup& group,
                         std::uint32_t number);

/// Scope and group must outlive what these return.

/// A word, wherever it stands: sure.
std::unique_ptr<GroupBlocks> word_blocks(const SegmentScope& scope, const LanguageGroup& group,
                                         const std::string& term);
/// What the group's tree asks for.
std::unique_ptr<GroupBlocks> tree_blocks(const SegmentScope& scope, const LanguageGroup& group);
/// What stands in these passages, sure or only possible.
std::unique_ptr<GroupBlocks> listed_blocks(const SegmentScope& scope, const LeafMatches& matches,
                                           bool are_sure);

}  // namespace dateline
