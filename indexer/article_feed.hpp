#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "corpus/passage.hpp"
#include "indexer/split_article.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline {

/// The articles, in any order and with their final ids, cut into passages as they are asked for.
/// `splitter` must outlive the feed.
ArticleFeed feed_of(std::vector<Article> articles, PassageSplitter& splitter);

/// A segment's articles but those whose ids are in `left_out`. Both must outlive the feed.
ArticleFeed feed_of(const StoredSegment& segment, const std::unordered_set<std::string>& left_out);

/// All articles of several feeds as one.
ArticleFeed merged(std::vector<ArticleFeed> feeds);

}  // namespace dateline
