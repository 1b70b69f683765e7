#include "searcher/answer_words.hpp"

#include <fmt/format.h>

#include "searcher/asked_query.hpp"

namespace dateline {

namespace {

std::string counted_copies(std::uint64_t number) {
    return fmt::format("{} near-identical {}", number, number == 1 ? "copy" : "copies");
}

// How many of several bare words an article must have.
std::string words_needed(const SearchResult& result) {
    const std::string words = words_needed_text(result.needed, result.bare_words);
    return words.empty() ? words : ", " + words;
}

// To two digits, where they are estimates.
std::string counted_articles(const SearchResult& result, std::uint64_t articles) {
    if (result.totals_are_exact) return counted(articles, "article");
    std::uint64_t unit = 1;
    while (articles / unit >= 100) unit *= 10;
    return "about " + counted((articles + unit / 2) / unit * unit, "article");
}

std::string totals(const SearchResult& result) {
    const std::string copies =
        result.folded_total > 0 ? " and " + counted_copies(result.folded_total) : "";
    if (result.unit == AnswerUnit::passage)
        return counted(result.listed_total(), "passage") + copies + " of " +
               counted(result.article_total, "article");
    std::string articles = counted_articles(result, result.listed_total()) + copies;
    if (!result.passage_total) return articles;
    return articles + ", " + counted(*result.passage_total, "passage");
}

}  // namespace

std::string listed_in_words(const SearchResult& result) {
    return result.unit == AnswerUnit::passage ? counted(result.listed_total(), "passage")
                                              : counted_articles(result, result.listed_total());
}

std::string counted(std::uint64_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string part_shown(const SearchResult& result) {
    const std::uint64_t shown = result.hit_count();
    const std::uint64_t first = result.offset + 1;
    if (result.offset == 0 || shown == 0) return fmt::format("{}", shown);
    return shown == 1 ? fmt::format("number {}", first)
                      : fmt::format("{}-{}", first, result.offset + shown);
}

std::vector<std::string> circumstances(const Article& article) {
    std::vector<std::string> known{long_date(article.date)};
    for (const std::string* field : {&article.source, &article.place})
        if (!field->empty()) known.push_back(*field);
    return known;
}

std::vector<std::string> what_else(const ArticleHit& hit) {
    std::vector<std::string> parts;
    if (hit.more_passages > 0) parts.push_back("+" + counted(hit.more_passages, "more passage"));
    if (!hit.copies.empty()) parts.push_back(counted_copies(hit.copies.size()));
    if (!hit.further_ids.empty()) parts.push_back(counted(hit.further_ids.size(), "more id"));
    return parts;
}

std::string counts_in_words(const SearchResult& result) {
    const std::string order = order_in_words(result.sort);
    const bool is_all = result.totals_are_exact && result.hit_count() == result.listed_total();
    return (is_all ? "" : part_shown(result) + " of ") + totals(result) + words_needed(result) +
           (order.empty() ? "" : ", " + order);
}

}  // namespace dateline
