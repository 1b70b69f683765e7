#include "corpus/zip_directory.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/byte_stream.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/made_archive.hpp"

using namespace dateline;
using namespace std::string_literals;

namespace {

// The record at the end of a zip file; `comment` is said to have so many bytes.
std::string record(std::uint16_t members, const std::string& comment, std::size_t comment_bytes) {
    std::string bytes = "PK\x05\x06"s + std::string(18, '\0');
    bytes[10] = static_cast<char>(members & 0xFF);
    bytes[11] = static_cast<char>(members >> 8);
    bytes[20] = static_cast<char>(comment_bytes & 0xFF);
    bytes[21] = static_cast<char>(comment_bytes >> 8);
    return bytes + comment;
}

std::string record(std::uint16_t members, const std::string& comment = {}) {
    return record(members, comment, comment.size());
}

std::optional<std::uint64_t> members_in(const std::string& bytes) {
    return members_in_zip_directory(memory_access(bytes));
}

}  // namespace

TEST_CASE("the directory of a zip file says how many members it lists") {
    std::vector<test::MadeMember> members;
    for (std::size_t count = 0; count < 5; ++count) {
        CHECK(members_in(test::made_archive("zip", members)) == count);
        members.push_back({std::to_string(count) + ".txt", "text"});
    }
    CHECK(members_in(record(0x1234)) == 0x1234);
}

TEST_CASE("a comment behind the directory may be long, and may look like one") {
    CHECK(members_in("x" + record(7, std::string(0xFFFF, 'c'))) == 7);
    CHECK(members_in("x" + record(7, "c" + record(9) + "c")) == 7);
}

TEST_CASE("where no directory ends the file, or the number is elsewhere, nothing is known") {
    for (const std::string& bytes : {""s, "PK"s, "PK\x05\x06"s, record(3).substr(0, 21),
                                     record(3) + "x", record(3, "", 1), record(0xFFFF)})
        CHECK_FALSE(members_in(bytes).has_value());
}
