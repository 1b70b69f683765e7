#include "corpus/article_id.hpp"

#include "corpus/white_space.hpp"
#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("an encoded id holds no white space, control character or number sign") {
    for (unsigned code = 1; code < 0x3100; ++code) {
        std::string raw;
        if (code < 0x80) {
            raw = static_cast<char>(code);
        } else {
            if (code >= 0x800) raw += static_cast<char>(0xE0 | code >> 12);
            raw += static_cast<char>(code < 0x800 ? 0xC0 | code >> 6 : 0x80 | (code >> 6 & 63));
            raw += static_cast<char>(0x80 | (code & 63));
        }
        const bool turns_writing =
            (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        const bool is_unsafe = turns_writing || code <= 0x20 || (code >= 0x7F && code <= 0x9F) ||
                               code == '#' || code == '%' || white_space_size(raw) > 0;
        const std::string encoded = encode_id(raw);
        if (is_unsafe != (encoded.size() == 3 * raw.size())) FAIL("U+" << std::hex << code);
        if (!is_unsafe && encoded != raw) FAIL("U+" << std::hex << code);
    }
}

TEST_CASE("encoding takes the UTF-8 bytes in upper-case hex and leaves the rest alone") {
    CHECK(encode_id("a b#c%d") == "a%20b%23c%25d");
    CHECK(encode_id("n\u00A0\u3000\u0085") == "n%C2%A0%E3%80%80%C2%85");
    CHECK(encode_id("Zürich/日本-1.txt") == "Zürich/日本-1.txt");
    CHECK(encode_id("a\u202Eb\u2066") == "a%E2%80%AEb%E2%81%A6");
    CHECK(encode_id("").empty());
    CHECK(encode_id("lat\xE9.txt") == "lat%E9.txt");
    CHECK(encode_id("\xE2\x80") == "%E2%80");
}

TEST_CASE("an article is named by its own id, else its URL, else its place in the archive") {
    Article article;
    article.origin = {"/archive", "2003/a file.tar", "b/c.jsonl", 0, 1, 3};
    CHECK(article_id(article) == "2003/a%20file.tar/b/c.jsonl:3");
    article.origin.member.clear();
    CHECK(article_id(article) == "2003/a%20file.tar:3");
    article.origin.record = 0;
    CHECK(article_id(article) == "2003/a%20file.tar");
    article.url = "https://example.org/a#b";
    CHECK(article_id(article) == "https://example.org/a%23b");
    article.id = "own id";
    CHECK(article_id(article) == "own%20id");
}

TEST_CASE("a passage id splits into the article and the number that made it") {
    for (const std::uint32_t number : {1U, 9U, 10U, 4294967295U}) {
        const std::string id = passage_id("2003/a.txt:3", number);
        CHECK(split_passage_id(id).article == "2003/a.txt:3");
        CHECK(split_passage_id(id).number == number);
    }
    CHECK(passage_id("a", 2) == "a#2");
}

TEST_CASE("what is no passage number leaves the whole text an article") {
    for (const std::string_view id :
         {"a", "", "#", "a#", "a#0", "a#01", "a#1x", "a#-1", "a#+1", "a#4294967296", "a# 1"}) {
        CHECK(split_passage_id(id).article == id);
        CHECK(split_passage_id(id).number == 0);
    }
}
