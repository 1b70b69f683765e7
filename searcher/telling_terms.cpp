#include "searcher/telling_terms.hpp"

#include <algorithm>
#include <functional>
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

  private:
    double all_;
    double most_passages_;
};

/// A TellingTerm by its number.
struct Found {
    std::uint32_t number = 0;
    double idf = 0;
    double weight = 0;
};

Found found(std::uint32_t number, const SaidTerm& said, const TermFacts& facts, const Idf& idf) {
    const std::uint64_t passages = facts.passages(number);
    const bool is_elsewhere = said.passages == 0 || passages > said.passages;
    const double of_term = idf.of(passages);
    return {number, of_term, is_elsewhere ? said.weight * of_term : 0};
}

/// A term with the most that its weight can be.
struct Bound {
    double most = 0;
    std::uint32_t number = 0;
};

// Those that can have the greatest weights first: how many passages hold a term is asked of few.
std::vector<Bound> bounds(std::span<const SaidTerm> said, const TermFacts& facts, const Idf& idf) {
    std::vector<Bound> bounds;
    bounds.reserve(said.size());
    for (std::uint32_t number = 0; number < said.size(); ++number)
        bounds.push_back({said[number].weight * idf.of(facts.least_passages(number)), number});
    std::ranges::sort(bounds, std::greater<>(), &Bound::most);
    return bounds;
}

/// Terms by their names.
class NamedTerms final : public TermFacts {
  public:
    explicit NamedTerms(const Index& index) : index_(index) {}

    void add(const std::string& term) { terms_.push_back(&term); }
    const std::string& term(std::uint32_t number) const override { return *terms_[number]; }
    std::uint64_t passages(std::uint32_t number) const override {
        std::uint64_t passages = 0;
        for (const Segment& segment : index_.segments())
            passages += segment.living_frequency(term(number));
        return passages;
    }

  private:
    const Index& index_;
    std::vector<const std::string*> terms_;
};

}  // namespace

std::vector<TellingTerm> most_telling(const ArchiveSize& archive, std::span<const SaidTerm> said,
                                      const TermFacts& facts, std::size_t most) {
    const Idf idf(archive);
    const auto says_more = [&](const Found& a, const Found& b) {
        if (a.weight != b.weight) return a.weight > b.weight;
        return facts.term(a.number) < facts.term(b.number);
    };
    std::vector<Found> best;  // so far, a heap with the least first
    for (const auto& [bound, number] : bounds(said, facts, idf)) {
        const bool is_full = best.size() == most;
        if (bound == 0 || (is_full && bound < best.front().weight)) break;
        const Found next = found(number, said[number], facts, idf);
        if (next.weight == 0 || (is_full && !says_more(next, best.front()))) continue;
        if (is_full) {
            std::ranges::pop_heap(best, says_more);
            best.pop_back();
        }
        best.push_back(next);
        std::ranges::push_heap(best, says_more);
    }
    std::ranges::sort(best, says_more);
    double sum = 0;
    for (const Found& term : best) sum += term.weight;
    std::vector<TellingTerm> terms;
    for (const Found& term : best)
        terms.push_back({facts.term(term.number), term.idf, term.weight / sum});
    return terms;
}

std::vector<TellingTerm> most_telling(const Index& index, const ArchiveSize& archive,
                                      const SaidTerms& said, std::size_t most) {
    NamedTerms facts(index);
    std::vector<SaidTerm> by_number;
    for (const auto& [term, of_term] : said) {
        facts.add(term);
        by_number.push_back(of_term);
    }
    return most_telling(archive, by_number, facts, most);
}

}  // namespace dateline
