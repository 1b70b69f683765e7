#include "searcher/feedback.hpp"

#include <limits>
#include <string>
#include <unordered_map>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

/// Numbers terms in the order in which they are met, in whichever segment.
class TermNumbers {
  public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    explicit TermNumbers(const Index& index) : index_(index), of_forms_(index.segments().size()) {}

    /// `none` for stop words and acronyms.
    std::uint32_t number(std::uint32_t segment, std::uint32_t form) {
        const auto [known, is_new] = of_forms_[segment].try_emplace(form, none);
        if (!is_new) return known->second;
        const FormEntry entry = index_.segments()[segment].texts().words().form(form);
        if (entry.is_stop_word || !entry.acronym.empty() || entry.term.empty()) return none;
        const auto count = static_cast<std::uint32_t>(of_terms_.size());
        return known->second = of_terms_.try_emplace(entry.term, count).first->second;
    }

    const std::unordered_map<std::string, std::uint32_t>& all() const { return of_terms_; }

  private:
    const Index& index_;
    std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> of_forms_;  // by segment
    std::unordered_map<std::string, std::uint32_t> of_terms_;
};

class TermCollector {
  public:
    TermCollector(const Index& index, const ArchiveSize& archive,
                  std::span<const LoadedTexts> loaded)
        : index_(index),
          average_tokens_(archive.average_tokens()),
          loaded_(loaded),
          terms_(index) {}

    void add(const FeedbackPassage& passage) {
        const Segment& segment = index_.segments()[passage.segment];
        const CodedPassage coded = words_of(segment, loaded_, passage.segment, passage.docid);
        if (!coded.is_regular) return;
        const std::vector<std::uint32_t> forms = segment.texts().forms_in(coded.text);
        for (const std::uint32_t form : forms) count(terms_.number(passage.segment, form));
        const double length = static_cast<double>(forms.size()) / average_tokens_;
        const double half =
            scoring::k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
        for (const std::uint32_t term : met_) {
            weights_[term] += passage.weight * counts_[term] / (counts_[term] + half);
            counts_[term] = 0;
        }
        met_.clear();
    }

    SaidTerms said() const {
        SaidTerms said;
        for (const auto& [term, number] : terms_.all()) said[term].weight = weights_[number];
        return said;
    }

  private:
    void count(std::uint32_t term) {
        if (term == TermNumbers::none) return;
        if (term >= counts_.size()) {
            counts_.resize(term + 1);
            weights_.resize(term + 1);
        }
        if (counts_[term]++ == 0) met_.push_back(term);
    }

    const Index& index_;
    double average_tokens_;
    std::span<const LoadedTexts> loaded_;
    TermNumbers terms_;
    std::vector<std::uint32_t> counts_;  // in the passage at hand, by term
    std::vector<double> weights_;        // so far, by term
    std::vector<std::uint32_t> met_;     // in the passage at hand
};

}  // namespace

std::vector<TellingTerm> feedback_terms(const Index& index, const ArchiveSize& archive,
                                        std::span<const FeedbackPassage> passages,
                                        std::span<const LoadedTexts> loaded) {
    TermCollector collector(index, archive, loaded);
    for (const FeedbackPassage& passage : passages) collector.add(passage);
    return most_telling(index, archive, collector.said(), scoring::feedback_words);
}

}  // namespace dateline
