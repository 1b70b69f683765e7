#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/passage.hpp"

namespace dateline {

/// An article with its passages: what is written to a segment, and read back from one.
struct SplitArticle {
    Article article;
    std::vector<Passage> passages;

    std::uint64_t text_bytes() const { return article.headline.size() + article.body.size(); }
};

/// Gives articles in document order, one a call; nullopt after the last.
using ArticleFeed = std::function<std::optional<SplitArticle>()>;

}  // namespace dateline
