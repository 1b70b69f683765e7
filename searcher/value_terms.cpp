#include "searcher/value_terms.hpp"

#include <algorithm>
#include <limits>
#include <unordered_set>

#include "corpus/analyzer.hpp"
#include "corpus/section_keywords.hpp"

namespace dateline {

namespace {

/// The terms of a field in one segment.
class SegmentTerms {
  public:
    SegmentTerms(const AskedSet& asked, std::size_t segment, Field field)
        : segment_(asked.index().segments()[segment]),
          articles_(asked.articles(segment)),
          field_(field),
          prefix_(row_of(field)->prefix),
          is_found_(segment_.articles().article_count()) {
        for (const std::uint32_t article : articles_) is_found_[article] = true;
    }

    void count(ValueCounts& counts) {
        const auto terms = segment_.terms_with(prefix_, std::numeric_limits<std::size_t>::max());
        const std::unordered_set<std::string> known(terms.begin(), terms.end());
        std::vector<bool> has_value(is_found_.size());
        for (const std::string& term : terms) {
            const ArticleSet found = found_with(term);
            if (found.empty() || is_list(term, found.front(), known)) continue;
            counts.add_folded(term.substr(prefix_.size()), found.size());
            for (const std::uint32_t article : found) has_value[article] = true;
        }
        const auto with = std::ranges::count(has_value, true);
        counts.add_without(articles_.size() - static_cast<std::uint64_t>(with));
    }

    ArticleSet found_with(const std::string& term) const {
        ArticleSet found;
        ArticleCursor cursor(segment_.articles());
        for (const Posting& posting : segment_.postings(term))
            if (const std::uint32_t article = cursor.article_of(posting.docid); is_found_[article])
                found.push_back(article);
        return found;
    }

  private:
    // Whether the term is "cocoa; grain" as a whole, which is no section of its own. Where its
    // parts are not there as well, or may be clipped, an article that has it tells.
    bool is_list(const std::string& term, std::uint32_t article,
                 const std::unordered_set<std::string>& known) const {
        if (field_ != Field::section) return false;
        const std::string_view value = std::string_view(term).substr(prefix_.size());
        const std::vector<std::string_view> parts = section_values(value);
        const bool is_whole = term.size() < max_term_bytes;
        if (parts.size() <= 1 && is_whole) return false;
        const bool are_known = std::all_of(parts.begin() + 1, parts.end(), [&](auto part) {
            return known.contains(prefix_ + std::string(part));
        });
        if (parts.size() > 2 && is_whole && are_known) return true;
        const std::string section = segment_.fields(article).section;
        return single_values_hold(section, term);
    }

    bool single_values_hold(const std::string& section, const std::string& term) const {
        const std::vector<std::string_view> values = section_values(section);
        if (values.size() <= 1) return false;
        return std::none_of(values.begin() + 1, values.end(), [&](std::string_view value) {
            return field_term(prefix_, fold_text(value)) == term;
        });
    }

    const Segment& segment_;
    const ArticleSet& articles_;
    Field field_;
    std::string prefix_;
    std::vector<bool> is_found_;  // by article
};

std::vector<Article> newest_with(const AskedSet& asked, Field field, const std::string& term,
                                 std::size_t most) {
    std::vector<Article> newest;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i) {
        const ArticleSet found = SegmentTerms(asked, i, field).found_with(term);
        for (std::size_t j = 0; j < std::min(most, found.size()); ++j)
            newest.push_back(asked.index().segments()[i].fields(found[j]));
    }
    std::ranges::sort(newest, [](const auto& a, const auto& b) { return comes_before(a, b); });
    if (newest.size() > most) newest.resize(most);
    return newest;
}

}  // namespace

ValueCounts count_terms(const AskedSet& asked, Field field) {
    ValueCounts counts;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i)
        SegmentTerms(asked, i, field).count(counts);
    return counts;
}

std::string spelling_of(const AskedSet& asked, Field field, const std::string& folded,
                        std::size_t most_articles) {
    const std::string prefix(row_of(field)->prefix);
    std::unordered_map<std::string, std::uint64_t> spellings;
    for (const Article& article : newest_with(asked, field, prefix + folded, most_articles))
        for (const std::string_view value : single_values(article, field))
            if (field_term(prefix, fold_text(value)) == prefix + folded)
                ++spellings[std::string(value)];
    return most_frequent(spellings);
}

std::vector<std::string_view> single_values(const Article& header, Field field) {
    if (field == Field::source) return {header.source};
    std::vector<std::string_view> values = section_values(header.section);
    if (values.size() > 1) values.erase(values.begin());
    return values;
}

}  // namespace dateline
