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
    std::string id;
    std::uint32_t coverage = 0;
};

struct ReferenceAnswer {
    std::vector<ReferenceHit> hits;  ///< all, in order
    std::uint64_t passage_total = 0;
};

/// Answers queries by looking at every word of every article: no index, no shortcuts. What search()
/// must agree with. Knows the values of source, byline and place alone.
class Reference {
  public:
    /// Articles as the index gives them back.
    explicit Reference(const std::vector<Article>& articles);
    ReferenceAnswer answer(const Query& query, WordsNeeded needed = {}) const;

  private:
    std::vector<ReferenceArticle> articles_;
};

}  // namespace dateline::test
