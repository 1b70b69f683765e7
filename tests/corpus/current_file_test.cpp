#include "corpus/current_file.hpp"

#include "corpus/bytes.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"

using namespace dateline;

TEST_CASE("CURRENT gives back the name of the manifest in force") {
    for (const char* name : {"manifest-1", "manifest-907"})
        CHECK(decode_current(encode_current(name, "a manifest"), "CURRENT") == name);
    // Of formats before the ninth.
    CHECK(decode_current("manifest-12\n", "CURRENT") == "manifest-12");
    CHECK(decode_current("manifest-12 0123456789abcdef\n", "CURRENT") == "manifest-12");
}

TEST_CASE("CURRENT is of one manifest, by its name and its bytes") {
    const std::string current = encode_current("manifest-7", "a manifest");
    CHECK(current != encode_current("manifest-7", "another"));
    CHECK(current.substr(10) != encode_current("manifest-8", "a manifest").substr(10));
}

TEST_CASE("CURRENT has the manifest once more, or what is said to be one is none") {
    const std::string current = encode_current("manifest-7", "a manifest\nof two lines\n");
    CHECK(manifest_in_current(current) == "a manifest\nof two lines\n");
    CHECK(manifest_in_current(encode_current("manifest-7", "")) == "");
    const auto require_manifest = [&](std::string_view bytes) {
        const auto manifest = manifest_in_current(bytes);
        if (!manifest) throw_damaged("CURRENT", "it is of another manifest");
        CHECK(bytes == current);
    };
    CHECK(test::survive_damage(current, require_manifest) == 0);
    for (const char* other : {"", "manifest-7", "manifest-7\n", "manifest-7 0123456789abcdef\n"})
        CHECK_FALSE(manifest_in_current(other));
}

TEST_CASE("no damage makes CURRENT name another manifest") {
    const auto require_current = [](std::string_view bytes) {
        const std::string name = decode_current(bytes, "CURRENT");
        if (bytes != encode_current(name, "a manifest"))
            throw_damaged("CURRENT", "it is of another manifest");
    };
    CHECK(test::survive_damage(encode_current("manifest-7", "a manifest"), require_current) == 0);
}
