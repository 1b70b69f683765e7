#include "searcher/status_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "corpus/error.hpp"
#include "corpus/schema.hpp"
#include "searcher/index.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

struct Status {
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t undated = 0;
    std::optional<DayRange> days;  // empty: no article is dated
    std::map<std::string, std::uint64_t> languages;
    std::uint64_t index_bytes = 0;
    std::uint64_t text_bytes = 0;
};

Status status_of(const Index& index) {
    Status status;
    status.index_bytes = index.bytes_on_disk();
    for (const SegmentInfo& segment : index.manifest().segments) {
        status.articles += segment.articles;
        status.passages += segment.passages;
        status.undated += segment.articles - segment.dated;
        status.text_bytes += segment.text_bytes;
        for (const auto& [code, articles] : segment.languages) status.languages[code] += articles;
        if (segment.dated == 0) continue;
        const DayRange days = status.days.value_or(DayRange{segment.first_day, segment.last_day});
        status.days = {std::min(days.first, segment.first_day),
                       std::max(days.last, segment.last_day)};
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

std::string status_text(const Status& status, const Manifest& manifest) {
    const std::string days = status.days ? fmt::format("{} to {}", iso_day(status.days->first),
                                                       iso_day(status.days->last))
                                         : "none";
    std::string text = fmt::format(
        "articles   {}\n"
        "passages   {}\n"
        "dates      {}, {} undated\n"
        "languages  {}\n"
        "size       {} on disk, {} of text\n"
        "segments   {}\n"
        "published  {}\n",
        status.articles, status.passages, days, status.undated, languages_text(status),
        size_text(status.index_bytes), size_text(status.text_bytes), manifest.segments.size(),
        manifest.published);
    for (const RootInfo& root : manifest.roots)
        text += fmt::format("root       {}\n           {}: {}\n", printable(root.path),
                            root.last_run, printable(root.outcome));
    return text;
}

// What `index --rollback=N` would put in force again, and by which N.
std::string earlier_text(const std::vector<Manifest>& earlier) {
    std::string text;
    for (std::size_t i = 0; i < earlier.size(); ++i)
        text += fmt::format("{:<10} state {} of {}: {} articles; index --rollback={}\n",
                            i == 0 ? "earlier" : "", earlier[i].number, earlier[i].published,
                            count_articles(earlier[i]), i + 1);
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
                              {"index_bytes", status.index_bytes},
                              {"text_bytes", status.text_bytes},
                              {"segments", manifest.segments.size()},
                              {"roots", roots},
                              {"format", index_format_version},
                              {"analysis", manifest.analysis},
                              {"published", manifest.published},
                              {"state", manifest.number},
                              {"earlier", earlier_json(earlier)}};
    return object.dump(-1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

int run_status(const GlobalOptions& global, const std::vector<std::string>& arguments) {
    if (!arguments.empty())
        throw Error(ErrorKind::usage,
                    fmt::format("status takes no arguments: '{}'", printable(arguments.front())),
                    "name another index with --index DIR");
    const Index index = Index::open(global.index);
    const Status status = status_of(index);
    const Manifest& manifest = index.manifest();
    const std::vector<Manifest> earlier = earlier_manifests(global.index, manifest);
    if (global.format == "jsonl")
        write_output(status_json(status, manifest, earlier));
    else
        write_output(status_text(status, manifest) +
                     (global.verbose ? earlier_text(earlier) : std::string()));
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
