#include "tests/fuzz/checks.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "corpus/clean_text.hpp"
#include "corpus/date.hpp"
#include "corpus/formats/html_article.hpp"
#include "corpus/html_text.hpp"
#include "corpus/passage.hpp"
#include "corpus/utf8.hpp"

namespace dateline::test {

namespace {

void demand(bool holds, const char* what, std::string_view text) {
    if (holds) return;
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
    std::abort();
}

// Every byte that is no UTF-8 as a question mark: what is asked of readers is asked of them.
std::string as_utf8(std::string_view bytes) {
    std::string text;
    while (!bytes.empty()) {
        const std::size_t size = utf8_size(bytes);
        text += size == 0 ? std::string_view("?") : bytes.substr(0, size);
        bytes.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return text;
}

unsigned first_byte(std::string_view bytes) { return static_cast<unsigned char>(bytes.front()); }

bool is_white(std::string_view gap) {
    return gap.find_first_not_of(" \n\t") == std::string_view::npos;
}

bool begins_character(std::string_view body, std::size_t at) {
    return at == body.size() || (static_cast<unsigned char>(body[at]) & 0xC0) != 0x80;
}

}  // namespace

void check_date_text(std::string_view bytes) {
    if (bytes.empty()) return;
    DateOptions options;
    options.order = static_cast<DateOrder>(first_byte(bytes) % 4);
    options.today = 20'000;
    options.first_short_year = first_byte(bytes) / 4 % 2 == 0 ? 0 : 1950;
    const std::string_view text = bytes.substr(1);
    const DateReading reading = read_date(text, options);
    demand((reading.problem == DateProblem::none) == reading.date.known(), "neither", text);
    read_zone(text);
    if (const auto period = read_period(text))
        demand(period->first <= period->last, "a period that ends before it begins", text);
    if (!reading.date.known()) return demand(!describe(reading).empty(), "no reason", text);
    demand(!long_date(reading.date).empty(), "no long form", text);
    const std::string iso = iso_date(reading.date);
    const DateReading again = read_date(iso, {.today = options.today});
    demand(again.problem == DateProblem::none, "written as what is no date", iso);
    demand(again.date.day == reading.date.day && again.date.precision == reading.date.precision,
           "written as another day", text);
    demand(
        reading.date.precision != DatePrecision::time || again.date.instant == reading.date.instant,
        "written as another time", text);
}

void check_passages(std::string_view bytes) {
    if (bytes.empty()) return;
    constexpr std::array languages{"en", "de", "zh", "ja", "th", "ar", ""};
    static PassageSplitter splitter;
    const std::string body = clean_body(as_utf8(bytes.substr(1)));
    const auto passages = splitter.split(body, languages[first_byte(bytes) % languages.size()]);
    demand(!passages.empty(), "no passage", body);
    std::size_t end = 0;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const Passage& passage = passages[i];
        demand(passage.number == i + 1, "a wrong number", body);
        demand(passage.range.begin >= end && passage.range.begin <= passage.range.end &&
                   passage.range.end <= body.size(),
               "a range that is none", body);
        demand(is_white(std::string_view(body).substr(end, passage.range.begin - end)),
               "text between passages", body);
        end = passage.range.end;
        demand(begins_character(body, passage.range.begin) && begins_character(body, end),
               "a character cut in two", body);
        std::uint32_t last = 0;
        for (const TextBreak& text_break : passage.breaks) {
            demand(text_break.offset > last && text_break.offset <= end - passage.range.begin,
                   "the ends of sentences", body);
            last = text_break.offset;
        }
    }
    demand(is_white(std::string_view(body).substr(end)), "text after the last passage", body);
}

void check_html(std::string_view bytes) {
    const std::string html = as_utf8(bytes);
    has_markup(html);
    const std::string text = html_text(html);
    demand(!first_invalid_utf8(text), "no UTF-8", html);
    const std::string clean = clean_body(text);
    demand(clean == clean_body(clean), "not clean", html);
    ReadOptions options;
    options.dates.today = 20'000;
    const HtmlReading page = read_html_article(bytes, {}, {}, options);
    if (!page.article) return demand(!page.problem.empty(), "no reason", html);
    demand(page.article->headline == clean_line(page.article->headline), "the headline", html);
    demand(page.article->byline == clean_line(page.article->byline), "the byline", html);
    demand(page.article->body == clean_body(page.article->body), "the body", html);
}

}  // namespace dateline::test
