#include "indexer/sources_repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "corpus/access_error.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/numbered_files.hpp"
#include "indexer/withdrawals.hpp"

namespace dateline {

namespace {

void read_again(SourceFileEntry& file) {
    file.size = file.bytes_hash = file.reading_hash = 0;
    file.mtime_ns = 0;
}

// What "ID~2" was made of cannot be told from an id that ends so; the next run sees.
std::uint32_t suffix_bytes(std::string_view id) {
    const std::size_t tilde = id.rfind('~');
    if (tilde == std::string_view::npos || tilde + 1 == id.size()) return 0;
    const std::string_view digits = id.substr(tilde + 1);
    const bool is_number = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? static_cast<std::uint32_t>(id.size() - tilde) : 0;
}

SourceRecord record_of(const Article& article) {
    SourceRecord record;
    record.id = article.id;
    record.suffix_bytes = suffix_bytes(article.id);
    record.content_hash = content_hash(article);
    if (article.date.known()) record.date = {true, article.date.day, article.date.instant};
    record.duplicate_key = duplicate_key(article);
    return record;
}

}  // namespace

Sources read_published_sources(const std::filesystem::path& index, const Manifest& manifest) {
    const std::filesystem::path file = index / manifest.sources;
    Sources sources = decode_sources(MappedFile(file).bytes(), file);
    if (!manifest.marks.empty()) require_published(index, manifest, manifest.sources);
    return sources;
}

std::vector<Manifest> states_with_sources(const std::filesystem::path& index,
                                          std::uint64_t before) {
    std::vector<Manifest> states;
    const NumberedFiles files(index);
    const auto& numbers = files.sources();
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
        if (*number >= before) continue;
        Manifest& state = states.emplace_back();
        state.number = *number;
        state.sources = fmt::format("{}{}", sources_kind, *number);
    }
    return states;
}

ListedWithdrawals listed_withdrawals(const std::filesystem::path& index, std::uint64_t after) {
    ListedWithdrawals listed;
    for (const Manifest& state : states_with_sources(index, all_states)) {
        if (state.number <= after) continue;
        try {
            listed.withdrawals = merge_withdrawals(read_published_sources(index, state).withdrawals,
                                                   listed.withdrawals);
            listed.files.push_back(state.sources);
        } catch (const AccessError&) {
            throw;
        } catch (const Error&) {
            listed.unreadable.push_back(state.sources);
        }
    }
    return listed;
}

std::optional<ReadableSources> first_readable_sources(const std::filesystem::path& index,
                                                      const std::vector<Manifest>& states) {
    for (const Manifest& state : states) {
        try {
            return ReadableSources{read_published_sources(index, state), state.number,
                                   state.sources};
        } catch (const AccessError&) {
            throw;
        } catch (const Error&) {
            // The next.
        }
    }
    return std::nullopt;
}

void LivingArticles::add(const std::vector<std::string>& ids) {
    for (const std::string& id : ids)
        if (!ids_.insert(id).second) repeated_.push_back(id);
}

bool LivingArticles::add(const Article& article) {
    return ids_.insert(article.id).second && salvaged_.insert(article.id).second;
}

SourcesRepair::SourcesRepair(Sources sources, const std::vector<RootInfo>& roots,
                             const LivingArticles& living)
    : sources_(std::move(sources)), roots_(roots), living_(living) {
    std::erase_if(sources_.files,
                  [&](const SourceFileEntry& file) { return file.root >= roots_.size(); });
    for (SourceFileEntry& file : sources_.files) mend(file);
    for (const Withdrawal& withdrawal : sources_.withdrawals)
        if (living_.contains(withdrawal.id)) withdrawn_.push_back(withdrawal.id);
    std::ranges::sort(lost_);
}

bool SourcesRepair::is_withdrawn(const std::string& id) const {
    return find_withdrawal(sources_.withdrawals, id) != nullptr;
}

void SourcesRepair::mend(SourceFileEntry& file) {
    bool is_whole = true;
    for (SourceRecord& record : file.records) {
        if (record.state == RecordState::indexed && is_withdrawn(record.id))
            record.state = RecordState::withdrawn;
        if (record.state == RecordState::indexed) {
            if (living_.contains(record.id) && recorded_.insert(record.id).second) continue;
            if (!living_.contains(record.id)) lost_.push_back(record.id);
        } else if (record.state == RecordState::duplicate) {
            const bool is_kept = living_.contains(record.kept_id) && !is_withdrawn(record.kept_id);
            if (is_kept && !living_.contains(record.id)) continue;
        } else {
            continue;
        }
        record.state = RecordState::lost;
        is_whole = false;
    }
    if (!is_whole) read_again(file);
}

SourceFileEntry& SourcesRepair::file_of(const Article& article) {
    const auto root = std::ranges::find(roots_, article.origin.root, &RootInfo::path);
    const auto number =
        static_cast<std::uint32_t>(root == roots_.end() ? 0 : root - roots_.begin());
    const auto place = [](const SourceFileEntry& file) {
        return std::pair(file.root, std::string_view(file.path));
    };
    const std::pair<std::uint32_t, std::string_view> wanted{number, article.origin.path};
    const auto found = std::ranges::lower_bound(sources_.files, wanted, {}, place);
    if (found != sources_.files.end() && place(*found) == wanted) return *found;
    SourceFileEntry file;
    file.root = number;
    file.path = article.origin.path;
    return *sources_.files.insert(found, std::move(file));
}

void SourcesRepair::add_unknown(const std::function<Article(const std::string& id)>& article_of) {
    std::vector<std::string> unknown;
    for (const std::string& id : living_.ids())
        if (!recorded_.contains(id) && !is_withdrawn(id)) unknown.push_back(id);
    std::ranges::sort(unknown);
    for (const std::string& id : unknown) {
        const Article article = article_of(id);
        SourceFileEntry& file = file_of(article);
        std::erase_if(file.records, [&](const SourceRecord& record) {
            return record.id == id && record.state != RecordState::withdrawn;
        });
        file.records.push_back(record_of(article));
        read_again(file);
    }
}

}  // namespace dateline
