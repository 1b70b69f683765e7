#include "searcher/passage_scorer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "corpus/impact.hpp"
#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

// f / (f + K) solved for f / K, by impact; the highest stands for all that round to it.
constexpr std::array<double, max_impact + 1> odds = [] {
    std::array<double, max_impact + 1> of_impact{};
    for (std::uint32_t impact = 0; impact <= max_impact; ++impact) {
        const double share = std::min<double>(impact, max_impact - 0.5) / max_impact;
        of_impact[impact] = share / (1 - share);
    }
    return of_impact;
}();

/// frequency_of for each impact, in passages of one length.
class Frequencies {
  public:
    explicit Frequencies(double tokens) {
        for (std::uint32_t impact = 0; impact <= max_impact; ++impact)
            of_impact_[impact] = frequency_of(impact, tokens);
    }
    double of(std::uint32_t impact) const { return of_impact_[std::min(impact, max_impact)]; }

  private:
    std::array<double, max_impact + 1> of_impact_{};
};

// As if all passages were of average length: many postings are looked at for one number.
double frequency_in(const LeafMatches& leaf, const Frequencies& frequencies) {
    double frequency = 0;
    for (const Posting& posting : leaf.passages) frequency += frequencies.of(posting.impact);
    return frequency;
}

std::uint64_t total_weight(const Plan& plan, const std::vector<std::uint64_t>& weights) {
    std::uint64_t most = 0;
    for (std::size_t language = 0; language < plan.languages.size(); ++language) {
        std::uint64_t total = 0;
        const std::vector<LeafRole> roles = plan.roles(language);
        for (std::size_t leaf = 0; leaf < roles.size(); ++leaf)
            if (roles[leaf].counts) total += weights[leaf];
        most = std::max(most, total);
    }
    return most;
}

}  // namespace

bool ranks_before(const PassageScore& a, const PassageScore& b) {
    return std::tuple(b.score, a.docid) < std::tuple(a.score, b.docid);
}

double frequency_of(std::uint32_t impact, double tokens) {
    const double length = (1 - impact_b) + impact_b * tokens / impact_average_tokens;
    const double frequency = impact_k1 * length * odds[std::min(impact, max_impact)];
    return std::max(1U, static_cast<std::uint32_t>(frequency + 0.5));
}

double tokens_each(const ArticleEntry& article, std::uint32_t passages) {
    return article.text_bytes / scoring::bytes_each_word / std::max(1U, passages);
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
    return std::max(1.0, static_cast<double>(text_bytes) / scoring::bytes_each_word /
                             static_cast<double>(std::max<std::uint64_t>(1, passages)));
}

double evidence_of(const PassageScore& passage, const QueryWeights& weights) {
    return static_cast<double>(passage.score) / static_cast<double>(max_impact * weights.total + 1);
}

QueryWeights query_weights(const ArchiveSize& archive, std::span<const SegmentScope> scopes,
                           std::span<const SegmentMatches> matches) {
    QueryWeights weights;
    weights.archive = archive;
    if (scopes.empty()) return weights;
    const Frequencies frequencies(archive.average_tokens());
    const Plan& plan = scopes.front().plan;
    weights.leaves.resize(plan.leaves.size());
    weights.frequencies.resize(plan.leaves.size());
    for (std::size_t leaf = 0; leaf < plan.leaves.size(); ++leaf) {
        if (!plan.leaves[leaf].ranks) continue;
        double articles = 0;
        double& frequency = weights.frequencies[leaf];
        for (std::size_t i = 0; i < scopes.size(); ++i) {
            articles += static_cast<double>(matches[i].leaves[leaf].articles.size());
            frequency += frequency_in(matches[i].leaves[leaf], frequencies);
        }
        const double weight =
            plan.leaves[leaf].boost *
            word_weight(articles, frequency, static_cast<double>(archive.articles));
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
      frequencies_(matches.leaves.size()) {
    for (std::size_t language = 0; language < scope.plan.languages.size(); ++language)
        roles_.push_back(scope.plan.roles(language));
}

const std::vector<PassageScore>& PassageScorer::score(std::uint32_t article) {
    const auto [first, end] = scope_.docids(article);
    const std::vector<LeafRole>& roles = roles_[scope_.language(article)];
    const ArticleEntry entry = scope_.articles().entry(article);
    const double tokens = tokens_each(entry, end - first);
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
        if (position < postings.size() && postings[position].docid < end)
            coverage_ += roles[leaf].counts;
        for (; position < postings.size() && postings[position].docid < end; ++position) {
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
