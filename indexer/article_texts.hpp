#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/article_claims.hpp"
#include "indexer/earlier_work.hpp"
#include "indexer/segment_set.hpp"
#include "indexer/source_texts.hpp"
#include "indexer/stored_texts.hpp"

namespace dateline {

/// Where the articles of a run are while it lasts, and how they get there. In a dry run they stay
/// in their files.
class ArticleTexts {
  public:
    /// The references must outlive it.
    ArticleTexts(SegmentSet& segments, StoredTexts& stored, SourceTexts& sources,
                 EarlierWork& earlier, bool is_dry_run)
        : segments_(segments),
          stored_(stored),
          sources_(sources),
          earlier_(earlier),
          is_dry_run_(is_dry_run) {}

    /// `file` is that of the claim. Where it does not hold the record any more: what the index had
    /// by this id, or nullopt.
    std::optional<Article> of_claim(const std::string& id, const Claim& claim,
                                    const SourceFileEntry& file);
    std::optional<Article> stored(const std::string& id) { return stored_.find(id); }
    /// Whether the run that this one goes on from has written the claim's text, from its `file`;
    /// it is the claim's then.
    bool take_earlier(const std::string& id, const Claim& claim, const SourceFileEntry& file) {
        return earlier_.take(id, claim.content_hash, {file.root, file.path});
    }
    /// Out of the segments: what that run has written, and this one does not need.
    void remove_earlier();
    const SourceTexts& sources() const { return sources_; }
    bool is_dry_run() const { return is_dry_run_; }

    /// Puts the text of a claimed id into the batch.
    void add(ArticleClaims& claims, const std::string& id, Article article);
    /// Takes a version out that this run has read.
    void take_out(const std::string& id, const Claim& claim);
    bool is_batch_full() const { return segments_.is_batch_full(); }
    void write_batch(ArticleClaims& claims);

  private:
    SegmentSet& segments_;
    StoredTexts& stored_;
    SourceTexts& sources_;
    EarlierWork& earlier_;
    bool is_dry_run_;
    std::vector<std::string> batch_ids_;
};

}  // namespace dateline
