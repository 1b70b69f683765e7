#pragma once

#include "searcher/relaxation.hpp"

namespace dateline {

/// The changes of clauses, and what they cost (relaxation.hpp).
namespace change_cost {
inline constexpr std::uint32_t order = 2;
inline constexpr std::uint32_t form = 3;
inline constexpr std::uint32_t unit_of_text = 5;
inline constexpr std::uint32_t nearness = 20'000;
inline constexpr std::uint32_t part = 40'000;
}  // namespace change_cost

/// Offered changes of a clause: keeps the least that holds.
class SmallestChange {
  public:
    explicit SmallestChange(ArticleProbe& probe) : probe_(probe) {}

    /// Asks only where it would be the least so far.
    void offer(Query query, std::uint32_t cost);
    const std::optional<Query>& query() const { return query_; }
    std::uint32_t cost() const { return cost_; }
    Relaxation because(std::string reason) && {
        return {std::move(reason), std::move(query_), query_ ? cost_ : 0};
    }

  private:
    ArticleProbe& probe_;
    std::optional<Query> query_;
    std::uint32_t cost_ = UINT32_MAX;
};

/// Of a word or phrase.
Relaxation relaxed_words(ArticleProbe& probe, const Query& clause);
/// Of a value or date.
Relaxation relaxed_filter(ArticleProbe& probe, const Query& clause);

/// The clause with its words in another field.
Query in_field(Query clause, Field field);
/// Fields that hold all that `field` holds, nearest first.
std::vector<Field> wider_fields(Field field);
/// "the article", or "the passage" where those are the answer.
std::string_view unit_name(const ArticleProbe& probe);
Query joined(QueryKind kind, std::vector<Query> parts);

}  // namespace dateline
