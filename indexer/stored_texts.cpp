#include "indexer/stored_texts.hpp"

namespace dateline {

std::optional<Article> StoredTexts::find(const std::string& id) {
    if (records_.empty())
        for (const SourceFileEntry& file : files_)
            for (const SourceRecord& record : file.records)
                if (record.state == RecordState::indexed || record.state == RecordState::duplicate)
                    records_.emplace(record.id, &record);
    const auto found = records_.find(id);
    if (found == records_.end()) return std::nullopt;
    const SourceRecord& record = *found->second;
    Article article = segments_.article(
        record.state == RecordState::duplicate ? record.kept_id : id, SegmentSet::Age::in_force);
    article.id = id;
    return article;
}

}  // namespace dateline
