#include "indexer/run_warnings.hpp"

#include <fmt/format.h>

#include <set>
#include <string_view>

namespace dateline {

std::vector<std::string> warnings_of_kept_roots(const Roots& roots) {
    std::vector<std::string> warnings;
    for (std::size_t root = 0; root < roots.all.size(); ++root) {
        const std::string& path = roots.all[root].path;
        if (roots.named[root]) continue;
        warnings.push_back(
            path == standard_input_root
                ? std::string("articles from standard input are kept as they are stored")
                : fmt::format("{} is gone: its articles are kept as they are stored", path));
    }
    return warnings;
}

std::vector<std::string> warnings_of_links(const std::string& root,
                                           const std::vector<SourceLink>& links) {
    if (links.empty()) return {};
    const SourceLink& first = links.front();
    const std::string example = fmt::format("{} to {}", first.path, first.target.string());
    constexpr std::string_view advice = "to have that read, name it beside the folder";
    if (links.size() == 1)
        return {
            fmt::format("a symbolic link in {} is not followed, {}; {}", root, example, advice)};
    return {fmt::format("{} symbolic links in {} are not followed, the first is {}; {}",
                        links.size(), root, example, advice)};
}

std::vector<std::string> warnings_of_unknown_ids(const std::vector<Withdrawal>& withdrawals,
                                                 const std::vector<SourceFileEntry>& files) {
    std::set<std::string_view> unknown;
    for (const Withdrawal& withdrawal : withdrawals) unknown.insert(withdrawal.id);
    for (const SourceFileEntry& file : files)
        for (const SourceRecord& record : file.records) unknown.erase(record.id);
    std::vector<std::string> warnings;
    warnings.reserve(unknown.size());
    for (const std::string_view id : unknown)
        warnings.push_back(
            fmt::format("no article has the id {}; should one come, it is not indexed", id));
    return warnings;
}

std::vector<std::string> warnings_of_copies(const std::vector<Withdrawal>& withdrawals,
                                            const std::vector<SourceFileEntry>& files) {
    std::set<std::string_view> ids;
    for (const Withdrawal& withdrawal : withdrawals) ids.insert(withdrawal.id);
    std::set<DuplicateKey> keys;
    for (const SourceFileEntry& file : files)
        for (const SourceRecord& record : file.records)
            if (ids.contains(record.id)) keys.insert(record.duplicate_key);
    std::vector<std::string> warnings;
    for (const SourceFileEntry& file : files)
        for (const SourceRecord& record : file.records)
            if (record.state == RecordState::indexed && keys.contains(record.duplicate_key))
                warnings.push_back(
                    fmt::format("an equal article stays in the index: {}", record.id));
    return warnings;
}

}  // namespace dateline
