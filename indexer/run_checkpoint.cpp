#include "indexer/run_checkpoint.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

class WorkSoFar {
  public:
    WorkSoFar(const ArticleIntake& intake, const EarlierWork& earlier)
        : intake_(intake), earlier_(earlier) {}

    std::vector<SourceFileEntry> gather() {
        for (std::uint32_t file = 0; file < intake_.files().size(); ++file) add_met(file);
        for (const SourceFileEntry& file : earlier_.files()) add_earlier(file);
        if (!homeless_.records.empty()) files_.push_back(std::move(homeless_));
        std::ranges::sort(files_, [](const SourceFileEntry& a, const SourceFileEntry& b) {
            return std::tie(a.root, a.path) < std::tie(b.root, b.path);
        });
        return std::move(files_);
    }

  private:
    void add_met(std::uint32_t number);
    void add_earlier(const SourceFileEntry& file);
    bool is_written(const SourceRecord& record, std::uint32_t file, std::uint32_t number) const;

    const ArticleIntake& intake_;
    const EarlierWork& earlier_;
    std::vector<SourceFileEntry> files_;
    std::set<std::pair<std::uint32_t, std::string_view>> met_;
    std::optional<std::size_t> being_read_;  // number in files_
    SourceFileEntry homeless_;               // texts left of files that were read anew
};

bool WorkSoFar::is_written(const SourceRecord& record, std::uint32_t file,
                           std::uint32_t number) const {
    const Claim* claim = intake_.claims().find(record.id);
    return claim && claim->file == file && claim->record == number &&
           claim->place == TextPlace::written;
}

void WorkSoFar::add_met(std::uint32_t number) {
    const SourceFileEntry& file = intake_.files()[number];
    bool has_texts = false;
    for (std::uint32_t i = 0; i < file.records.size() && !has_texts; ++i)
        has_texts = is_written(file.records[i], number, i);
    if (!has_texts && !intake_.was_read(number)) return;  // replayed again as easily
    SourceFileEntry made = file;
    for (std::uint32_t i = 0; i < made.records.size(); ++i) {
        SourceRecord& record = made.records[i];
        record.kept_id.clear();
        record.state =
            is_written(record, number, i) ? RecordState::indexed : RecordState::superseded;
    }
    if (number + 1 == intake_.files().size() && intake_.is_in_file()) {
        made.size = made.bytes_hash = made.reading_hash = 0;  // to be read again
        made.mtime_ns = 0;
        being_read_ = files_.size();
    }
    if (!earlier_.files().empty()) met_.emplace(file.root, file.path);
    files_.push_back(std::move(made));
}

void WorkSoFar::add_earlier(const SourceFileEntry& file) {
    if (!met_.contains({file.root, file.path})) return files_.push_back(file);
    // Of the file that is being read, the earlier run may have read more.
    const bool is_being_read = being_read_ && files_[*being_read_].root == file.root &&
                               files_[*being_read_].path == file.path;
    SourceFileEntry& to = is_being_read ? files_[*being_read_] : homeless_;
    for (const SourceRecord& record : file.records)
        if (record.state == RecordState::indexed) to.records.push_back(record);
}

}  // namespace

std::vector<SourceFileEntry> work_so_far(const ArticleIntake& intake, const EarlierWork& earlier) {
    return WorkSoFar(intake, earlier).gather();
}

}  // namespace dateline
