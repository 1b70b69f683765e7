#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/copies_file.hpp"
#include "corpus/manifest.hpp"
#include "searcher/copies.hpp"
#include "searcher/segment.hpp"

namespace dateline {

/// Where an article lives.
using ArticlePlace = SegmentArticle;

/// The published index, as it was when opened: later publications do not touch it.
class Index {
  public:
    /// Throws Error{index} (missing, damaged, other version), with the command to type next.
    static Index open(const std::filesystem::path& folder);
    /// Several as one, at least one: where an id is in several, only the first one has its article.
    /// The manifest is the first one's with the segments and roots of all.
    static Index join(std::vector<Index> indexes);
    Index(Index&&) noexcept;
    ~Index();

    const Manifest& manifest() const;
    const std::vector<Segment>& segments() const;
    const ArticleCopies& copies() const;
    std::uint64_t article_count() const;
    /// Codes of all segments' languages, sorted, each once.
    std::vector<std::string> languages() const;
    /// By exact id, its own or a further one. nullopt: no such article.
    std::optional<ArticlePlace> find_article(std::string_view id) const;
    /// Ids of the articles whose URL equals `text`, or else those that begin with it, or else those
    /// that end with it, further ids too, but one for each article; sorted, at most `limit`.
    std::vector<std::string> ids_like(std::string_view text, std::size_t limit) const;
    /// The whole article with its body.
    Article article(ArticlePlace place) const;
    /// Passage `number` (from 1). nullopt: the article has fewer.
    std::optional<StoredPassage> passage(ArticlePlace place, std::uint32_t number) const;
    /// Bytes on disk of everything that the manifest names.
    std::uint64_t bytes_on_disk() const;

  private:
    Index();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
