#include "searcher/answer_order.hpp"

#include <algorithm>
#include <compare>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "corpus/schema.hpp"

namespace dateline {

namespace {

/// Sources of a segment's articles, folded.
class SegmentSources {
  public:
    explicit SegmentSources(const Segment& segment)
        : source_of_(segment.articles().article_count()) {
        const std::string prefix(row_of(Field::source)->prefix);
        for (const std::string& term :
             segment.terms_with(prefix, std::numeric_limits<std::size_t>::max())) {
            names_.push_back(term.substr(prefix.size()));
            ArticleCursor cursor(segment.articles());
            for (const Posting& posting : segment.postings(term))
                source_of_[cursor.article_of(posting.docid)] =
                    static_cast<std::uint32_t>(names_.size());
        }
    }

    /// 0: none. Else in the order of the names.
    std::uint32_t number_of(std::uint32_t article) const { return source_of_[article]; }
    const std::string& name(std::uint32_t number) const { return names_[number - 1]; }

  private:
    std::vector<std::string> names_;          // in byte order
    std::vector<std::uint32_t> source_of_{};  // by article
};

/// An article, or passage, with what it can be put in order by.
struct OrderedUnit {
    RankedArticle ranked;
    bool is_dated = false;
    Day day = 0;
    std::int32_t seconds = 0;
    std::uint32_t source = 0;  ///< of SegmentSources
};

// Less comes first.
std::strong_ordering by_date(const OrderedUnit& a, const OrderedUnit& b, SortKey direction) {
    if (a.is_dated != b.is_dated) return b.is_dated <=> a.is_dated;
    const auto earlier_first = std::tie(a.day, a.seconds) <=> std::tie(b.day, b.seconds);
    return direction == SortKey::oldest ? earlier_first : 0 <=> earlier_first;
}

std::strong_ordering by_score(const RankedArticle& a, const RankedArticle& b) {
    if (a.coverage != b.coverage) return b.coverage <=> a.coverage;
    // Scores are numbers from 0 to 1.
    return a.score > b.score   ? std::strong_ordering::less
           : a.score < b.score ? std::strong_ordering::greater
                               : std::strong_ordering::equal;
}

/// The units of one segment, the first of those left on top of a heap.
class SortedSegment {
  public:
    SortedSegment(const Segment& segment, const SortKeys& keys) : segment_(&segment), keys_(&keys) {
        if (std::ranges::find(keys, SortKey::source) != keys.end()) sources_.emplace(segment);
    }

    void add(const RankedArticle& ranked) {
        const std::uint32_t article = ranked.place.article;
        const ArticleEntry entry = segment_->articles().entry(article);
        units_.push_back({ranked, entry.dated, entry.day, entry.seconds,
                          sources_ ? sources_->number_of(article) : 0});
    }
    void begin() { std::ranges::make_heap(units_, Later{this}); }

    bool at_end() const { return units_.empty(); }
    RankedArticle take() {
        std::ranges::pop_heap(units_, Later{this});
        const RankedArticle taken = units_.back().ranked;
        units_.pop_back();
        id_.reset();
        return taken;
    }
    /// Of what is on top here and there.
    bool comes_before(SortedSegment& other) {
        const OrderedUnit& a = units_.front();
        const OrderedUnit& b = other.units_.front();
        for (const SortKey key : *keys_)
            if (const auto order = compare(key, a, other, b); order != 0) return order < 0;
        if (const auto order = by_date(a, b, SortKey::newest); order != 0) return order < 0;
        return id() < other.id();
    }

  private:
    struct Later {
        const SortedSegment* order;
        bool operator()(const OrderedUnit& a, const OrderedUnit& b) const {
            return order->is_later(a, b);
        }
    };

    // Articles of a segment are numbered in document order.
    bool is_later(const OrderedUnit& a, const OrderedUnit& b) const {
        for (const SortKey key : *keys_)
            if (const auto order = compare(key, a, *this, b); order != 0) return order > 0;
        return std::pair(a.ranked.place.article, a.ranked.docid) >
               std::pair(b.ranked.place.article, b.ranked.docid);
    }

