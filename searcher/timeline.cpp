#include "searcher/timeline.hpp"

#include <algorithm>

namespace dateline {

namespace {

using Days = std::optional<DayRange>;

Days hull(const Days& a, const Days& b) {
    if (!a || !b) return a ? a : b;
    return DayRange{std::min(a->first, b->first), std::max(a->last, b->last)};
}

// Articles stand newest first, undated ones last.
Days days_of(const ArticlesFile& file, const ArticleSet& articles) {
    const auto undated = std::ranges::lower_bound(articles, file.dated_count());
    if (undated == articles.begin()) return std::nullopt;
    return DayRange{file.day(*(undated - 1)), file.day(articles.front())};
}

Days days_found(const AskedSet& asked) {
    Days days;
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i)
        days = hull(days, days_of(asked.index().segments()[i].articles(), asked.articles(i)));
    return days;
}

// Ends that the query names are shown though nothing was found there.
Days days_shown(const AskedSet& asked) {
    Days shown = days_found(asked);
    if (!shown || !asked.days()) return shown;
    constexpr DayRange open;
    const DayRange archive = *days_of(asked.index());
    if (asked.days()->first != open.first)
        shown->first = std::max(asked.days()->first, archive.first);
    if (asked.days()->last != open.last) shown->last = std::min(asked.days()->last, archive.last);
    return shown;
}

std::size_t buckets_needed(TimeUnit unit, const DayRange& days) {
    const std::int64_t first = unit_number(unit, days.first);
    return static_cast<std::size_t>(unit_number(unit, days.last) - first + 1);
}

TimeUnit unit_for(const TimelineOptions& options, const DayRange& days) {
    if (options.unit) return *options.unit;
    for (const TimeUnit unit : all_time_units)
        if (buckets_needed(unit, days) <= options.most_buckets) return unit;
    return TimeUnit::year;
}

std::vector<TimelineBucket> empty_buckets(TimeUnit unit, const DayRange& days,
                                          const DayRange& limit) {
    std::vector<TimelineBucket> buckets(buckets_needed(unit, days));
    std::int32_t number = unit_number(unit, days.first);
    for (TimelineBucket& bucket : buckets) {
        bucket.number = number++;
        const DayRange whole = days_of(unit, bucket.number);
        bucket.days = {std::max(whole.first, limit.first), std::min(whole.last, limit.last)};
    }
    return buckets;
}

std::vector<DayRange> ranges_of(const std::vector<TimelineBucket>& buckets) {
    std::vector<DayRange> ranges;
    for (const TimelineBucket& bucket : buckets) ranges.push_back(bucket.days);
    return ranges;
}

std::uint64_t between(const ArticleSet& articles, std::uint32_t first, std::uint32_t end) {
    const auto from = std::ranges::lower_bound(articles, first);
    return static_cast<std::uint64_t>(std::lower_bound(from, articles.end(), end) - from);
}

std::uint64_t living_between(const Segment& segment, std::uint32_t first, std::uint32_t end) {
    std::uint64_t dead = 0;
    for (std::uint32_t article = first; segment.tombstones().any() && article < end; ++article)
        dead += segment.tombstones().is_dead(article);
    return end - first - dead;
}

// Counts the articles that a query finds in the buckets, and those without date.
void count(const AskedSet& asked, std::uint64_t TimelineBucket::*counter, Timeline& timeline) {
    for (std::size_t i = 0; i < asked.index().segments().size(); ++i) {
        const ArticlesFile& file = asked.index().segments()[i].articles();
        for (TimelineBucket& bucket : timeline.buckets) {
            const auto [first, end] = file.articles_in(bucket.days);
            bucket.*counter += between(asked.articles(i), first, end);
        }
        timeline.undated.*counter +=
            between(asked.articles(i), file.dated_count(), file.article_count());
    }
}

std::uint64_t undated_articles(const Index& index) {
    std::uint64_t undated = 0;
    for (const Segment& segment : index.segments())
        undated += living_between(segment, segment.articles().dated_count(),
                                  segment.articles().article_count());
    return undated;
}

void count_archive(const Index& index, Timeline& timeline) {
    const std::vector<std::uint64_t> counts = articles_in(index, ranges_of(timeline.buckets));
    for (std::size_t i = 0; i < counts.size(); ++i)
        timeline.buckets[i].archive_articles = counts[i];
    timeline.undated.archive_articles = undated_articles(index);
}

}  // namespace

Timeline make_timeline(const AskedSet& asked, const AskedSet* compared,
                       const TimelineOptions& options) {
    Timeline timeline;
    const Days shown = hull(days_shown(asked), compared ? days_shown(*compared) : Days());
    if (shown) {
        const Days limit = compared ? hull(asked.days(), compared->days()) : asked.days();
        timeline.unit = unit_for(options, *shown);
        timeline.buckets = empty_buckets(timeline.unit, *shown, limit.value_or(DayRange{}));
    }
    count(asked, &TimelineBucket::articles, timeline);
    if (compared) count(*compared, &TimelineBucket::compared, timeline);
    count_archive(asked.index(), timeline);
    return timeline;
}

std::vector<std::uint64_t> articles_in(const Index& index, std::span<const DayRange> ranges) {
    std::vector<std::uint64_t> counts(ranges.size());
    for (const Segment& segment : index.segments())
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const auto [first, end] = segment.articles().articles_in(ranges[i]);
            counts[i] += living_between(segment, first, end);
        }
    return counts;
}

Days days_of(const Index& index) {
    Days days;
    for (const SegmentInfo& segment : index.manifest().segments)
        if (segment.dated > 0) days = hull(days, DayRange{segment.first_day, segment.last_day});
    return days;
}

}  // namespace dateline
