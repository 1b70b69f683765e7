#include "indexer/roots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "corpus/error.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
    return std::ranges::mismatch(path, folder).in2 == folder.end();
}

void require_existing(const std::string& root) {
    std::error_code failure;
    if (root == standard_input_root || fs::exists(root, failure)) return;
    throw Error(ErrorKind::input_output, fmt::format("no such file or folder: {}", root),
                "nothing was removed from the index");
}

std::string absolute_root(const std::string& path, const fs::path& index) {
    if (path == standard_input_root) return path;
    require_existing(path);
    std::error_code failure;
    const fs::path absolute = fs::canonical(path, failure);
    if (failure)
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot read {}: {}", path, failure.message()));
    if (is_inside(absolute, fs::weakly_canonical(index, failure)))
        throw Error(ErrorKind::usage,
                    fmt::format("{} is in the index, which is never read as a source", path));
    return absolute.string();
}

// In the order typed, without those that lie in another one.
std::vector<std::string> absolute_roots(const std::vector<std::string>& paths,
                                        const fs::path& index) {
    std::vector<std::string> roots;
    for (const std::string& path : paths) {
        std::string root = absolute_root(path, index);
        if (std::ranges::find(roots, root) == roots.end()) roots.push_back(std::move(root));
    }
    std::vector<std::string> outer;
    std::ranges::copy_if(roots, std::back_inserter(outer), [&](const std::string& root) {
        return std::ranges::none_of(roots, [&](const std::string& other) {
            return other != root && is_inside(root, other);
        });
    });
    return outer;
}

void name(Roots& roots, const std::string& path) {
    bool has_root = false;
    for (std::size_t i = 0; i < roots.all.size(); ++i) {
        const bool covers = is_inside(path, roots.all[i].path);
        has_root = has_root || covers;
        if (covers || is_inside(roots.all[i].path, path)) roots.named[i] = true;
    }
    if (has_root) return;
    roots.all.push_back({.path = path, .last_run = {}, .outcome = {}});
    roots.named.push_back(true);
}

}  // namespace

Roots resolve_roots(const std::vector<RootInfo>& remembered, const std::vector<std::string>& paths,
                    const fs::path& index) {
    Roots roots{remembered, std::vector<bool>(remembered.size(), false)};
    for (const std::string& path : absolute_roots(paths, index)) name(roots, path);
    if (paths.empty())
        std::transform(remembered.begin(), remembered.end(), roots.named.begin(),
                       [](const RootInfo& root) { return root.path != standard_input_root; });
    if (std::ranges::find(roots.named, true) == roots.named.end())
        throw Error(ErrorKind::usage, "there is nothing to index yet",
                    "name a file or folder of news: dateline index PATH...");
    for (std::size_t i = 0; i < roots.all.size(); ++i)
        if (roots.named[i]) require_existing(roots.all[i].path);
    return roots;
}

Roots resolve_all_roots(const std::vector<RootInfo>& remembered,
                        const std::vector<std::string>& paths, const fs::path& index) {
    std::vector<std::string> existing = paths;
    std::error_code failure;
    for (const RootInfo& root : remembered)
        if (root.path != standard_input_root && fs::exists(root.path, failure))
            existing.push_back(root.path);
    if (!existing.empty()) return resolve_roots(remembered, existing, index);
    if (remembered.empty()) return resolve_roots(remembered, {}, index);
    return {remembered, std::vector<bool>(remembered.size(), false)};
}

Roots roots_unread(const std::vector<RootInfo>& remembered,
                   const std::vector<std::string>& forgotten) {
    const std::vector<bool> none(remembered.size(), false);
    Roots roots{remembered, none, none};
    for (const std::string& path : forgotten) {
        std::error_code failure;
        const std::string absolute =
            path == standard_input_root
                ? path
                : fs::weakly_canonical(fs::absolute(path), failure).string();
        const auto known = std::ranges::find_if(remembered, [&](const RootInfo& root) {
            return root.path == absolute || root.path == path;
        });
        if (known == remembered.end())
            throw Error(ErrorKind::usage, fmt::format("{} is no root of the index", path),
                        "`dateline status` lists them");
        const auto number = static_cast<std::size_t>(known - remembered.begin());
        roots.named[number] = roots.forgotten[number] = true;
    }
    return roots;
}

std::vector<RootInfo> drop_forgotten(const Roots& roots, std::vector<SourceFileEntry>& files) {
    std::vector<RootInfo> left;
    std::vector<std::uint32_t> numbers;
    for (std::size_t root = 0; root < roots.all.size(); ++root) {
        numbers.push_back(static_cast<std::uint32_t>(left.size()));
        if (!roots.is_forgotten(root)) left.push_back(roots.all[root]);
    }
    std::erase_if(files,
                  [&](const SourceFileEntry& file) { return roots.is_forgotten(file.root); });
    for (SourceFileEntry& file : files) file.root = numbers[file.root];
    return left;
}

SourceListing list_root(const Roots& roots, std::size_t root, const fs::path& index,
                        const IgnoreRules& ignored) {
    const fs::path& folder = roots.all[root].path;
    SourceListing listing = list_sources(folder, index, ignored);
    for (const RootInfo& other : roots.all) {
        if (other.path == folder || !is_inside(other.path, folder)) continue;
        std::erase_if(listing.files,
                      [&](const SourceFile& file) { return is_inside(file.absolute, other.path); });
    }
    return listing;
}

}  // namespace dateline