    std::strong_ordering compare(SortKey key, const OrderedUnit& a, const SortedSegment& other,
                                 const OrderedUnit& b) const {
        switch (key) {
            case SortKey::score:
                return by_score(a.ranked, b.ranked);
            case SortKey::newest:
            case SortKey::oldest:
                return by_date(a, b, key);
            case SortKey::source:
                break;
        }
        if (a.source == 0 || b.source == 0) return (a.source == 0) <=> (b.source == 0);
        if (&other == this) return a.source <=> b.source;
        return sources_->name(a.source) <=> other.sources_->name(b.source);
    }

    // Of what is on top; read where all else is equal.
    const std::string& id() {
        if (!id_) id_ = segment_->header(units_.front().ranked.place.article).id;
        return *id_;
    }

    const Segment* segment_;
    const SortKeys* keys_;
    std::optional<SegmentSources> sources_;
    std::vector<OrderedUnit> units_;
    std::optional<std::string> id_;
};

/// Takes from several segments what comes first of all.
class AnswerMerge {
  public:
    AnswerMerge(const Index& index, const SortKeys& keys,
                const std::vector<RankedArticle>& articles) {
        for (const Segment& segment : index.segments()) segments_.emplace_back(segment, keys);
        for (const RankedArticle& article : articles) segments_[article.place.segment].add(article);
        for (SortedSegment& segment : segments_) segment.begin();
    }

    std::optional<RankedArticle> next() {
        SortedSegment* first = nullptr;
        for (SortedSegment& segment : segments_)
            if (!segment.at_end() && (first == nullptr || segment.comes_before(*first)))
                first = &segment;
        if (first == nullptr) return std::nullopt;
        return first->take();
    }

  private:
    std::vector<SortedSegment> segments_;
};

void add_passages(std::vector<RankedArticle>& units, const SegmentMatches& matches,
                  const Segment& segment, std::uint32_t number) {
    ArticleCursor cursor(segment.articles());
    for (const DocId docid : matches.passages)
        units.push_back({.place = {number, cursor.article_of(docid)}, .docid = docid});
}

// All that match, without scores.
std::vector<RankedArticle> unranked(const MatchedIndex& matched) {
    std::vector<RankedArticle> units;
    const bool by_passage = matched.plan().unit == AnswerUnit::passage;
    for (std::uint32_t number = 0; number < matched.matches().size(); ++number) {
        const SegmentMatches& matches = matched.matches()[number];
        if (by_passage)
            add_passages(units, matches, matched.index().segments()[number], number);
        else
            for (const std::uint32_t article : matches.articles)
                units.push_back({.place = {number, article}});
    }
    return units;
}

std::string in_words(SortKey key) {
    switch (key) {
        case SortKey::score:
            return "best first";
        case SortKey::newest:
            return "newest first";
        case SortKey::oldest:
            return "oldest first";
        case SortKey::source:
            break;
    }
    return "by source";
}

}  // namespace

bool is_ranking(const SortKeys& keys) { return keys.empty() || keys.front() == SortKey::score; }

bool is_plain_ranking(const SortKeys& keys) {
    return is_ranking(keys) && (keys.size() < 2 || keys[1] == SortKey::newest);
}

bool needs_scores(const SortKeys& keys) {
    return keys.empty() || std::ranges::find(keys, SortKey::score) != keys.end();
}

std::vector<RankedArticle> ordered_answer(const MatchedIndex& matched, const SortKeys& keys,
                                          std::uint64_t limit, const ListsArticle& lists,
                                          const RankingOptions& options) {
    const auto all = [](ArticlePlace) { return true; };
    AnswerMerge merge(matched.index(), keys,
                      needs_scores(keys) ? rank(matched, 0, all, options) : unranked(matched));
    std::vector<RankedArticle> listed;
    while (limit == 0 || listed.size() < limit) {
        const std::optional<RankedArticle> next = merge.next();
        if (!next) break;
        if (lists(next->place)) listed.push_back(*next);
    }
    return listed;
}

std::string order_in_words(const SortKeys& keys) {
    if (is_plain_ranking(keys)) return {};
    std::string words;
    for (const SortKey key : keys) words += (words.empty() ? "" : ", ") + in_words(key);
    return words;
}

}  // namespace dateline
