#include "corpus/formats/mail_headers.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("names of header fields have no blanks") {
    CHECK(is_header_line("Subject: oil"));
    CHECK(is_header_line("X-Odd_1 : oil"));
    CHECK_FALSE(is_header_line("He said: oil"));
    CHECK_FALSE(is_header_line(": oil"));
    CHECK_FALSE(is_header_line("oil"));
    CHECK_FALSE(is_header_line(std::string(100, 'x') + ": oil"));
}

TEST_CASE("mail is told from its header") {
    for (const char* head :
         {"From: jane@example.com\nSubject: Oil\n\nText.", "Received: from a\n\tby b\nDate: x\n\nT",
          "Return-Path: <a@b.c>\r\nFrom: Jane\r\nSubject: Oil\r\n\r\nText.",
          "Path: news!x\nFrom: Jane\nNewsgroups: a.b\nSubject: Oil\nMessage-ID: <1>\n\nText."}) {
        CAPTURE(head);
        CHECK(begins_with_mail_headers(head));
    }
}

TEST_CASE("articles with lines like a header are no mail") {
    for (const char* head :
         {"Date: 5 January 2020\nTitle: Oil\n\nText.", "From: The Desk\nDate: 5 May\n\nText.",
          "From Jane Doe in Oslo\n\nText.", "Subject: Oil falls\n\nText.", "",
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: x\r\n\r\n",
          "HTTP/1.1 200 OK\r\nDate: x\r\nContent-Type: text/html\r\n\r\n",
          " From: jane@example.com\nSubject: x\n", "From: jane@example.com\nText, so it is.\n",
          "{\"From\": \"jane@example.com\"}\n"}) {
        CAPTURE(head);
        CHECK_FALSE(begins_with_mail_headers(head));
    }
}

TEST_CASE("a header may be longer than the head") {
    std::string head = "From: jane@example.com\nTo: all@example.com\nSubject: Oil\nX-Long: ";
    CHECK(begins_with_mail_headers(head + std::string(70'000, 'x')));
}

TEST_CASE("postmarks of many programs") {
    for (const char* line :
         {"From jane@example.com Mon Jan  5 10:00:00 2004", "From - Mon Jan 05 10:00:00 2004",
          "From jane at example.com  Mon Jan  5 10:00:00 2004",
          "From 1278@xxx Mon Jan 05 10:00:00 +0000 2004", "From MAILER-DAEMON Mon, 5 Jan 10:00",
          "From ???@??? Mon Jan 05 10:00:00 2004", "From jane@example.com"}) {
        CAPTURE(line);
        CHECK(is_postmark(std::string(line) + "\r\nSubject: Oil\r\n", true));
        CHECK_FALSE(is_postmark(std::string("X") + line + "\nSubject: Oil\n", true));
    }
    CHECK(is_postmark("From jane@example.com Mon Jan  5 10:00:00 2004\n\nno header\n", true));
    CHECK(is_postmark("From jane@example.com Mon Jan  5 10:00:00 2004\nSubject: x\n", false));
}

TEST_CASE("sentences that begin with From are no postmarks") {
    for (const char* text :
         {"From Monday on at 10:30 it rains.\n\nText.", "From the Desk\nDate: 5 May 2020\n",
          "From jane@example.com Mon Jan  5 10:00:00 2004", "From Oslo, Jane Doe\n\nText.\n",
          "From now on\nSubject: x\n"}) {
        CAPTURE(text);
        CHECK_FALSE(is_postmark(text, false));
    }
    CHECK_FALSE(is_postmark("From the Desk\nDate: 5 May 2020\n", true));
    CHECK_FALSE(is_postmark("From Monday on at 10:30 it rains.\n\nText.", true));
}
