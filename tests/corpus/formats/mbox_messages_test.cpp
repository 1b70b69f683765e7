#include "corpus/formats/mbox_messages.hpp"

#include <algorithm>

#include "corpus/source.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

const std::string postmark = "From jane@example.com Mon Jan  5 10:00:00 2004\n";

struct Message {
    std::string bytes;
    Origin origin;
    std::string problem;
};

std::vector<Message> messages_of(std::string_view text, std::uint64_t longest = 1 << 20) {
    const auto stream = open_bytes(text);
    MboxMessages messages(*stream, longest);
    std::vector<Message> all;
    while (const auto message = messages.next())
        all.push_back({std::string(message->bytes), message->origin, message->problem});
    return all;
}

}  // namespace

TEST_CASE("messages are without their postmarks, at their places") {
    const auto messages =
        messages_of(postmark + "Subject: A\n\nOne.\n\n" + postmark + "Subject: B\n\nTwo.\n");
    REQUIRE(messages.size() == 2);
    CHECK(messages[0].bytes == "Subject: A\n\nOne.\n\n");
    CHECK(messages[0].origin.line == 1);
    CHECK(messages[1].bytes == "Subject: B\n\nTwo.\n");
    CHECK(messages[1].origin.line == 6);
    CHECK(messages[1].origin.offset == postmark.size() + 18);
}

TEST_CASE("From lines of texts are unescaped, and do not end a message") {
    const std::string text = postmark +
                             "Subject: A\n\n>From here\n>>From there\nsay >From\n\n"
                             "From now on it is so.\n";
    const auto messages = messages_of(text);
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].bytes ==
          "Subject: A\n\nFrom here\n>From there\nsay >From\n\nFrom now on it is so.\n");
    const auto stream = open_bytes(text);
    MboxMessages reader(*stream, 1000);
    const std::string bytes(reader.next()->bytes);
    for (const char* word : {"Subject", "here", "there", "now"}) {
        const Origin place = reader.place_of(bytes.find(word));
        CHECK(place.offset == text.find(word));
        CHECK(
            place.line ==
            1 + static_cast<std::uint64_t>(std::count(
                    text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place.offset), '\n')));
    }
}

TEST_CASE("postmarks are found wherever blocks of the stream end") {
    for (const std::size_t size : {2000UL, 4000UL, 4090UL, 260'000UL, 262'100UL, 262'144UL}) {
        std::string text;
        for (int i = 0; i < 5; ++i)
            text += postmark + "Subject: A\n\n" + std::string(size, 'x') + "\n\n";
        CAPTURE(size);
        const auto messages = messages_of(text);
        REQUIRE(messages.size() == 5);
        for (const Message& message : messages) CHECK(message.bytes.size() == size + 14);
    }
}

TEST_CASE("a message over the limit is passed over") {
    const auto messages =
        messages_of(postmark + "Subject: A\n\nOne.\n\n" + postmark + "Subject: B\n\n" +
                        std::string(3'000'000, 'x') + "\n\n" + postmark + "Subject: C\n\nThree.\n",
                    1000);
    REQUIRE(messages.size() == 3);
    CHECK(messages[1].problem == "record of more than 1000 bytes, the limit");
    CHECK(messages[1].origin.line == 6);
    CHECK(messages[2].bytes == "Subject: C\n\nThree.\n");
    CHECK(messages[2].origin.line == 11);
}
