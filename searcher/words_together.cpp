#include "searcher/words_together.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "searcher/asked_pairs.hpp"

namespace dateline {

namespace {

/// Places of a block that some terms have in common, and how often the rarest stands there.
class CommonPlaces {
  public:
    /// At first all places.
    CommonPlaces() { most_.fill(most_frequency); }

    bool any() const { return count_ > 0; }
    /// Of some terms at least.
    template <class Take>
    void for_each(const Take& take) const {
        for (std::uint32_t i = 0; i < count_; ++i) take(places_[i], most_[places_[i]]);
    }

    /// Of those, which the term has as well, in one of the asked forms. `most`: of a place and how
    /// often the term stands there, how often that is at most, which is not never.
    template <class Most>
    void keep(const TermArticles& term, const BlockFrequencies& held, const Most& most) {
        // Without jumps, since which place is common cannot be foreseen.
        std::array<unsigned char, articles_each_block> entries;
        std::uint32_t common = 0;
        for (std::uint32_t entry = 0; entry < held.count; ++entry) {
            entries[common] = static_cast<unsigned char>(entry);
            common += most_[held.places[entry]] != 0;
        }
        std::array<unsigned char, articles_each_block> kept{};
        count_ = 0;
        for (std::uint32_t i = 0; i < common; ++i) {
            const unsigned char entry = entries[i];
            if (!term.may_hold(held, entry)) continue;
            const unsigned char place = held.places[entry];
            kept[place] = static_cast<unsigned char>(
                std::min<std::uint32_t>(most_[place], most(place, held.frequencies[entry])));
            places_[count_++] = place;
        }
        most_ = kept;
    }

  private:
    std::array<unsigned char, articles_each_block> places_;
    std::array<unsigned char, articles_each_block> most_;  // by place; 0: it is not common
    std::uint32_t count_ = 0;
};

class WordsTogetherBlocks final : public GroupBlocks {
  public:
    WordsTogetherBlocks(const SegmentScope& scope, const LanguageGroup& group, bool in_order)
        : scope_(scope), group_(group) {
        for (const AskedToken& token : group.words->tokens)
            terms_.push_back({TermArticles(scope, group, token), in_order && terms_.empty()});
        if (in_order) pairs_.emplace(scope, group);
        std::ranges::sort(terms_, {},
                          [](const Term& term) { return term.articles.article_count(); });
    }

    void add_to(std::uint32_t number, LeafBlock& block) const override {
        CommonPlaces common;
        for (const Term& term : terms_) {
            const BlockFrequencies held = term.articles.block(number);
            common.keep(term.articles, held, [&](std::uint32_t place, std::uint32_t frequency) {
                return term.begins ? frequency : most_together(number, place, frequency);
            });
            if (!common.any()) return;
        }
        block.most_share = LeafGlance::unknown_share;
        const ArticleBits asked =
            scope_.has_one_language() ? ArticleBits::all() : in_languages(scope_, group_, number);
        const std::uint32_t first = number * articles_each_block;
        if (pairs_)
            common.for_each(
                [&](std::uint32_t place, std::uint32_t) { pairs_->fetch(first + place); });
        common.for_each([&](std::uint32_t place, std::uint32_t frequency) {
            if (asked.has(place) && (!pairs_ || pairs_->may_stand_in(first + place)))
                block.add(place, frequency, false);
        });
    }
    std::uint32_t next(std::uint32_t number) const override {
        return terms_.front().articles.next(number);
    }

  private:
    struct Term {
        TermArticles articles;
        bool begins = false;  // is the first of a phrase
    };

    // Where it goes on in the next passage it counts once in the first, and what stands in the next
    // may count again there: at most once for each passage but the last.
    std::uint32_t most_together(std::uint32_t number, std::uint32_t place,
                                std::uint32_t frequency) const {
        if (frequency == most_frequency) return frequency;
        const std::uint32_t article = number * articles_each_block + place;
        if (article >= scope_.articles().article_count()) return frequency;
        const auto [first, end] = scope_.docids(article);
        return frequency + std::min(frequency, end - first - 1);
    }

    const SegmentScope& scope_;
    const LanguageGroup& group_;
    std::vector<Term> terms_;  // the rarest first
    std::optional<AskedPairs> pairs_;
};

}  // namespace

std::unique_ptr<GroupBlocks> words_together_blocks(const SegmentScope& scope,
                                                   const LanguageGroup& group, bool in_order) {
    return std::make_unique<WordsTogetherBlocks>(scope, group, in_order);
}

}  // namespace dateline
