#include "corpus/formats/mail_words.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("encoded words of headers") {
    CHECK(decode_words("plain text") == "plain text");
    CHECK(decode_words("=?utf-8?Q?caf=C3=A9_noir?= open") == "café noir open");
    CHECK(decode_words("Re: =?ISO-8859-1?q?caf=E9?=") == "Re: café");
    CHECK(decode_words("=?windows-1251?B?z/Do4uXy?=") == "Привет");
    CHECK(decode_words("=?utf-8*en?Q?oil?=") == "oil");
}

TEST_CASE("blanks between encoded words are none, and padded words do not end the text") {
    CHECK(decode_words("=?utf-8?B?w6nDqQ==?= =?utf-8?B?w6k=?= =?utf-8?B?w6k=?=") == "éééé");
    CHECK(decode_words("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= b") == "aé b");
}

TEST_CASE("characters may be split between words") {
    CHECK(decode_words("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?=") == "café");
    CHECK(decode_words("=?utf-8?B?w?= =?utf-8?B?6Q==?=").size() > 0);
}

TEST_CASE("broken words are read as far as they can be") {
    CHECK(decode_words("=?UTF-8?Q?Oil falls again?=") == "Oil falls again");
    CHECK(decode_words("a=?utf-8?Q?b?=c") == "abc");
    CHECK(decode_words("=?utf-8?B?T2lsIGZhbGxz") == "Oil falls");
    CHECK(decode_words("=?no-such-charset?Q?caf=E9?=") == "café");
    for (const char* text : {"=?", "=?=", "2 =? 3", "=?utf-8?X?a?=", "=?utf-8?Q",
                             "=??Q?a?=", "a =?b?q c d e", "=?utf 8?Q?a?="})
        CHECK(decode_words(text) == text);
}

TEST_CASE("joined words say the same in one") {
    const std::string text = "=?utf-8?B?w6nDqQ==?= =?utf-8?B?w6k=?= <jane@example.com>";
    CHECK(join_words(text) == "=?utf-8?B?w6nDqcOp?= <jane@example.com>");
    CHECK(decode_words(join_words(text)) == decode_words(text));
}

TEST_CASE("long headers are decoded in time that grows with them") {
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "=?a?B? ";
    CHECK(decode_words(text).size() == text.size());
}
