#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "searcher/render.hpp"
#include "searcher/timeline.hpp"

namespace dateline {

/// What a timeline is of, and how it is to look.
struct TimelineView {
    std::string query{};                   ///< empty: the whole archive
    std::optional<std::string> compare{};  ///< the other query, where there is one
    std::string counts{};                  ///< AskedSet::count_text
    std::string compared_counts{};         ///< of the other query
    bool is_normalized = false;            ///< bars show shares of the archive, not articles
};

/// Bars for people. Runs of buckets for which the archive holds no articles are one line, and so
/// are runs of four and more in which nothing was found.
std::string render_timeline(const Timeline& timeline, const TimelineView& view,
                            const TextStyle& style);

/// One for each bucket, the undated articles last, where there are any: from, to, articles,
/// archive_articles, share (null where the archive has none), and where two queries are compared
/// compare_articles, compare_share.
std::vector<nlohmann::ordered_json> timeline_records(const Timeline& timeline,
                                                     const TimelineView& view);

/// articles / archive_articles; 0 where there are none.
double share_of(std::uint64_t articles, std::uint64_t archive_articles);

/// "2020-01", or of one that the query cuts "2020-01-15 to 2020-01-31".
std::string bucket_name(TimeUnit unit, const TimelineBucket& bucket);

/// "4.27 %", with so many decimals that the largest share of a timeline has three digits.
class ShareText {
  public:
    explicit ShareText(double largest);
    std::string operator()(double share) const;

  private:
    int decimals_;
};

/// Of the shares of a timeline, or of its numbers of articles, the undated ones apart.
double largest_value(const Timeline& timeline, const TimelineView& view);

}  // namespace dateline
