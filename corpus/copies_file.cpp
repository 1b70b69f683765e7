#include "corpus/copies_file.hpp"

#include <algorithm>
#include <functional>

#include "corpus/sealed_bytes.hpp"

namespace dateline {

namespace {

// Layout: magic (8 bytes); clusters, each its size and its members' segments and numbers (varints);
// aliases, each its id and the id that is kept (strings); XXH3 of all that.
constexpr std::string_view magic = "dlnewsC1";

using Cluster = std::vector<SegmentArticle>;

Cluster read_cluster(ByteReader& reader) {
    Cluster cluster;
    for (std::uint64_t left = reader.varint(); left > 0; --left) {
        const std::uint32_t segment = reader.varint32();
        cluster.push_back({segment, reader.varint32()});
    }
    return cluster;
}

Alias read_alias(ByteReader& reader) {
    Alias alias;
    alias.id = reader.string();
    alias.kept_id = reader.string();
    return alias;
}

template <class Range, class Key>
bool ascend(const Range& range, const Key& key) {
    return std::ranges::adjacent_find(range, std::greater_equal(), key) == range.end();
}

bool is_cluster(const Cluster& cluster) {
    return cluster.size() >= 2 && ascend(cluster, std::identity());
}

// A search looks articles and ids up by these orders.
bool is_in_order(const Copies& copies) {
    const auto first = [](const Cluster& cluster) { return cluster.front(); };
    return std::ranges::all_of(copies.clusters, is_cluster) && ascend(copies.clusters, first) &&
           ascend(copies.aliases, &Alias::id);
}

}  // namespace

std::string encode_copies(const Copies& copies) {
    ByteWriter writer;
    writer.raw(magic);
    writer.varint(copies.clusters.size());
    for (const Cluster& cluster : copies.clusters) {
        writer.varint(cluster.size());
        for (const SegmentArticle& member : cluster) {
            writer.varint(member.segment);
            writer.varint(member.article);
        }
    }
    writer.varint(copies.aliases.size());
    for (const Alias& alias : copies.aliases) {
        writer.string(alias.id);
        writer.string(alias.kept_id);
    }
    return seal(std::move(writer));
}

Copies decode_copies(std::string_view bytes, const std::filesystem::path& file) {
    const std::string what = file.string();
    ByteReader reader = unseal(bytes, magic, what);
    Copies copies;
    for (std::uint64_t left = reader.varint(); left > 0; --left)
        copies.clusters.push_back(read_cluster(reader));
    for (std::uint64_t left = reader.varint(); left > 0; --left)
        copies.aliases.push_back(read_alias(reader));
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    if (!is_in_order(copies)) throw_damaged(what, "what it holds is not in order");
    return copies;
}

}  // namespace dateline
