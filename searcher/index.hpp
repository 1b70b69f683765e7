#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/manifest.hpp"
#include "corpus/stored_passage.hpp"

namespace dateline {

struct Posting {
    DocId docid = 0;
    std::uint32_t impact = 0;
};

/// One segment open for reading. Hides Xapian: its exceptions come out as Error{index}. Not for
/// several threads at once.
class Segment {
  public:
    Segment(const std::filesystem::path& folder, std::string_view dictionary);
    ~Segment();
    Segment(Segment&&) noexcept;

    const ArticlesFile& articles() const;
    /// All postings of a term in docid order; empty for an unknown term.
    std::vector<Posting> postings(const std::string& term) const;
    /// Terms that begin with `prefix`, in byte order, at most `limit`.
    std::vector<std::string> terms_with(const std::string& prefix, std::size_t limit) const;
    StoredPassage passage(DocId docid) const;
    /// The header of article number `article` of the segment, without its body.
    Article header(std::uint32_t article) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Where an article lives.
struct ArticlePlace {
    std::uint32_t segment = 0;
    std::uint32_t article = 0;
};

/// The published index, as it was when opened: later publications do not touch it.
class Index {
  public:
    /// Throws Error{index} (missing, damaged, other version), with the command to type next.
    static Index open(const std::filesystem::path& folder);
    Index(Index&&) noexcept;
    ~Index();

    const Manifest& manifest() const;
    const std::vector<Segment>& segments() const;
    std::uint64_t article_count() const;
    /// Codes of all segments' languages, sorted, each once.
    std::vector<std::string> languages() const;
    /// By exact id. nullopt: no such article.
    std::optional<ArticlePlace> find_article(std::string_view id) const;
    /// Ids that begin with `text`, then, where none does, URLs equal to it and ids that end with
    /// it; at most `limit`.
    std::vector<std::string> ids_like(std::string_view text, std::size_t limit) const;
    /// The whole article with its body.
    Article article(ArticlePlace place) const;

  private:
    Index();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
