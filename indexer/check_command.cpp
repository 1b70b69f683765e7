#include "indexer/check_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "corpus/error.hpp"
#include "corpus/manifest.hpp"
#include "corpus/numbered_files.hpp"
#include "corpus/pager.hpp"
#include "corpus/shell_word.hpp"
#include "corpus/terminal_text.hpp"
#include "indexer/index_check.hpp"
#include "indexer/index_repair.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/source_ledger.hpp"

namespace dateline {

namespace {

std::string parts_text(const std::vector<CheckedPart>& parts) {
    std::size_t width = 0;
    for (const CheckedPart& part : parts) width = std::max(width, part.part.size());
    std::string text;
    for (const CheckedPart& part : parts)
        text += without_controls(fmt::format("{:<{}}  {}", part.part, width,
                                             part.is_ok() ? "ok" : part.problem)) +
                "\n";
    return text;
}

std::string parts_jsonl(const std::vector<CheckedPart>& parts) {
    using Json = nlohmann::ordered_json;
    std::string lines;
    for (const CheckedPart& part : parts) {
        const Json object{{"part", part.part},
                          {"ok", part.is_ok()},
                          {"problem", part.is_ok() ? Json(nullptr) : Json(part.problem)}};
        lines += escaped_json(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
    }
    return lines;
}

int tell_parts(const GlobalOptions& global, const std::vector<CheckedPart>& parts) {
    write_output(global.format == "jsonl" ? parts_jsonl(parts) : parts_text(parts));
    const auto whole = std::ranges::count_if(parts, &CheckedPart::is_ok);
    const auto damaged = static_cast<std::ptrdiff_t>(parts.size()) - whole;
    if (damaged == 0) return 0;
    throw Error(ErrorKind::index,
                fmt::format("{} of the {} parts of the index {} are damaged", damaged, parts.size(),
                            global.index.string()),
                fmt::format("keep what is whole: dateline --index {0} check --repair; or make it "
                            "anew from its sources: dateline --index {0} index --rebuild",
                            shell_word(global.index.string())));
}

Command paged() {
    Command command;
    command.pages = true;
    return command;
}

// A writer that dies leaves such; so does a CURRENT that was put back.
void tell_later_state(const GlobalOptions& global) {
    const std::uint64_t in_force = require_manifest(global.index).number;
    const NumberedFiles files(global.index);
    if (files.manifests().empty() || *files.manifests().rbegin() <= in_force) return;
    print_note(global, fmt::format("{} is later than the state in force: the run that wrote it did "
                                   "not come to its end, or CURRENT is an older one",
                                   manifest_name(*files.manifests().rbegin())));
}

int run_check(const GlobalOptions& global) {
    require_one_index(global);
    Progress progress(global);
    const std::vector<CheckedPart> parts =
        check_index(global.index, [&](const ProgressState& state) { progress.update(state); });
    progress.clear();
    tell_later_state(global);
    // Not the check itself, whose progress would be held back.
    const Action tell = [&](const GlobalOptions& options, const std::vector<std::string>&) {
        return tell_parts(options, parts);
    };
    return run_paged(paged(), tell, global, {});
}

std::string listed(const std::vector<std::string>& ids) {
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, ids.size()); ++i)
        text += (i > 0 ? ", " : "") + ids[i];
    if (ids.size() > most)
        text += fmt::format(" and {} more (check --ledger names them all)", ids.size() - most);
    return text;
}

int run_repair(const GlobalOptions& global) {
    require_one_index(global);
    SegmentSettings settings;
    settings.threads = std::max<std::size_t>(1, global.threads);
    Progress progress(global);
    const Repair repair = repair_index(global.index, settings,
                                       [&](const ProgressState& state) { progress.update(state); });
    progress.clear();
    for (const std::string& deed : repair.deeds) print_warning(global, deed);
    if (!repair.lost_ids.empty())
        print_warning(global, fmt::format("lost: {}", listed(repair.lost_ids)));
    if (repair.deeds.empty())
        print_note(global, "nothing is damaged: the index is as it was");
    else if (repair.is_all_kept)
        print_note(global, "nothing is lost of the state in force");
    else
        print_note(global, fmt::format("what is lost is read again, where its sources are still "
                                       "there: dateline --index {} index",
                                       shell_word(global.index.string())));
    return run_check(global);
}

int list_ledger(const GlobalOptions& global, const std::vector<std::string>& paths) {
    require_one_index(global);
    const SourceLedger ledger = read_source_ledger(global.index);
    for (const SourceFileEntry* file : files_under(ledger, paths))
        write_output(global.format == "jsonl" ? ledger_jsonl(ledger, *file)
                                              : ledger_text(ledger, *file));
    return 0;
}

}  // namespace

Command check_command() {
    return {.name = "check",
            .summary = "whether the index is whole, and what became of every source file",
            .exit_codes = {0, 2, 3, 4, 5},
            .arguments = "[PATH...]",
            .formats = {"text", "jsonl"},
            .configure = [](CLI::App& app) -> Action {
                auto lists = std::make_shared<bool>(false);
                auto repairs = std::make_shared<bool>(false);
                app.add_flag("--ledger", *lists,
                             "every source file (below PATH) with its outcome and reasons");
                app.add_flag("--repair", *repairs,
                             "keep what is whole, and say what is lost; what is whole anyway is "
                             "left as it is")
                    ->configurable(false);
                return [lists, repairs](const GlobalOptions& global,
                                        const std::vector<std::string>& paths) {
                    if (*lists && *repairs)
                        throw Error(ErrorKind::usage, "--repair and --ledger go one at a time");
                    if (*lists) return run_paged(paged(), list_ledger, global, paths);
                    if (paths.empty() && *repairs) return run_repair(global);
                    if (paths.empty()) return run_check(global);
                    throw Error(
                        ErrorKind::usage,
                        "check looks at the whole index, and takes a path with --ledger only",
                        "dateline check --ledger PATH...");
                };
            }};
}

}  // namespace dateline
