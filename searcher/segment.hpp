#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/forms_file.hpp"
#include "corpus/frequencies_file.hpp"
#include "corpus/pairs_file.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/posting.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/terms_file.hpp"
#include "corpus/tombstones.hpp"
#include "searcher/article_bits.hpp"
#include "searcher/article_set.hpp"

namespace dateline {

/// One segment open for reading: what it says is only of its living articles, those without a
/// tombstone. Hides how they are stored. All throw Error{index} for damage that they meet. Not for
/// several threads at once.
class Segment {
  public:
    /// `dictionary`: bytes of the index's zstd dictionary, only read during the call. `tombstones`:
    /// their file, or empty where all articles live.
    Segment(const std::filesystem::path& folder, std::string_view dictionary,
            const std::filesystem::path& tombstones = {});
    ~Segment();
    Segment(Segment&&) noexcept;

    /// Of all articles, the dead ones too.
    const ArticlesFile& articles() const;
    /// When it is called first, the system is asked for what all texts are read with, megabytes:
    /// not sooner, since what finds articles would wait for it.
    const PassageTexts& texts() const;
    /// Of all texts, as they are stored.
    std::uint64_t code_bytes() const;
    const Tombstones& tombstones() const;
    /// The living articles of a block of the segment's.
    ArticleBits living(std::uint32_t block) const;
    /// From now on these are as dead as those with a tombstone.
    void hide(const ArticleSet& articles);
    /// Null for a segment that was written without it. Of all articles, the dead ones too.
    const FrequenciesFile* frequencies() const;
    /// Of the entries of that file.
    const FormsFile& forms() const;
    const PairsFile& pairs() const;
    const TermsFile& terms() const;
    std::uint32_t article_count() const;
    /// Those from `first` up to, without, `end`.
    ArticleSet articles_between(std::uint32_t first, std::uint32_t end) const;
    /// ISO 639 codes, sorted.
    const std::vector<std::string>& languages() const;
    bool holds_term(const std::string& term) const;
    /// All postings of a term in docid order; empty for an unknown term.
    std::vector<Posting> postings(const std::string& term) const;
    /// Those in the passages of these articles alone, which live.
    std::vector<Posting> postings(const std::string& term, const ArticleSet& articles) const;
    /// How many postings a term has, at most.
    std::uint32_t frequency(const std::string& term) const;
    /// Exactly; where articles are dead, of a term that is no stem, as many steps as it has
    /// postings.
    std::uint32_t living_frequency(const std::string& term) const;
    /// How many living passages hold a stem, by its number in terms().
    std::uint32_t living_passages(std::uint32_t term) const;
    /// Terms that begin with `prefix`, in byte order, at most `limit`.
    std::vector<std::string> terms_with(const std::string& prefix, std::size_t limit) const;
    /// With the header where it is the first of its article.
    StoredPassage passage(DocId docid) const;
    /// Article number `article` of the segment, without its body.
    Article header(std::uint32_t article) const;
    /// Without its headline too: sooner.
    Article fields(std::uint32_t article) const;

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

/// Where in `postings`, from `start` on, the first from `docid` on is.
std::size_t next_position(DocId docid, const std::vector<Posting>& postings, std::size_t start);

/// Where in `postings` the first from `docid` on is; quick where that is at `start` or shortly
/// after.
inline std::size_t position_of(DocId docid, const std::vector<Posting>& postings,
                               std::size_t start) {
    if (start > 0 && postings[start - 1].docid >= docid) start = 0;
    if (start == postings.size() || postings[start].docid >= docid) return start;
    return next_position(docid, postings, start);
}

}  // namespace dateline
