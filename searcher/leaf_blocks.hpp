#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/article_bits.hpp"
#include "searcher/language_group.hpp"
#include "searcher/segment_scope.hpp"

namespace dateline {

/// What is known of a leaf in the articles of a block before passages are looked at.
struct LeafBlock {
    ArticleBits possible;  ///< all articles that it holds in, and others
    ArticleBits sure;      ///< it holds in these
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
    /// The first block from `number` on that it may have something of; the segment's number of
    /// blocks, or more, where there is none.
    virtual std::uint32_t next(std::uint32_t number) const = 0;
};

/// The articles of a segment that hold a term, and how often: from the file `frequencies`, or from
/// its postings. Dead articles may be among them.
class TermArticles {
  public:
    TermArticles(const SegmentScope& scope, const std::string& term);
    BlockFrequencies block(std::uint32_t number) const;
    /// The first block from `number` on that has one of them, or how many blocks there are.
    std::uint32_t next(std::uint32_t number) const;
    std::size_t article_count() const { return list_ ? list_->article_count() : places_.size(); }

  private:
    void collect(const SegmentScope& scope, const std::vector<Posting>& postings);

    std::uint32_t blocks_;
    std::optional<FrequencyList> list_;
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
/// All of the terms side by side, the first one first, or two of them near each other: possible
/// where an article holds all.
std::unique_ptr<GroupBlocks> words_together_blocks(const SegmentScope& scope,
                                                   const LanguageGroup& group,
                                                   const std::vector<std::string>& terms,
                                                   bool in_order);
/// What the group's tree asks for, token by token with these terms.
std::unique_ptr<GroupBlocks> tree_blocks(const SegmentScope& scope, const LanguageGroup& group,
                                         const std::vector<std::string>& terms);
/// What stands in these passages, sure or only possible.
std::unique_ptr<GroupBlocks> listed_blocks(const SegmentScope& scope, const LeafMatches& matches,
                                           bool are_sure);

}  // namespace dateline
