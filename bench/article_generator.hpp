#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bench/made_words.hpp"
#include "corpus/article.hpp"

namespace dateline {

/// An archive of made-up news without end: articles of fifteen years from a dozen papers, some of
/// them reprints of a recent one with small changes, some exact duplicates under another id. The
/// same articles for the same seed on every machine.
class ArticleGenerator {
  public:
    explicit ArticleGenerator(std::uint64_t seed);

    /// Ids are unique; bodies and headlines are as Article says.
    Article next();

  private:
    Article original();
    Article reprint(const Article& of);
    std::string next_id(const Article& article);

    MadeWords words_;
    RandomNumbers random_;
    std::vector<std::string> reporters_;
    std::vector<Article> recent_;  // the next one goes to the place of the oldest
    std::uint64_t count_ = 0;
};

/// The article as a line of JSON that `index` reads back, newline at the end.
std::string json_line(const Article& article);

}  // namespace dateline
