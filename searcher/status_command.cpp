#include "searcher/status_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/error.hpp"
#include "corpus/schema.hpp"
#include "searcher/bar_chart.hpp"
#include "searcher/command_style.hpp"
#include "searcher/json_line.hpp"
#include "searcher/open_indexes.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"
#include "searcher/timeline.hpp"

namespace dateline {

namespace {

constexpr std::size_t name_columns = 11;
constexpr std::size_t most_year_lines = 25;

struct Status {
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t undated = 0;
    std::optional<DayRange> days;  // empty: no article is dated
    std::map<std::string, std::uint64_t> languages;
    std::vector<std::uint64_t> by_year;  // from the first to the last that has any
    std::uint64_t index_bytes = 0;
    std::uint64_t text_bytes = 0;
};

std::int32_t first_year(const Status& status) {
    return unit_number(TimeUnit::year, status.days->first);
}

std::vector<std::uint64_t> count_years(const Index& index, const DayRange& days) {
    std::vector<DayRange> years;
    const std::int32_t last = unit_number(TimeUnit::year, days.last);
    for (std::int32_t year = unit_number(TimeUnit::year, days.first); year <= last; ++year)
        years.push_back(days_of(TimeUnit::year, year));
    return articles_in(index, years);
}

Status status_of(const Index& index) {
    Status status;
    status.index_bytes = index.bytes_on_disk();
    status.days = days_of(index);
    if (status.days) status.by_year = count_years(index, *status.days);
    for (const SegmentInfo& segment : index.manifest().segments) {
        status.articles += segment.articles;
        status.passages += segment.passages;
        status.undated += segment.articles - segment.dated;
        status.text_bytes += segment.text_bytes;
        for (const auto& [code, articles] : segment.languages) status.languages[code] += articles;
    }
    return status;
}

std::uint64_t count_articles(const Manifest& manifest) {
    std::uint64_t articles = 0;
    for (const SegmentInfo& segment : manifest.segments) articles += segment.articles;
    return articles;
}

std::string size_text(std::uint64_t bytes) {
    constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    auto size = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; size >= 1024 && unit + 1 < units.size(); ++unit) size /= 1024;
    return unit == 0 ? fmt::format("{} bytes", bytes) : fmt::format("{:.1f} {}", size, units[unit]);
}

std::string languages_text(const Status& status) {
    std::vector<std::string> parts;
    for (const auto& [code, articles] : status.languages)
        parts.push_back(fmt::format("{} {}", code.empty() ? "unknown" : code, articles));
    return fmt::format("{}", fmt::join(parts, ", "));
}

struct YearSpan {
    std::int32_t first = 0;
    std::int32_t last = 0;
    std::uint64_t articles = 0;
};

// Years, or decades where there are many.
std::vector<YearSpan> year_spans(const Status& status) {
    const std::int32_t years = status.by_year.size() > most_year_lines ? 10 : 1;
    std::vector<YearSpan> spans;
    for (std::size_t i = 0; i < status.by_year.size(); ++i) {
        const std::int32_t year = first_year(status) + static_cast<std::int32_t>(i);
        const std::int32_t first = year / years * years;
        if (spans.empty() || spans.back().first != first)
            spans.push_back({first, first + years - 1, 0});
        spans.back().articles += status.by_year[i];
    }
    return spans;
}

std::string years_text(const Status& status, const TextStyle& style) {
    const std::vector<YearSpan> spans = year_spans(status);
    if (spans.empty()) return {};
    const auto most = std::ranges::max_element(spans, {}, &YearSpan::articles)->articles;
    BarChart chart{.headings = {""}, .lines = {}};
    for (const YearSpan& span : spans)
        chart.lines.push_back(
            {.label = span.first == span.last ? fmt::format("{}", span.first)
                                              : fmt::format("{}-{}", span.first, span.last),
             .length = static_cast<double>(span.articles) / static_cast<double>(most),
             .figures = {fmt::format("{}", span.articles)}});
    return "\n" + render_bars(chart, style);
}

// Of a name and what there is to say, in lines that fit.
std::string line_of(std::string_view name, std::string_view said, const TextStyle& style) {
    const std::size_t width = std::max(style.width_columns, min_width_columns) - name_columns;
    return indented(wrap_text(said, {}, width, {}), fmt::format("{:<{}}", name, name_columns),
                    std::string(name_columns, ' '));
}

std::string status_text(const Status& status, const Manifest& manifest, const TextStyle& style) {
    const std::string days = status.days ? fmt::format("{} to {}", iso_day(status.days->first),
                                                       iso_day(status.days->last))
                                         : "none";
    std::string text;
    const auto add = [&](std::string_view name, const std::string& said) {
        text += line_of(name, said, style);
    };
    add("articles", fmt::format("{}", status.articles));
    add("passages", fmt::format("{}", status.passages));
    add("dates", fmt::format("{}, {} undated", days, status.undated));
    add("languages", languages_text(status));
    add("size", fmt::format("{} on disk, {} of text", size_text(status.index_bytes),
                            size_text(status.text_bytes)));
    add("segments", fmt::format("{}", manifest.segments.size()));
    add("published", manifest.published);
    for (const RootInfo& root : manifest.roots) {
        // In one piece, to be copied.
        text += fmt::format("{:<{}}{}\n", "root", name_columns, printable(root.path));
        add("", fmt::format("{}: {}", root.last_run, root.outcome));
    }
    return text;
}

// What `index --rollback=N` would put in force again, and by which N.
std::string earlier_text(const std::vector<Manifest>& earlier, const TextStyle& style) {
    std::string text;
    for (std::size_t i = 0; i < earlier.size(); ++i)
        text += line_of(
            i == 0 ? "earlier" : "",
            fmt::format("state {} of {}: {} articles; index --rollback={}", earlier[i].number,
                        earlier[i].published, count_articles(earlier[i]), i + 1),
            style);
    return text;
}

nlohmann::ordered_json earlier_json(const std::vector<Manifest>& earlier) {
    auto states = nlohmann::ordered_json::array();
    for (const Manifest& manifest : earlier)
        states.push_back({{"number", manifest.number},
                          {"published", manifest.published},
                          {"articles", count_articles(manifest)},
                          {"segments", manifest.segments.size()}});
    return states;
}

nlohmann::ordered_json years_json(const Status& status) {
    auto years = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < status.by_year.size(); ++i)
        years[fmt::format("{}", first_year(status) + static_cast<std::int32_t>(i))] =
            status.by_year[i];
    return years;
}

