#include "searcher/typical_terms.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "corpus/bytes.hpp"
#include "corpus/unicode.hpp"
#include "searcher/passage_words.hpp"
#include "searcher/value_counts.hpp"

namespace dateline {

namespace {

// What the prior weighs: as much as a long article, or a hundredth of an archive that is small.
constexpr double most_prior_words = 1000;
constexpr double prior_part = 0.01;
constexpr double least_log_odds = 2;
constexpr std::uint64_t least_articles = 2;

bool says_something(const FormEntry& form) {
    if (!form.acronym.empty()) return true;
    if (form.is_stop_word || form.folded.size() < 2) return false;
    for (std::size_t at = 0; at < form.folded.size();) {
        const Character character = character_at(form.folded, at);
        const CharacterClass kind = character_class(character.code);
        if (kind == CharacterClass::letter || kind == CharacterClass::unspaced) return true;
        at += character.size;
    }
    return false;
}

// What its postings are found by; empty for what is not counted.
std::string term_of(const FormEntry& form) {
    if (!says_something(form)) return {};
    return form.acronym.empty() ? form.term : std::string(acronym_prefix) + form.acronym;
}

struct CountedTerm {
    std::uint64_t times = 0;
    std::uint64_t archive_times = 0;
    std::unordered_map<std::string, std::uint64_t> spellings;
};

/// The terms of one language.
struct LanguageTerms {
    std::unordered_map<std::string, CountedTerm> counted;  // that stand in what was found
    std::uint64_t all = 0;
    std::uint64_t archive_all = 0;
};

struct Candidate {
    const std::string* term = nullptr;
    const CountedTerm* counted = nullptr;
    double log_odds = 0;
};

std::vector<DocId> all_passages(const Segment& segment, const ArticleSet& articles) {
    std::vector<DocId> docids;
    for (const std::uint32_t article : articles)
        for (DocId docid = segment.articles().first_docid(article);
             docid < segment.articles().end_docid(article); ++docid)
            docids.push_back(docid);
    return docids;
}

// Where something stands that the query asks for, in articles that it finds.
std::vector<DocId> passages_found(const AskedSet& asked, std::size_t number) {
    const SegmentMatches& matches = asked.matched().matches()[number];
    const Segment& segment = asked.index().segments()[number];
    const std::vector<TextLeaf>& leaves = asked.matched().plan().leaves;
    if (std::ranges::none_of(leaves, &TextLeaf::ranks))
        return all_passages(segment, matches.articles);
    std::vector<bool> is_found(segment.articles().article_count());
    for (const std::uint32_t article : matches.articles) is_found[article] = true;
    std::vector<std::uint32_t> docids;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (!leaves[i].ranks) continue;
        ArticleCursor cursor(segment.articles());
        for (const Posting& posting : matches.leaves[i].passages)
            if (const std::uint32_t article = cursor.article_of(posting.docid);
                is_found[article] && !matches.is_idle(i, article))
                docids.push_back(posting.docid);
    }
    return article_set(std::move(docids));
}

std::vector<DocId> dead_passages(const Segment& segment) {
    if (!segment.tombstones().any()) return {};
    ArticleSet dead = articles_between(0, segment.articles().article_count());
    std::erase_if(dead,
                  [&](std::uint32_t article) { return !segment.tombstones().is_dead(article); });
    return all_passages(segment, dead);
}

std::set<std::string> asked_terms(const Plan& plan) {
    std::set<std::string> terms;
    for (const TextLeaf& leaf : plan.leaves)
        for (const AskedWords& words : leaf.words)
            for (const AskedToken& token : words.tokens) {
                terms.insert(token.term);
                if (token.expansion)
                    terms.insert(token.expansion->terms.begin(), token.expansion->terms.end());
            }
    return terms;
}

/// How often the terms of what was found stand there, and in the archive.
class TermCounts {
  public:
    explicit TermCounts(const AskedSet& asked)
        : asked_(asked), left_out_(asked_terms(asked.matched().plan())) {
        for (std::size_t i = 0; i < asked.index().segments().size(); ++i) count_found(i);
        for (const Segment& segment : asked.index().segments()) count_archive(segment);
    }

