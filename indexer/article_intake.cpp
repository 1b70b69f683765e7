#include "indexer/article_intake.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

bool is_standard_input(const Roots& roots, std::uint32_t root) {
    return roots.all[root].path == standard_input_root;
}

}  // namespace

ArticleIntake::ArticleIntake(PreviousRecords& previous, SegmentSet& segments,
                             std::uint64_t batch_text_bytes)
    : previous_(previous),
      segments_(segments),
      batch_text_bytes_(batch_text_bytes),
      claims_(previous, [this](const std::string& id, TextPlace place, std::size_t number) {
          return text_of(id, place, number);
      }) {}

Article ArticleIntake::text_of(const std::string& id, TextPlace place, std::size_t number) {
    if (place == TextPlace::batch) return batch_[number];
    return segments_.article(
        id, place == TextPlace::in_force ? SegmentSet::Age::in_force : SegmentSet::Age::written);
}

void ArticleIntake::begin_file(SourceFileEntry file) { files_.push_back(std::move(file)); }

void ArticleIntake::take(Article article, bool has_ambiguous_date) {
    SourceFileEntry& file = files_.back();
    const Newcomer newcomer{article,
                            {file.root, file.path},
                            static_cast<std::uint32_t>(files_.size() - 1),
                            static_cast<std::uint32_t>(file.records.size()),
                            has_ambiguous_date};
    Verdict verdict = claims_.enter(newcomer, batch_.next());
    const SourceRecord& record = file.records.emplace_back(std::move(verdict.record));
    if (verdict.replaced) supersede(record.id, *verdict.replaced);
    if (record.superseded || verdict.is_in_force) return;
    article.id = record.id;
    batch_.add(std::move(article));
    if (batch_.text_bytes() >= batch_text_bytes_) write_batch();
}

const SourceFileEntry& ArticleIntake::end_file() {
    const SourceFileEntry& file = files_.back();
    previous_.set_ahead({file.root, file.path}, false);
    return file;
}

// What is in force and not the newest version any more is taken out at the end.
void ArticleIntake::supersede(const std::string& id, const Claim& replaced) {
    files_[replaced.file].records[replaced.record].superseded = true;
    if (replaced.place == TextPlace::batch) batch_.drop(replaced.number);
    if (replaced.place == TextPlace::written) segments_.remove(id, SegmentSet::Age::written);
}

void ArticleIntake::write_batch() {
    std::vector<Article> articles = batch_.take();
    for (const Article& article : articles) claims_.set_written(article.id);
    segments_.write(std::move(articles));
}

void ArticleIntake::finish(const Roots& roots) {
    remove_vanished(roots);
    count_records();
    carry_over(roots);
    std::ranges::sort(files_, [](const SourceFileEntry& a, const SourceFileEntry& b) {
        return std::tie(a.root, a.path) < std::tie(b.root, b.path);
    });
    segments_.finish(batch_.take());
}

void ArticleIntake::remove_vanished(const Roots& roots) {
    for (const SourceFileEntry& file : previous_.files()) {
        if (!roots.named[file.root]) continue;
        for (const SourceRecord& record : file.records) {
            if (record.superseded) continue;
            const Claim* claim = claims_.find(record.id);
            if (claim && claim->place == TextPlace::in_force) continue;
            if (!claim && is_standard_input(roots, file.root)) continue;
            segments_.remove(record.id, SegmentSet::Age::in_force);
            if (!claim) ++counts_.ledger.removed;
        }
    }
}

void ArticleIntake::count_records() {
    Ledger& ledger = counts_.ledger;
    for (const SourceFileEntry& file : files_) {
        ledger.skipped += file.skipped;
        ledger.rejected += file.rejected;
        ledger.read += file.skipped + file.rejected + file.records.size();
        for (const SourceRecord& record : file.records) count(record);
    }
}

void ArticleIntake::count(const SourceRecord& record) {
    const Claim& claim = *claims_.find(record.id);
    if (record.superseded) {
        ++counts_.ledger.superseded;
    } else if (claim.place == TextPlace::in_force) {
        ++counts_.ledger.unchanged;
    } else {
        ++counts_.ledger.indexed;
        if (claim.is_renamed) ++counts_.renamed_ids;
        if (!claim.is_dated) ++counts_.undated;
        if (claim.has_ambiguous_date) ++counts_.ambiguous_dates;
    }
}

// Keeps what is known of roots that this run did not read, and the articles that earlier runs read
// from standard input.
void ArticleIntake::carry_over(const Roots& roots) {
    for (const SourceFileEntry& file : previous_.files()) {
        if (!roots.named[file.root]) {
            files_.push_back(file);
        } else if (is_standard_input(roots, file.root)) {
            SourceFileEntry& now = *std::ranges::find(files_, file.root, &SourceFileEntry::root);
            std::ranges::copy_if(file.records, std::back_inserter(now.records),
                                 [&](const SourceRecord& record) {
                                     return !record.superseded && !claims_.find(record.id);
                                 });
        }
    }
}

}  // namespace dateline
