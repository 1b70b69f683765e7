#include "indexer/previous_records.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

SourceKey key_of(const SourceFileEntry& file) { return {file.root, file.path}; }

bool is_before(const SourceFileEntry& file, SourceKey key) {
    return std::tie(file.root, std::as_const(file.path)) < std::tuple(key.root, key.path);
}

}  // namespace

PreviousRecords::PreviousRecords(std::vector<SourceFileEntry> files)
    : files_(std::move(files)), ahead_(files_.size(), false) {
    for (std::uint32_t file = 0; file < files_.size(); ++file)
        for (std::uint32_t i = 0; i < files_[file].records.size(); ++i)
            places_.push_back({file, i, false});
    std::ranges::stable_sort(places_, {}, [&](const Place& place) -> const std::string& {
        return record(place).base_id;
    });
}

const SourceRecord& PreviousRecords::record(const Place& place) const {
    return files_[place.file].records[place.record];
}

std::pair<std::size_t, std::size_t> PreviousRecords::places_of(std::string_view base_id) const {
    const auto found = std::ranges::equal_range(places_, base_id, {}, [&](const Place& place) {
        return std::string_view(record(place).base_id);
    });
    return {static_cast<std::size_t>(found.begin() - places_.begin()),
            static_cast<std::size_t>(found.end() - places_.begin())};
}

const SourceFileEntry* PreviousRecords::file(SourceKey key) const {
    const auto found = std::lower_bound(files_.begin(), files_.end(), key, is_before);
    return found != files_.end() && key_of(*found) == key ? &*found : nullptr;
}

void PreviousRecords::set_ahead(SourceKey key, bool ahead) {
    if (const SourceFileEntry* known = file(key))
        ahead_[static_cast<std::size_t>(known - files_.data())] = ahead;
}

std::optional<SourceRecord> PreviousRecords::take(
    SourceKey key, std::string_view base_id, std::uint64_t content_hash,
    const std::function<bool(const std::string&)>& is_free) {
    const auto [begin, end] = places_of(base_id);
    Place* best = nullptr;
    for (std::size_t i = begin; i < end; ++i) {
        Place& place = places_[i];
        if (place.is_taken || key_of(files_[place.file]) != key) continue;
        const bool is_same = record(place).content_hash == content_hash;
        if (is_same || (!best && is_free(record(place).id))) best = &place;
        if (is_same) break;
    }
    if (!best) return std::nullopt;
    best->is_taken = true;
    return record(*best);
}

std::vector<std::string> PreviousRecords::indexed_ids(std::uint32_t root,
                                                      std::string_view base_id) const {
    std::vector<std::string> ids;
    const auto [begin, end] = places_of(base_id);
    for (std::size_t i = begin; i < end; ++i)
        if (const Place& place = places_[i];
            !place.is_taken && files_[place.file].root == root && !record(place).superseded)
            ids.push_back(record(place).id);
    return ids;
}

bool PreviousRecords::is_reserved(std::string_view id, std::string_view base_id) const {
    // The id may also be what another record calls itself.
    for (const std::string_view base : {base_id, id}) {
        const auto [begin, end] = places_of(base);
        for (std::size_t i = begin; i < end; ++i)
            if (const Place& place = places_[i];
                !place.is_taken && ahead_[place.file] && record(place).id == id)
                return true;
    }
    return false;
}

}  // namespace dateline
