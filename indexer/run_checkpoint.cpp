#include "indexer/run_checkpoint.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace dateline {

namespace {

using Place = std::pair<std::uint32_t, std::string_view>;  // root and path

bool is_written(const ArticleIntake& intake, std::uint32_t file, std::uint32_t record) {
    const Claim* claim = intake.claims().find(intake.files()[file].records[record].id);
    return claim && claim->file == file && claim->record == record &&
           claim->place == TextPlace::written;
}

SourceRecord record_of_text(const SourceRecord& record) {
    SourceRecord made;
    made.id = record.id;
    made.content_hash = record.content_hash;
    return made;
}

}  // namespace

std::vector<SourceFileEntry> work_so_far(const ArticleIntake& intake, const EarlierWork& earlier) {
    std::map<Place, std::vector<SourceRecord>> texts;
    for (std::uint32_t file = 0; file < intake.files().size(); ++file) {
        const SourceFileEntry& entry = intake.files()[file];
        for (std::uint32_t i = 0; i < entry.records.size(); ++i)
            if (is_written(intake, file, i))
                texts[{entry.root, entry.path}].push_back(record_of_text(entry.records[i]));
    }
    for (const SourceFileEntry& entry : earlier.files())
        for (const SourceRecord& record : entry.records)
            if (record.state == RecordState::indexed)
                texts[{entry.root, entry.path}].push_back(record_of_text(record));
    std::vector<SourceFileEntry> files;
    files.reserve(texts.size());
    for (auto& [place, records] : texts) {
        SourceFileEntry& file = files.emplace_back();
        file.root = place.first;
        file.path = place.second;
        file.records = std::move(records);
    }
    return files;
}

}  // namespace dateline
