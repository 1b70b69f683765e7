#include "searcher/open_indexes.hpp"

#include <utility>

namespace dateline {

Index open_indexes(const GlobalOptions& global) {
    std::vector<Index> indexes;
    indexes.push_back(Index::open(global.index));
    for (const std::filesystem::path& folder : global.further_indexes)
        indexes.push_back(Index::open(folder));
    return Index::join(std::move(indexes));
}

}  // namespace dateline
