#include "searcher/feedback.hpp"

#include <map>
#include <string>
#include <unordered_map>

#include "searcher/score_constants.hpp"

namespace dateline {

namespace {

/// Terms of the forms of one segment.
class FormTerms {
  public:
    explicit FormTerms(const WordsFile& words) : words_(words) {}

    // Empty for stop words and acronyms.
    const std::string& term(std::uint32_t form) {
        const auto [known, is_new] = terms_.try_emplace(form);
        if (!is_new) return known->second;
        const FormEntry entry = words_.form(form);
        if (!entry.is_stop_word && entry.acronym.empty()) known->second = entry.term;
        return known->second;
    }

  private:
    const WordsFile& words_;
    std::unordered_map<std::uint32_t, std::string> terms_;
};

class TermCollector {
  public:
    TermCollector(const Index& index, const ArchiveSize& archive)
        : index_(index), average_tokens_(archive.average_tokens()) {
        for (const Segment& segment : index.segments())
            terms_.emplace_back(segment.texts().words());
    }

    void add(const FeedbackPassage& passage) {
        const PassageTexts& texts = index_.segments()[passage.segment].texts();
        const CodedPassage coded = texts.text().words_of(passage.docid);
        if (!coded.is_regular) return;
        const std::vector<std::uint32_t> forms = texts.forms_in(coded.text);
        std::map<std::string, std::uint32_t> counts;
        for (const std::uint32_t form : forms)
            if (const std::string& term = terms_[passage.segment].term(form); !term.empty())
                ++counts[term];
        const double length = static_cast<double>(forms.size()) / average_tokens_;
        const double half =
            scoring::k1 * ((1 - scoring::feedback_b) + scoring::feedback_b * length);
        for (const auto& [term, count] : counts)
            said_[term].weight += passage.weight * count / (count + half);
    }

    const SaidTerms& said() const { return said_; }

  private:
    const Index& index_;
    double average_tokens_;
    std::vector<FormTerms> terms_;  // by segment
    SaidTerms said_;
};

}  // namespace

std::vector<TellingTerm> feedback_terms(const Index& index, const ArchiveSize& archive,
                                        std::span<const FeedbackPassage> passages) {
    TermCollector collector(index, archive);
    for (const FeedbackPassage& passage : passages) collector.add(passage);
    return most_telling(index, archive, collector.said(), scoring::feedback_words);
}

}  // namespace dateline
