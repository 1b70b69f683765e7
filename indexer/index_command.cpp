#include "indexer/index_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <optional>

#include "corpus/error.hpp"
#include "corpus/terminal_text.hpp"
#include "indexer/background.hpp"
#include "indexer/index_archive.hpp"
#include "indexer/index_arguments.hpp"
#include "indexer/index_repair.hpp"
#include "indexer/problem_printer.hpp"
#include "indexer/rejects_file.hpp"
#include "indexer/rollback.hpp"

namespace dateline {

namespace {

void print_rollback(const GlobalOptions& global, const Rollback& rollback) {
    std::uint64_t articles = 0;
    for (const SegmentInfo& segment : rollback.restored.segments) articles += segment.articles;
    print_note(global, fmt::format("state {} of {} is in force again, as state {}: {} articles",
                                   rollback.restored.number, rollback.restored.published,
                                   rollback.number, articles));
}

void print_notes(const GlobalOptions& global, const IndexReport& report,
                 const IndexOptions& options) {
    for (const std::string& warning : report.warnings) print_warning(global, warning);
    if (report.undated > 0)
        print_note(global, fmt::format("{} of the articles indexed {} no date that can be used",
                                       report.undated, report.undated == 1 ? "has" : "have"));
    if (report.ambiguous_dates > 0)
        print_note(global, fmt::format("{} of them have a date such as 5/1/2020 that can be read "
                                       "in two ways: give --date-order dmy or mdy",
                                       report.ambiguous_dates));
    if (report.renamed_ids > 0)
        print_warning(global,
                      fmt::format("{} an id that another article had: indexed as ID~2, "
                                  "ID~3, ...",
                                  report.renamed_ids == 1
                                      ? "1 article has"
                                      : fmt::format("{} articles have", report.renamed_ids)));
    if (report.ledger.read == 0 && !options.reads_nothing())
        print_note(global, "no articles found");
    if (report.went_on)
        print_note(global,
                   "the run before was interrupted: this one went on from what it had done");
    if (report.published && !options.withdrawals.empty())
        print_note(global,
                   "the texts withdrawn leave the disk with the next run of index that comes "
                   "a minute or more after this one");
    if (options.is_dry_run)
        print_note(global, "nothing was written: this is what a run would do");
    else if (!report.published)
        print_note(global, "nothing changed: the index is as it was");
}

// Who rebuilds may do so because of damage, and what is done about it is not to be lost where the
// rebuild fails.
void repair_before_rebuild(const GlobalOptions& global, const IndexOptions& options,
                           Progress& progress) {
    if (!options.rebuilds || options.is_dry_run) return;
    const Repair repair =
        repair_unreadable(options.index, options.segments, !options.paths.empty(),
                          [&](const ProgressState& state) { progress.update(state); });
    progress.clear();
    for (const std::string& deed : repair.deeds) print_warning(global, deed);
}

std::string file_line(const FileOutcome& file) {
    const Ledger& ledger = file.ledger;
    std::string line = file.root;
    if (!line.ends_with("/" + file.path)) line += "/" + file.path;
    if (!file.format.empty()) line += ": " + file.format;
    for (const auto& [name, count] : {std::pair("indexed", ledger.indexed),
                                      {"unchanged", ledger.unchanged},
                                      {"duplicate", ledger.duplicate},
                                      {"superseded", ledger.superseded},
                                      {"skipped", ledger.skipped},
                                      {"rejected", ledger.rejected},
                                      {"removed", ledger.removed}})
        if (count > 0) line += fmt::format(", {} {}", name, count);
    return without_controls(line) + "\n";
}

void print_report(const GlobalOptions& global, const IndexReport& report,
                  const IndexOptions& options) {
    print_notes(global, report, options);
    if (global.format != "jsonl")
        for (const FileOutcome& file : report.files) write_output(file_line(file));
    if (!global.quiet) std::fprintf(stderr, "%s\n", ledger_line(report.ledger).c_str());
    if (global.format == "jsonl") write_output(ledger_json(report.ledger) + "\n");
}

int run_index(const GlobalOptions& global, const IndexArguments& arguments,
              const std::vector<std::string>& paths) {
    const IndexOptions options = index_options(global, arguments, paths);
    if (arguments.rollback) {
        print_rollback(global, roll_back(options.index, rollback_steps(arguments)));
        return 0;
    }
    work_in_background();
    Progress progress(global);
    repair_before_rebuild(global, options, progress);
    ProblemPrinter printer(global, progress);
    std::optional<RejectsFile> rejects;
    if (!arguments.rejects.empty()) rejects.emplace(arguments.rejects);
    const IndexReport report =
        index_archive(options, progress, [&](const ReportedProblem& reported) {
            printer.print(reported);
            if (rejects) rejects->add(reported);
        });
    progress.clear();
    if (rejects) rejects->finish();
    printer.print_rest();
    print_report(global, report, options);
    const std::uint64_t bad = arguments.is_strict ? report.ledger.rejected : report.new_rejections;
    return bad > 0 ? 6 : 0;
}

void declare_reading(CLI::App& app, IndexArguments& chosen) {
    const auto option = [&](const char* name, std::string& value, const char* type,
                            const char* about) {
        app.add_option(name, value, about)->type_name(type);
    };
    option("--files-from", chosen.files_from, "FILE",
           "more paths, one a line; - is standard input");
    app.add_flag("-0", chosen.by_nul, "the paths of --files-from end with NUL");
    app.add_option("--exclude", chosen.excluded,
                   "not to be read, as in .datelineignore; repeatable")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    option("--map", chosen.map, "FILE",
           "where fields of JSON and CSV records stand, as JSON: {\"body\": \"fields.bodyText\"}");
    app.add_option("--set", chosen.field_defaults,
                   "where a record has none: source, section, language, place; repeatable")
        ->type_name("FIELD=VALUE")
        ->allow_extra_args(false);
    option("--date-order", chosen.date_order, "dmy|mdy|ymd", "how to read 5/1/2020");
    option("--zone", chosen.zone, "ZONE", "for times without one (default UTC)");
    option("--max-record", chosen.max_record, "SIZE", "larger records are rejected (default 64M)");
    app.add_flag("--checksum", chosen.checks_bytes, "trust hashes of files, not size and times");
}

void declare_writing(CLI::App& app, IndexArguments& chosen) {
    const auto option = [&](const char* name, std::string& value, const char* type,
                            const char* about) {
        app.add_option(name, value, about)->type_name(type);
    };
    option("--memory", chosen.memory, "SIZE",
           "bound (default a quarter of the machine, at most 2G)");
    option("--writer", chosen.writer, "auto|stock", "how Xapian's tables are written");
    app.add_flag("--no-blocks", chosen.has_no_blocks,
                 "a smaller index, slower to search: without frequencies in blocks of articles");
    option("--max-removals", chosen.max_removals, "N|P%",
           "more are refused (default 10 % of a root, never fewer than 100)");
    app.add_flag("--keep-vanished", chosen.keeps_vanished, "nothing is removed");
    app.add_flag("--strict", chosen.is_strict, "exit 6 for every rejection, not just for new ones");
    option("--rejects", chosen.rejects, "FILE", "what was rejected or skipped, as JSON lines");
    app.add_flag("--dry-run", chosen.is_dry_run, "what would change; -v: file by file");
    app.add_flag("--rebuild", chosen.rebuilds, "all anew from the sources");
    app.add_flag("--reanalyse", chosen.reanalyses, "all anew from the texts in the index");
    app.add_flag("--merge", chosen.merges, "into one segment");
    app.add_option("--rollback", chosen.rollback, "the N-th earlier state again; alone: 1")
        ->type_name("N")
        ->expected(0, 1);
    app.add_option("--forget", chosen.forgotten, "a root and its articles; repeatable")
        ->type_name("ROOT")
        ->allow_extra_args(false);
    option("--withdraw", chosen.withdraw, "FILE", "ids that are taken out for good");
    // Done once, by hand: no configuration does it every time.
    for (const char* deed : {"-0", "--dry-run", "--rebuild", "--reanalyse", "--merge", "--rollback",
                             "--forget", "--withdraw"})
        app.get_option(deed)->configurable(false);
}

}  // namespace

Command index_command() {
    return {.name = "index",
            .summary = "add articles to an index, or bring it up to date",
            .details =
                "Each PATH, a file, a folder, or - for standard input, becomes a remembered root; "
                "without PATH every remembered root is read again. In a folder, links and names "
                "that begin with a dot are passed over. What has not changed is not read, and "
                "what is gone from a root is gone from the index.",
            .exit_codes = {0, 2, 3, 4, 5, 6, 130},
            .arguments = "[PATH...]",
            .formats = {"text", "jsonl"},
            .configure = [](CLI::App& app) -> Action {
                auto chosen = std::make_shared<IndexArguments>();
                declare_reading(app, *chosen);
                declare_writing(app, *chosen);
                return
                    [chosen](const GlobalOptions& global, const std::vector<std::string>& paths) {
                        return run_index(global, *chosen, paths);
                    };
            }};
}

}  // namespace dateline
