#include "searcher/field_values.hpp"

#include <algorithm>

#include "corpus/analyzer.hpp"
#include "corpus/distinct.hpp"

namespace dateline {

namespace {

// Longer values are clipped in their terms.
constexpr std::size_t longest_whole_term = max_term_bytes - 17;

std::vector<std::string> values_in(const Segment& segment, std::string_view field_prefix,
                                   const std::string& term_prefix, std::size_t limit) {
    // Terms of dead articles are among them.
    const std::size_t most_terms = 4 * limit;
    std::vector<std::string> values;
    for (const std::string& term : segment.terms_with(term_prefix, most_terms)) {
        if (values.size() == limit) break;
        if (term.size() < longest_whole_term && segment.living_frequency(term) > 0)
            values.push_back(term.substr(field_prefix.size()));
    }
    return values;
}

}  // namespace

std::vector<std::string> field_values(const Index& index, const FieldRow& field,
                                      std::string_view prefix, std::size_t limit) {
    std::vector<std::string> values;
    if (field.kind != FieldKind::exact) return values;
    const std::string folded = field.field == Field::id ? std::string(prefix) : fold_text(prefix);
    const std::string term_prefix = std::string(field.prefix) + folded;
    for (const Segment& segment : index.segments())
        std::ranges::move(values_in(segment, field.prefix, term_prefix, limit),
                          std::back_inserter(values));
    sort_distinct(values);
    values.resize(std::min(values.size(), limit));
    return values;
}

}  // namespace dateline
