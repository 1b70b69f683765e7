#include "searcher/expanded_score.hpp"

#include <algorithm>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

}  // namespace

ExpandedScorer::ExpandedScorer(std::span<const SegmentScope> scopes, const ArchiveSize& archive,
                               std::span<const TellingTerm> terms,
                               std::span<const LoadedTexts> loaded)
    : scopes_(scopes),
      archive_(archive),
      terms_(terms),
      loaded_(loaded),
      readers_(scopes.size()),
      counts_(terms.size()) {
    for (const TellingTerm& term : terms) {
        AskedToken& token = asked_.tokens.emplace_back();
        token.term = term.term;
    }
}

double ExpandedScorer::score(ArticlePlace place) {
    count(place);
    const double length =
        scopes_[place.segment].articles().text_bytes(place.article) / archive_.average_bytes();
    const double half = scoring::k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
    double score = 0;
    double most = 0;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
        const double count = counts_[i];
        const double weight = terms_[i].weight * terms_[i].idf;
        score += weight * count / (count + half);
        most += weight;
    }
    return most > 0 ? score / most : 0;
}

void ExpandedScorer::count(ArticlePlace place) {
    std::ranges::fill(counts_, 0);
    if (count_units(place)) return;
    std::ranges::fill(counts_, 0);
    count_words(place);
}

// Not where words are no units.
bool ExpandedScorer::count_units(ArticlePlace place) {
    const SegmentScope& scope = scopes_[place.segment];
    std::unique_ptr<TokenCounts>& counts = readers_[place.segment].counts;
    if (!counts)
        counts = std::make_unique<TokenCounts>(
            scope.segment.texts().words(), asked_.tokens,
            std::vector<bool>(scope.articles().languages().size(), true));
    const auto [first, end] = scope.docids(place.article);
    for (DocId docid = first; docid < end; ++docid) {
        const CodedPassage passage = words_of(scope.segment, loaded_, place.segment, docid);
        if (!passage.is_regular || !passage.headline_is_regular) return false;
        counts->add(passage.headline, counts_);
        counts->add(passage.text, counts_);
    }
    return true;
}

void ExpandedScorer::count_words(ArticlePlace place) {
    const SegmentScope& scope = scopes_[place.segment];
    std::unique_ptr<AskedArticleReader>& words = readers_[place.segment].words;
    if (!words)
        words = std::make_unique<AskedArticleReader>(
            scope, asked_, std::vector<bool>(scope.articles().languages().size(), true));
    const auto [first, end] = scope.docids(place.article);
    const AskedArticle& found = words->read(place.article, {0, end - first});
    for (std::size_t i = 0; i < terms_.size(); ++i)
        counts_[i] = static_cast<std::uint32_t>(found[headline].positions[i].size() +
                                                found[body].positions[i].size());
}

}  // namespace dateline
