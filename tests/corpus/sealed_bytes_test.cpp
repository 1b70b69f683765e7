#include "corpus/sealed_bytes.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string sealed_record() {
    ByteWriter writer;
    writer.raw("magic");
    writer.varint(300);
    writer.string("a record");
    return seal(std::move(writer));
}

}  // namespace

TEST_CASE("what was sealed comes back") {
    const std::string bytes = sealed_record();
    ByteReader reader = unseal(bytes, "magic", "file");
    CHECK(reader.varint() == 300);
    CHECK(reader.string() == "a record");
    CHECK(reader.at_end());
}

TEST_CASE("a sealed file that was changed or cut anywhere is damaged") {
    const std::string bytes = sealed_record();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        CHECK_THROWS_AS(unseal(std::string_view(bytes).substr(0, at), "magic", "file"), Error);
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_THROWS_AS(unseal(changed, "magic", "file"), Error);
    }
    CHECK_THROWS_AS(unseal(bytes, "other", "file"), Error);
}
