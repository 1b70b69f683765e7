#pragma once

#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/passage.hpp"
#include "corpus/text_range.hpp"
#include "searcher/plan.hpp"
#include "searcher/span.hpp"

namespace dateline {

/// A text that was analysed. Views and words of others.
struct AnalyzedText {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<TextBreak> breaks;
};

/// What of an article the leaves that rank match: words by themselves, side by side as one range.
/// Ascending, disjoint, bytes of the text.
struct ArticleMarks {
    std::vector<TextRange> headline;
    std::vector<std::vector<TextRange>> passages;
    std::vector<std::uint32_t> reach{};  ///< by passage: the last one that holds part of what
                                         ///< begins in it; at least itself
};

/// Marks what one leaf after another matches in an article.
class ArticleMarker {
  public:
    explicit ArticleMarker(std::size_t passages);
    /// `article`: the whole of it, with places.
    void add(const SpanNode& tree, const AskedArticle& article);
    ArticleMarks marks() &&;

  private:
    ArticleMarks marks_;
};

/// `passages`: of the whole body, in order. `language`: Plan's number of the article's.
ArticleMarks marks_of(const AnalyzedText& headline, const std::vector<AnalyzedText>& passages,
                      const Plan& plan, std::size_t language);

}  // namespace dateline
