#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "searcher/plan.hpp"
#include "searcher/query.hpp"
#include "tests/searcher/reference_text.hpp"

namespace dateline::test {

struct ReferenceHit {
    std::string id;              ///< of the article, or of the passage
    std::uint32_t coverage = 0;  ///< of the words that count, those that it holds
    std::uint32_t counted = 0;   ///< how many count in its language
};

struct ReferenceAnswer {
    std::vector<ReferenceHit> hits;  ///< all, in document order
    std::uint64_t passage_total = 0;
};

/// Answers queries by looking at every word of every article: no index, no shortcuts. What search()
/// must agree with. Knows the values of source, byline and place alone.
class Reference {
  public:
    /// Articles as the index gives them back.
    explicit Reference(const std::vector<Article>& articles);
    ReferenceAnswer answer(const Query& query, WordsNeeded needed = {},
                           AnswerUnit unit = AnswerUnit::article) const;

  private:
    std::vector<ReferenceArticle> articles_;
};

}  // namespace dateline::test
