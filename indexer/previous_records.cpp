#include "indexer/previous_records.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <tuple>

namespace dateline {

namespace {

std::uint64_t hash_of(std::string_view base_id) {
    return XXH3_64bits(base_id.data(), base_id.size());
}

bool is_before(const SourceFileEntry& file, SourceKey key) {
    return std::tuple(file.root, std::string_view(file.path)) < std::tuple(key.root, key.path);
}

bool was_to_be_found(const SourceRecord& record) {
    return record.state == RecordState::indexed || record.state == RecordState::duplicate;
}

}  // namespace

const SourceFileEntry* find_file(const std::vector<SourceFileEntry>& files, SourceKey key) {
    const auto found = std::lower_bound(files.begin(), files.end(), key, is_before);
    return found != files.end() && SourceKey{found->root, found->path} == key ? &*found : nullptr;
}

PreviousRecords::PreviousRecords(std::vector<SourceFileEntry> files)
    : files_(std::move(files)), ahead_(files_.size(), false), taken_(files_.size(), false) {
    for (std::uint32_t file = 0; file < files_.size(); ++file)
        for (std::uint32_t i = 0; i < files_[file].records.size(); ++i)
            places_.push_back({hash_of(files_[file].records[i].base_id()), file, i, false});
    std::ranges::sort(places_, {}, [](const Place& place) {
        return std::tuple(place.base_hash, place.file, place.record);
    });
}

const SourceRecord& PreviousRecords::record(const Place& place) const {
    return files_[place.file].records[place.record];
}

// Different base ids may have the same hash.
bool PreviousRecords::is_open(const Place& place, std::string_view base_id) const {
    return !place.is_taken && !taken_[place.file] && record(place).base_id() == base_id;
}

std::uint32_t PreviousRecords::number_of(const SourceFileEntry& file) const {
    return static_cast<std::uint32_t>(&file - files_.data());
}

std::pair<std::size_t, std::size_t> PreviousRecords::places_of(std::string_view base_id) const {
    const std::uint64_t hash = hash_of(base_id);
    const auto first = std::ranges::lower_bound(places_, hash, {}, &Place::base_hash);
    const auto end = std::ranges::upper_bound(places_, hash, {}, &Place::base_hash);
    return {static_cast<std::size_t>(first - places_.begin()),
            static_cast<std::size_t>(end - places_.begin())};
}

void PreviousRecords::set_ahead(SourceKey key, bool ahead) {
    if (const SourceFileEntry* known = file(key)) ahead_[number_of(*known)] = ahead;
}

std::optional<SourceRecord> PreviousRecords::take(
    SourceKey key, std::string_view base_id, std::uint64_t content_hash,
    const std::function<bool(const std::string&)>& is_free) {
    const SourceFileEntry* known = file(key);
    if (!known) return std::nullopt;
    const auto key_of = [](const Place& place) { return std::pair(place.base_hash, place.file); };
    const auto wanted = std::pair(hash_of(base_id), number_of(*known));
    Place* best = nullptr;
    for (auto place = std::ranges::lower_bound(places_, wanted, {}, key_of);
         place != places_.end() && key_of(*place) == wanted; ++place) {
        if (!is_open(*place, base_id)) continue;
        const bool is_same = record(*place).content_hash == content_hash;
        if (is_same || (!best && is_free(record(*place).id))) best = &*place;
        if (is_same) break;
    }
    if (!best) return std::nullopt;
    best->is_taken = true;
    return record(*best);
}

void PreviousRecords::take_all(SourceKey key) {
    if (const SourceFileEntry* known = file(key)) taken_[number_of(*known)] = true;
}

std::vector<SourceRecord> PreviousRecords::untaken(const SourceFileEntry& file) const {
    std::vector<SourceRecord> records;
    const std::uint32_t number = number_of(file);
    if (taken_[number]) return records;
    for (std::uint32_t i = 0; i < file.records.size(); ++i) {
        const std::tuple wanted(hash_of(file.records[i].base_id()), number, i);
        const auto place = std::ranges::lower_bound(places_, wanted, {}, [](const Place& other) {
            return std::tuple(other.base_hash, other.file, other.record);
        });
        if (!place->is_taken) records.push_back(file.records[i]);
    }
    return records;
}

std::vector<const SourceRecord*> PreviousRecords::known(std::uint32_t root,
                                                        std::string_view base_id) const {
    std::vector<const SourceRecord*> records;
    const auto [begin, end] = places_of(base_id);
    for (std::size_t i = begin; i < end; ++i)
        if (const Place& place = places_[i]; is_open(place, base_id) &&
                                             files_[place.file].root == root &&
                                             was_to_be_found(record(place)))
            records.push_back(&record(place));
    return records;
}

bool PreviousRecords::is_reserved(std::string_view id, std::string_view base_id) const {
    // The id may also be what another record calls itself.
    for (const std::string_view base : {base_id, id}) {
        const auto [begin, end] = places_of(base);
        for (std::size_t i = begin; i < end; ++i)
            if (const Place& place = places_[i];
                ahead_[place.file] && is_open(place, base) && record(place).id == id)
                return true;
    }
    return false;
}

}  // namespace dateline
