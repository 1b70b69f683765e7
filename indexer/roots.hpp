#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/manifest.hpp"
#include "corpus/source.hpp"
#include "corpus/sources_file.hpp"

namespace dateline {

inline constexpr std::string_view standard_input_root = "-";

/// The roots of an index, and those that a run brings up to date.
struct Roots {
    std::vector<RootInfo> all;      ///< remembered ones in their order, then new ones
    std::vector<bool> named;        ///< one for each of `all`
    std::vector<bool> forgotten{};  ///< named, though there is nothing to read; empty: none

    bool is_forgotten(std::size_t root) const { return !forgotten.empty() && forgotten[root]; }
};

/// What a run of `index PATHS...` is about. A PATH inside of a remembered root stands for that
/// root; one around remembered roots names them as well. No paths: all remembered roots but
/// standard input. Throws Error{input_output} where a path or a root to be read does not exist, and
/// Error{usage} where there is nothing to read or a path lies in the index.
Roots resolve_roots(const std::vector<RootInfo>& remembered, const std::vector<std::string>& paths,
                    const std::filesystem::path& index);

/// What a rebuild is about: all remembered roots and `paths`. Roots that are gone, and standard
/// input, are not named: there is nothing to read any more. Throws as above.
Roots resolve_all_roots(const std::vector<RootInfo>& remembered,
                        const std::vector<std::string>& paths, const std::filesystem::path& index);

/// A run that reads nothing, but forgets the roots among `forgotten`, as typed: they are in `all`
/// still, until `drop_forgotten`. Throws Error{usage} for one that is not remembered.
Roots roots_unread(const std::vector<RootInfo>& remembered,
                   const std::vector<std::string>& forgotten);

/// The roots that are left, and the files of them, renumbered.
std::vector<RootInfo> drop_forgotten(const Roots& roots, std::vector<SourceFileEntry>& files);

/// The files of root number `root`, without those that belong to another root inside of it; its
/// links, without those that lead into another root.
SourceListing list_root(const Roots& roots, std::size_t root, const std::filesystem::path& index,
                        const IgnoreRules& ignored = {});

}  // namespace dateline
