#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "corpus/manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/tombstones.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline::test {

inline Tombstones tombstones_of(const std::filesystem::path& index, const SegmentInfo& info) {
    if (info.tombstones.empty()) return {};
    const auto count = ArticlesFile(index / info.name / "articles").article_count();
    return decode_tombstones(MappedFile(index / info.tombstones).bytes(), count, info.tombstones);
}

/// All articles of the published index by id. Throws where a segment is not in document order, an
/// id stands twice, or the manifest's numbers are not those of the segments.
inline std::map<std::string, Article> index_contents(const std::filesystem::path& index) {
    const Manifest manifest = require_manifest(index);
    const MappedFile dictionary =
        manifest.dictionary.empty() ? MappedFile() : MappedFile(index / manifest.dictionary);
    std::map<std::string, Article> contents;
    for (const SegmentInfo& info : manifest.segments) {
        const StoredSegment segment(index / info.name, dictionary.bytes(),
                                    tombstones_of(index, info));
        std::uint64_t living = 0;
        Article previous;
        for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
            if (!segment.is_wanted(i)) continue;
            const Article article = segment.article(i);
            if (living++ > 0 && !comes_before(previous, article)) throw std::logic_error("order");
            if (segment.find(article.id) != i) throw std::logic_error("id term");
            if (!contents.emplace(article.id, article).second)
                throw std::logic_error("twice: " + article.id);
            previous = article;
        }
        if (living != info.articles) throw std::logic_error("article count");
    }
    return contents;
}

/// The same without the place in the file, which an article that has not changed keeps although
/// others before it have.
inline std::map<std::string, Article> index_texts(const std::filesystem::path& index) {
    auto contents = index_contents(index);
    for (auto& [id, article] : contents) {
        article.origin.offset = 0;
        article.origin.line = 1;
        article.origin.record = 0;
    }
    return contents;
}

}  // namespace dateline::test
