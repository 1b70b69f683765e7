#include "corpus/formats/mail_message.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

MailMessage parse(const std::string& header) { return parse_mail(header + "\n\nText.\n").at(0); }

}  // namespace

TEST_CASE("fields of a header") {
    const MailMessage message = parse(
        "From: \"Doe, Jane\" <jane@News.Example.COM>\nSubject: Oil\n falls\nDate: Mon, 5 Jan 2004 "
        "10:00:00 +0100 (CET)\nMessage-ID:\n <1.2@example.com>\nList-Id: \"Oil news\" "
        "<oil.example.com>\nContent-Language: de-AT, en\nKeywords: Markets, Oil\n"
        "Archived-At: <https://example.com/1>");
    CHECK(message.from == "Doe, Jane");
    CHECK(message.domain == "news.example.com");
    CHECK(message.subject == "Oil falls");
    CHECK(message.date == "Mon, 5 Jan 2004 10:00:00 +0100");
    CHECK(message.id == "1.2@example.com");
    CHECK(message.list == "Oil news");
    CHECK(message.language == "de-AT");
    CHECK(message.section == "Markets");
    CHECK(message.url == "https://example.com/1");
    CHECK(message.text == "Text.\n");
}

TEST_CASE("names of authors in every form") {
    const auto name = [](const std::string& from) { return parse("From: " + from).from; };
    CHECK(name("Jane Doe <jane@example.com>") == "Jane Doe");
    CHECK(name("jane@example.com (Jane Doe)") == "Jane Doe");
    CHECK(name("jane at example.com (Jane Doe)") == "Jane Doe");
    CHECK(name("Jane Doe") == "Jane Doe");
    CHECK(name("jane@example.com") == "");
    CHECK(name("\"jane@example.com\" <jane@example.com>") == "");
    CHECK(name("=?utf-8?B?SsOkbmUgRMO2w7ZlIMOk?= =?utf-8?B?w6Q=?= <jane@example.com>") ==
          "Jäne Dööe ää");
    CHECK(name("\"=?utf-8?Q?J=C3=A4ne?=\" <jane@example.com>") == "Jäne");
    CHECK(name("J\xE4ne Doe <jane@example.com>") == "Jäne Doe");
    CHECK(name("A B <a@example.com>, C D <c@example.com>") == "A B, C D");
}

TEST_CASE("sources other than a list's name") {
    CHECK(parse("List-Id: <oil.example.com>").list == "oil.example.com");
    CHECK(parse("Newsgroups: clari.news,misc.test").list == "clari.news");
    CHECK(parse("Subject: A").list == "");
    CHECK(parse("Message-ID: 12 34").id == "1234");
    CHECK(parse("Content-Base: file:///x\nX-RSS-URL: http://example.com/2").url ==
          "http://example.com/2");
}

TEST_CASE("messages of a digest, and inside each other, at their places") {
    const std::string text =
        "Subject: Digest\nContent-Type: multipart/digest; boundary=d\n\n--d\n\nSubject: A\n\nOne."
        "\n--d\n\nSubject: B\nContent-Type: message/rfc822\n\nSubject: C\n\nThree.\n--d--\n";
    const auto messages = parse_mail(text);
    REQUIRE(messages.size() == 4);
    CHECK(messages[0].subject == "Digest");
    CHECK(messages[1].text == "One.");
    CHECK(messages[1].offset == text.find("Subject: A"));
    CHECK(messages[3].subject == "C");
    CHECK(messages[3].offset == text.find("Subject: C"));
}

TEST_CASE("parts nested without end are read without harm") {
    std::string text = "Subject: A\n";
    for (int i = 0; i < 20'000; ++i) text += "Content-Type: message/rfc822\n\n";
    CHECK(parse_mail(text).size() > 100);
    text = "Subject: A\n";
    for (int i = 0; i < 20'000; ++i) {
        const std::string boundary = std::to_string(i);
        text += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n";
    }
    CHECK(parse_mail(text).size() == 1);
}
