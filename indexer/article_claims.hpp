#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/article.hpp"
#include "indexer/previous_records.hpp"

namespace dateline {

/// Where the text of an article is found during a run.
enum class TextPlace : std::uint8_t {
    in_force,  ///< in a segment of the index as it was before the run
    batch,     ///< in memory, at Claim::number of the batch
    written,   ///< in a segment that this run wrote
};

/// The article that has an id at this point of a run: the newest version met so far.
struct Claim {
    std::uint32_t root = 0;
    std::uint32_t file = 0;    ///< of the run, and
    std::uint32_t record = 0;  ///< of that file: the record that the article was read from
    bool is_renamed = false;   ///< the id is ID~2, ~3, ...
    bool is_dated = false;
    Day day = 0;
    std::int64_t instant = 0;
    bool has_ambiguous_date = false;
    std::uint64_t content_hash = 0;
    TextPlace place = TextPlace::batch;
    std::size_t number = 0;
};

/// A record as it is read.
struct Newcomer {
    const Article& article;
    SourceKey key;
    std::uint32_t file = 0;
    std::uint32_t record = 0;
    bool has_ambiguous_date = false;
};

/// What becomes of a newcomer.
struct Verdict {
    SourceRecord record;       ///< superseded where a newer version of the article has been met
    bool is_in_force = false;  ///< the index already holds this very article
    std::optional<Claim> replaced;  ///< the version that the newcomer supersedes
};

/// Gives each article of a run its id. Within a root, records of the same id are versions of one
/// article where they are the same article (same_article.hpp), or one replaces the other in the
/// same file; the newest wins, by date, then by reading order. Otherwise they are different
/// articles, and the later one becomes ID~2, ~3, ...; ids given in earlier runs stay.
class ArticleClaims {
  public:
    /// Finds the text of an article by its id.
    using TextOf =
        std::function<Article(const std::string& id, TextPlace place, std::size_t number)>;

    /// `previous` must outlive the claims.
    ArticleClaims(PreviousRecords& previous, TextOf text_of);

    /// A newcomer that wins is taken to be in the batch at `batch_number`, or in force.
    Verdict enter(const Newcomer& newcomer, std::size_t batch_number);

    const Claim* find(const std::string& id) const;
    /// The article's text has left the batch.
    void set_written(const std::string& id);

  private:
    /// Ids that were made for different articles with the same base id.
    struct Renamed {
        std::vector<std::string> ids;
        std::uint32_t next = 2;
    };

    std::string id_for(const Newcomer& newcomer, const std::string& base_id,
                       std::uint64_t content_hash, const std::optional<SourceRecord>& own) const;
    std::optional<std::string> claimed_version(const Newcomer& newcomer, const std::string& base_id,
                                               std::uint64_t content_hash) const;
    std::optional<std::string> moved_version(const Newcomer& newcomer,
                                             const std::string& base_id) const;
    std::string unused_id(const std::string& base_id) const;
    bool is_free(const std::string& id) const { return !claims_.contains(id); }

    PreviousRecords& previous_;
    TextOf text_of_;
    std::unordered_map<std::string, Claim> claims_;
    std::unordered_map<std::string, Renamed> renamed_;
};

}  // namespace dateline
