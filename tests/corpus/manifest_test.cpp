#include "corpus/manifest.hpp"

#include <fmt/format.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "corpus/schema.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

namespace {

Manifest some_manifest() {
    Manifest manifest;
    manifest.number = 12;
    manifest.published = "2020-01-05T10:00:00Z";
    manifest.analysis = "analyzer 1, snowball 2.2.0, unicode 15.0";
    manifest.scoring = 3;
    manifest.dictionary = "dictionary-1";
    manifest.sources = "sources-12";
    manifest.copies = "copies-8";
    manifest.next_segment = 9;
    manifest.segments.push_back({.name = "segment-7",
                                 .articles = 5'000'000'000,
                                 .passages = 9'000'000'000,
                                 .text_bytes = UINT64_MAX,
                                 .dated = 4,
                                 .first_day = -170'000,
                                 .last_day = 18'000,
                                 .languages = {{"", 2}, {"de", 1}, {"en", 3}},
                                 .tombstones = "tombstones-8"});
    manifest.segments.push_back({.name = "segment-8", .languages = {}, .tombstones = ""});
    manifest.roots = {{"/archive/caf\xC3\xA9 100%", "2020-01-05T10:00:00Z", "read 5 = ..."},
                      {"/not utf-8: \xFF\xFE", "", ""},
                      {"-", "", ""}};
    manifest.marks = {{"copies-8", UINT64_MAX}, {"segment-7", 0}, {"sources-12", 77}};
    return manifest;
}

std::string with_checksum(const std::string& bytes) {
    return bytes + fmt::format("xxh3 {:016x}\n", XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace

TEST_CASE("a manifest comes back as it was, whatever bytes its paths have") {
    for (const Manifest& manifest : {some_manifest(), Manifest{}})
        CHECK(decode_manifest(encode_manifest(manifest),
                              fmt::format("manifest-{}", manifest.number)) == manifest);
}

TEST_CASE("a manifest under another one's name is damaged") {
    const std::string bytes = encode_manifest(some_manifest());
    CHECK(decode_manifest(bytes, "i/copy-of-manifest") == some_manifest());
    CHECK(test::says(test::caught_error([&] { return decode_manifest(bytes, "i/manifest-1"); }),
                     "i/manifest-1 is damaged: it is manifest-12 under another name"));
}

TEST_CASE("no damage to a manifest goes unseen") {
    const auto read = [](std::string_view bytes) { decode_manifest(bytes, "manifest-12"); };
    CHECK(test::survive_damage(encode_manifest(some_manifest()), read) == 0);
    CHECK(test::says(test::caught_error([] { return decode_manifest("", "manifest-12"); }),
                     "manifest-12 is damaged"));
}

TEST_CASE("a manifest with the right checksum and the wrong content is damaged") {
    for (const std::string text : {"", "{}", "[]", "{\"format\":1}", "{\"format\":\"x\"}"})
        CHECK_THROWS_AS(decode_manifest(with_checksum(text), "m"), Error);
}

TEST_CASE("a manifest with a number that fits no whole one is damaged") {
    Manifest manifest;
    manifest.number = 77'777;
    std::string text = encode_manifest(manifest);
    text.resize(text.rfind("xxh3 "));
    CHECK(decode_manifest(with_checksum(text), "m").number == 77'777);
    for (const std::string number : {"1e60", "7.5", "-1e60"}) {
        std::string changed = text;
        changed.replace(changed.find("77777"), 5, number);
        CHECK_THROWS_AS(decode_manifest(with_checksum(changed), "m"), Error);
    }
}

TEST_CASE("an index of another version says which one, and what to do") {
    const Error error = test::caught_error(
        [] { return decode_manifest(with_checksum("{\"format\": 77}\n"), "manifest-12"); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(test::says(error, "format 77"));
    CHECK(test::says(error, "format " + std::to_string(index_format_version)));
    CHECK(error.hint().find("index PATH") != std::string::npos);
}
