#include "searcher/copies.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace dateline {

namespace {

Query id_value(const Query& like, const std::string& id) {
    Query value = like;
    value.text = id;
    value.prefix_match = false;
    return value;
}

// id:wire/*, or one of the articles that have a further id like that.
Query with_kept_ids_of_prefix(Query query, const ArticleCopies& copies) {
    Query any;
    any.kind = QueryKind::any;
    any.occur = query.occur;
    any.range = query.range;
    for (const Alias& alias : copies.aliases())
        if (alias.id.starts_with(query.text))
            any.children.push_back(id_value(query, alias.kept_id));
    if (any.children.empty()) return query;
    any.children.push_back(std::move(query));
    return any;
}

}  // namespace

ArticleCopies::ArticleCopies(Copies copies)
    : copies_(std::move(copies)), by_kept_id_(copies_.aliases.size()) {
    for (std::uint32_t number = 0; number < copies_.clusters.size(); ++number)
        for (const SegmentArticle& article : copies_.clusters[number])
            members_.push_back({article, number});
    std::ranges::sort(members_, {}, &Member::article);
    std::iota(by_kept_id_.begin(), by_kept_id_.end(), 0);
    std::ranges::stable_sort(by_kept_id_, {}, [&](std::uint32_t alias) -> const std::string& {
        return copies_.aliases[alias].kept_id;
    });
}

std::optional<std::uint32_t> ArticleCopies::cluster_of(SegmentArticle article) const {
    const auto at = std::ranges::lower_bound(members_, article, {}, &Member::article);
    if (at == members_.end() || at->article != article) return std::nullopt;
    return at->cluster;
}

std::span<const SegmentArticle> ArticleCopies::cluster(std::uint32_t number) const {
    return copies_.clusters[number];
}

std::optional<std::string> ArticleCopies::kept_id(std::string_view id) const {
    const auto at = std::ranges::lower_bound(aliases(), id, {}, &Alias::id);
    if (at == aliases().end() || at->id != id) return std::nullopt;
    return at->kept_id;
}

std::vector<std::string> ArticleCopies::further_ids(std::string_view kept_id) const {
    const auto kept = [&](std::uint32_t alias) -> std::string_view {
        return aliases()[alias].kept_id;
    };
    std::vector<std::string> ids;
    auto alias = std::ranges::lower_bound(by_kept_id_, kept_id, {}, kept);
    for (; alias != by_kept_id_.end() && kept(*alias) == kept_id; ++alias)
        ids.push_back(aliases()[*alias].id);
    return ids;
}

std::vector<std::string> ArticleCopies::one_id_each(std::vector<std::string> ids) const {
    std::ranges::sort(ids);
    std::map<std::string, std::string> by_kept_id;
    for (const std::string& id : ids) {
        const std::optional<std::string> kept = kept_id(id);
        if (kept)
            by_kept_id.try_emplace(*kept, id);
        else
            by_kept_id[id] = id;
    }
    std::vector<std::string> chosen;
    for (auto& [kept, id] : by_kept_id) chosen.push_back(std::move(id));
    std::ranges::sort(chosen);
    return chosen;
}

Query with_kept_ids(Query query, const ArticleCopies& copies) {
    for (Query& child : query.children) child = with_kept_ids(std::move(child), copies);
    if (query.kind != QueryKind::value || query.field != Field::id) return query;
    if (query.prefix_match) return with_kept_ids_of_prefix(std::move(query), copies);
    const std::optional<std::string> kept = copies.kept_id(query.text);
    return kept ? id_value(query, *kept) : query;
}

}  // namespace dateline
