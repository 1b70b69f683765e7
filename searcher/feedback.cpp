#include "searcher/feedback.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

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
            said_[term] += passage.weight * count / (count + half);
    }

    const std::map<std::string, double>& said() const { return said_; }

  private:
    const Index& index_;
    double average_tokens_;
    std::vector<FormTerms> terms_;        // by segment
    std::map<std::string, double> said_;  // what the passages say of a term, without idf
};

/// Over passages; 0 for what stands nearly everywhere.
class Idf {
  public:
    explicit Idf(const ArchiveSize& archive)
        : all_(static_cast<double>(archive.passages)),
          most_passages_(std::max(scoring::feedback_passages_anyway,
                                  scoring::feedback_most_passages * all_)) {}

    double of(std::uint64_t passages) const {
        const auto in = static_cast<double>(passages);
        return in > most_passages_ ? 0 : std::log1p((all_ - in + 0.5) / (in + 0.5));
    }
    double most() const { return of(0); }

  private:
    double all_;
    double most_passages_;
};

bool says_more(const FeedbackTerm& a, const FeedbackTerm& b) {
    return std::tie(b.weight, a.term) < std::tie(a.weight, b.term);
}

std::uint64_t passages_with(const Index& index, const std::string& term) {
    std::uint64_t passages = 0;
    for (const Segment& segment : index.segments()) passages += segment.living_frequency(term);
    return passages;
}

}  // namespace

std::vector<FeedbackTerm> feedback_terms(const Index& index, const ArchiveSize& archive,
                                         std::span<const FeedbackPassage> passages) {
    TermCollector collector(index, archive);
    for (const FeedbackPassage& passage : passages) collector.add(passage);
    // Those of which most is said first: how many passages hold a term is asked of few.
    std::vector<std::pair<double, std::string_view>> said;
    for (const auto& [term, weight] : collector.said()) said.emplace_back(weight, term);
    std::ranges::sort(said, [](const auto& a, const auto& b) {
        return std::tie(b.first, a.second) < std::tie(a.first, b.second);
    });
    const Idf idf(archive);
    std::vector<FeedbackTerm> terms;  // the best so far, a heap with the least first
    for (const auto& [weight, term] : said) {
        const bool is_full = terms.size() == scoring::feedback_words;
        if (is_full && weight * idf.most() < terms.front().weight) break;
        FeedbackTerm found{std::string(term), idf.of(passages_with(index, std::string(term))), 0};
        found.weight = weight * found.idf;
        if (found.idf == 0 || (is_full && !says_more(found, terms.front()))) continue;
        if (is_full) {
            std::ranges::pop_heap(terms, says_more);
            terms.pop_back();
        }
        terms.push_back(std::move(found));
        std::ranges::push_heap(terms, says_more);
    }
    std::ranges::sort(terms, says_more);
    double sum = 0;
    for (const FeedbackTerm& term : terms) sum += term.weight;
    for (FeedbackTerm& term : terms) term.weight /= sum;
    return terms;
}

}  // namespace dateline
