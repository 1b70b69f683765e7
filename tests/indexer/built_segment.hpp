#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article_batch.hpp"
#include "indexer/segment_files.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

using Batches = std::vector<std::unique_ptr<AnalyzedArticles>>;

/// Articles in memory as that many threads have analysed them, numbered from 0.
inline Batches analyzed(const std::vector<Article>& articles, std::size_t threads = 1) {
    ArticleBatch batch(threads, 1U << 16);
    for (const Article& article : articles) batch.add(article);
    return batch.take();
}

inline std::vector<const SegmentSource*> sources_of(const Batches& batches) {
    std::vector<const SegmentSource*> sources;
    for (const auto& batch : batches) sources.push_back(batch.get());
    return sources;
}

inline SegmentInfo build_segment(const std::filesystem::path& folder,
                                 const std::vector<Article>& articles, std::size_t threads = 1,
                                 WriterKind writer = WriterKind::automatic) {
    return write_segment(folder, analyzed(articles, threads), {writer, ""}, [](std::uint64_t) {});
}

/// Merges segments without tombstones.
inline SegmentInfo merge_folders(const std::filesystem::path& folder,
                                 const std::vector<std::filesystem::path>& parts) {
    std::vector<std::unique_ptr<StoredSegment>> segments;
    std::vector<StoredSegment*> pointers;
    for (const std::filesystem::path& part : parts)
        pointers.push_back(
            segments.emplace_back(std::make_unique<StoredSegment>(part, "", Tombstones())).get());
    return merge_segments(folder, pointers, {WriterKind::automatic, ""}, [](std::uint64_t) {}).info;
}

inline std::vector<Article> in_order(std::vector<Article> articles) {
    std::ranges::sort(articles,
                      [](const Article& a, const Article& b) { return comes_before(a, b); });
    return articles;
}

/// The bytes of all files in a folder, by name.
inline std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        files.emplace(entry.path().filename().string(), read_bytes(entry.path()));
    return files;
}

/// Names of the files in which two folders differ.
inline std::vector<std::string> differing_files(const std::filesystem::path& a,
                                                const std::filesystem::path& b) {
    const auto files_of_a = files_in(a);
    const auto files_of_b = files_in(b);
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files_of_a)
        if (const auto other = files_of_b.find(name);
            other == files_of_b.end() || other->second != bytes)
            names.push_back(name);
    for (const auto& [name, bytes] : files_of_b)
        if (!files_of_a.contains(name)) names.push_back(name);
    return names;
}

}  // namespace dateline::test
