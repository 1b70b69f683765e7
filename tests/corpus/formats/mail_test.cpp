#include "corpus/formats/mail.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;
using dateline::test::headlines;
using dateline::test::read_text;

namespace {

using Strings = std::vector<std::string>;

const std::string postmark = "From jane@example.com Mon Jan  5 10:00:00 2004\n";
const std::string sender = "From: Jane Doe <jane@example.com>\n";

std::string digest(const std::string& text) {
    return sender + "Subject: D\nContent-Type: multipart/mixed; boundary=d\n\n--d\n\n" + text +
           "\n--d\nContent-Type: message/rfc822\n\nSubject: A\n\nOne.\n--d--\n";
}

}  // namespace

TEST_CASE("one message is one article without a number") {
    const auto events = read_text(sender + "Subject: Oil\n\nText.\n");
    CHECK(events.format == "mail");
    CHECK(headlines(events) == Strings{"Oil"});
    CHECK(events.articles[0].origin.record == 0);
}

TEST_CASE("messages of an mbox are numbered, broken ones rejected") {
    const auto events = read_text(postmark + sender + "Subject: A\n\nOne.\n\n" + postmark +
                                  "\nnothing\n\n" + postmark + "Subject: B\n\nTwo.\n");
    CHECK(events.format == "mbox");
    CHECK(headlines(events) == Strings{"A", "B"});
    CHECK(events.articles[1].origin.record == 3);
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "a message without a header");
    CHECK(events.rejections[0].origin.record == 2);
    CHECK(events.rejections[0].origin.line == 7);
}

TEST_CASE("forwarded messages are articles of their own") {
    const std::string text = digest("My own words.");
    const auto events = read_text(text);
    CHECK(headlines(events) == Strings{"D", "A"});
    CHECK(events.articles[0].body == "My own words.");
    CHECK(events.articles[1].origin.record == 2);
    CHECK(events.articles[1].origin.offset == text.find("Subject: A"));
    CHECK(events.articles[1].origin.line == 11);
    const auto bare = read_text(postmark + digest(""));
    CHECK(headlines(bare) == Strings{"A"});
    CHECK(bare.articles[0].origin.offset == (postmark + digest("")).find("Subject: A"));
    REQUIRE(bare.skips.size() == 1);
    CHECK(bare.skips[0].reason == "holds only other messages");
}

TEST_CASE("messages without text are skips, dates that are none warnings before their article") {
    std::string order;
    read_source(*open_bytes(postmark + sender + "Content-Type: image/png\n\nPNG\n\n" + postmark +
                            sender + "Date: 99 May\n\nText.\n"),
                {}, test::read_options(),
                [&](ReadEvent&& event) { order += "ARSW"[event.index()]; });
    CHECK(order == "SWA");
}

TEST_CASE("a message over the limit is rejected") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 1000;
    const std::string large = sender + "Subject: A\n\n" + std::string(2000, 'x') + "\n\n";
    CHECK(read_text(large, options).rejections.size() == 1);
    const auto events =
        read_text(postmark + large + postmark + sender + "Subject: B\n\nTwo.\n", options);
    CHECK(headlines(events) == Strings{"B"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason.find("1000 bytes") != std::string::npos);
}
