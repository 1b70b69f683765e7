#pragma once

#include <string>
#include <string_view>

#include "searcher/render_timeline.hpp"

namespace dateline {

/// A timeline as an SVG file that needs nothing else: no script, no font, colours for light and
/// dark. Each bucket is a bar (class "bar first") that tells its numbers as a title; where two
/// queries are compared a second one (class "bar second") stands beside it. Spans for which the
/// archive holds no articles are grey (class "gap"), undated articles are told below.
std::string timeline_plot(const Timeline& timeline, const TimelineView& view);

/// Text as XML may hold it, between tags or in quotes.
std::string xml_text(std::string_view text);

/// The least of 1, 2 and 5 times a power of ten with which at most `most` steps reach `value`.
double step_for(double value, std::size_t most);

}  // namespace dateline
