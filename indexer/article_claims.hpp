#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/article.hpp"
#include "indexer/claim_table.hpp"
#include "indexer/previous_records.hpp"

namespace dateline {

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
    SourceRecord record;     ///< superseded where a newer version of the article has been met
    bool is_newest = false;  ///< it has the id now; its text is in force or absent, until
                             ///< `set_in_batch`
    std::optional<Claim> replaced{};  ///< the version that the newcomer supersedes
};

using IdSet = std::unordered_set<std::string>;

/// The texts that claims are decided by; nullopt where one cannot be had any more.
struct TextsOfClaims {
    std::function<std::optional<Article>(const std::string& id, const Claim& claim)> of_claim;
    /// Of an id that could be found before the run.
    std::function<std::optional<Article>(const std::string& id)> stored;
    /// Whether the claim's text has been written by the run that this one goes on from; it is the
    /// claim's then. May be empty.
    std::function<bool(const std::string& id, const Claim& claim)> take_earlier{};
};

/// Gives each article of a run its id. An unchanged record keeps the id that it has. Within a root,
/// records of the same id are versions of one article where they are the same article
/// (same_article.hpp), or one replaces the other in the same file; the newest wins, by date, then
/// by reading order. Otherwise they are different articles, and the later one becomes ID~2, ~3,
/// ...; ids given in earlier runs stay. Records of an id that was withdrawn are no claims.
class ArticleClaims {
  public:
    /// `keeps_segments`: what was indexed before is still in force in this run. The references must
    /// outlive the claims.
    ArticleClaims(PreviousRecords& previous, const IdSet& withdrawn, bool keeps_segments,
                  TextsOfClaims texts);

    Verdict enter(const Newcomer& newcomer);
    /// A record of the run before that stands where it stood. `claim` has its place in this run.
    Verdict replay(SourceRecord record, Claim claim);

    const Claim* find(const std::string& id) const { return claims_.find(id); }
    const ClaimTable& all() const { return claims_; }
    ClaimTable& all() { return claims_; }
    void set_in_batch(const std::string& id, std::size_t number);
    /// The article's text, if it was in the batch, has left it.
    void set_written(const std::string& id);
    void set_absent(const std::string& id);

  private:
    /// Ids that were made for different articles with the same base id.
    struct Renamed {
        std::vector<std::string> ids;
        std::uint32_t next = 2;
    };

    // These take a record that has its base id as id.
    std::string id_for(const Newcomer& newcomer, const SourceRecord& record,
                       const std::optional<SourceRecord>& own) const;
    std::optional<std::string> claimed_version(const Newcomer& newcomer,
                                               const SourceRecord& record) const;
    std::optional<std::string> moved_version(const Newcomer& newcomer,
                                             const SourceRecord& record) const;

    std::string unused_id(const std::string& base_id) const;
    Verdict claim(SourceRecord record, const Claim& claim);
    void remember_renamed(const SourceRecord& record);
    bool is_in_force(const SourceRecord& before) const {
        return keeps_segments_ && before.state == RecordState::indexed;
    }
    bool is_unclaimed(const std::string& id) const { return !claims_.find(id); }
    bool is_free(const std::string& id) const {
        return is_unclaimed(id) && !withdrawn_.contains(id);
    }

    PreviousRecords& previous_;
    const IdSet& withdrawn_;
    bool keeps_segments_;
    TextsOfClaims texts_;
    ClaimTable claims_;
    std::unordered_map<std::string, Renamed> renamed_;
};

}  // namespace dateline
