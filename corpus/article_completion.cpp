#include "corpus/article_completion.hpp"

#include "corpus/byline.hpp"
#include "corpus/calendar.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/date_fields.hpp"
#include "corpus/dateline.hpp"
#include "corpus/language_detection.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace dateline {

namespace {

// Of the two days that a date such as 5/1/2020 may be, the one that the text names.
std::optional<Date> decided_date(const Date& ambiguous, const DateFields& named,
                                 const DateOptions& dates) {
    for (const DateOrder order : {DateOrder::day_month_year, DateOrder::month_day_year}) {
        DateOptions ordered = dates;
        ordered.order = order;
        const DateReading reading = read_date(ambiguous.raw, ordered);
        if (reading.problem != DateProblem::none) continue;
        const CalendarDay day = calendar_day(reading.date.day);
        if (day.month == named.month && day.day == named.day) return reading.date;
    }
    return std::nullopt;
}

std::optional<Date> date_from_text(const Date& of_record, const std::string& printed,
                                   const DateOptions& dates) {
    const DateReading reading = read_date(printed, dates);
    if (reading.problem == DateProblem::none) return reading.date;
    const auto named = read_date_fields(printed);
    const bool is_ambiguous = read_date(of_record.raw, dates).problem == DateProblem::ambiguous;
    if (!named || !is_ambiguous) return std::nullopt;
    return decided_date(of_record, *named, dates);
}

void fill_date(Article& article, const std::string& printed, const DateOptions& dates) {
    if (article.date.known() || printed.empty()) return;
    if (auto date = date_from_text(article.date, printed, dates)) {
        article.date = std::move(*date);
        article.provenance.set(ArticleField::date, Provenance::text);
    }
}

void fill_from_body(Article& article, const DateOptions& dates) {
    const std::string_view body = article.body;
    const std::string_view first_line = body.substr(0, body.find('\n'));
    if (is_byline(first_line))
        fill(article, ArticleField::byline, authors_of(first_line), Provenance::text);
    const std::optional<Dateline> dateline = find_dateline(body);
    if (!dateline) return;
    fill(article, ArticleField::place, dateline->place, Provenance::text);
    fill(article, ArticleField::source, dateline->agency, Provenance::text);
    fill(article, ArticleField::byline, dateline->byline, Provenance::text);
    fill_date(article, dateline->date, dates);
}

std::string_view last_part(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == path.npos ? path : path.substr(slash + 1);
}

bool is_text_file(std::string_view name) {
    for (const std::string_view compressed : {".gz", ".xz", ".zst", ".bz2"})
        if (name.ends_with(compressed)) name.remove_suffix(compressed.size());
    return name.find('.') == name.npos || name.ends_with(".txt") || name.ends_with(".text");
}

// Folders that say what their files are, and not what they are about.
constexpr std::string_view general_row =
    "archive archives article articles corpus data docs documents files raw stories story text "
    "texts txt";
constexpr WordSet<words_in_row(general_row)> general_folders(general_row);

bool is_section_name(std::string_view folder) {
    const auto is_letter = [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    return std::ranges::any_of(folder, is_letter) &&
           folder.find_first_of("0123456789.") == folder.npos && !first_invalid_utf8(folder) &&
           !general_folders.contains(folder);
}

std::string section_of_path(const Origin& origin) {
    // A file that holds several articles is none of plain text.
    if (origin.record > 0) return {};
    const std::string_view path = origin.member.empty() ? origin.path : origin.member;
    const std::string_view name = last_part(path);
    if (name.size() == path.size() || !is_text_file(name)) return {};
    const std::string_view folder = last_part(path.substr(0, path.size() - name.size() - 1));
    return is_section_name(folder) ? clean_line(folder) : std::string();
}

}  // namespace

Article complete_article(Article article, const DateOptions& dates) {
    if (article.id.empty() && article.url.empty())
        article.provenance.set(ArticleField::id, Provenance::path);
    fill_from_body(article, dates);
    fill(article, ArticleField::section, section_of_path(article.origin), Provenance::path);
    if (article.language.empty())
        fill(article, ArticleField::language, detect_language(article.headline, article.body),
             Provenance::detected);
    if (const auto authors = without_introduction(article.byline, article.language);
        authors.size() < article.byline.size())
        article.byline = std::string(authors);
    return article;
}

}  // namespace dateline
