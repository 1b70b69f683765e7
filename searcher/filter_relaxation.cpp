#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "corpus/calendar.hpp"
#include "searcher/query_date.hpp"
#include "searcher/text_relaxation.hpp"

namespace dateline {

namespace {

bool is_coarse(const Date& date) {
    return date.precision == DatePrecision::year || date.precision == DatePrecision::month;
}

std::string days_text(Day days) { return days == 1 ? "1 day" : fmt::format("{} days", days); }

// Of a date that the clause does not hold for.
std::string date_reason(const Date& date, const Query& clause) {
    if (!date.known()) return "the article has no date";
    const std::string day = iso_date(date).substr(0, 10);
    if (is_coarse(date))
        return fmt::format("of the article only {} is known, which counts as its first day", day);
    if (clause.undated_only) return "the article has a date, " + day;
    const bool is_before = date.day < clause.days.first;
    return is_before ? fmt::format("the article is of {}, {} before", day,
                                   days_text(clause.days.first - date.day))
                     : fmt::format("the article is of {}, {} after", day,
                                   days_text(date.day - clause.days.last));
}

Query undated() {
    Query query;
    query.kind = QueryKind::date;
    query.field = Field::date;
    query.undated_only = true;
    return query;
}

// The end that the article lies beyond is moved to it.
Relaxation relaxed_date(ArticleProbe& probe, const Query& clause) {
    const Date& date = probe.header().date;
    SmallestChange change(probe);
    Query moved = clause;
    if (!date.known()) {
        change.offer(joined(QueryKind::any, {clause, undated()}), change_cost::form);
    } else if (clause.undated_only) {
        moved.undated_only = false;
        moved.days = {date.day, date.day};
        change.offer(joined(QueryKind::any, {std::move(moved), clause}), change_cost::form);
    } else {
        moved.days.first = std::min(moved.days.first, date.day);
        moved.days.last = std::max(moved.days.last, date.day);
        change.offer(std::move(moved), change_cost::form);
    }
    return std::move(change).because(date_reason(date, clause));
}

std::string value_reason(const Article& header, Field field) {
    const std::string* value = field == Field::byline     ? &header.byline
                               : field == Field::place    ? &header.place
                               : field == Field::source   ? &header.source
                               : field == Field::section  ? &header.section
                               : field == Field::language ? &header.language
                                                          : &header.id;
    const std::string name(row_of(field)->name);
    return value->empty() ? "the article has no " + name
                          : fmt::format("its {} is \"{}\"", name, *value);
}

Query as_text(const std::string& value) {
    Query text;
    text.kind = value.find(' ') == std::string::npos ? QueryKind::word : QueryKind::phrase;
    text.match = text.kind == QueryKind::word ? WordMatch::stem : WordMatch::form;
    text.text = value;
    return text;
}

// The beginning of a value; names one by one, or where the text has them.
Relaxation relaxed_value(ArticleProbe& probe, const Query& clause) {
    SmallestChange change(probe);
    if (row_of(clause.field)->kind == FieldKind::exact) {
        Query beginning = clause;
        beginning.prefix_match = true;
        change.offer(std::move(beginning), change_cost::form);
    } else {
        std::vector<Query> names;
        for (const ArticleProbe::Written& word : probe.words_in(clause.text)) {
            Query name = clause;
            name.text = word.text;
            names.push_back(std::move(name));
        }
        std::vector<Query> held;
        std::ranges::copy_if(names, std::back_inserter(held),
                             [&](const Query& name) { return probe.holds(name); });
        const auto lacking = static_cast<std::uint32_t>(names.size() - held.size());
        if (!held.empty())
            change.offer(joined(QueryKind::all, std::move(held)),
                         change_cost::form + change_cost::part * lacking);
        change.offer(as_text(clause.text), change_cost::unit_of_text);
    }
    return std::move(change).because(value_reason(probe.header(), clause.field));
}

}  // namespace

Relaxation relaxed_filter(ArticleProbe& probe, const Query& clause) {
    return clause.kind == QueryKind::date ? relaxed_date(probe, clause)
                                          : relaxed_value(probe, clause);
}

}  // namespace dateline
