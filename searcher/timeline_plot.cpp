#include "searcher/timeline_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "searcher/bar_chart.hpp"

namespace dateline {

namespace {

// Of the picture and of the plot in it, in its own units.
constexpr double width = 960;
constexpr double height = 420;
constexpr double left = 72;
constexpr double right = width - 40;
constexpr double top = 56;
constexpr double bottom = height - 76;
constexpr std::size_t most_ticks = 6;
constexpr std::size_t most_names = 11;
constexpr std::size_t title_columns = 88;
constexpr std::size_t key_columns = 52;

// Scoped, so that the picture can stand inside a page.
constexpr std::string_view style =
    "<style>\n"
    ".dateline-timeline { color: #1c1c1c; font: 13px sans-serif; }\n"
    ".dateline-timeline text { fill: currentColor; }\n"
    ".dateline-timeline .ground { fill: #fff; }\n"
    ".dateline-timeline .heading { font-size: 17px; font-weight: bold; }\n"
    ".dateline-timeline .first { fill: #2166ac; }\n"
    ".dateline-timeline .second { fill: #d6604d; }\n"
    ".dateline-timeline .gap { fill: currentColor; fill-opacity: 0.12; }\n"
    ".dateline-timeline .axis { stroke: currentColor; stroke-width: 1; }\n"
    ".dateline-timeline .grid { stroke: currentColor; stroke-opacity: 0.15; }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ".dateline-timeline { color: #e6e6e6; }\n"
    ".dateline-timeline .ground { fill: #1b1b1b; }\n"
    ".dateline-timeline .first { fill: #67a9cf; }\n"
    ".dateline-timeline .second { fill: #f4a582; }\n"
    "}\n"
    "</style>\n";

std::string name_of_query(const std::string& query) {
    return query.empty() ? "the whole archive" : query;
}

std::string title_of(const Timeline& timeline, const TimelineView& view) {
    std::string title =
        fmt::format("Articles by {}: {}", name_of(timeline.unit), name_of_query(view.query));
    if (view.compare) title += ", compared with " + name_of_query(*view.compare);
    return title;
}

std::string text_at(double x, double y, std::string_view attributes, std::string_view text) {
    return fmt::format("<text x=\"{:.2f}\" y=\"{:.2f}\" {}>{}</text>\n", x, y, attributes,
                       xml_text(text));
}

std::string line_at(double x1, double y1, double x2, double y2, std::string_view kind) {
    return fmt::format(
        "<line class=\"{}\" x1=\"{:.2f}\" y1=\"{:.2f}\" x2=\"{:.2f}\" y2=\"{:.2f}\"/>\n", kind, x1,
        y1, x2, y2);
}

std::string box_at(double x, double from, double wide, std::string_view kind,
                   std::string_view title) {
    return fmt::format(
        "<rect class=\"{}\" x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"><title>"
        "{}</title></rect>\n",
        kind, x, from, wide, bottom - from, xml_text(title));
}

class Plot {
  public:
    Plot(const Timeline& timeline, const TimelineView& view)
        : timeline_(timeline),
          view_(view),
          largest_(std::max(largest_value(timeline, view), 1e-9)),
          step_(step_for(view.is_normalized ? largest_ * 100 : largest_, most_ticks)),
          share_text_(largest_) {
        if (!view.is_normalized) step_ = std::max(step_, 1.0);
    }

    std::string text() const {
        std::string out = head();
        out += grid() + bars() + names() + labels();
        return out + "</svg>\n";
    }

  private:
    double each() const {
        return (right - left) / std::max<double>(1, static_cast<double>(timeline_.buckets.size()));
    }
    double x_of(std::size_t bucket) const { return left + each() * static_cast<double>(bucket); }
    double y_of(double value) const { return bottom - (bottom - top) * value / ceiling(); }
    // In the unit of the axis: articles, or per cent.
    double ceiling() const {
        const double reached = view_.is_normalized ? largest_ * 100 : largest_;
        return std::ceil(reached / step_ - 1e-9) * step_;
    }
    double height_of(const TimelineBucket& bucket, std::uint64_t articles) const {
        return view_.is_normalized ? 100 * share_of(articles, bucket.archive_articles)
                                   : static_cast<double>(articles);
    }

    std::string head() const {
        const std::string title = title_of(timeline_, view_);
        std::string out = fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"dateline-timeline\" "
            "viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
            "aria-labelledby=\"timeline-title timeline-description\">\n",
            width, height);
        out += fmt::format(
            "<title id=\"timeline-title\">{}</title>\n"
            "<desc id=\"timeline-description\">{}</desc>\n",
            xml_text(title), xml_text(description()));
        out += style;
        out += fmt::format("<rect class=\"ground\" width=\"{}\" height=\"{}\"/>\n", width, height);
        return out + text_at(left, 26, "class=\"heading\"", cut_text(title, title_columns));
    }

    std::string description() const {
        std::string text = view_.counts + ".";
        if (view_.compare) text += fmt::format(" Compared: {}.", view_.compared_counts);
        const auto most = std::ranges::max_element(timeline_.buckets, {}, [&](const auto& bucket) {
            return height_of(bucket, bucket.articles);
        });
        if (most != timeline_.buckets.end())
            text += " The tallest bar: " + told(*most, most->articles) + ".";
        return text;
    }

    std::string told(const TimelineBucket& bucket, std::uint64_t articles) const {
        return fmt::format("{}: {} of {} articles, {}", bucket_name(timeline_.unit, bucket),
                           articles, bucket.archive_articles,
                           share_text_(share_of(articles, bucket.archive_articles)));
    }

    std::string grid() const {
        std::string out;
        for (int i = 0; i * step_ < ceiling() + step_ / 2; ++i) {
            const double value = i * step_;
            out += line_at(left, y_of(value), right, y_of(value), value == 0 ? "axis" : "grid");
            out += text_at(left - 8, y_of(value) + 4, "text-anchor=\"end\"",
                           fmt::format("{:g}", value));
        }
        return out + line_at(left, top, left, bottom, "axis");
    }

    std::string bars() const {
        std::string out;
        const double room = each() * (each() > 4 ? 0.84 : 1);
        const double wide = view_.compare ? room / 2 : room;
        for (std::size_t i = 0; i < timeline_.buckets.size(); ++i) {
            const TimelineBucket& bucket = timeline_.buckets[i];
            if (bucket.archive_articles == 0)
                out +=
                    box_at(x_of(i), top, each(), "gap",
                           "archive holds no articles for " + bucket_name(timeline_.unit, bucket));
            const double x = x_of(i) + (each() - room) / 2;
            out += bar(x, wide, "bar first", bucket, bucket.articles);
            if (view_.compare) out += bar(x + wide, wide, "bar second", bucket, bucket.compared);
        }
        return out;
    }

    std::string bar(double x, double wide, std::string_view kind, const TimelineBucket& bucket,
                    std::uint64_t articles) const {
        return box_at(x, y_of(height_of(bucket, articles)), wide, kind, told(bucket, articles));
    }

    // Below the axis, so many that they do not touch.
    std::string names() const {
        std::string out;
        const std::size_t every = (timeline_.buckets.size() + most_names - 1) / most_names;
        for (std::size_t i = 0; i < timeline_.buckets.size(); i += every)
            out += text_at(x_of(i) + each() / 2, bottom + 18, "text-anchor=\"middle\"",
                           unit_label(timeline_.unit, timeline_.buckets[i].number));
        return out;
    }

    std::string labels() const {
        const double middle = (top + bottom) / 2;
        std::string out = text_at((left + right) / 2, bottom + 40, "text-anchor=\"middle\"",
                                  std::string(name_of(timeline_.unit)));
        out += text_at(
            18, middle,
            fmt::format("text-anchor=\"middle\" transform=\"rotate(-90 18 {:.2f})\"", middle),
            view_.is_normalized ? "per cent of the archive's articles" : "articles");
        if (view_.compare) out += legend();
        return out + text_at(left, height - 12, "class=\"note\"", note());
    }

    std::string legend() const {
        const auto entry = [](double x, std::string_view kind, const std::string& query) {
            return fmt::format(
                       "<rect class=\"{}\" x=\"{}\" y=\"36\" width=\"12\" height=\"12\"/>\n", kind,
                       x) +
                   text_at(x + 18, 47, "class=\"name\"",
                           cut_text(name_of_query(query), key_columns));
        };
        return entry(left, "key first", view_.query) +
               entry((left + right) / 2, "key second", *view_.compare);
    }

    std::string note() const {
        std::string text = view_.counts;
        if (view_.compare) text += " and " + view_.compared_counts;
        const std::uint64_t undated = timeline_.undated.articles;
        if (undated + timeline_.undated.compared == 0) return text;
        text += fmt::format("; without date: {}", undated);
        if (view_.compare) text += fmt::format(" and {}", timeline_.undated.compared);
        return text;
    }

    const Timeline& timeline_;
    const TimelineView& view_;
    double largest_;
    double step_;
    ShareText share_text_;
};

}  // namespace

std::string timeline_plot(const Timeline& timeline, const TimelineView& view) {
    return Plot(timeline, view).text();
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    // The two characters of Unicode that XML 1.0 does not have (2.2).
    for (const std::string_view never : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = 0; (at = out.find(never, at)) != out.npos;)
            out.replace(at, never.size(), "\xEF\xBF\xBD");
    return out;
}

double step_for(double value, std::size_t most) {
    const double least = value / static_cast<double>(most);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= least) return times * power;
    return 10 * power;
}

}  // namespace dateline
