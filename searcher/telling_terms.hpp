#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "searcher/index.hpp"
#include "searcher/passage_scorer.hpp"

namespace dateline {

/// What some texts say of a term.
struct SaidTerm {
    double weight = 0;           ///< without idf
    std::uint32_t passages = 0;  ///< living ones that are not asked what else holds the term
};

/// By term.
using SaidTerms = std::map<std::string, SaidTerm>;

/// A term that tells some texts from others.
struct TellingTerm {
    std::string term;
    double idf = 0;     ///< over passages
    double weight = 0;  ///< > 0; of all terms together 1
};

/// What else is asked of terms that are known by numbers: seldom, since it takes its time.
class TermFacts {
  public:
    virtual ~TermFacts() = default;
    virtual const std::string& term(std::uint32_t number) const = 0;
    /// Living ones of the index that hold it.
    virtual std::uint64_t passages(std::uint32_t number) const = 0;
    /// No more than that, sooner told.
    virtual std::uint64_t least_passages(std::uint32_t /*number*/) const { return 0; }
};

/// Those whose weight x idf is most, best first, at most `most`: none that stands nearly
/// everywhere, or in no other passages. `said`: by the numbers of `facts`.
std::vector<TellingTerm> most_telling(const ArchiveSize& archive, std::span<const SaidTerm> said,
                                      const TermFacts& facts, std::size_t most);
std::vector<TellingTerm> most_telling(const Index& index, const ArchiveSize& archive,
                                      const SaidTerms& said, std::size_t most);

}  // namespace dateline
