#include "searcher/feedback.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

/// Numbers terms in the order in which they are met, in whichever segment. A term's letters are
/// read only where they are asked for, or where it has to be known again in another segment.
class MetTerms final : public TermFacts {
  public:
    explicit MetTerms(const Index& index) : index_(index), numbers_(index.segments().size()) {}

    std::uint32_t count() const { return static_cast<std::uint32_t>(terms_.size()); }

    /// `unit` of the segment has the term that is `in_segment` there.
    std::uint32_t number(std::uint32_t segment, std::uint32_t in_segment, UnitId unit) {
        const auto [known, is_new] = numbers_[segment].try_emplace(in_segment, count());
        if (!is_new) return known->second;
        const std::uint32_t passages = index_.segments()[segment].living_passages(in_segment);
        if (numbers_.size() == 1) {
            terms_.push_back({segment, unit, {}, {}, passages});
            return known->second;
        }
        const auto [named, is_first] = by_name_.try_emplace(name(segment, unit), count());
        if (is_first) terms_.push_back({segment, unit, named->first, {}, 0});
        Met& met = terms_[known->second = named->second];
        met.segments.push_back(segment);
        met.passages += passages;
        return named->second;
    }

    const std::string& term(std::uint32_t number) const override {
        const Met& met = terms_[number];
        if (met.name.empty()) met.name = name(met.segment, met.unit);
        return met.name;
    }
    std::uint64_t least_passages(std::uint32_t number) const override {
        return terms_[number].passages;
    }
    std::uint64_t passages(std::uint32_t number) const override {
        const Met& met = terms_[number];
        std::uint64_t passages = met.passages;
        for (std::uint32_t segment = 0; numbers_.size() > 1 && segment < numbers_.size(); ++segment)
            if (std::ranges::find(met.segments, segment) == met.segments.end())
                passages += index_.segments()[segment].living_frequency(met.name);
        return passages;
    }

  private:
    struct Met {
        std::uint32_t segment = 0;
        UnitId unit = 0;
        mutable std::string name;             // empty: not read
        std::vector<std::uint32_t> segments;  // where it was met; none where there is only one
        std::uint64_t passages = 0;           // living ones of those
    };

    std::string name(std::uint32_t segment, UnitId unit) const {
        const WordsFile& words = index_.segments()[segment].texts().words();
        return words.form(words.unit(unit).form).term;
    }

    const Index& index_;
    std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> numbers_;  // by segment
    std::unordered_map<std::string, std::uint32_t> by_name_;
    std::vector<Met> terms_;
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
        const std::uint32_t tokens = count(segment, passage.segment, coded.text);
        const double length = tokens / average_tokens_;
        const double half =
            scoring::k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
        for (const std::uint32_t term : met_) {
            said_[term].weight += passage.weight * counts_[term] / (counts_[term] + half);
            counts_[term] = 0;
        }
        met_.clear();
    }

    const TermFacts& terms() const { return terms_; }
    std::span<const SaidTerm> said() const { return said_; }

  private:
    // Returns how many words there are.
    std::uint32_t count(const Segment& segment, std::uint32_t number, std::string_view code) {
        const WordsFile& words = segment.texts().words();
        const char* const end = code.data() + code.size();
        std::uint32_t tokens = 0;
        for (const char* at = code.data(); at != end;) {
            const UnitId unit = words.code().next(at, end);
            tokens += words.is_word(unit);
            const std::uint32_t term = segment.terms().telling_term_of(unit);
            if (term != TermsFile::no_term) count(terms_.number(number, term, unit));
        }
        return tokens;
    }

    void count(std::uint32_t term) {
        counts_.resize(terms_.count());
        said_.resize(terms_.count());
        if (counts_[term]++ == 0) met_.push_back(term);
    }

    const Index& index_;
    double average_tokens_;
    std::span<const LoadedTexts> loaded_;
    MetTerms terms_;
    std::vector<std::uint32_t> counts_;  // in the passage at hand, by term
    std::vector<SaidTerm> said_;         // so far, by term
    std::vector<std::uint32_t> met_;     // in the passage at hand
};

}  // namespace

std::vector<TellingTerm> feedback_terms(const Index& index, const ArchiveSize& archive,
                                        std::span<const FeedbackPassage> passages,
                                        std::span<const LoadedTexts> loaded) {
    TermCollector collector(index, archive, loaded);
    for (const FeedbackPassage& passage : passages) collector.add(passage);
    return most_telling(archive, collector.said(), collector.terms(), scoring::feedback_words);
}

}  // namespace dateline
