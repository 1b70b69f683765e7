#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/mapped_file.hpp"

namespace dateline {

using DocId = std::uint32_t;  ///< of a passage in a segment, from 1, without holes

/// What a search has to know of each article of a segment without reading its text.
struct ArticleEntry {
    DocId first_docid = 1;  ///< of its first passage; those of an article are adjacent
    bool dated = false;
    Day day = 0;                ///< 0 where undated
    std::int32_t seconds = 0;   ///< instant - day x 86400; may be negative (zones) and over a day
    std::uint8_t language = 0;  ///< index into ArticlesFile::languages()
    std::uint64_t content_hash = 0;
    std::uint32_t text_bytes = 0;  ///< UTF-8 bytes of headline and body

    bool operator==(const ArticleEntry&) const = default;
};

/// The file `articles` of a segment: flat columns, memory-mapped, nothing parsed at open. Articles
/// are numbered from 0 in document order (article.hpp), so days descend and undated ones come last.
class ArticlesFile {
  public:
    /// Throws Error{index} where the file is not whole.
    explicit ArticlesFile(const std::filesystem::path& path);

    std::uint32_t article_count() const { return article_count_; }
    std::uint32_t passage_count() const { return passage_count_; }
    ArticleEntry entry(std::uint32_t article) const;
    DocId first_docid(std::uint32_t article) const;
    /// One past the last passage.
    DocId end_docid(std::uint32_t article) const;
    std::uint8_t language(std::uint32_t article) const;
    /// UTF-8 bytes of headline and body.
    std::uint32_t text_bytes(std::uint32_t article) const;
    /// The article that passage `docid` (1..passage_count) belongs to; binary search.
    std::uint32_t article_of(DocId docid) const;
    /// Languages of the segment's articles, ISO 639 codes ("" for unknown), at most 255.
    const std::vector<std::string>& languages() const { return languages_; }
    /// [first, second) are the articles whose day lies in the range; undated ones never do.
    std::pair<std::uint32_t, std::uint32_t> articles_in(DayRange days) const;
    /// How many are dated: they come first.
    std::uint32_t dated_count() const { return dated_count_; }
    Day day(std::uint32_t article) const;
    /// Reads every byte; throws Error{index} where one is not as it was written.
    void verify() const;

  private:
    MappedFile file_;
    std::string name_;  // for messages
    std::uint32_t article_count_ = 0;
    std::uint32_t passage_count_ = 0;
    std::uint32_t dated_count_ = 0;
    std::uint64_t checksum_ = 0;
    const char* columns_ = nullptr;
    std::vector<std::string> languages_;
};

/// The bytes of the file for articles in document order. Throws Error{usage} for more than 255
/// languages.
std::string encode_articles(const std::vector<ArticleEntry>& articles, std::uint32_t passage_count,
                            const std::vector<std::string>& languages);

}  // namespace dateline
