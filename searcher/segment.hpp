#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/stored_passage.hpp"

namespace dateline {

struct Posting {
    DocId docid = 0;
    std::uint32_t impact = 0;

    bool operator==(const Posting&) const = default;
};

/// One segment open for reading. Hides Xapian: its exceptions come out as Error{index}. Not for
/// several threads at once.
class Segment {
  public:
    /// `dictionary`: bytes of the index's zstd dictionary, only read during the call.
    Segment(const std::filesystem::path& folder, std::string_view dictionary);
    ~Segment();
    Segment(Segment&&) noexcept;

    const ArticlesFile& articles() const;
    bool holds_term(const std::string& term) const;
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

/// Finds the articles of ascending docids, in constant time where they lie close together.
class ArticleCursor {
  public:
    explicit ArticleCursor(const ArticlesFile& articles) : articles_(&articles) {}
    /// `docid` must not be smaller than in the call before.
    std::uint32_t article_of(DocId docid);

  private:
    const ArticlesFile* articles_;
    std::uint32_t article_ = 0;
    DocId end_ = 0;  // one past the article's last passage; 0 before the first call
};

}  // namespace dateline
