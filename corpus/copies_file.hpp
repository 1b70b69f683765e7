#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An article of an index, by the place of its segment in the manifest and its number there.
struct SegmentArticle {
    std::uint32_t segment = 0;
    std::uint32_t article = 0;
    auto operator<=>(const SegmentArticle&) const = default;
};

/// A further id of an article: that of a record which is equal in headline, body, date, source and
/// language to the one that is in the index.
struct Alias {
    std::string id;
    std::string kept_id;  ///< of the article that is in the index
    auto operator<=>(const Alias&) const = default;
};

/// What in an index is a copy of what. The file `copies-N` that a manifest names, where there are
/// any.
struct Copies {
    std::vector<std::vector<SegmentArticle>> clusters;  ///< near-duplicates; members ascending, at
                                                        ///< least two; clusters by first member
    std::vector<Alias> aliases;                         ///< by id

    bool empty() const { return clusters.empty() && aliases.empty(); }
    bool operator==(const Copies&) const = default;
};

/// With a checksum.
std::string encode_copies(const Copies& copies);
/// Throws Error{index} for damage.
Copies decode_copies(std::string_view bytes, const std::filesystem::path& file);

}  // namespace dateline
