#include "searcher/passage_scorer.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "corpus/impact.hpp"
#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

std::uint64_t total_weight(const Plan& plan, const std::vector<std::uint64_t>& weights) {
    std::uint64_t most = 0;
    for (std::size_t language = 0; language < plan.languages.size(); ++language) {
        std::uint64_t total = 0;
        const std::vector<LeafRole>& roles = plan.roles(language);
        for (std::size_t leaf = 0; leaf < roles.size(); ++leaf)
            if (roles[leaf].counts) total += weights[leaf];
        most = std::max(most, total);
    }
    return most;
}

}  // namespace

bool counts_coverage(std::uint32_t counted_leaves) {
    return counted_leaves <= scoring::most_words_in_order;
}

bool ranks_before(const PassageScore& a, const PassageScore& b) {
    return std::tuple(b.score, a.docid) < std::tuple(a.score, b.docid);
}

double idf(double in, double all) { return std::log1p((all - in + 0.5) / (in + 0.5)); }

double word_weight(double articles, double frequency, double article_count) {
    if (articles == 0) return 0;
    const double expected = -std::expm1(-std::max(frequency, articles) / article_count);
    const double residual = std::max(0.0, std::log(article_count / articles * expected));
    return std::pow(idf(articles, article_count), scoring::idf_power) *
           (1 + scoring::residual_idf * residual);
}

double ArchiveSize::average_bytes() const {
    return std::max(1.0, static_cast<double>(text_bytes) /
                             static_cast<double>(std::max<std::uint64_t>(1, articles)));
}

double ArchiveSize::average_tokens() const {
    return std::max(1.0, static_cast<double>(text_bytes) / bytes_each_word /
                             static_cast<double>(std::max<std::uint64_t>(1, passages)));
}

double evidence_of(const PassageScore& passage, const QueryWeights& weights) {
    return static_cast<double>(passage.score) / static_cast<double>(max_impact * weights.total + 1);
}

QueryWeights query_weights(const ArchiveSize& archive, const Plan& plan,
                           std::span<const LeafStatistics> statistics) {
    QueryWeights weights;
    weights.archive = archive;
    weights.leaves.resize(plan.leaves.size());
    weights.frequencies.resize(plan.leaves.size());
    for (std::size_t leaf = 0; leaf < statistics.size(); ++leaf) {
        if (!plan.leaves[leaf].ranks) continue;
        const auto [articles, frequency] = statistics[leaf];
        const double weight =
            plan.leaves[leaf].boost *
            word_weight(articles, frequency, static_cast<double>(archive.articles));
        weights.frequencies[leaf] = frequency;
        weights.leaves[leaf] = static_cast<std::uint64_t>(std::llround(weight));
    }
    weights.total = total_weight(plan, weights.leaves);
    return weights;
}

PassageScorer::PassageScorer(const SegmentScope& scope, const SegmentMatches& matches,
                             const QueryWeights& weights)
    : scope_(scope),
      matches_(matches),
      weights_(weights),
      positions_(matches.leaves.size()),
      frequencies_(matches.leaves.size()) {}

const std::vector<PassageScore>& PassageScorer::score(std::uint32_t article) {
    const auto [first, end] = scope_.docids(article);
    const std::vector<LeafRole>& roles = scope_.plan.roles(scope_.language(article));
    const ArticleEntry entry = scope_.articles().entry(article);
    const double tokens = tokens_each(entry.text_bytes, end - first);
    length_ = entry.text_bytes / weights_.archive.average_bytes();
    passages_.assign(end - first, {});
    coverage_ = 0;
    counted_leaves_ = 0;
    for (std::size_t leaf = 0; leaf < matches_.leaves.size(); ++leaf) {
        frequencies_[leaf] = 0;
        if (!roles[leaf].scores) continue;
        counted_leaves_ += roles[leaf].counts;
        const std::vector<Posting>& postings = matches_.leaves[leaf].passages;
        std::size_t& position = positions_[leaf];
        position = position_of(first, postings, position);
        if (matches_.is_idle(leaf, article)) continue;
        if (position < postings.size() && postings[position].docid < end)
            coverage_ += roles[leaf].counts;
        for (; position < postings.size() && postings[position].docid < end; ++position) {
            if (matches_.is_idle_passage(leaf, postings[position].docid)) continue;
            PassageScore& passage = passages_[postings[position].docid - first];
            passage.docid = postings[position].docid;
            ++passage.matched;
            if (!roles[leaf].counts) continue;
            ++passage.counted;
            passage.score += weights_.leaves[leaf] * postings[position].impact;
            frequencies_[leaf] += frequency_of(postings[position].impact, tokens);
        }
    }
    std::erase_if(passages_, [](const PassageScore& passage) { return passage.matched == 0; });
    return passages_;
}

double PassageScorer::evidence() const {
    if (weights_.total == 0) return 0;
    const double half = scoring::k1 * ((1 - scoring::b) + scoring::b * length_);
    double evidence = 0;
    for (std::size_t leaf = 0; leaf < frequencies_.size(); ++leaf)
        evidence += static_cast<double>(weights_.leaves[leaf]) * frequencies_[leaf] /
                    (frequencies_[leaf] + half);
    return evidence / static_cast<double>(weights_.total);
}

}  // namespace dateline
