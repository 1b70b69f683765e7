#include "searcher/render_timeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "searcher/bar_chart.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::size_t least_run = 4;

double value_of(const TimelineBucket& bucket, std::uint64_t articles, const TimelineView& view) {
    return view.is_normalized ? share_of(articles, bucket.archive_articles)
                              : static_cast<double>(articles);
}

bool is_gap(const TimelineBucket& bucket) { return bucket.archive_articles == 0; }
bool is_without_match(const TimelineBucket& bucket) {
    return !is_gap(bucket) && bucket.articles == 0 && bucket.compared == 0;
}

std::string counted_units(std::size_t count, TimeUnit unit) {
    return fmt::format("{} {}{}", count, name_of(unit), count == 1 ? "" : "s");
}

// Makes the lines of a timeline one after another.
class TimelineLines {
  public:
    TimelineLines(const Timeline& timeline, const TimelineView& view)
        : timeline_(timeline),
          view_(view),
          largest_(std::max(largest_value(timeline, view), 1e-12)),
          share_text_(largest_) {
        for (std::size_t i = 0; i < timeline.buckets.size();) i += add_from(i);
        if (timeline.undated.articles + timeline.undated.compared > 0)
            add_bars("undated", timeline.undated);
    }

    BarChart chart() && { return {headings(), std::move(lines_)}; }

  private:
    // Each returns how many buckets its line or lines are of.
    std::size_t add_from(std::size_t first) {
        const std::size_t gap = run_of(first, is_gap);
        if (gap > 0) return add_remark("archive holds no articles for {}", first, gap);
        const std::size_t without = run_of(first, is_without_match);
        if (without >= least_run) return add_remark("no match in {}", first, without);
        const TimelineBucket& bucket = timeline_.buckets[first];
        add_bars(unit_label(timeline_.unit, bucket.number), bucket);
        return 1;
    }

    std::size_t run_of(std::size_t first, bool (*belongs)(const TimelineBucket&)) const {
        const auto from = timeline_.buckets.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = std::find_if_not(from, timeline_.buckets.end(), belongs);
        return static_cast<std::size_t>(end - from);
    }

    std::size_t add_remark(std::string_view remark, std::size_t first, std::size_t count) {
        const auto name = [&](std::size_t bucket) {
            return unit_label(timeline_.unit, timeline_.buckets[bucket].number);
        };
        std::string span = name(first);
        if (count > 1)
            span += fmt::format(" to {} ({})", name(first + count - 1),
                                counted_units(count, timeline_.unit));
        lines_.push_back({.remark = fmt::format(fmt::runtime(remark), span)});
        return count;
    }

    void add_bars(const std::string& name, const TimelineBucket& bucket) {
        if (!view_.compare) return add_bar(name, bucket, bucket.articles, false);
        add_bar(name + " A", bucket, bucket.articles, false);
        add_bar(std::string(name.size(), ' ') + " B", bucket, bucket.compared, true);
    }

    void add_bar(std::string name, const TimelineBucket& bucket, std::uint64_t articles,
                 bool is_second) {
        BarLine line{.label = std::move(name), .is_second = is_second};
        // The undated have no bar: they are no time.
        if (&bucket != &timeline_.undated)
            line.length = value_of(bucket, articles, view_) / largest_;
        line.figures.push_back(fmt::format("{}", articles));
        if (view_.is_normalized)
            line.figures.push_back(share_text_(share_of(articles, bucket.archive_articles)));
        lines_.push_back(std::move(line));
    }

    std::vector<std::string> headings() const {
        if (view_.is_normalized) return {"articles", "share"};
        return {""};
    }

    const Timeline& timeline_;
    const TimelineView& view_;
    double largest_;
    ShareText share_text_;
    std::vector<BarLine> lines_;
};

std::string shown_query(const std::string& query) {
    return query.empty() ? "the whole archive" : query;
}

std::string footer(const Timeline& timeline, const TimelineView& view) {
    std::string text = view.compare
                           ? fmt::format("A {}: {}; B {}: {}", shown_query(view.query), view.counts,
                                         shown_query(*view.compare), view.compared_counts)
                           : view.counts;
    if (timeline.buckets.empty()) return text;
    text += fmt::format("; by {}", name_of(timeline.unit));
    if (view.is_normalized) text += ", bars by share of the archive";
    return text;
}

nlohmann::ordered_json share_record(std::uint64_t articles, std::uint64_t archive_articles) {
    if (archive_articles == 0) return nullptr;
    return std::round(share_of(articles, archive_articles) * 1e6) / 1e6;
}

nlohmann::ordered_json record_of(const TimelineBucket& bucket, bool is_dated, bool is_compared) {
    using nlohmann::ordered_json;
    const auto day = [&](Day end) {
        return is_dated ? ordered_json(iso_day(end)) : ordered_json(nullptr);
    };
    ordered_json record{{"from", day(bucket.days.first)},
                        {"to", day(bucket.days.last)},
                        {"articles", bucket.articles},
                        {"archive_articles", bucket.archive_articles},
                        {"share", share_record(bucket.articles, bucket.archive_articles)}};
    if (!is_compared) return record;
    record["compare_articles"] = bucket.compared;
    record["compare_share"] = share_record(bucket.compared, bucket.archive_articles);
    return record;
}

}  // namespace

double share_of(std::uint64_t articles, std::uint64_t archive_articles) {
    if (archive_articles == 0) return 0;
    return static_cast<double>(articles) / static_cast<double>(archive_articles);
}

ShareText::ShareText(double largest)
    : decimals_(std::clamp(2 - static_cast<int>(std::floor(std::log10(largest * 100))), 1, 6)) {}

std::string ShareText::operator()(double share) const {
    return fmt::format("{:.{}f} %", share * 100, decimals_);
}

double largest_value(const Timeline& timeline, const TimelineView& view) {
    const auto larger = [&](const TimelineBucket& bucket) {
        return value_of(bucket, std::max(bucket.articles, bucket.compared), view);
    };
    double largest = 0;
    for (const TimelineBucket& bucket : timeline.buckets)
        largest = std::max(largest, larger(bucket));
    return largest;
}

std::string bucket_name(TimeUnit unit, const TimelineBucket& bucket) {
    if (bucket.days == days_of(unit, bucket.number)) return unit_label(unit, bucket.number);
    return fmt::format("{} to {}", iso_day(bucket.days.first), iso_day(bucket.days.last));
}

std::string render_timeline(const Timeline& timeline, const TimelineView& view,
                            const TextStyle& style) {
    const std::string bars = render_bars(TimelineLines(timeline, view).chart(), style);
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    const auto lines = wrap_text(footer(timeline, view), {}, width, inks_of(style).aside);
    return bars + "\n" + indented(lines, "", "");
}

std::vector<nlohmann::ordered_json> timeline_records(const Timeline& timeline,
                                                     const TimelineView& view) {
    const bool is_compared = view.compare.has_value();
    std::vector<nlohmann::ordered_json> records;
    for (const TimelineBucket& bucket : timeline.buckets)
        records.push_back(record_of(bucket, true, is_compared));
    if (timeline.undated.articles + timeline.undated.compared > 0)
        records.push_back(record_of(timeline.undated, false, is_compared));
    return records;
}

}  // namespace dateline
