#include "searcher/telling_terms.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

/// Over passages; 0 for what stands nearly everywhere.
class Idf {
  public:
    explicit Idf(const ArchiveSize& archive)
        : all_(static_cast<double>(archive.passages)),
          most_passages_(std::max(scoring::feedback_passages_anyway,
                                  scoring::feedback_most_passages * all_)) {}

    double of(std::uint64_t passages) const {
        const auto in = static_cast<double>(passages);
        return in > most_passages_ ? 0 : idf(in, all_);
    }
    double most() const { return of(0); }

  private:
    double all_;
    double most_passages_;
};

bool says_more(const TellingTerm& a, const TellingTerm& b) {
    return std::tie(b.weight, a.term) < std::tie(a.weight, b.term);
}

std::uint64_t passages_with(const Index& index, const std::string& term) {
    std::uint64_t passages = 0;
    for (const Segment& segment : index.segments()) passages += segment.living_frequency(term);
    return passages;
}

// Those of which most is said first: how many passages hold a term is asked of few.
std::vector<const SaidTerms::value_type*> by_weight(const SaidTerms& said) {
    std::vector<const SaidTerms::value_type*> terms;
    for (const SaidTerms::value_type& term : said) terms.push_back(&term);
    std::ranges::sort(terms, [](const auto* a, const auto* b) {
        return std::tie(b->second.weight, a->first) < std::tie(a->second.weight, b->first);
    });
    return terms;
}

TellingTerm found(const Index& index, const Idf& idf, const SaidTerms::value_type& said) {
    const std::uint64_t passages = passages_with(index, said.first);
    TellingTerm term{said.first, idf.of(passages), 0};
    const bool is_elsewhere = said.second.passages == 0 || passages > said.second.passages;
    term.weight = is_elsewhere ? said.second.weight * term.idf : 0;
    return term;
}

}  // namespace

std::vector<TellingTerm> most_telling(const Index& index, const ArchiveSize& archive,
                                      const SaidTerms& said, std::size_t most) {
    const Idf idf(archive);
    std::vector<TellingTerm> terms;  // the best so far, a heap with the least first
    for (const SaidTerms::value_type* const next : by_weight(said)) {
        const bool is_full = terms.size() == most;
        if (is_full && next->second.weight * idf.most() < terms.front().weight) break;
        TellingTerm term = found(index, idf, *next);
        if (term.weight == 0 || (is_full && !says_more(term, terms.front()))) continue;
        if (is_full) {
            std::ranges::pop_heap(terms, says_more);
            terms.pop_back();
        }
        terms.push_back(std::move(term));
        std::ranges::push_heap(terms, says_more);
    }
    std::ranges::sort(terms, says_more);
    double sum = 0;
    for (const TellingTerm& term : terms) sum += term.weight;
    for (TellingTerm& term : terms) term.weight /= sum;
    return terms;
}

}  // namespace dateline
