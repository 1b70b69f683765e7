#include "corpus/formats/trec_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/dateline.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/fbis_text.hpp"
#include "corpus/formats/sgml_dateline.hpp"
#include "corpus/formats/sgml_tag.hpp"
#include "corpus/formats/sgml_text.hpp"
#include "corpus/formats/trec_date.hpp"
#include "corpus/formats/trec_fields.hpp"
#include "corpus/formats/trec_headline.hpp"
#include "corpus/formats/trec_web_page.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// The fields of one record by their roles.
class TrecRecord {
  public:
    TrecRecord(std::string_view text, std::string_view attributes)
        : text_(text), attributes_(attributes), fields_(split_sgml_fields(text, trec_elements)) {}

    /// Text of the first element of that role, in the table's order, that is not empty.
    std::string text_of(SgmlRole role) const {
        std::string best;
        std::size_t best_row = trec_elements.size();
        for (const SgmlField& field : fields_) {
            if (field.role != role || field.row >= best_row) continue;
            std::string text = sgml_text(field.content);
            if (text.find_first_not_of(" \t\r\n") == text.npos) continue;
            best = std::move(text);
            best_row = field.row;
        }
        return best;
    }

    std::string line_of(SgmlRole role) const { return clean_line(text_of(role)); }

    /// Of all elements of that role, in the record's order.
    std::string all_text_of(SgmlRole role, std::string_view separator) const {
        std::string all;
        for (const SgmlField& field : fields_) {
            if (field.role != role) continue;
            const std::string text = sgml_text(field.content);
            if (text.find_first_not_of(" \t\r\n") == text.npos) continue;
            if (!all.empty()) all += separator;
            all += text;
        }
        return all;
    }

    /// The Federal Register has titles within the text.
    std::string title_in_text() const {
        constexpr std::array<SgmlElement, 1> title{{{"DOCTITLE", SgmlRole::headline}}};
        const std::vector<SgmlField> titles = split_sgml_fields(text_, title);
        return titles.empty() ? std::string() : clean_line(sgml_text(titles.front().content));
    }

    std::string id() const {
        std::string id = line_of(SgmlRole::id);
        if (id.empty()) id = clean_line(sgml_attribute(attributes_, "id"));
        return id.empty() ? clean_line(sgml_attribute(attributes_, "docid")) : id;
    }

    /// Lead, text and what belongs below it, not cleaned; of a record without such elements, its
    /// notes or what stands in none.
    std::string body() const {
        constexpr std::string_view gap = "\n\n";
        std::string body;
        for (const SgmlRole role : {SgmlRole::lead, SgmlRole::text, SgmlRole::after_text}) {
            const std::string text = all_text_of(role, gap);
            if (text.empty()) continue;
            if (!body.empty()) body += gap;
            body += text;
        }
        if (body.empty()) body = all_text_of(SgmlRole::note, gap);
        return body.empty() ? sgml_text(text_outside_fields(text_, fields_)) : body;
    }

    /// nullptr unless it is a page of the web, with the header it came with.
    const SgmlField* web_header() const {
        const auto field = std::find_if(fields_.begin(), fields_.end(), [](const SgmlField& f) {
            return f.role == SgmlRole::web_header;
        });
        return field == fields_.end() ? nullptr : &*field;
    }

    std::string_view behind(const SgmlField& field) const {
        const auto end = field.content.data() + field.content.size() - text_.data();
        return text_.substr(static_cast<std::size_t>(end));
    }

  private:
    std::string_view text_;
    std::string_view attributes_;
    std::vector<SgmlField> fields_;
};

/// "WALL STREET JOURNAL (J), PAGE A1", "Government Computer News  August 21 1989 v8 n17".
std::string source_name(const std::string& line) {
    std::size_t end = std::min(line.find(" ("), line.find(", PAGE"));
    for (std::size_t blank = line.find(' '); blank < std::min(end, line.size());
         blank = line.find(' ', blank + 1)) {
        const std::string_view rest = std::string_view(line).substr(blank + 1);
        const std::string_view word = rest.substr(0, rest.find(' '));
        const DateReading month = read_date(std::string(word) + " 1990", {.today = 20'000});
        if (month.date.precision == DatePrecision::month) end = blank;
    }
    return clean_line(std::string_view(line).substr(0, end));
}

void read_headline(const TrecRecord& record, Article& article) {
    TrecHeadline split = split_trec_headline(record.text_of(SgmlRole::headline));
    if (split.headline.empty()) split.headline = record.title_in_text();
    const std::string rest = record.line_of(SgmlRole::headline_rest);
    article.headline = std::move(split.headline);
    if (!rest.empty()) article.headline += (article.headline.empty() ? "" : " ") + rest;
    article.byline = clean_byline(clean_line(record.all_text_of(SgmlRole::byline, ", ")));
    if (article.byline.empty()) article.byline = std::move(split.byline);
}

Article read_news(const TrecRecord& record, SgmlReading& reading, const DateOptions& options) {
    Article article;
    article.id = record.id();
    read_headline(record, article);
    const TrecDocno docno = read_trec_docno(article.id);
    const DateReading date =
        read_trec_date(record.line_of(SgmlRole::date), docno, article.id, options);
    article.date = date.date;
    if (std::string warning = date_warning(date); !warning.empty())
        reading.warnings.push_back(std::move(warning));
    article.source = source_name(record.line_of(SgmlRole::source));
    if (article.source.empty()) article.source = docno.source;
    const std::string section = record.line_of(SgmlRole::section);
    article.section = clean_line(std::string_view(section).substr(0, section.find(';')));
    article.place = place_of_dateline(record.line_of(SgmlRole::dateline));
    const std::string body = record.body();
    FbisText text = read_fbis_text(body);
    article.body = clean_body(text.text, LineEnds::wrapped);
    if (article.byline.empty()) article.byline = std::move(text.byline);
    const std::optional<Dateline> dateline = find_dateline(article.body);
    if (article.place.empty() && (!dateline || dateline->place.empty()))
        article.place = record.line_of(SgmlRole::place);
    return article;
}

}  // namespace

SgmlReading read_trec_article(std::string_view text, std::string_view attributes,
                              const DateOptions& options) {
    SgmlReading reading;
    const TrecRecord record(text, attributes);
    const SgmlField* const header = record.web_header();
    Article article = header ? read_trec_web_page(header->content, record.behind(*header))
                             : read_news(record, reading, options);
    if (header) article.id = record.id();
    if (article.headline.empty() && article.body.empty()) {
        reading.problem = article.id.empty()
                              ? "has neither headline nor text"
                              : "has neither headline nor text (DOCNO " + article.id + ")";
        return reading;
    }
    reading.article = std::move(article);
    return reading;
}

}  // namespace dateline
