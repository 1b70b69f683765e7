#include "corpus/formats/warc_records.hpp"

#include <span>
#include <string>
#include <vector>

#include "corpus/byte_stream.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string record(const std::string& block, const std::string& length,
                   const std::string& end = "\r\n", const std::string& version = "1.0") {
    return "WARC/" + version + end + "WARC-Type: resource" + end + "Content-Length: " + length +
           end + end + block + end + end;
}

std::string record(const std::string& block) { return record(block, std::to_string(block.size())); }

std::vector<std::string> blocks_of(const std::string& bytes, std::uint64_t limit = 1000) {
    const auto stream = open_bytes(bytes);
    WarcRecords records(*stream, limit);
    std::vector<std::string> blocks;
    while (const auto next = records.next()) {
        CHECK(next->origin.record == blocks.size() + 1);
        blocks.push_back(next->problem.empty() ? std::string(next->block) : "! " + next->problem);
    }
    return blocks;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("fields are found in any case, and may go on over lines") {
    const HeaderFields fields(
        "WARC/1.0\r\nA: x\r\nLong: one\r\n\t two\r\nno field\r\nA: y\r\n\r\n");
    CHECK(fields["a"] == "x");
    CHECK(fields["LONG"] == "one two");
    CHECK(fields["none"].empty());
}

TEST_CASE("records follow one another, whatever their version and line ends") {
    CHECK(blocks_of(record("one") + record("two", "3", "\n", "0.18") +
                    record("", "0", "\r\n", "1.1")) == Blocks{"one", "two", ""});
    CHECK(blocks_of(record("WARC/1.0\r\n\r\nin a block")) == Blocks{"WARC/1.0\r\n\r\nin a block"});
    CHECK(blocks_of("").empty());
    CHECK(blocks_of("\r\n\r\n").empty());
}

TEST_CASE("places are those of the file") {
    const std::string bytes = "\r\n" + record("one") + record("two");
    const auto stream = open_bytes(bytes);
    WarcRecords records(*stream, 100);
    CHECK(records.next()->origin.offset == 2);
    const Origin second = records.next()->origin;
    CHECK(second.offset == bytes.rfind("WARC/"));
    CHECK(second.line == 8);
}

TEST_CASE("a broken record does not stop the rest") {
    CHECK(
        blocks_of(record("one", "50") + record("two")) ==
        Blocks{"! damaged: the Content-Length of 50 does not lead to the next WARC record", "two"});
    CHECK(
        blocks_of(record("a longer one", "4") + record("two")) ==
        Blocks{"! damaged: the Content-Length of 4 does not lead to the next WARC record", "two"});
    CHECK(blocks_of(record("one", "x") + record("two")) ==
          Blocks{"! a WARC record without Content-Length", "two"});
    CHECK(blocks_of(record("one") + "noise\r\nWARC/x\r\n" + record("two")) ==
          Blocks{"one", "! no WARC record begins here: passed over to the next", "two"});
    CHECK(blocks_of(record("one") + "WARC/1.0\r\nno end") ==
          Blocks{"one", "! the fields of the WARC record have no end"});
    CHECK(blocks_of("WARC/1.0" + std::string(100'000, 'x')) ==
          Blocks{"! the fields of the WARC record have no end"});
}

TEST_CASE("a file that was cut off is told") {
    const std::string whole = record("one") + record("two", "3");
    CHECK(blocks_of(whole.substr(0, whole.size() - 5)) ==
          Blocks{"one",
                 "! the file ends within the WARC record, or its Content-Length of 3 is wrong"});
    for (std::size_t size = 0; size <= whole.size(); ++size)
        CHECK(blocks_of(whole.substr(0, size)).size() <= 3);
}

TEST_CASE("a record over the limit is stepped over") {
    CHECK(blocks_of(record(std::string(5000, 'x')) + record("two")) ==
          Blocks{"! record of 5000 bytes, over the limit of 1000", "two"});
}

TEST_CASE("a length that leads out of the file takes no record with it") {
    for (const char* length : {"5000", "18446744073709551615"}) {
        const std::string wrong = std::string(
                                      "the file ends within the WARC record, or its "
                                      "Content-Length of ") +
                                  length + " is wrong";
        CHECK(blocks_of(record("one", length) + record("two")) == Blocks{"! " + wrong, "two"});
        // How long what is compressed will be, nobody knows before.
        const std::string bytes = record("one", length) + record("two");
        const auto stream =
            buffered_stream([rest = std::string_view(bytes)](std::span<char> room) mutable {
                const std::size_t size = rest.copy(room.data(), room.size());
                rest.remove_prefix(size);
                return size;
            });
        WarcRecords records(*stream, 1000);
        const auto first = records.next();
        REQUIRE(first);
        CHECK(first->problem == std::string("record of ") + length +
                                    " bytes, over the limit of 1000; the file ends before it does, "
                                    "and all up to there is passed over");
        CHECK_FALSE(records.next());
    }
}
