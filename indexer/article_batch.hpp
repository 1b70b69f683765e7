#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/article.hpp"

namespace dateline {

/// Articles held in memory until they are written, in reading order.
class ArticleBatch {
  public:
    /// The number that the next article gets.
    std::size_t next() const { return articles_.size(); }
    std::uint64_t text_bytes() const { return text_bytes_; }
    const Article& operator[](std::size_t number) const { return *articles_[number]; }

    void add(Article article) {
        text_bytes_ += bytes_of(article);
        articles_.emplace_back(std::move(article));
    }

    void drop(std::size_t number) {
        text_bytes_ -= bytes_of(*articles_[number]);
        articles_[number].reset();
    }

    /// All that were not dropped; the batch is empty after it.
    std::vector<Article> take() {
        std::vector<Article> taken;
        for (std::optional<Article>& article : articles_)
            if (article) taken.push_back(*std::move(article));
        articles_.clear();
        text_bytes_ = 0;
        return taken;
    }

  private:
    static std::uint64_t bytes_of(const Article& article) {
        return article.headline.size() + article.body.size();
    }

    std::vector<std::optional<Article>> articles_;
    std::uint64_t text_bytes_ = 0;
};

}  // namespace dateline
