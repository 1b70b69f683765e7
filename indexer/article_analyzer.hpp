#pragma once

#include <cstddef>
#include <memory>

#include "corpus/article.hpp"
#include "indexer/analyzed_articles.hpp"

namespace dateline {

/// Turns articles into what is written of them: passages in unit code, and the terms of each. A
/// word of the body gives its stem, and its acronym under "U"; in the first passage the words of
/// the headline count too, with a weight, and once more alone under "S". The first passage also has
/// the filter terms of the fields (schema.hpp). One object a thread: it remembers word forms.
class ArticleAnalyzer {
  public:
    /// `remembered_forms` as in Analyzer.
    explicit ArticleAnalyzer(std::size_t remembered_forms);
    ~ArticleAnalyzer();
    ArticleAnalyzer(ArticleAnalyzer&&) noexcept;

    /// The article has its final id. `number` is for AnalyzedArticles::number.
    void analyze(const Article& article, std::size_t number, AnalyzedArticles& out);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
