#include "searcher/asked_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/error.hpp"
#include "searcher/asked_query.hpp"
#include "searcher/query_notes.hpp"

namespace dateline {

namespace {

using Days = std::optional<DayRange>;

Days in_both(const Days& a, const Days& b) {
    if (!a || !b) return std::nullopt;
    const DayRange both{std::max(a->first, b->first), std::min(a->last, b->last)};
    return both.first <= both.last ? Days(both) : std::nullopt;
}

Days in_either(const Days& a, const Days& b) {
    if (!a || !b) return a ? a : b;
    return DayRange{std::min(a->first, b->first), std::max(a->last, b->last)};
}

Days days_of_all(const std::vector<Query>& queries) {
    Days days = DayRange{};
    for (const Query& query : queries) days = in_both(days, asked_days(query));
    return days;
}

Days days_of_any(const std::vector<Query>& queries) {
    Days days;
    for (const Query& query : queries) days = in_either(days, asked_days(query));
    return days;
}

Days days_of_sequence(const std::vector<Query>& queries) {
    Days days = DayRange{};
    for (const Query& query : queries)
        if (query.occur == Occur::required) days = in_both(days, asked_days(query));
    return days;
}

Query whole_archive() {
    Query dated;
    dated.kind = QueryKind::date;
    Query undated = dated;
    undated.undated_only = true;
    Query whole;
    whole.kind = QueryKind::any;
    whole.children = {dated, undated};
    return whole;
}

Query within_days(Query query, const DayRange& within) {
    if (within == DayRange{} || asked_days(query) != DayRange{}) return query;
    Query days;
    days.kind = QueryKind::date;
    days.days = within;
    if (query.kind == QueryKind::all) {
        query.children.push_back(std::move(days));
        return query;
    }
    Query both;
    both.kind = QueryKind::all;
    both.children = {std::move(query), std::move(days)};
    return both;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\n") == text.npos; }

Query set_query(const GlobalOptions& global, const std::string& text, bool is_lenient) {
    return is_blank(text) ? whole_archive() : read_query(global, text, is_lenient);
}

}  // namespace

Days asked_days(const Query& query) {
    switch (query.kind) {
        case QueryKind::date:
            return query.undated_only ? Days() : Days(query.days);
        case QueryKind::all:
            return days_of_all(query.children);
        case QueryKind::any:
            return days_of_any(query.children);
        case QueryKind::sequence:
            return days_of_sequence(query.children);
        case QueryKind::boost:
            return asked_days(query.children.front());
        default:
            return DayRange{};
    }
}

std::string query_text(const std::vector<std::string>& words) {
    std::string text = fmt::format("{}", fmt::join(words, " "));
    if (!words.empty() && is_blank(text))
        throw Error(ErrorKind::usage, "the query is empty",
                    "write the words to search for; without a query timeline and facets count the "
                    "whole archive");
    return text;
}

AskedSet::AskedSet(const GlobalOptions& global, const Index& index, const std::string& text,
                   const SetChoice& choice, const DayRange& within)
    : AskedSet(index, is_blank(text) ? "" : text,
               within_days(set_query(global, text, choice.is_lenient), within),
               words_needed(choice.words, {WordsNeeded::all})) {}

AskedSet::AskedSet(const Index& index, const std::string& text, const Query& query,
                   WordsNeeded needed)
    : text_(text), needed_(needed), days_(asked_days(query)), matched_(index, query, needed) {}

std::uint64_t AskedSet::article_total() const {
    std::uint64_t total = 0;
    for (const SegmentMatches& matches : matched_.matches()) total += matches.articles.size();
    return total;
}

std::string AskedSet::count_text() const {
    const std::uint64_t all = index().article_count();
    const std::uint64_t total = article_total();
    const std::string words = words_needed_text(needed_, bare_words_of(matched_.plan()));
    return fmt::format("{}{} article{}{}{}", total == all ? "" : fmt::format("{} of ", total), all,
                       all == 1 ? "" : "s", words.empty() ? "" : ", ", words);
}

void AskedSet::print_notes(const GlobalOptions& global) const {
    for (const std::string& note : matched_.notes()) print_note(global, note);
    if (const auto unknown = unknown_words_note(unknown_words(matched_.plan(), index())))
        print_note(global, *unknown);
    if (article_total() > 0) return;
    if (const auto note = joined_words_note(matched_.query())) print_note(global, *note);
}

}  // namespace dateline
