#include "corpus/formats/mail_article.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

TEST_CASE("a message becomes an article") {
    MailMessage message;
    message.subject = "[oil] Re:  Oil falls";
    message.from = "Jane Doe";
    message.domain = "example.com";
    message.date = "Mon, 5 Jan 2004 10:00:00 +0100";
    message.id = "1@example.com";
    message.language = "en-GB";
    message.text = "One.\r\n\r\nTwo.\r\n";
    const MailReading reading = read_mail_article(message, test::read_options().dates);
    CHECK(reading.no_text.empty());
    CHECK(reading.warning.empty());
    CHECK(reading.article.headline == "[oil] Re: Oil falls");
    CHECK(reading.article.body == "One.\n\nTwo.");
    CHECK(reading.article.byline == "Jane Doe");
    CHECK(reading.article.source == "example.com");
    CHECK(reading.article.id == "1@example.com");
    CHECK(reading.article.language == "en");
    CHECK(iso_date(reading.article.date) == "2004-01-05T10:00:00+01:00");
    message.list = "Oil news";
    message.date = "33 May 2004";
    const MailReading other = read_mail_article(message, test::read_options().dates);
    CHECK(other.article.source == "Oil news");
    CHECK(other.warning.find("33 May 2004") != std::string::npos);
}

TEST_CASE("a message without text is no article") {
    MailMessage message;
    message.subject = "Oil falls";
    message.text = " \n";
    CHECK(read_mail_article(message, {}).no_text == "holds no text");
    message.no_texts = "image/png";
    CHECK(read_mail_article(message, {}).no_text == "holds no text, only image/png");
}
