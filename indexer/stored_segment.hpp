#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/articles_file.hpp"
#include "corpus/manifest.hpp"
#include "corpus/segment_tables.hpp"
#include "corpus/tombstones.hpp"
#include "indexer/segment_source.hpp"

namespace dateline {

/// A finished segment, read back. Not for several threads at once.
class StoredSegment : public SegmentSource {
  public:
    /// `dictionary`: the index's, only read during the call. Throws Error{index} where the segment
    /// is damaged.
    StoredSegment(const std::filesystem::path& folder, std::string_view dictionary,
                  Tombstones tombstones);
    ~StoredSegment() override;

    const std::filesystem::path& folder() const;
    const ArticlesFile& articles() const;
    /// Not verified before verify().
    const SegmentTables& tables() const;
    const Tombstones& tombstones() const;
    std::span<const Sketch> sketches() const;
    /// False where it was gone before.
    bool bury(std::uint32_t article);
    /// tombstones() with the stems of all that are buried; the texts of those are read that were
    /// not counted before.
    const Tombstones& counted_tombstones();

    /// The number, in document order, of the living article with this id.
    std::optional<std::uint32_t> find(std::string_view id) const;
    Article article(std::uint32_t article) const;
    /// By which it is compared with others (word_sequences.hpp).
    std::vector<std::uint64_t> compared_words(std::uint32_t article) const;

    /// Reads every byte of the texts and of the tables; throws Error{index} where one is not as it
    /// was written: a merge would write it anew, with checksums that are right.
    void verify() const;

    std::uint32_t article_count() const override;
    bool is_in_document_order() const override { return true; }
    bool is_wanted(std::uint32_t article) const override;
    ArticleFacts facts(std::uint32_t article) const override;
    std::string id(std::uint32_t article) const override;
    Sketch sketch(std::uint32_t article) const override;
    std::string stored_header(std::uint32_t article) const override;
    std::uint32_t unit_count() const override;
    VocabularyUnit unit(std::uint32_t unit) const override;
    std::uint32_t form_count() const override;
    VocabularyForm form(std::uint32_t form) const override;
    std::vector<std::uint32_t> forms_in_order() const override;
    const DenseCode& code() const override;
    void read_passages(std::uint32_t article, const PassageSink& sink) const override;
    void release() const override;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Name and numbers of its living articles; `tombstones` stays empty.
SegmentInfo living_info(const StoredSegment& segment);

}  // namespace dateline
