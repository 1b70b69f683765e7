#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/copies_file.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// Copies of an index, to be asked by article and by id.
class ArticleCopies {
  public:
    struct Member {
        SegmentArticle article;
        std::uint32_t cluster = 0;  ///< number of it, below cluster_count()
    };

    ArticleCopies() = default;
    explicit ArticleCopies(Copies copies);

    std::size_t cluster_count() const { return copies_.clusters.size(); }
    /// Members of all clusters, by article.
    const std::vector<Member>& members() const { return members_; }
    /// The number of the cluster of near-duplicates that the article is in.
    std::optional<std::uint32_t> cluster_of(SegmentArticle article) const;
    std::span<const SegmentArticle> cluster(std::uint32_t number) const;

    /// The id of the article in the index that has `id` as a further id.
    std::optional<std::string> kept_id(std::string_view id) const;
    /// Further ids of an article by the one that the index has; sorted.
    std::vector<std::string> further_ids(std::string_view kept_id) const;
    const std::vector<Alias>& aliases() const { return copies_.aliases; }
    /// Of several ids of one article only its own, or else the first; sorted.
    std::vector<std::string> one_id_each(std::vector<std::string> ids) const;

  private:
    Copies copies_;
    std::vector<Member> members_;
    std::vector<std::uint32_t> by_kept_id_;  // numbers of aliases
};

/// The query with `id:` values as the index has them: a further id is that of its article.
Query with_kept_ids(Query query, const ArticleCopies& copies);

}  // namespace dateline
