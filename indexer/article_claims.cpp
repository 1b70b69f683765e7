#include "indexer/article_claims.hpp"

#include <algorithm>
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

SourceRecord record_of(const Article& article) {
    SourceRecord record;
    record.id = article_id(article);
    record.content_hash = content_hash(article);
    if (article.date.known()) record.date = {true, article.date.day, article.date.instant};
    record.duplicate_key = duplicate_key(article);
    return record;
}

Claim claim_of(const Newcomer& newcomer) {
    Claim claim;
    claim.root = newcomer.key.root;
    claim.file = newcomer.file;
    claim.record = newcomer.record;
    claim.has_ambiguous_date = newcomer.has_ambiguous_date;
    return claim;
}

}  // namespace

ArticleClaims::ArticleClaims(PreviousRecords& previous, const IdSet& withdrawn, bool keeps_segments,
                             TextsOfClaims texts)
    : previous_(previous),
      withdrawn_(withdrawn),
      keeps_segments_(keeps_segments),
      texts_(std::move(texts)) {
    claims_.reserve(previous.record_count());
}

void ArticleClaims::set_in_batch(const std::string& id, std::size_t number) {
    Claim& claim = *claims_.find(id);
    claim.place = TextPlace::batch;
    claim.number = number;
}

void ArticleClaims::set_written(const std::string& id) {
    Claim& claim = *claims_.find(id);
    if (claim.place == TextPlace::batch) claim.place = TextPlace::written;
}

void ArticleClaims::set_absent(const std::string& id) {
    claims_.find(id)->place = TextPlace::absent;
}

Verdict ArticleClaims::enter(const Newcomer& newcomer) {
    SourceRecord record = record_of(newcomer.article);
    const auto own = previous_.take(newcomer.key, record.id, record.content_hash,
                                    [&](const std::string& id) { return is_unclaimed(id); });
    const std::size_t base_bytes = record.id.size();
    record.id = id_for(newcomer, record, own);
    record.suffix_bytes = static_cast<std::uint32_t>(record.id.size() - base_bytes);
    Claim claimed = claim_of(newcomer);
    if (own && own->id == record.id && own->content_hash == record.content_hash &&
        is_in_force(*own))
        claimed.place = TextPlace::in_force;
    return claim(std::move(record), claimed);
}

Verdict ArticleClaims::replay(SourceRecord record, Claim claimed) {
    claimed.place = is_in_force(record) ? TextPlace::in_force : TextPlace::absent;
    return claim(std::move(record), claimed);
}

Verdict ArticleClaims::claim(SourceRecord record, const Claim& where) {
    if (withdrawn_.contains(record.id)) {
        record.state = RecordState::withdrawn;
        return {std::move(record)};
    }
    Claim claim = where;
    claim.is_renamed = record.suffix_bytes > 0;
    claim.date = record.date;
    claim.content_hash = record.content_hash;
    const auto [known, is_new] = claims_.try_add(record.id, claim);
    Verdict verdict{std::move(record), true};
    if (is_new) {
        if (claim.is_renamed) remember_renamed(verdict.record);
    } else if (claim.date < known->date) {
        verdict.record.state = RecordState::superseded;
        verdict.is_newest = false;
        return verdict;
    } else {
        verdict.replaced = std::exchange(*known, claim);
    }
    if (claim.place == TextPlace::absent && texts_.take_earlier &&
        texts_.take_earlier(verdict.record.id, claim))
        known->place = TextPlace::written;
    return verdict;
}

void ArticleClaims::remember_renamed(const SourceRecord& record) {
    const std::string base_id(record.base_id());
    Renamed& renamed = renamed_[base_id];
    renamed.ids.push_back(record.id);
    if (record.id == numbered(base_id, renamed.next)) ++renamed.next;
}

std::string ArticleClaims::id_for(const Newcomer& newcomer, const SourceRecord& record,
                                  const std::optional<SourceRecord>& own) const {
    if (own && own->content_hash == record.content_hash) return own->id;
    if (own && withdrawn_.contains(own->id)) return own->id;
    if (auto id = claimed_version(newcomer, record)) return *std::move(id);
    if (own && is_free(own->id)) return own->id;
    // Without its text nobody can tell whether this is the article that was withdrawn.
    if (withdrawn_.contains(record.id)) return record.id;
    if (auto id = moved_version(newcomer, record)) return *std::move(id);
    return unused_id(record.id);
}

// The id of an article met in this run that the newcomer is a version of.
std::optional<std::string> ArticleClaims::claimed_version(const Newcomer& newcomer,
                                                          const SourceRecord& record) const {
    const auto is_version = [&](const std::string& id) {
        const Claim* claim = find(id);
        if (!claim || claim->root != newcomer.key.root || claim->is_renamed != (id != record.id))
            return false;
        if (claim->content_hash == record.content_hash) return true;
        const std::optional<Article> text = texts_.of_claim(id, *claim);
        return text && is_same_article(*text, newcomer.article);
    };
    if (is_version(record.id)) return record.id;
    const auto renamed = renamed_.find(record.id);
    if (renamed == renamed_.end()) return std::nullopt;
    const std::vector<std::string>& ids = renamed->second.ids;
    for (std::size_t i = ids.size() - std::min(ids.size(), compared_articles); i < ids.size(); ++i)
        if (is_version(ids[i])) return ids[i];
    return std::nullopt;
}

// The id of an article in force that no record of this run has claimed: it was in another file.
std::optional<std::string> ArticleClaims::moved_version(const Newcomer& newcomer,
                                                        const SourceRecord& record) const {
    std::vector<const SourceRecord*> known = previous_.known(newcomer.key.root, record.id);
    std::erase_if(known, [&](const SourceRecord* before) { return !is_free(before->id); });
    const auto same = std::ranges::find(known, record.content_hash, &SourceRecord::content_hash);
    if (same != known.end()) return (*same)->id;
    known.resize(std::min(known.size(), compared_articles));
    for (const SourceRecord* before : known) {
        const std::optional<Article> text = texts_.stored(before->id);
        if (text && is_same_article(*text, newcomer.article)) return before->id;
    }
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
