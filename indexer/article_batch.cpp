#include "indexer/article_batch.hpp"

#include <utility>

#include "corpus/spread_search.hpp"

namespace dateline {

namespace {

// Measured on news (bench/README.md): coded texts, postings, the vocabulary and what the writing of
// the segment takes besides.
std::uint64_t memory_of(const Article& article) {
    const std::uint64_t text_bytes = article.headline.size() + article.body.size();
    return text_bytes + 3 * text_bytes / 4 + 4 * article.origin.path.size() + 1500;
}

}  // namespace

std::size_t ArticleBatch::add(Article article) {
    memory_ += memory_of(article);
    text_bytes_ += article.headline.size() + article.body.size();
    pool_.add(std::move(article), size_);
    return size_++;
}

void ArticleBatch::drop(std::size_t number) { dropped_.push_back(number); }

std::pair<AnalyzedArticles*, std::uint32_t> ArticleBatch::find(std::size_t number) {
    for (const auto& made : pool_.made()) {
        const std::uint32_t count = made->article_count();
        const std::uint32_t found = first_not(
            0, count, [&](std::uint32_t article) { return made->number(article) < number; });
        if (found < count && made->number(found) == number) return {made.get(), found};
    }
    return {nullptr, 0};
}

Article ArticleBatch::article(std::size_t number) {
    pool_.wait();
    const auto [made, article] = find(number);
    return made->article(article);
}

std::vector<std::unique_ptr<AnalyzedArticles>> ArticleBatch::take() {
    pool_.wait();
    for (const std::size_t number : std::exchange(dropped_, {})) {
        const auto [made, article] = find(number);
        made->drop(article);
    }
    size_ = 0;
    memory_ = 0;
    text_bytes_ = 0;
    return pool_.take();
}

}  // namespace dateline
