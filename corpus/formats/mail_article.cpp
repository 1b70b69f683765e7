#include "corpus/formats/mail_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/language_code.hpp"

#include <fmt/format.h>

namespace dateline {

MailReading read_mail_article(const MailMessage& message, const DateOptions& dates) {
    MailReading reading;
    Article& article = reading.article;
    article.body = clean_body(message.text);
    if (article.body.empty()) {
        reading.no_text = message.no_texts.empty()
                              ? "holds no text"
                              : fmt::format("holds no text, only {}", message.no_texts);
        return reading;
    }
    article.id = clean_line(message.id);
    article.url = clean_line(message.url);
    article.headline = clean_line(message.subject);
    article.source = clean_line(message.list.empty() ? message.domain : message.list);
    article.section = clean_line(message.section);
    article.byline = clean_byline(message.from);
    article.language = language_code(message.language);
    const DateReading date = read_date(clean_line(message.date), dates);
    article.date = date.date;
    reading.warning = date_warning(date);
    return reading;
}

}  // namespace dateline
