#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/phrase.hpp"
#include "searcher/segment_scope.hpp"
#include "searcher/unit_search.hpp"

namespace dateline {

/// A run of passages of an article to be read.
struct ArticleRun {
    std::uint32_t article = 0;
    PassageRun run{};
};

/// So many articles before one is read it is asked where it lies, and then fetched: where few of an
/// archive's articles are read, to wait for memory takes longer than to read.
inline constexpr std::size_t places_ahead = 16;
inline constexpr std::size_t texts_ahead = 8;

/// For those who read articles one after the other and now come to number `i` of them.
inline void fetch_ahead(const SegmentScope& scope, const ArticleSet& articles, std::size_t i) {
    const TextFile& text = scope.segment.texts().text();
    if (i + places_ahead < articles.size())
        text.fetch_place(scope.docids(articles[i + places_ahead]).first);
    if (i + texts_ahead >= articles.size()) return;
    const auto [first, end] = scope.docids(articles[i + texts_ahead]);
    text.fetch(first, end);
}

/// Whether one of the units may stand in the passages [first, end) of an article, or in the
/// headline where the first passage is among them.
inline bool may_find(const UnitSearch& units, const TextFile& text, DocId first, DocId end) {
    const std::optional<std::string_view> records = text.regular_records(first, end);
    return !records || units.may_find_in(*records);
}

/// Gives each run to `read`, in order, while the texts of those that follow are on their way.
template <class Read>
void read_runs(const SegmentScope& scope, const std::vector<ArticleRun>& runs, const Read& read) {
    const TextFile& text = scope.segment.texts().text();
    const auto docid = [&](std::size_t i, std::uint32_t passage) {
        return scope.articles().first_docid(runs[i].article) + passage;
    };
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (const std::size_t ahead = i + places_ahead; ahead < runs.size())
            text.fetch_place(docid(ahead, runs[ahead].run.first));
        if (const std::size_t ahead = i + texts_ahead; ahead < runs.size())
            text.fetch(docid(ahead, runs[ahead].run.first), docid(ahead, runs[ahead].run.end));
        read(runs[i]);
    }
}

}  // namespace dateline
