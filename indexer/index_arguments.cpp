#include "indexer/index_arguments.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "corpus/error.hpp"
#include "indexer/option_values.hpp"
#include "indexer/path_list.hpp"
#include "indexer/withdrawals.hpp"

namespace dateline {

namespace {

std::uint64_t default_memory() {
    constexpr std::uint64_t most = 2ULL << 30;
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long page_bytes = ::sysconf(_SC_PAGESIZE);
    if (pages <= 0 || page_bytes <= 0) return least_memory;
    const auto machine = static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page_bytes);
    return std::clamp(machine / 4, least_memory, most);
}

std::uint64_t memory_of(const IndexArguments& arguments) {
    if (arguments.memory.empty()) return default_memory();
    const std::uint64_t memory = read_size("--memory", arguments.memory);
    if (memory >= least_memory) return memory;
    throw Error(ErrorKind::usage, fmt::format("--memory must be at least {}M", least_memory >> 20));
}

void require_sense(const IndexArguments& arguments, const std::vector<std::string>& paths) {
    const auto refuse = [](const char* message) { throw Error(ErrorKind::usage, message); };
    if (arguments.by_nul && arguments.files_from.empty())
        refuse("-0 says how --files-from is written, which is not given");
    if (arguments.rollback && (!paths.empty() || arguments.rebuilds || arguments.is_dry_run ||
                               !arguments.forgotten.empty() || !arguments.withdraw.empty()))
        refuse("--rollback stands alone");
    if (!arguments.forgotten.empty() && (!paths.empty() || arguments.rebuilds))
        refuse("--forget reads nothing: give it without PATH and --rebuild");
}

std::vector<std::string> all_paths(const IndexArguments& arguments,
                                   std::vector<std::string> paths) {
    if (arguments.files_from.empty()) return paths;
    for (std::string& path : split_paths(read_whole_file(arguments.files_from), arguments.by_nul))
        paths.push_back(std::move(path));
    // Without paths all remembered roots would be read, which nobody asked for.
    if (paths.empty())
        throw Error(ErrorKind::usage, fmt::format("{} names no path", arguments.files_from));
    return paths;
}

SegmentSettings segment_settings(const GlobalOptions& global, const IndexArguments& arguments) {
    SegmentSettings settings;
    settings.threads = global.threads > 0
                           ? global.threads
                           : std::max<std::size_t>(1, std::thread::hardware_concurrency());
    settings.memory = memory_of(arguments);
    if (!arguments.writer.empty()) settings.writer = read_writer(arguments.writer);
    settings.has_frequencies = !arguments.has_no_blocks;
    settings.merge_all = arguments.merges;
    settings.reanalyse = arguments.reanalyses;
    return settings;
}

}  // namespace

IndexOptions index_options(const GlobalOptions& global, const IndexArguments& arguments,
                           const std::vector<std::string>& paths) {
    require_one_index(global);
    IndexOptions options;
    options.index = global.index;
    options.paths = all_paths(arguments, paths);
    require_sense(arguments, options.paths);
    options.reading.dates = {.order = read_date_order(arguments.date_order),
                             .zone_minutes = read_zone_option(arguments.zone),
                             .today = global.today};
    if (!arguments.max_record.empty())
        options.reading.max_record_bytes = read_size("--max-record", arguments.max_record);
    if (!arguments.map.empty())
        options.reading.map = read_field_map(read_whole_file(arguments.map), arguments.map);
    options.defaults = read_field_defaults(arguments.field_defaults);
    options.ignored = IgnoreRules(fmt::format("{}", fmt::join(arguments.excluded, "\n")));
    if (!arguments.max_removals.empty())
        options.removal_limit = read_removal_limit(arguments.max_removals);
    options.keeps_vanished = arguments.keeps_vanished;
    if (!arguments.withdraw.empty())
        options.withdrawals = read_withdrawals(read_whole_file(arguments.withdraw));
    options.forgotten = arguments.forgotten;
    options.checks_bytes = arguments.checks_bytes;
    options.rebuilds = arguments.rebuilds;
    options.is_dry_run = arguments.is_dry_run;
    options.lists_files = arguments.is_dry_run && global.verbose;
    options.segments = segment_settings(global, arguments);
    return options;
}

std::size_t rollback_steps(const IndexArguments& arguments) {
    const std::string& text = *arguments.rollback;
    if (text.empty()) return 1;
    const bool is_number = text.size() < 10 && text.find_first_not_of("0123456789") == text.npos;
    if (const std::size_t steps = is_number ? std::stoul(text) : 0; steps > 0) return steps;
    throw Error(ErrorKind::usage, fmt::format("--rollback does not take \"{}\"", text),
                "write how many states back: --rollback=2");
}

}  // namespace dateline
