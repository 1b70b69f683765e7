#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/roots.hpp"
#include "indexer/run_counts.hpp"

namespace dateline {

/// How many of a root's articles one run may remove: an archive that is half there must not empty
/// the index.
struct RemovalLimit {
    std::optional<std::uint64_t> articles;
    std::optional<double> percent;  ///< of the root's articles
};

/// Without a limit: 10 % of the root's articles, never fewer than 100.
std::uint64_t most_removals(const RemovalLimit& limit, std::uint64_t articles_of_root);

/// "512" or "20%". Throws Error{usage}.
RemovalLimit read_removal_limit(std::string_view text);

/// What to say of the first named root that would lose more than it may; empty: all is well.
/// Forgotten roots may lose all.
std::string excess_of_removals(const RemovalLimit& limit, const Roots& roots,
                               const std::vector<RootLosses>& losses);

}  // namespace dateline
