#include "indexer/index_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "corpus/error.hpp"
#include "indexer/index_archive.hpp"

namespace dateline {

namespace {

// Of each kind of problem, so many are named one by one; -v names all.
constexpr std::uint64_t problems_shown = 10;

struct IndexCommandOptions {
    std::string date_order;
    std::string zone;
};

DateOrder date_order(const std::string& text) {
    if (text.empty()) return DateOrder::unknown;
    if (text == "dmy") return DateOrder::day_month_year;
    if (text == "mdy") return DateOrder::month_day_year;
    if (text == "ymd") return DateOrder::year_month_day;
    throw Error(ErrorKind::usage, fmt::format("--date-order is dmy, mdy or ymd, not \"{}\"", text));
}

std::int16_t zone_minutes(const std::string& text) {
    if (text.empty()) return 0;
    if (const auto minutes = read_zone(text)) return *minutes;
    throw Error(ErrorKind::usage, fmt::format("--zone does not know \"{}\"", text),
                "write it as +02:00, or UTC");
}

std::string place_of(const Origin& origin) {
    std::string place = origin.root;
    if (!origin.path.empty() && !place.ends_with("/" + origin.path)) place += "/" + origin.path;
    if (!origin.member.empty()) place += "/" + origin.member;
    return fmt::format("{}, line {} (byte {})", place, origin.line, origin.offset);
}

// Prints problems as they come, but not thousands of a kind.
class ProblemPrinter {
  public:
    ProblemPrinter(const GlobalOptions& global, Progress& progress)
        : global_(global), progress_(progress) {}

    void print(const ReadEvent& event) {
        if (const auto* rejection = std::get_if<Rejection>(&event))
            print("rejected", *rejection);
        else if (const auto* skip = std::get_if<Skip>(&event))
            print("skipped", *skip);
        else if (const auto* warning = std::get_if<Warning>(&event))
            print("taken, but", *warning);
    }

    void print_rest() const {
        for (const auto& [outcome, count] : counts_) {
            if (count <= problems_shown || global_.verbose) continue;
            print_note(global_, fmt::format("{} more like the last \"{}\"; -v names them all",
                                            count - problems_shown, outcome));
        }
    }

  private:
    void print(const std::string& outcome, const Problem& problem) {
        const std::uint64_t count = ++counts_[outcome];
        if (count > problems_shown && !global_.verbose) return;
        progress_.clear();
        print_warning(global_,
                      fmt::format("{}: {}: {}", place_of(problem.origin), outcome, problem.reason));
    }

    const GlobalOptions& global_;
    Progress& progress_;
    std::map<std::string, std::uint64_t> counts_;
};

void print_report(const GlobalOptions& global, const IndexReport& report) {
    if (report.undated > 0)
        print_note(global, fmt::format("{} of the articles indexed have no date that can be used",
                                       report.undated));
    if (report.ambiguous_dates > 0)
        print_note(global, fmt::format("{} of them have a date such as 5/1/2020 that can be read "
                                       "in two ways: give --date-order dmy or mdy",
                                       report.ambiguous_dates));
    if (report.renamed_ids > 0)
        print_warning(global, fmt::format("{} articles have an id that another article had: they "
                                          "are indexed as ID~2, ID~3, ...",
                                          report.renamed_ids));
    if (report.ledger.read == 0) print_note(global, "no articles found");
    if (!report.published) print_note(global, "nothing changed: the index is as it was");
    if (!global.quiet) std::fprintf(stderr, "%s\n", ledger_line(report.ledger).c_str());
    if (global.format == "jsonl") write_output(ledger_json(report.ledger) + "\n");
}

int run_index(const GlobalOptions& global, const IndexCommandOptions& chosen,
              const std::vector<std::string>& paths) {
    IndexOptions options;
    options.index = global.index;
    options.paths = paths;
    options.reading.dates = {.order = date_order(chosen.date_order),
                             .zone_minutes = zone_minutes(chosen.zone),
                             .today = global.today};
    Progress progress(global);
    ProblemPrinter problems(global, progress);
    const IndexReport report =
        index_archive(options, progress, [&](const ReadEvent& event) { problems.print(event); });
    progress.clear();
    problems.print_rest();
    print_report(global, report);
    return report.new_rejections > 0 ? 6 : 0;
}

}  // namespace

Command index_command() {
    return {.name = "index",
            .summary = "add articles to an index, or bring it up to date",
            .arguments = "[PATH...]",
            .formats = {"text", "jsonl"},
            .configure = [](CLI::App& app) -> Action {
                auto chosen = std::make_shared<IndexCommandOptions>();
                app.add_option("--date-order", chosen->date_order,
                               "how to read 5/1/2020: dmy, mdy or ymd")
                    ->type_name("ORDER");
                app.add_option("--zone", chosen->zone, "for times without one (default UTC)")
                    ->type_name("ZONE");
                return
                    [chosen](const GlobalOptions& global, const std::vector<std::string>& paths) {
                        return run_index(global, *chosen, paths);
                    };
            }};
}

}  // namespace dateline
