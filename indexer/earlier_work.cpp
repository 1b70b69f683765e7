#include "indexer/earlier_work.hpp"

#include <functional>
#include <utility>

namespace dateline {

namespace {

std::uint64_t hash_of(const std::string& id) { return std::hash<std::string>{}(id); }

}  // namespace

EarlierWork::EarlierWork(std::vector<SourceFileEntry> files) : files_(std::move(files)) {
    for (std::uint32_t file = 0; file < files_.size(); ++file)
        for (std::uint32_t i = 0; i < files_[file].records.size(); ++i)
            if (files_[file].records[i].state == RecordState::indexed) places_.push_back({file, i});
    numbers_.reserve(places_.size());
    for (std::uint32_t number = 0; number < places_.size(); ++number)
        numbers_.add(hash_of(record_at(places_[number]).id), number);
}

const EarlierWork::Place* EarlierWork::find(const std::string& id) {
    if (places_.empty()) return nullptr;
    const std::uint32_t number = numbers_.find(hash_of(id), [&](std::uint32_t candidate) {
        const SourceRecord& record = record_at(places_[candidate]);
        return record.state == RecordState::indexed && record.id == id;
    });
    return number == NumberTable::none ? nullptr : &places_[number];
}

bool EarlierWork::take(const std::string& id, std::uint64_t content_hash, SourceKey file) {
    const Place* const place = find(id);
    if (!place || record_at(*place).content_hash != content_hash) return false;
    const SourceFileEntry& holder = files_[place->file];
    return SourceKey{holder.root, holder.path} == file && take(id);
}

bool EarlierWork::take(const std::string& id) {
    const Place* const place = find(id);
    if (place) record_at(*place).state = RecordState::superseded;
    return place != nullptr;
}

std::vector<std::string> EarlierWork::left() const {
    std::vector<std::string> ids;
    for (const SourceFileEntry& file : files_)
        for (const SourceRecord& record : file.records)
            if (record.state == RecordState::indexed) ids.push_back(record.id);
    return ids;
}

}  // namespace dateline
