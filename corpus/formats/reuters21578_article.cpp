#include "corpus/formats/reuters21578_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/dateline.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/sgml_dateline.hpp"
#include "corpus/formats/sgml_fields.hpp"
#include "corpus/formats/sgml_tag.hpp"
#include "corpus/formats/sgml_text.hpp"
#include "corpus/section_keywords.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t\r\n";

constexpr std::array<SgmlElement, 13> elements{{
    {"TITLE", SgmlRole::headline},
    {"DATE", SgmlRole::date},
    {"AUTHOR", SgmlRole::byline},
    {"DATELINE", SgmlRole::dateline},
    {"BODY", SgmlRole::text},
    {"TOPICS", SgmlRole::section},
    {"PLACES", SgmlRole::place},
    {"PEOPLE", SgmlRole::ignored},
    {"ORGS", SgmlRole::ignored},
    {"EXCHANGES", SgmlRole::ignored},
    {"COMPANIES", SgmlRole::ignored},
    {"UNKNOWN", SgmlRole::ignored},
    {"MKNOTE", SgmlRole::ignored},
}};

using Fields = std::vector<SgmlField>;

std::string_view content_of(const Fields& fields, SgmlRole role) {
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const SgmlField& f) { return f.role == role; });
    return field == fields.end() ? std::string_view() : field->content;
}

std::string line_of(const Fields& fields, SgmlRole role) {
    return clean_line(sgml_text(content_of(fields, role)));
}

/// "grain", "corn" of "<D>grain</D><D>corn</D>".
std::vector<std::string> listed(std::string_view list) {
    std::vector<std::string> entries;
    std::size_t begin = 0;
    for (auto tag = next_sgml_tag(list, 0); tag; tag = next_sgml_tag(list, tag->end)) {
        std::string entry = clean_line(sgml_text(list.substr(begin, tag->begin - begin)));
        if (!entry.empty()) entries.push_back(std::move(entry));
        begin = tag->end;
    }
    return entries;
}

/// "26-FEB-1987 15:01:01.79", some with a note behind '#'.
DateReading read_wire_date(std::string_view text, const DateOptions& options) {
    DateReading reading = read_date(text.substr(0, text.find('#')), options);
    reading.date.raw = text;
    return reading;
}

/// A last line, or a last word after a sentence, that is the agency's name: "Reuter", "REUTER...",
/// "REUTER^M".
std::string_view without_signature(std::string_view text) {
    constexpr std::string_view name = "reuter";
    constexpr std::string_view after_name = " \t\r\n.^M";
    const std::size_t letter = text.find_last_not_of(after_name);
    if (letter == text.npos || letter + 1 < name.size()) return text;
    const std::size_t begin = letter + 1 - name.size();
    if (!is_same_name(text.substr(begin, name.size()), name)) return text;
    const std::string_view before = text.substr(0, begin);
    const bool stands_alone = before.empty() || blanks.find(before.back()) != blanks.npos;
    return stands_alone ? before : text;
}

bool is_upper(std::string_view word) {
    return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "161125******S/P DOWNGRADES" without the time and the stars of a flash.
std::string_view without_stars(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const std::size_t stars = text.find_first_not_of("0123456789");
    if (stars == text.npos || text[stars] != '*') return text;
    return text.substr(std::min(text.find_first_not_of('*', stars), text.size()));
}

/// Bytes of the headline at the start of a text that was left unprocessed: words in capitals, up to
/// an indented line; a last one with a comma behind it is the place of the dateline.
std::size_t headline_size(std::string_view text) {
    const std::size_t limit = std::min(text.find("\n "), text.size());
    std::size_t end = 0;
    std::size_t before_last = 0;
    for (std::size_t at = 0; at < limit;) {
        const std::size_t word_end = std::min(text.find_first_of(blanks, at), limit);
        if (!is_upper(text.substr(at, word_end - at))) break;
        before_last = end;
        end = word_end;
        at = std::min(text.find_first_not_of(blanks, word_end), limit);
    }
    const bool runs_on = end < limit && end > 0 && text[end - 1] == ',';
    return runs_on ? before_last : end;
}

/// What stands in TEXT where it has no BODY.
std::string_view unprocessed_text(std::string_view record, const Fields& fields) {
    for (auto tag = next_sgml_tag(record, 0); tag; tag = next_sgml_tag(record, tag->end)) {
        if (tag->is_end || !is_same_name(tag->name, "TEXT")) continue;
        const std::string_view title = content_of(fields, SgmlRole::headline);
        if (title.empty()) return record.substr(tag->end);
        const std::string_view rest =
            record.substr(static_cast<std::size_t>(title.data() + title.size() - record.data()));
        const auto title_end = next_sgml_tag(rest, 0);
        return title_end ? rest.substr(title_end->end) : std::string_view();
    }
    return {};
}

std::string body_of(std::string_view text) {
    std::string body = clean_body(without_signature(text));
    return body == "Blah blah blah." ? std::string() : body;
}

/// Laid out with its dateline, which makes the first line as long as the others, and without it.
std::string body_behind(std::string_view dateline_markup, std::string_view body_markup) {
    const std::string dateline = clean_line(sgml_text(dateline_markup));
    std::string body = body_of(sgml_text(fmt::format("    {} {}", dateline, body_markup)));
    if (!body.starts_with(dateline)) return body_of(sgml_text(body_markup));
    return body_of(std::string_view(body).substr(dateline.size()));
}

void read_unprocessed(std::string_view record, const Fields& fields, Article& article) {
    const std::string text = sgml_text(unprocessed_text(record, fields));
    const std::string_view whole = without_stars(text);
    if (!article.headline.empty()) {
        article.body = body_of(whole);
        return;
    }
    const std::size_t size = headline_size(whole);
    article.headline = clean_line(whole.substr(0, size));
    // Laid out with the headline, since the text may begin within its last line.
    const std::string body = body_of(whole);
    article.body = body_of(body.starts_with(article.headline)
                               ? std::string_view(body).substr(article.headline.size())
                               : whole.substr(size));
}

bool names_place(std::string_view body) {
    const std::optional<Dateline> dateline = find_dateline(body);
    return dateline && !dateline->place.empty();
}

}  // namespace

SgmlReading read_reuters21578_article(std::string_view text, std::string_view attributes,
                                      const DateOptions& options) {
    const Fields fields = split_sgml_fields(text, elements);
    SgmlReading reading;
    Article article;
    article.id = clean_line(sgml_attribute(attributes, "NEWID"));
    article.source = "Reuters";
    article.headline = line_of(fields, SgmlRole::headline);
    article.byline = clean_byline(line_of(fields, SgmlRole::byline));
    article.place = place_of_dateline(line_of(fields, SgmlRole::dateline));
    article.section = joined_sections(listed(content_of(fields, SgmlRole::section)));
    const DateReading date = read_wire_date(line_of(fields, SgmlRole::date), options);
    article.date = date.date;
    if (std::string warning = date_warning(date); !warning.empty())
        reading.warnings.push_back(std::move(warning));
    const std::string_view body = content_of(fields, SgmlRole::text);
    article.body = body_behind(content_of(fields, SgmlRole::dateline), body);
    if (body.empty()) read_unprocessed(text, fields, article);
    // Whom a story is about is where it was written only for want of a dateline.
    if (article.place.empty() && !names_place(article.body))
        article.place = joined_sections(listed(content_of(fields, SgmlRole::place)));
    if (article.headline.empty() && article.body.empty()) {
        reading.problem = "has neither headline nor text (NEWID " + article.id + ")";
    } else {
        reading.article = std::move(article);
    }
    return reading;
}

}  // namespace dateline
