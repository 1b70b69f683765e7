#pragma once

#include <string>
#include <vector>

#include "corpus/source.hpp"
#include "corpus/sources_file.hpp"
#include "indexer/roots.hpp"

namespace dateline {

// What a user has to be told of a run; whole sentences without a final period.

/// Of a rebuild: the roots that were not read.
std::vector<std::string> warnings_of_kept_roots(const Roots& roots);

/// Of the links below a root that lead to what is not read; none where there are none.
std::vector<std::string> warnings_of_links(const std::string& root,
                                           const std::vector<SourceLink>& links);

/// The ids withdrawn that no record has.
std::vector<std::string> warnings_of_unknown_ids(const std::vector<Withdrawal>& withdrawals,
                                                 const std::vector<SourceFileEntry>& files);

/// Articles in the index that equal one that was withdrawn: they have ids of their own, and go only
/// by them.
std::vector<std::string> warnings_of_copies(const std::vector<Withdrawal>& withdrawals,
                                            const std::vector<SourceFileEntry>& files);

}  // namespace dateline
