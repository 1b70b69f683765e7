#include "indexer/source_ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "corpus/command.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/terminal_text.hpp"
#include "indexer/ledger.hpp"
#include "indexer/roots.hpp"
#include "indexer/run_counts.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Something that the ledger says of a record: a problem, or why its article is not in the index.
struct LedgerLine {
    std::string_view outcome;
    std::string reason;
    std::string id{};                        // empty: unknown
    const RecordProblem* problem = nullptr;  // where the record stands; nullptr: unknown
};

std::string withdrawal_reason(const Sources& sources, const std::string& id) {
    const auto found = std::ranges::lower_bound(sources.withdrawals, id, {}, &Withdrawal::id);
    const bool has_reason =
        found != sources.withdrawals.end() && found->id == id && !found->reason.empty();
    return has_reason ? "withdrawn: " + found->reason : "withdrawn";
}

std::optional<LedgerLine> line_of(const SourceRecord& record, const Sources& sources) {
    switch (record.state) {
        case RecordState::indexed:
            return std::nullopt;
        case RecordState::duplicate:
            return LedgerLine{"duplicate", "it is equal to " + record.kept_id, record.id};
        case RecordState::superseded:
            return LedgerLine{"superseded", "another version is in the index", record.id};
        case RecordState::withdrawn:
            return LedgerLine{"skipped", withdrawal_reason(sources, record.id), record.id};
        case RecordState::lost:
            return LedgerLine{"rejected", "lost by damage to the index: to be read again",
                              record.id};
    }
    return std::nullopt;
}

std::vector<LedgerLine> lines_of(const SourceLedger& ledger, const SourceFileEntry& file) {
    std::vector<LedgerLine> lines;
    for (const RecordProblem& problem : file.problems)
        lines.push_back({outcome_name(problem.outcome), problem.reason, {}, &problem});
    for (const SourceRecord& record : file.records)
        if (auto line = line_of(record, ledger.sources)) lines.push_back(*std::move(line));
    return lines;
}

// What is in the index was new once: a run counts it as unchanged, the ledger as indexed.
Ledger ledger_of(const SourceFileEntry& file) {
    Ledger ledger = ledger_of_unchanged(file);
    ledger.indexed = std::exchange(ledger.unchanged, 0);
    return ledger;
}

std::array<std::pair<const char*, std::uint64_t>, 5> counts_of(const Ledger& ledger) {
    return {{{"indexed", ledger.indexed},
             {"duplicate", ledger.duplicate},
             {"superseded", ledger.superseded},
             {"skipped", ledger.skipped},
             {"rejected", ledger.rejected}}};
}

std::string place_of(const SourceLedger& ledger, const SourceFileEntry& file) {
    const std::string& root = ledger.roots.at(file.root).path;
    std::error_code failure;
    const bool is_the_root = root == standard_input_root ||
                             (root.ends_with("/" + file.path) && !fs::is_directory(root, failure));
    return is_the_root ? root : (fs::path(root) / file.path).string();
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    return !folder.empty() && std::ranges::mismatch(path, folder).in2 == folder.end();
}

// Empty where it is none.
fs::path absolute_path(const std::string& typed) {
    if (typed == standard_input_root) return typed;
    std::error_code failure;
    const fs::path absolute = fs::absolute(typed, failure);
    const fs::path canonical = fs::weakly_canonical(absolute, failure);
    const fs::path path = failure ? absolute.lexically_normal() : canonical;
    return path.has_filename() ? path : path.parent_path();
}

std::string printed(const LedgerLine& line) {
    std::string place;
    if (line.problem)
        place = fmt::format("{}{}line {} (byte {})", line.problem->member,
                            line.problem->member.empty() ? "" : ", ", line.problem->line,
                            line.problem->offset);
    else
        place = line.id;
    const std::string_view outcome = line.outcome == "warning" ? "taken, but" : line.outcome;
    return fmt::format("{}: {}: {}", place, outcome, line.reason);
}

std::string dumped(const Json& object) {
    return escaped_json(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json summary_of(const SourceLedger& ledger, const SourceFileEntry& file) {
    const Ledger counts = ledger_of(file);
    Json object{{"path", file.path},
                {"root", ledger.roots.at(file.root).path},
                {"format", text_or_null(file.format)},
                {"read", counts.read}};
    for (const auto& [name, count] : counts_of(counts)) object[name] = count;
    return object;
}

Json object_of(const LedgerLine& line, const SourceLedger& ledger, const SourceFileEntry& file) {
    const RecordProblem* problem = line.problem;
    return {{"path", file.path},
            {"root", ledger.roots.at(file.root).path},
            {"member", problem ? text_or_null(problem->member) : Json(nullptr)},
            {"offset", problem ? Json(problem->offset) : Json(nullptr)},
            {"line", problem ? Json(problem->line) : Json(nullptr)},
            {"format", text_or_null(problem ? problem->format : file.format)},
            {"outcome", line.outcome},
            {"reason", line.reason},
            {"id", text_or_null(line.id)}};
}

}  // namespace

SourceLedger read_source_ledger(const fs::path& index) {
    constexpr int attempts = 5;
    for (int attempt = 1;; ++attempt) {
        Manifest manifest = require_manifest(index);
        try {
            const fs::path file = index / manifest.sources;
            return {std::move(manifest.roots), decode_sources(MappedFile(file).bytes(), file)};
        } catch (const Error&) {
            if (attempt == attempts || require_manifest(index).number == manifest.number) throw;
        }
    }
}

std::vector<const SourceFileEntry*> files_under(const SourceLedger& ledger,
                                                const std::vector<std::string>& paths) {
    std::vector<const SourceFileEntry*> files;
    std::vector<bool> has_files(paths.size());
    std::vector<fs::path> folders;
    std::ranges::transform(paths, std::back_inserter(folders), absolute_path);
    for (const SourceFileEntry& file : ledger.sources.files) {
        bool is_wanted = paths.empty();
        const fs::path place = is_wanted ? fs::path() : fs::path(place_of(ledger, file));
        for (std::size_t i = 0; i < folders.size(); ++i) {
            if (!is_inside(place, folders[i])) continue;
            has_files[i] = true;
            is_wanted = true;
        }
        if (is_wanted) files.push_back(&file);
    }
    if (const auto without = std::ranges::find(has_files, false); without != has_files.end())
        throw Error(ErrorKind::input_output,
                    fmt::format("{} is not in the index",
                                paths[static_cast<std::size_t>(without - has_files.begin())]),
                    "`dateline status` lists its roots");
    return files;
}

std::string ledger_text(const SourceLedger& ledger, const SourceFileEntry& file) {
    std::string line = place_of(ledger, file) + ":";
    if (!file.format.empty()) line += " " + file.format + ",";
    const Ledger counts = ledger_of(file);
    line += fmt::format(" read {}", counts.read);
    for (const auto& [name, count] : counts_of(counts))
        if (count > 0) line += fmt::format(", {} {}", name, count);
    std::string text = without_controls(line) + "\n";
    for (const LedgerLine& of_record : lines_of(ledger, file))
        text += "  " + without_controls(printed(of_record)) + "\n";
    return text;
}

std::string ledger_jsonl(const SourceLedger& ledger, const SourceFileEntry& file) {
    std::string lines = dumped(summary_of(ledger, file));
    for (const LedgerLine& line : lines_of(ledger, file))
        lines += dumped(object_of(line, ledger, file));
    return lines;
}

}  // namespace dateline
