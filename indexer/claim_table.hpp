#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>

#include "corpus/sources_file.hpp"
#include "indexer/number_table.hpp"

namespace dateline {

/// Where the text of an article is found during a run.
enum class TextPlace : std::uint8_t {
    in_force,  ///< in a segment of the index as it was before the run
    batch,     ///< in memory, at Claim::number of the batch
    written,   ///< in a segment that this run wrote, or the one that it goes on from
    absent,    ///< nowhere but in its source file
};

/// The article that has an id at this point of a run: the newest version met so far.
struct Claim {
    std::uint32_t root = 0;
    std::uint32_t file = 0;    ///< of the run, and
    std::uint32_t record = 0;  ///< of that file: the record that the article was read from
    bool is_renamed = false;   ///< the id is ID~2, ~3, ...
    bool has_ambiguous_date = false;
    TextPlace place = TextPlace::absent;
    VersionDate date{};
    std::uint64_t content_hash = 0;
    std::size_t number = 0;
    const std::string* kept_id = nullptr;  ///< set by `settle`: of the equal articles the one that
                                           ///< is in the index, as long as the claims live
};

/// Claims by id, in the order in which the ids were met. Ids are mostly asked for in that order
/// too, so a search looks first at what follows the claim found last. Ids and claims stay where
/// they are in memory. Not for several threads at once.
class ClaimTable {
  public:
    struct Entry {
        const std::string id;
        Claim claim;
    };

    void reserve(std::size_t claims) { numbers_.reserve(claims); }
    bool empty() const { return entries_.empty(); }
    std::size_t size() const { return entries_.size(); }

    /// nullptr where nobody has claimed the id.
    const Claim* find(const std::string& id) const;
    Claim* find(const std::string& id);
    /// The claim that the id has now, and whether it is the one given.
    std::pair<Claim*, bool> try_add(const std::string& id, const Claim& claim);

    auto begin() { return entries_.begin(); }
    auto end() { return entries_.end(); }
    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }

  private:
    std::uint32_t number_of(const std::string& id) const;

    std::deque<Entry> entries_;
    NumberTable numbers_;             // of entries, by id
    mutable std::uint32_t next_ = 0;  // follows the entry found last
};

}  // namespace dateline
