#include "indexer/document_order.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <queue>
#include <string>
#include <string_view>
#include <tuple>

namespace dateline {

namespace {

struct Key {
    bool dated = false;
    Day day = 0;
    std::int32_t seconds = 0;
    OrderedArticle article;
    std::uint32_t passages = 0;
};

// Before whom an article stands, as far as its date decides.
auto rank(const Key& key) {
    return std::tuple(!key.dated, -std::int64_t{key.day}, -std::int64_t{key.seconds});
}

std::vector<Key> keys_of(const SegmentSource& source, std::uint32_t number) {
    std::vector<Key> keys;
    for (std::uint32_t i = 0; i < source.article_count(); ++i) {
        if (!source.is_wanted(i)) continue;
        const ArticleFacts facts = source.facts(i);
        keys.push_back({facts.dated, facts.day, facts.seconds, {number, i}, facts.passages});
    }
    return keys;
}

/// For sources in memory, whose ids are at hand.
std::vector<Key> sorted(std::span<const SegmentSource* const> sources) {
    std::vector<Key> keys;
    for (std::uint32_t number = 0; number < sources.size(); ++number)
        std::ranges::copy(keys_of(*sources[number], number), std::back_inserter(keys));
    const auto id_of = [&](const Key& key) {
        return sources[key.article.source]->id(key.article.article);
    };
    std::ranges::sort(keys, [&](const Key& a, const Key& b) {
        if (a.dated != b.dated) return a.dated;
        if (a.day != b.day) return a.day > b.day;
        if (a.seconds != b.seconds) return a.seconds > b.seconds;
        return id_of(a) < id_of(b);
    });
    return keys;
}

/// The articles of one source that is in order, taken one after the other. An id may have to be
/// read from the disk and decompressed: each is asked for where dates do not decide, and then once.
class SourceInOrder {
  public:
    SourceInOrder(const SegmentSource& source, std::uint32_t number)
        : source_(source), keys_(keys_of(source, number)) {}

    bool is_at_end() const { return next_ == keys_.size(); }
    const Key& first() const { return keys_[next_]; }
    const std::string& first_id() {
        if (!first_id_) first_id_ = source_.id(first().article.article);
        return *first_id_;
    }
    void pass() {
        ++next_;
        first_id_.reset();
    }

  private:
    const SegmentSource& source_;
    std::vector<Key> keys_;
    std::size_t next_ = 0;
    std::optional<std::string> first_id_;
};

/// For segments: by their heads.
std::vector<Key> merged(std::span<const SegmentSource* const> sources) {
    std::vector<SourceInOrder> left;
    left.reserve(sources.size());
    for (std::uint32_t number = 0; number < sources.size(); ++number)
        left.emplace_back(*sources[number], number);
    const auto comes_after = [&](std::size_t a, std::size_t b) {
        const auto rank_a = rank(left[a].first());
        const auto rank_b = rank(left[b].first());
        if (rank_a != rank_b) return rank_a > rank_b;
        return std::tuple(std::string_view(left[a].first_id()), a) >
               std::tuple(std::string_view(left[b].first_id()), b);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(comes_after)> heads(
        comes_after);
    for (std::size_t number = 0; number < left.size(); ++number)
        if (!left[number].is_at_end()) heads.push(number);
    std::vector<Key> keys;
    while (!heads.empty()) {
        const std::size_t number = heads.top();
        heads.pop();
        keys.push_back(left[number].first());
        left[number].pass();
        if (!left[number].is_at_end()) heads.push(number);
    }
    return keys;
}

}  // namespace

std::vector<OrderedArticle> in_document_order(std::span<const SegmentSource* const> sources) {
    const bool are_in_order = std::ranges::all_of(
        sources, [](const SegmentSource* source) { return source->is_in_document_order(); });
    const std::vector<Key> keys = are_in_order ? merged(sources) : sorted(sources);
    std::vector<OrderedArticle> order;
    order.reserve(keys.size());
    DocId docid = 1;
    for (const Key& key : keys) {
        order.push_back({key.article.source, key.article.article, docid});
        docid += key.passages;
    }
    return order;
}

}  // namespace dateline
