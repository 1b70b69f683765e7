#include "searcher/render_facets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "searcher/bar_chart.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

std::uint64_t largest_of(const Facet& facet) {
    std::uint64_t largest = 1;
    for (const FacetValue& value : facet.values) largest = std::max(largest, value.articles);
    return largest;
}

BarChart chart_of(const Facet& facet) {
    BarChart chart{.headings = {""}, .lines = {}};
    const auto largest = static_cast<double>(largest_of(facet));
    for (const FacetValue& value : facet.values)
        chart.lines.push_back({.label = value.value,
                               .length = static_cast<double>(value.articles) / largest,
                               .figures = {fmt::format("{}", value.articles)}});
    if (facet.more_values > 0)
        chart.lines.push_back({.remark = fmt::format("+{} more {}s (-n 0 shows all)",
                                                     facet.more_values, name_of(facet.field))});
    // No bar: it would dwarf what is compared.
    if (facet.without > 0)
        chart.lines.push_back({.label = fmt::format("(no {})", name_of(facet.field)),
                               .figures = {fmt::format("{}", facet.without)}});
    return chart;
}

}  // namespace

std::string render_facets(const std::vector<Facet>& facets, const std::string& counts,
                          const TextStyle& style) {
    const TextInks inks = inks_of(style);
    std::string text;
    for (const Facet& facet : facets)
        text += painted(name_of(facet.field), inks.headline.normal) + "\n" +
                render_bars(chart_of(facet), style) + "\n";
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    return text + indented(wrap_text(counts, {}, width, inks.aside), "", "");
}

std::vector<nlohmann::ordered_json> facet_records(const std::vector<Facet>& facets) {
    std::vector<nlohmann::ordered_json> records;
    const auto add = [&](FacetField field, nlohmann::ordered_json value, std::uint64_t articles) {
        records.push_back({{"field", std::string(name_of(field))},
                           {"value", std::move(value)},
                           {"articles", articles}});
    };
    for (const Facet& facet : facets) {
        for (const FacetValue& value : facet.values) add(facet.field, value.value, value.articles);
        if (facet.without > 0) add(facet.field, nullptr, facet.without);
    }
    return records;
}

}  // namespace dateline
