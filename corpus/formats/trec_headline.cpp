#include "corpus/formats/trec_headline.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/date.hpp"
#include "corpus/text_lines.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool is_dashes(std::string_view line) {
    return line.size() > 2 && line.find_first_not_of('-') == line.npos;
}

std::string_view without_at_sign(std::string_view line) {
    if (!line.starts_with('@')) return line;
    line.remove_prefix(1);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

bool begins_byline(std::string_view line) {
    return line.starts_with("By ") || line.starts_with("BY ");
}

/// "FT  14 MAY 91 / Jubilee" without what stands before the title.
std::string_view without_paper_and_day(std::string_view headline) {
    const std::size_t slash = headline.find(" / ");
    if (!headline.starts_with("FT ") || slash == headline.npos) return headline;
    DateOptions options;
    options.first_short_year = 1950;
    options.today = *day_number({2049, 1, 1});
    const bool is_day = read_date(headline.substr(3, slash - 3), options).date.known();
    return is_day ? headline.substr(slash + 3) : headline;
}

void append_with(std::string& text, std::string_view separator, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += separator;
    text += more;
}

}  // namespace

TrecHeadline split_trec_headline(std::string_view text) {
    TrecHeadline split;
    bool is_below_dashes = false;
    for (const TextLine& line : split_lines(text)) {
        const std::string_view words = without_at_sign(line.text);
        if (is_dashes(words)) {
            is_below_dashes = true;
            continue;
        }
        const bool is_byline = is_below_dashes && (!split.byline.empty() || begins_byline(words));
        append_with(is_byline ? split.byline : split.headline, is_byline ? ", " : " ", words);
    }
    const std::string headline = clean_line(split.headline);
    split.headline = without_paper_and_day(headline);
    split.byline = clean_byline(split.byline);
    return split;
}

}  // namespace dateline
