#include "searcher/expanded_score.hpp"

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

}  // namespace

ExpandedScorer::ExpandedScorer(std::span<const SegmentScope> scopes, const ArchiveSize& archive,
                               std::span<const TellingTerm> terms)
    : scopes_(scopes), archive_(archive), terms_(terms), readers_(scopes.size()) {
    for (const TellingTerm& term : terms) {
        AskedToken& token = asked_.tokens.emplace_back();
        token.term = term.term;
    }
}

double ExpandedScorer::score(ArticlePlace place) {
    const SegmentScope& scope = scopes_[place.segment];
    const auto [first, end] = scope.docids(place.article);
    const AskedArticle& found = reader(place.segment).read(place.article, {0, end - first});
    const double length =
        scope.articles().entry(place.article).text_bytes / archive_.average_bytes();
    const double half = scoring::k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
    double score = 0;
    double most = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const auto count = static_cast<double>(found[headline].positions[i].size() +
                                               found[body].positions[i].size());
        const double weight = terms_[i].weight * terms_[i].idf;
        score += weight * count / (count + half);
        most += weight;
    }
    return most > 0 ? score / most : 0;
}

AskedArticleReader& ExpandedScorer::reader(std::uint32_t segment) {
    std::unique_ptr<AskedArticleReader>& reader = readers_[segment];
    if (!reader)
        reader = std::make_unique<AskedArticleReader>(
            scopes_[segment], asked_,
            std::vector<bool>(scopes_[segment].articles().languages().size(), true));
    return *reader;
}

}  // namespace dateline
