#include "searcher/leaf_statistics.hpp"

#include <algorithm>

namespace dateline {

namespace {

bool is_sampled(const ArticlesFile& file, std::uint32_t article, std::uint64_t step) {
    return step == 1 || file.entry(article).content_hash % step == 0;
}

class Counter {
  public:
    Counter(const ArchiveSize& archive, std::span<const SegmentScope> scopes,
            std::span<SegmentMatcher> matchers)
        : archive_articles_(archive.articles), scopes_(scopes), matchers_(matchers) {}

    // Of a leaf that the terms tell everything of.
    LeafStatistics told(std::size_t leaf) {
        LeafStatistics all;
        for (std::size_t i = 0; i < scopes_.size(); ++i) {
            LeafMatcher& matcher = matchers_[i].leaf(leaf);
            if (const std::optional<WordTotals> totals = matcher.totals()) {
                all.articles += static_cast<double>(totals->articles);
                all.frequency += static_cast<double>(totals->frequency);
                if (scopes_[i].segment.tombstones().any()) count_dead(scopes_[i], matcher, all);
            } else {
                count_living(scopes_[i], matcher, all);
            }
        }
        return all;
    }

    // What is in all weighs nothing; half of all weighs something.
    LeafStatistics unread() const {
        const double articles = static_cast<double>(archive_articles_) / 2;
        return {articles, articles};
    }

    LeafStatistics estimated(std::size_t leaf) {
        const auto step = static_cast<double>(find_sample(leaf));
        LeafStatistics sample;
        for (std::size_t i = 0; i < scopes_.size(); ++i) {
            const LeafMatches found = matchers_[i].leaf(leaf).in(articles_[i]);
            sample.articles += static_cast<double>(found.articles.size());
            sample.frequency += static_cast<double>(found.passages.size());
        }
        // What no article of the sample holds, few do.
        if (sample.articles == 0 && step > 1) return {step / 2, step / 2};
        return {step * sample.articles, step * sample.frequency};
    }

  private:
    // Takes them off.
    static void count_dead(const SegmentScope& scope, LeafMatcher& matcher, LeafStatistics& all) {
        for (std::uint32_t number = 0; number < scope.block_count(); ++number) {
            const ArticleBits living = scope.living(number);
            if (living == ArticleBits::all()) continue;
            const LeafBlock block = matcher.block(number);
            count(block, block.sure & ~living, -1, all);
        }
    }

    static void count_living(const SegmentScope& scope, LeafMatcher& matcher, LeafStatistics& all) {
        for (std::uint32_t number = matcher.next_block(0); number < scope.block_count();
             number = matcher.next_block(number + 1)) {
            const LeafBlock block = matcher.block(number);
            count(block, block.sure & scope.living(number), 1, all);
        }
    }

    static void count(const LeafBlock& block, const ArticleBits& articles, double each,
                      LeafStatistics& all) {
        all.articles += each * articles.count();
        articles.for_each(
            [&](std::uint32_t place) { all.frequency += each * block.frequencies[place]; });
    }

    std::uint64_t find_candidates(std::size_t leaf) {
        articles_.clear();
        std::uint64_t total = 0;
        for (SegmentMatcher& matcher : matchers_) {
            articles_.push_back(matcher.leaf(leaf).candidates());
            total += articles_.back().size();
        }
        return total;
    }

    // Returns the step.
    std::uint64_t find_sample(std::size_t leaf) {
        const std::uint64_t step = sample_step(find_candidates(leaf));
        for (std::size_t i = 0; i < scopes_.size(); ++i)
            articles_[i] = sampled(scopes_[i].articles(), articles_[i], step);
        return step;
    }

    std::uint64_t archive_articles_;
    std::span<const SegmentScope> scopes_;
    std::span<SegmentMatcher> matchers_;
    std::vector<ArticleSet> articles_;  // looked at, by segment
};

}  // namespace

std::uint64_t sample_step(std::uint64_t candidates) {
    return std::max<std::uint64_t>(1, candidates / sampled_candidates);
}

ArticleSet sampled(const ArticlesFile& file, const ArticleSet& articles, std::uint64_t step) {
    ArticleSet sample;
    for (const std::uint32_t article : articles)
        if (is_sampled(file, article, step)) sample.push_back(article);
    return sample;
}

std::vector<LeafStatistics> leaf_statistics(const ArchiveSize& archive,
                                            std::span<const SegmentScope> scopes,
                                            std::span<SegmentMatcher> matchers) {
    if (scopes.empty()) return {};
    const std::vector<TextLeaf>& leaves = scopes.front().plan.leaves;
    const auto ranking = std::ranges::count_if(leaves, &TextLeaf::ranks);
    Counter counter(archive, scopes, matchers);
    std::vector<LeafStatistics> statistics(leaves.size());
    for (std::size_t leaf = 0; leaf < leaves.size(); ++leaf) {
        if (!leaves[leaf].ranks) continue;
        const bool is_told = std::ranges::all_of(matchers, [&](const SegmentMatcher& matcher) {
            return matcher.leaf(leaf).is_told_by_terms();
        });
        statistics[leaf] = is_told        ? counter.told(leaf)
                           : ranking == 1 ? counter.unread()
                                          : counter.estimated(leaf);
    }
    return statistics;
}

}  // namespace dateline
