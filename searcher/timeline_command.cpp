#include "searcher/timeline_command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/error.hpp"
#include "searcher/asked_set.hpp"
#include "searcher/command_style.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/record_lines.hpp"
#include "searcher/timeline_plot.hpp"

namespace dateline {

namespace {

// So many bars tell a story in a terminal; in a picture they may be narrow.
constexpr std::size_t most_lines = 40;
constexpr std::size_t most_bars_of_plot = 120;

/// The options of `timeline` as they were typed.
struct TimelineArguments {
    SetChoice set;
    std::string unit;
    std::string compare;
    bool is_normalized = false;
};

std::optional<TimeUnit> chosen_unit(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto unit =
        std::ranges::find(all_time_units, name, [](TimeUnit each) { return name_of(each); });
    if (unit != all_time_units.end()) return *unit;
    throw Error(ErrorKind::usage, "--by does not take \"" + name + "\"",
                "it takes day, week, month, quarter or year");
}

TimelineOptions timeline_options(const GlobalOptions& global, const TimelineArguments& arguments) {
    const std::size_t most = global.format == "svg" ? most_bars_of_plot : most_lines;
    return {chosen_unit(arguments.unit), arguments.compare.empty() ? most : most / 2};
}

std::string rendered(const GlobalOptions& global, const Timeline& timeline,
                     const TimelineView& view) {
    if (global.format == "svg") return timeline_plot(timeline, view);
    if (global.format == "csv") return csv_text(timeline_records(timeline, view));
    if (global.format == "jsonl") return jsonl_text(timeline_records(timeline, view));
    return render_timeline(timeline, view, text_style(global));
}

int run_timeline(const GlobalOptions& global, const std::vector<std::string>& words,
                 const TimelineArguments& arguments) {
    const TimelineOptions options = timeline_options(global, arguments);
    const Index index = open_indexes(global);
    const AskedSet asked(global, index, query_text(words), arguments.set);
    std::optional<AskedSet> compared;
    if (!arguments.compare.empty())
        compared.emplace(global, index, arguments.compare, arguments.set,
                         asked.days().value_or(DayRange{}));
    const bool is_found = asked.article_total() > 0 || (compared && compared->article_total() > 0);
    if (is_found) {
        TimelineView view{.query = asked.text(), .is_normalized = arguments.is_normalized};
        view.counts = asked.count_text();
        if (compared) {
            view.compare = compared->text();
            view.compared_counts = compared->count_text();
        }
        const Timeline timeline = make_timeline(asked, compared ? &*compared : nullptr, options);
        write_output(rendered(global, timeline, view));
    }
    asked.print_notes(global);
    if (compared) compared->print_notes(global);
    return is_found ? 0 : 1;
}

Action configure(CLI::App& app) {
    const auto chosen = std::make_shared<TimelineArguments>();
    app.add_option(
           "--by", chosen->unit,
           "how much time a bar stands for; if not given, the finest that needs no more than "
           "40 lines")
        ->type_name("day|week|month|quarter|year");
    app.add_flag("--normalize", chosen->is_normalized,
                 "bars show which share of the archive's articles of that time was found");
    app.add_option(
           "--compare", chosen->compare,
           "a second query, a bar below each bar; the dates of the first one limit it, unless it "
           "has its own")
        ->type_name("QUERY2");
    add_set_options(app, chosen->set);
    return [chosen](const GlobalOptions& global, const std::vector<std::string>& words) {
        return run_timeline(global, words, *chosen);
    };
}

}  // namespace

Command timeline_command() {
    return {.name = "timeline",
            .summary = "count articles by day, week, month, quarter or year",
            .exit_codes = {0, 1, 2, 3, 4},
            .arguments = "[QUERY]",
            .formats = {"text", "csv", "jsonl", "svg"},
            .configure = configure,
            .pages = true};
}

}  // namespace dateline
