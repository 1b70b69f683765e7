#include "indexer/article_claims.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/article_id.hpp"
#include "indexer/same_article.hpp"

namespace dateline {

namespace {

// An id that more articles share says nothing; only the latest of them are looked at.
constexpr std::size_t compared_articles = 16;

std::string numbered(const std::string& base_id, std::uint32_t number) {
    return base_id + '~' + std::to_string(number);
}

Claim claim_of(const Newcomer& newcomer, std::uint64_t content_hash) {
    const Date& date = newcomer.article.date;
    return {.root = newcomer.key.root,
            .file = newcomer.file,
            .record = newcomer.record,
            .is_dated = date.known(),
            .day = date.known() ? date.day : 0,
            .instant = date.known() ? date.instant : 0,
            .has_ambiguous_date = newcomer.has_ambiguous_date,
            .content_hash = content_hash};
}

bool is_older(const Claim& a, const Claim& b) {
    return std::tie(a.is_dated, a.day, a.instant) < std::tie(b.is_dated, b.day, b.instant);
}

}  // namespace

ArticleClaims::ArticleClaims(PreviousRecords& previous, TextOf text_of)
    : previous_(previous), text_of_(std::move(text_of)) {}

const Claim* ArticleClaims::find(const std::string& id) const {
    const auto found = claims_.find(id);
    return found == claims_.end() ? nullptr : &found->second;
}

void ArticleClaims::set_written(const std::string& id) {
    claims_.at(id).place = TextPlace::written;
}

Verdict ArticleClaims::enter(const Newcomer& newcomer, std::size_t batch_number) {
    const std::string base_id = article_id(newcomer.article);
    const std::uint64_t hash = content_hash(newcomer.article);
    const auto own = previous_.take(newcomer.key, base_id, hash,
                                    [&](const std::string& id) { return is_free(id); });
    Verdict verdict{{base_id, id_for(newcomer, base_id, hash, own), hash}, false, std::nullopt};
    const std::string& id = verdict.record.id;

    Claim claim = claim_of(newcomer, hash);
    claim.is_renamed = id != base_id;
    claim.number = batch_number;
    if (own && own->id == id && own->content_hash == hash && !own->superseded) {
        verdict.is_in_force = true;
        claim.place = TextPlace::in_force;
    }
    const auto [place, is_new] = claims_.try_emplace(id, claim);
    if (is_new) {
        if (claim.is_renamed) {
            Renamed& renamed = renamed_[base_id];
            renamed.ids.push_back(id);
            if (id == numbered(base_id, renamed.next)) ++renamed.next;
        }
    } else if (is_older(claim, place->second)) {
        verdict.record.superseded = true;
        verdict.is_in_force = false;
    } else {
        verdict.replaced = std::exchange(place->second, claim);
    }
    return verdict;
}

std::string ArticleClaims::id_for(const Newcomer& newcomer, const std::string& base_id,
                                  std::uint64_t content_hash,
                                  const std::optional<SourceRecord>& own) const {
    if (auto id = claimed_version(newcomer, base_id, content_hash)) return *std::move(id);
    if (own && is_free(own->id)) return own->id;
    if (auto id = moved_version(newcomer, base_id)) return *std::move(id);
    return unused_id(base_id);
}

// The id of an article met in this run that the newcomer is a version of.
std::optional<std::string> ArticleClaims::claimed_version(const Newcomer& newcomer,
                                                          const std::string& base_id,
                                                          std::uint64_t content_hash) const {
    const auto is_version = [&](const std::string& id) {
        const Claim* claim = find(id);
        if (!claim || claim->root != newcomer.key.root || claim->is_renamed != (id != base_id))
            return false;
        return claim->content_hash == content_hash ||
               is_same_article(text_of_(id, claim->place, claim->number), newcomer.article);
    };
    if (is_version(base_id)) return base_id;
    const auto renamed = renamed_.find(base_id);
    if (renamed == renamed_.end()) return std::nullopt;
    const std::vector<std::string>& ids = renamed->second.ids;
    for (std::size_t i = ids.size() - std::min(ids.size(), compared_articles); i < ids.size(); ++i)
        if (is_version(ids[i])) return ids[i];
    return std::nullopt;
}

// The id of an article in force that no record of this run has claimed: it was in another file.
std::optional<std::string> ArticleClaims::moved_version(const Newcomer& newcomer,
                                                        const std::string& base_id) const {
    std::vector<std::string> ids = previous_.indexed_ids(newcomer.key.root, base_id);
    std::erase_if(ids, [&](const std::string& id) { return !is_free(id); });
    ids.resize(std::min(ids.size(), compared_articles));
    for (const std::string& id : ids)
        if (is_same_article(text_of_(id, TextPlace::in_force, 0), newcomer.article)) return id;
    return std::nullopt;
}

std::string ArticleClaims::unused_id(const std::string& base_id) const {
    const auto is_unused = [&](const std::string& id) {
        return is_free(id) && !previous_.is_reserved(id, base_id);
    };
    if (is_unused(base_id)) return base_id;
    const auto renamed = renamed_.find(base_id);
    std::uint32_t number = renamed == renamed_.end() ? 2 : renamed->second.next;
    while (!is_unused(numbered(base_id, number))) ++number;
    return numbered(base_id, number);
}

}  // namespace dateline
