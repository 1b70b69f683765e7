#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/index_archive.hpp"

namespace dateline::test {

inline IndexOptions index_options(const std::filesystem::path& index,
                                  const std::vector<std::string>& paths) {
    IndexOptions options;
    options.index = index;
    options.paths = paths;
    options.reading.dates.today = 20'000;
    return options;
}

inline IndexReport run_index(const IndexOptions& options) {
    GlobalOptions global;
    global.progress = ProgressChoice::none;
    Progress progress(global);
    return index_archive(options, progress, [](const ReportedProblem&) {});
}

inline IndexReport run_index(const std::filesystem::path& index,
                             const std::vector<std::string>& paths = {}) {
    return run_index(index_options(index, paths));
}

}  // namespace dateline::test
