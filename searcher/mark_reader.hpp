#pragma once

#include <map>
#include <memory>
#include <vector>

#include "searcher/asked_article.hpp"
#include "searcher/highlight.hpp"
#include "searcher/index.hpp"
#include "searcher/match.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// Finds in articles of one segment what a plan's leaves match there.
class MarkReader {
  public:
    /// Both must outlive the reader. Patterns and fuzzy words of the plan have their expansion.
    MarkReader(const SegmentScope& scope, const SegmentMatches& matches)
        : scope_(scope), matches_(matches) {}
    /// Whether or not the article matches the whole query; without what is idle in an answer.
    ArticleMarks marks_in(std::uint32_t article);

  private:
    /// Leaves that are looked for together.
    struct Leaves {
        AskedWords asked;                  ///< the tokens of all; no tree
        std::vector<SpanNode> trees;       ///< each a leaf's
        std::vector<std::size_t> numbers;  ///< of those leaves
        std::unique_ptr<AskedArticleReader> reader;
    };

    const std::vector<std::unique_ptr<Leaves>>& leaves_for(std::uint32_t article);
    std::vector<std::unique_ptr<Leaves>> leaves_in(std::size_t language) const;

    const SegmentScope& scope_;
    const SegmentMatches& matches_;
    /// By number of the language in the segment.
    std::map<std::size_t, std::vector<std::unique_ptr<Leaves>>> leaves_;
};

/// What of articles a query matches, without looking for the articles that match it.
class QueryMarks {
  public:
    /// The index must outlive it. Throws Error{usage} for a query that asks for too much.
    QueryMarks(const Index& index, const Query& query);
    QueryMarks(const QueryMarks&) = delete;
    QueryMarks& operator=(const QueryMarks&) = delete;

    ArticleMarks of(ArticlePlace place);

  private:
    Analyzers analyzers_;
    Query query_;
    Plan plan_;
    // By segment.
    std::vector<SegmentScope> scopes_;
    std::vector<SegmentMatches> matches_;
    std::vector<SegmentMatcher> matchers_;
    std::vector<MarkReader> readers_;
};

}  // namespace dateline