std::string status_json(const Status& status, const Manifest& manifest,
                        const std::vector<Manifest>& earlier) {
    using nlohmann::ordered_json;
    ordered_json roots = ordered_json::array();
    for (const RootInfo& root : manifest.roots)
        roots.push_back(
            {{"path", root.path}, {"last_run", root.last_run}, {"outcome", root.outcome}});
    const auto day = [&](Day DayRange::*end) {
        return status.days ? ordered_json(iso_day((*status.days).*end)) : ordered_json(nullptr);
    };
    const ordered_json object{{"articles", status.articles},
                              {"passages", status.passages},
                              {"undated", status.undated},
                              {"first_day", day(&DayRange::first)},
                              {"last_day", day(&DayRange::last)},
                              {"languages", status.languages},
                              {"articles_by_year", years_json(status)},
                              {"index_bytes", status.index_bytes},
                              {"text_bytes", status.text_bytes},
                              {"segments", manifest.segments.size()},
                              {"roots", roots},
                              {"format", index_format_version},
                              {"analysis", manifest.analysis},
                              {"published", manifest.published},
                              {"state", manifest.number},
                              {"earlier", earlier_json(earlier)}};
    return json_line(object);
}

std::string text_of(const Status& status, const Manifest& manifest,
                    const std::vector<Manifest>& earlier, const GlobalOptions& global) {
    const TextStyle style = text_style(global);
    const std::string more = global.verbose ? earlier_text(earlier, style) : std::string();
    return status_text(status, manifest, style) + more + years_text(status, style);
}

int run_status(const GlobalOptions& global, const std::vector<std::string>& arguments) {
    if (!arguments.empty())
        throw Error(ErrorKind::usage,
                    fmt::format("status takes no arguments: '{}'", printable(arguments.front())),
                    "name another index with --index DIR");
    const Index index = open_indexes(global);
    const Status status = status_of(index);
    const Manifest& manifest = index.manifest();
    const std::vector<Manifest> earlier = earlier_manifests(global.index, manifest);
    if (global.format == "jsonl")
        write_output(status_json(status, manifest, earlier));
    else
        write_output(text_of(status, manifest, earlier, global));
    return 0;
}

}  // namespace

Command status_command() {
    return {.name = "status",
            .summary = "what the index holds",
            .exit_codes = {0, 2, 3, 4},
            .arguments = "",
            .formats = {"text", "jsonl"},
            .configure = [](CLI::App&) -> Action { return run_status; },
            .pages = true};
}

}  // namespace dateline
