#include "corpus/formats/json_records.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/byte_stream.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::uint64_t no_limit = 1 << 20;

/// A stream that has only `block` bytes more at hand each time.
std::unique_ptr<ByteStream> in_blocks(std::string_view bytes, std::size_t block) {
    return buffered_stream([bytes, block](std::span<char> room) mutable {
        const std::size_t size = bytes.copy(room.data(), std::min(room.size(), block));
        bytes.remove_prefix(size);
        return size;
    });
}

/// "offset/line/record:bytes" or "...!problem" for each.
template <typename Records>
std::vector<std::string> all_records(std::string_view bytes, std::uint64_t limit = no_limit,
                                     std::size_t block = 1 << 20) {
    const auto stream = in_blocks(bytes, block);
    Records records(*stream, limit);
    std::vector<std::string> all;
    while (const std::optional<JsonRecord> record = records.next()) {
        const Origin& origin = record->origin;
        REQUIRE(record->bytes.size() <= record->readable_bytes);
        all.push_back(
            std::to_string(origin.offset) + "/" + std::to_string(origin.line) + "/" +
            std::to_string(origin.record) +
            (record->problem.empty() ? ":" + std::string(record->bytes) : "!" + record->problem));
    }
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("each line is a record with its place; blank lines are none") {
    CHECK(all_records<JsonLines>("{\"a\":1}\n\n  {\"b\":2}\r\n \nnonsense") ==
          Strings{"0/1/1:{\"a\":1}", "11/3/2:{\"b\":2}\r", "22/5/3:nonsense"});
    CHECK(all_records<JsonLines>("\xEF\xBB\xBF{}\n{}") == Strings{"3/1/1:{}", "6/2/2:{}"});
    CHECK(all_records<JsonLines>("\n\n").empty());
}

TEST_CASE("a record that is alone in its file has no number") {
    CHECK(all_records<JsonLines>("{\"a\":1}\n \n") == Strings{"0/1/0:{\"a\":1}"});
    CHECK(all_records<JsonValues>("{\n\"a\":1}\n") == Strings{"0/1/0:{\n\"a\":1}"});
    CHECK(all_records<JsonValues>("[{}]") == Strings{"1/1/1:{}"});
}

TEST_CASE("values are found in arrays and one after the other") {
    CHECK(all_records<JsonValues>("[\n {\"a\":\"]\"},\n null, {}\n]\n") ==
          Strings{"3/2/1:{\"a\":\"]\"}", "15/3/2:null", "21/3/3:{}"});
    CHECK(all_records<JsonValues>("{\n}\n{}{} \x1E{}") ==
          Strings{"0/1/1:{\n}", "4/3/2:{}", "6/3/3:{}", "10/3/4:{}"});
    CHECK(all_records<JsonValues>("[\"a, b\", 12]") == Strings{"1/1/1:\"a, b\"", "9/1/2:12"});
}

TEST_CASE("records do not depend on how the stream comes in") {
    std::string lines;
    std::string array = "[";
    for (int i = 0; i < 200; ++i) {
        const std::string record =
            "{\"a\\\\\":\"" + std::string(static_cast<std::size_t>(i * 37 % 300), 'x') + "\\\"\"}";
        lines += record + "\n";
        array += (i > 0 ? ",\n" : "") + record;
    }
    array += "]";
    for (const std::size_t block : {1UL, 7UL, 64UL, 1000UL}) {
        CHECK(all_records<JsonLines>(lines, no_limit, block) == all_records<JsonLines>(lines));
        CHECK(all_records<JsonValues>(array, no_limit, block) == all_records<JsonValues>(array));
    }
    CHECK(all_records<JsonLines>(lines).size() == 200);
    CHECK(all_records<JsonValues>(array).size() == 200);
}

TEST_CASE("a record over the limit is passed over, and the next one is read") {
    const std::string large = "{\"a\":\"" + std::string(5000, '}') + "\"}";
    const std::string problem = "!record of more than 100 bytes, the limit";
    for (const std::size_t block : {10UL, 1000UL, 100'000UL}) {
        CAPTURE(block);
        CHECK(all_records<JsonLines>("{}\n" + large + "\n{\"b\":1}\n", 100, block) ==
              Strings{"0/1/1:{}", "3/2/2" + problem, "5012/3/3:{\"b\":1}"});
        CHECK(all_records<JsonValues>("[{},\n" + large + ",\n{\"b\":1}]", 100, block) ==
              Strings{"1/1/1:{}", "5/2/2" + problem, "5015/3/3:{\"b\":1}"});
    }
}

TEST_CASE("an envelope that was opened gives its records, and what comes after it") {
    const std::string text =
        "[{\"a\": [1], \"docs\": [{\"x\": 1},\n{\"y\": 2}], \"z\": {}}, {\"b\": 3}]";
    for (const std::size_t block : {1UL, 7UL, 1000UL}) {
        CAPTURE(block);
        const auto stream = in_blocks(text, block);
        JsonValues records(*stream, no_limit);
        Strings all;
        for (bool is_first = true; const auto record = records.next(); is_first = false) {
            if (is_first) {
                CHECK(records.open_envelope());
                continue;
            }
            CHECK(!records.open_envelope());
            all.push_back(std::to_string(record->origin.record) + ":" + std::string(record->bytes));
        }
        CHECK(all == Strings{"1:{\"x\": 1}", "2:{\"y\": 2}", "3:{\"b\": 3}"});
    }
}

TEST_CASE("records that were found in the last one are counted") {
    const auto stream = in_blocks("{} {}", 100);
    JsonValues records(*stream, no_limit);
    CHECK(records.next()->origin.record == 1);
    records.recount_last(5);
    CHECK(records.next()->origin.record == 6);
}

TEST_CASE("after a missing quote the next record with the same indent is found") {
    CHECK(
        all_records<JsonValues>("[\n  {\n    \"a\": \"x\n  },\n  {\n    \"b\": 1\n  }\n]") ==
        Strings{"4/2/1!not valid JSON: a newline inside a string", "25/5/2:{\n    \"b\": 1\n  }"});
    CHECK(all_records<JsonValues>("{\"a\": {\n{\"b\":1}\n") ==
          Strings{"0/1/1!not valid JSON: it has no end", "8/2/2:{\"b\":1}"});
}

TEST_CASE("of many values without an end only so many are looked for") {
    std::string bytes;
    for (int i = 0; i < 10'000; ++i) bytes += "{\"a\":\n";
    const Strings all = all_records<JsonValues>(bytes);
    REQUIRE(all.size() == 64);
    CHECK(all.front() == "0/1/1!not valid JSON: it has no end");
    CHECK(all.back() ==
          "378/64/64!not valid JSON: it has no end; the rest of the file is passed over");
}

TEST_CASE("where no next record can be told, the rest is passed over and said to be") {
    CHECK(all_records<JsonValues>("[{\"a\": \"x\n}, {\"b\": 1}]") ==
          Strings{"1/1/1!not valid JSON: a newline inside a string; the rest of the file is passed "
                  "over"});
    CHECK(all_records<JsonValues>("[{}, {\"a\"") ==
          Strings{"1/1/1:{}",
                  "5/1/2!not valid JSON: it has no end; the rest of the file is passed over"});
    CHECK(all_records<JsonValues>("[{},\n{}\n") ==
          Strings{"1/1/1:{}", "5/2/2:{}",
                  "8/3/3!not valid JSON: the file ends before its array does"});
}
