#include "indexer/roots.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "corpus/error.hpp"
#include "corpus/shell_word.hpp"

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

// Folders that `path` lies in, the innermost first.
std::vector<std::string> folders_around(const fs::path& path) {
    std::vector<std::string> folders;
    for (fs::path inner = path; inner.has_relative_path();) {
        inner = inner.parent_path();
        folders.push_back(inner.string());
    }
    return folders;
}

// In the order typed, without those that lie in another one. A list may name every file of an
// archive, so nothing is compared pair by pair.
std::vector<std::string> absolute_roots(const std::vector<std::string>& paths,
                                        const fs::path& index) {
    std::vector<std::string> roots;
    std::unordered_set<std::string> known;
    for (const std::string& path : paths) {
        std::string root = absolute_root(path, index);
        if (known.insert(root).second) roots.push_back(std::move(root));
    }
    std::erase_if(roots, [&](const std::string& root) {
        return std::ranges::any_of(folders_around(root), [&](const std::string& folder) {
            return known.contains(folder);
        });
    });
    return roots;
}

// The roots of an index by their paths.
class NamedRoots {
  public:
    explicit NamedRoots(Roots& roots) : roots_(roots) {
        for (std::size_t i = 0; i < roots.all.size(); ++i) numbers_.emplace(roots.all[i].path, i);
    }

    // `path`: of no other that is named.
    void name(const std::string& path) {
        bool has_root = name_root(path);
        for (const std::string& folder : folders_around(path)) has_root |= name_root(folder);
        name_inner(path);
        if (has_root) return;
        roots_.all.push_back({.path = path, .last_run = {}, .outcome = {}});
        roots_.named.push_back(true);
    }

  private:
    bool name_root(const std::string& path) {
        const auto root = numbers_.find(path);
        if (root == numbers_.end()) return false;
        roots_.named[root->second] = true;
        return true;
    }

    void name_inner(const std::string& path) {
        const std::string folder = path.ends_with('/') ? path : path + '/';
        for (auto root = numbers_.lower_bound(folder);
             root != numbers_.end() && root->first.starts_with(folder); ++root)
            roots_.named[root->second] = true;
    }

    Roots& roots_;
    std::map<std::string, std::size_t> numbers_;
};

}  // namespace

Roots resolve_roots(const std::vector<RootInfo>& remembered, const std::vector<std::string>& paths,
                    const fs::path& index) {
    Roots roots{remembered, std::vector<bool>(remembered.size(), false)};
    NamedRoots named(roots);
    for (const std::string& path : absolute_roots(paths, index)) named.name(path);
    if (paths.empty())
        std::transform(remembered.begin(), remembered.end(), roots.named.begin(),
                       [](const RootInfo& root) { return root.path != standard_input_root; });
    if (std::ranges::find(roots.named, true) == roots.named.end())
        throw Error(ErrorKind::usage, "there is nothing to index yet",
                    fmt::format("name a file or folder of news: dateline --index {} index PATH...",
                                shell_word(index.string())));
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
    if (std::error_code failure; !fs::is_directory(folder, failure)) return listing;
    for (const RootInfo& other : roots.all) {
        if (other.path == folder) continue;
        if (!listing.links.empty() && !is_inside(folder, other.path))
            std::erase_if(listing.links, [&](const SourceLink& link) {
                return is_inside(link.target, other.path);
            });
        if (!other.path.starts_with(folder.native()) || !is_inside(other.path, folder)) continue;
        std::erase_if(listing.files, [&](const SourceFile& file) {
            return is_inside(file.whole_path(), other.path);
        });
    }
    return listing;
}

}  // namespace dateline
