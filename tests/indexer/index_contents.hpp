#pragma once

#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>

#include "corpus/manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline::test {

/// All articles of the published index by id. Throws where a segment is not in document order, an
/// id stands twice, or the manifest's numbers are not those of the segments.
inline std::map<std::string, Article> index_contents(const std::filesystem::path& index) {
    const Manifest manifest = require_manifest(index);
    const MappedFile dictionary =
        manifest.dictionary.empty() ? MappedFile() : MappedFile(index / manifest.dictionary);
    std::map<std::string, Article> contents;
    for (const SegmentInfo& info : manifest.segments) {
        const StoredSegment segment(index / info.name, dictionary.bytes());
        if (segment.article_count() != info.articles) throw std::logic_error("article count");
        Article previous;
        for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
            const Article article = segment.read(i).article;
            if (i > 0 && !comes_before(previous, article)) throw std::logic_error("order");
            if (segment.find(article.id) != i) throw std::logic_error("id term");
            if (!contents.emplace(article.id, article).second)
                throw std::logic_error("twice: " + article.id);
            previous = article;
        }
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
