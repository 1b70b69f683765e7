#include "searcher/facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "corpus/error.hpp"
#include "searcher/time_unit.hpp"
#include "searcher/value_terms.hpp"

namespace dateline {

namespace {

// From so many articles on, walking all values of a field is quicker than reading each article.
constexpr std::uint64_t most_articles_read = 4096;
constexpr std::size_t articles_for_spelling = 15;

constexpr std::array all_facet_fields{FacetField::source, FacetField::section,  FacetField::byline,
                                      FacetField::place,  FacetField::language, FacetField::year};

FacetField facet_field(std::string_view name) {
    const auto field =
        std::ranges::find(all_facet_fields, name, [](FacetField each) { return name_of(each); });
    if (field != all_facet_fields.end()) return *field;
    throw Error(ErrorKind::usage, fmt::format("--by does not take \"{}\"", name),
                "it takes source, section, byline, place, language and year, with commas between");
}

bool has_terms(FacetField field) {
    return field == FacetField::source || field == FacetField::section;
}

Field term_field(FacetField field) {
    return field == FacetField::source ? Field::source : Field::section;
}

std::vector<std::string_view> values_of(const Article& header, FacetField field) {
    if (field == FacetField::byline) return {header.byline};
    if (field == FacetField::place) return {header.place};
    return single_values(header, term_field(field));
}

ValueCounts count_languages(const AskedSet& asked) {
    ValueCounts counts;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i) {
        const Segment& segment = asked.index().segments()[i];
        std::map<std::uint8_t, std::uint64_t> by_number;
        for (const std::uint32_t article : asked.articles(i))
            ++by_number[segment.articles().language(article)];
        for (const auto& [number, articles] : by_number) {
            const std::string& code = segment.articles().languages()[number];
            if (code.empty())
                counts.add_without(articles);
            else
                counts.add_folded(code, articles);
        }
    }
    return counts;
}

ValueCounts count_years(const AskedSet& asked) {
    ValueCounts counts;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i) {
        const ArticlesFile& file = asked.index().segments()[i].articles();
        const ArticleSet& found = asked.articles(i);
        for (auto at = found.begin(); at != found.end();) {
            // Newest first: those of a year stand side by side.
            const bool is_dated = *at < file.dated_count();
            const std::int32_t year = is_dated ? unit_number(TimeUnit::year, file.day(*at)) : 0;
            const std::uint32_t end = is_dated
                                          ? file.articles_in(days_of(TimeUnit::year, year)).second
                                          : file.article_count();
            const auto next = std::lower_bound(at, found.end(), end);
            const auto articles = static_cast<std::uint64_t>(next - at);
            if (is_dated)
                counts.add_folded(unit_label(TimeUnit::year, year), articles);
            else
                counts.add_without(articles);
            at = next;
        }
    }
    return counts;
}

/// Counts fields whose values only the articles themselves tell, all in one reading.
std::map<FacetField, ValueCounts> read_values(const AskedSet& asked,
                                              const std::vector<FacetField>& fields) {
    std::map<FacetField, ValueCounts> counts;
    if (fields.empty()) return counts;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i)
        for (const std::uint32_t article : asked.articles(i)) {
            const Article header = asked.index().segments()[i].fields(article);
            for (const FacetField field : fields)
                counts[field].add_article(values_of(header, field));
        }
    return counts;
}

Facet facet_of(FacetField field, const ValueCounts& counts, std::size_t most_values,
               const AskedSet& asked) {
    Facet facet{.field = field, .without = counts.without()};
    for (ValueCounts::Value& value : counts.most(most_values)) {
        if (value.spelling.empty())
            value.spelling = has_terms(field) ? spelling_of(asked, term_field(field), value.folded,
                                                            articles_for_spelling)
                                              : value.folded;
        facet.values.push_back({std::move(value.spelling), value.articles});
    }
    facet.more_values = counts.value_count() - facet.values.size();
    return facet;
}

}  // namespace

std::string_view name_of(FacetField field) {
    constexpr std::array<std::string_view, 6> names{"source", "section",  "byline",
                                                    "place",  "language", "year"};
    return names[static_cast<std::size_t>(field)];
}

std::vector<FacetField> facet_fields(std::string_view names) {
    std::vector<FacetField> fields;
    while (true) {
        const std::size_t comma = std::min(names.find(','), names.size());
        const FacetField field = facet_field(names.substr(0, comma));
        if (std::ranges::find(fields, field) != fields.end())
            throw Error(ErrorKind::usage,
                        fmt::format("--by names {} more than once", name_of(field)));
        fields.push_back(field);
        if (comma == names.size()) return fields;
        names.remove_prefix(comma + 1);
    }
}

std::vector<Facet> count_facets(const AskedSet& asked, const std::vector<FacetField>& fields,
                                std::size_t most_values) {
    const bool walks_terms = asked.article_total() > most_articles_read;
    std::vector<FacetField> to_read;
    for (const FacetField field : fields)
        if (field < FacetField::language && !(walks_terms && has_terms(field)))
            to_read.push_back(field);
    std::map<FacetField, ValueCounts> counts = read_values(asked, to_read);
    std::vector<Facet> facets;
    for (const FacetField field : fields) {
        if (field == FacetField::language) counts[field] = count_languages(asked);
        if (field == FacetField::year) counts[field] = count_years(asked);
        if (walks_terms && has_terms(field)) counts[field] = count_terms(asked, term_field(field));
        facets.push_back(facet_of(field, counts[field], most_values, asked));
    }
    return facets;
}

}  // namespace dateline