    std::vector<Candidate> by_log_odds() const {
        std::vector<Candidate> candidates;
        for (const auto& [language, terms] : languages_) add_candidates(terms, candidates);
        std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
            return std::tie(b.log_odds, *a.term) < std::tie(a.log_odds, *b.term);
        });
        return candidates;
    }

  private:
    void add_candidates(const LanguageTerms& terms, std::vector<Candidate>& candidates) const {
        for (const auto& [term, counted] : terms.counted) {
            const double log_odds = standardised_log_odds(
                static_cast<double>(counted.times), static_cast<double>(terms.all),
                static_cast<double>(counted.archive_times), static_cast<double>(terms.archive_all));
            if (log_odds >= least_log_odds && !left_out_.contains(term))
                candidates.push_back({&term, &counted, log_odds});
        }
    }

    /// By the segment's numbers.
    using Languages = std::vector<LanguageTerms*>;

    Languages languages_of(const Segment& segment) {
        Languages languages;
        for (const std::string& code : segment.articles().languages())
            languages.push_back(&languages_[code]);
        return languages;
    }

    static LanguageTerms& terms_of(const Languages& languages, const FormEntry& form) {
        if (form.language >= languages.size())
            throw_damaged("the words file of a segment", "a language");
        return *languages[form.language];
    }

    void count_found(std::size_t number) {
        const Segment& segment = asked_.index().segments()[number];
        const Languages languages = languages_of(segment);
        PassageWords words(segment);
        for (const DocId docid : passages_found(asked_, number)) words.add_passage(docid);
        words.visit([&](std::string_view written, std::uint32_t, const FormEntry& form,
                        std::uint32_t times) {
            const std::string term = term_of(form);
            if (term.empty()) return;
            LanguageTerms& terms = terms_of(languages, form);
            CountedTerm& counted = terms.counted[term];
            counted.times += times;
            counted.spellings[std::string(written)] += times;
            terms.all += times;
        });
    }

    void count_archive(const Segment& segment) {
        const Languages languages = languages_of(segment);
        const auto add = [&](const FormEntry& form, std::uint64_t times) {
            const std::string term = term_of(form);
            if (term.empty()) return;
            LanguageTerms& terms = terms_of(languages, form);
            terms.archive_all += times;
            if (const auto counted = terms.counted.find(term); counted != terms.counted.end())
                counted->second.archive_times += times;
        };
        const WordsFile& file = segment.texts().words();
        file.visit_forms(0, file.form_count(), [&](std::uint32_t, const FormEntry& form) {
            add(form, form.occurrences);
        });
        PassageWords dead(segment);
        for (const DocId docid : dead_passages(segment)) dead.add_passage(docid);
        dead.visit([&](std::string_view, std::uint32_t, const FormEntry& form,
                       std::uint32_t times) { add(form, std::uint64_t{0} - times); });
    }

    const AskedSet& asked_;
    std::set<std::string> left_out_;
    std::map<std::string, LanguageTerms> languages_;
};

TypicalTerm typical_term(const AskedSet& asked, const Candidate& candidate) {
    TypicalTerm typical{most_frequent(candidate.counted->spellings), 0, 0, candidate.log_odds};
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i) {
        const Segment& segment = asked.index().segments()[i];
        ArticleSet articles;
        ArticleCursor cursor(segment.articles());
        for (const Posting& posting : segment.postings(*candidate.term))
            if (const std::uint32_t article = cursor.article_of(posting.docid);
                articles.empty() || articles.back() != article)
                articles.push_back(article);
        typical.archive_articles += articles.size();
        typical.articles += in_both(articles, asked.articles(i)).size();
    }
    return typical;
}

}  // namespace

std::vector<TypicalTerm> typical_terms(const AskedSet& asked, std::size_t most) {
    const TermCounts counts(asked);
    const std::uint64_t least = std::min(least_articles, asked.article_total());
    std::vector<TypicalTerm> terms;
    std::set<std::string_view> seen;  // a term may be typical in several languages
    for (const Candidate& candidate : counts.by_log_odds()) {
        if (most > 0 && terms.size() == most) break;
        if (!seen.insert(*candidate.term).second) continue;
        TypicalTerm term = typical_term(asked, candidate);
        if (term.articles >= least) terms.push_back(std::move(term));
    }
    return terms;
}

double standardised_log_odds(double times, double all, double archive_times, double archive_all) {
    if (archive_all <= 0 || archive_times <= 0) return 0;
    const double prior_words = std::min(most_prior_words, prior_part * archive_all);
    const double prior = prior_words * archive_times / archive_all;
    const double here = std::log((times + prior) / (all + prior_words - times - prior));
    const double there =
        std::log((archive_times + prior) / (archive_all + prior_words - archive_times - prior));
    const double variance = 1 / (times + prior) + 1 / (archive_times + prior);
    return (here - there) / std::sqrt(variance);
}

}  // namespace dateline
