#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/manifest.hpp"
#include "corpus/sources_file.hpp"

namespace dateline {

/// What one of several states remembers.
struct ReadableSources {
    Sources sources;
    std::uint64_t state = 0;  ///< number of its manifest
    std::string file;         ///< its name
};

/// Those of a state. Throws Error{index} for damage, and where they are not what was published.
Sources read_published_sources(const std::filesystem::path& index, const Manifest& manifest);

/// Greater than the number of any state.
inline constexpr std::uint64_t all_states = std::numeric_limits<std::uint64_t>::max();

/// The states before that number, newest first, whose sources lie in the index, whether or not
/// their manifests do. Nothing else of them is known.
std::vector<Manifest> states_with_sources(const std::filesystem::path& index, std::uint64_t before);

/// What is said to be withdrawn by lists of sources, all together.
struct ListedWithdrawals {
    std::vector<Withdrawal> withdrawals;  ///< sorted by id
    std::vector<std::string> files;       ///< that say so, newest first
    std::vector<std::string> unreadable;  ///< of those asked
};

/// Those of the lists in the index with a greater number. Throws AccessError.
ListedWithdrawals listed_withdrawals(const std::filesystem::path& index, std::uint64_t after);

/// The first of `states` whose sources can be read; nullopt where none can. What a manifest without
/// marks names is believed. Throws AccessError.
std::optional<ReadableSources> first_readable_sources(const std::filesystem::path& index,
                                                      const std::vector<Manifest>& states);

/// The articles that a repaired index has.
class LivingArticles {
  public:
    /// Of a segment that stays as it is.
    void add(const std::vector<std::string>& ids);
    /// One that is written anew; false where another segment has its id.
    bool add(const Article& article);

    bool contains(const std::string& id) const { return ids_.contains(id); }
    const std::unordered_set<std::string>& ids() const { return ids_; }
    const std::unordered_set<std::string>& salvaged() const { return salvaged_; }
    /// Ids that two of the segments that stay claim to have, once for each time too many.
    const std::vector<std::string>& repeated() const { return repeated_; }

  private:
    std::unordered_set<std::string> ids_;
    std::unordered_set<std::string> salvaged_;
    std::vector<std::string> repeated_;
};

/// What is remembered of the sources, brought in line with the articles that there are. Files whose
/// articles are not all there, or of which too little is known, are to be read again.
class SourcesRepair {
  public:
    /// `roots`: of the manifest. `living` must outlive this object.
    SourcesRepair(Sources sources, const std::vector<RootInfo>& roots,
                  const LivingArticles& living);

    /// Living articles that are withdrawn: they are to be removed.
    const std::vector<std::string>& withdrawn_articles() const { return withdrawn_; }
    /// Gives the living articles that no record stands for records, made of themselves.
    void add_unknown(const std::function<Article(const std::string& id)>& article_of);
    /// Of articles that records say are in the index, and that are not there any more; sorted.
    const std::vector<std::string>& lost_ids() const { return lost_; }
    const Sources& sources() const { return sources_; }

  private:
    bool is_withdrawn(const std::string& id) const;
    void mend(SourceFileEntry& file);
    SourceFileEntry& file_of(const Article& article);

    Sources sources_;
    const std::vector<RootInfo>& roots_;
    const LivingArticles& living_;
    std::unordered_set<std::string> recorded_;
    std::vector<std::string> withdrawn_;
    std::vector<std::string> lost_;
};

}  // namespace dateline
