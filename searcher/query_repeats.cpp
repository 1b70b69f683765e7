#include "searcher/query_repeats.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace dateline {

namespace {

const Query& core_of(const Query& query) {
    const Query* core = &query;
    while (core->kind == QueryKind::boost) core = &core->children.front();
    return *core;
}

double weight_of(const Query& query) {
    double weight = 1;
    for (const Query* part = &query; part->kind == QueryKind::boost; part = &part->children.front())
        weight *= part->number / 1000.0;
    return weight;
}

std::string key_of(const Query& query) {
    return std::to_string(static_cast<int>(query.occur)) + ' ' + to_string(core_of(query));
}

std::vector<Query> each_once(std::vector<Query> parts) {
    std::vector<Query> kept;
    std::unordered_map<std::string, std::size_t> places;
    for (Query& part : parts) {
        const auto [known, is_new] = places.try_emplace(key_of(part), kept.size());
        if (is_new)
            kept.push_back(std::move(part));
        else if (weight_of(part) > weight_of(kept[known->second]))
            kept[known->second] = std::move(part);
    }
    return kept;
}

// One that is left of several needs no operator.
Query alone(Query query) {
    Query part = std::move(query.children.front());
    if (query.kind == QueryKind::sequence && part.occur == Occur::excluded) {
        query.kind = QueryKind::none;
        part.occur = Occur::wanted;
        query.children.front() = std::move(part);
        return query;
    }
    part.occur = query.occur;
    return part;
}

}  // namespace

Query without_repeats(Query query) {
    for (Query& child : query.children) child = without_repeats(std::move(child));
    const bool joins = query.kind == QueryKind::all || query.kind == QueryKind::any ||
                       query.kind == QueryKind::sequence;
    if (!joins || query.children.size() < 2) return query;
    query.children = each_once(std::move(query.children));
    return query.children.size() == 1 ? alone(std::move(query)) : query;
}

}  // namespace dateline
