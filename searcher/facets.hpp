#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/asked_set.hpp"

namespace dateline {

/// By what the articles of an answer can be counted.
enum class FacetField : std::uint8_t { source, section, byline, place, language, year };

std::string_view name_of(FacetField field);
/// "source,year". Throws Error{usage} for an unknown or a repeated name.
std::vector<FacetField> facet_fields(std::string_view names);

struct FacetValue {
    /// As most articles write it: what differs only in case and diacritics is one value. Where
    /// there are very many articles, as most of the newest fifteen of them do.
    std::string value;
    std::uint64_t articles = 0;
    bool operator==(const FacetValue&) const = default;
};

/// How many articles have which value of a field. One in several sections ("cocoa; grain") counts
/// for each.
struct Facet {
    FacetField field = FacetField::source;
    std::vector<FacetValue> values{};  ///< most articles first, then by folded value
    std::uint64_t more_values = 0;     ///< that were left out
    std::uint64_t without = 0;         ///< articles that have none
    bool operator==(const Facet&) const = default;
};

/// `most_values` of each field; 0: all.
std::vector<Facet> count_facets(const AskedSet& asked, const std::vector<FacetField>& fields,
                                std::size_t most_values);

}  // namespace dateline
