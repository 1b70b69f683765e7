#include "corpus/formats/sgml_records.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/byte_stream.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::unique_ptr<ByteStream> in_blocks(std::string_view bytes, std::size_t block) {
    return buffered_stream([bytes, block](std::span<char> room) mutable {
        const std::size_t size = bytes.copy(room.data(), std::min(room.size(), block));
        bytes.remove_prefix(size);
        return size;
    });
}

/// "offset/line/record:bytes", with '?' where the end tag is missing, '~' for text outside, '!' for
/// what was passed over.
std::vector<std::string> records_of(std::string_view bytes, std::uint64_t limit = 1 << 20,
                                    std::size_t block = 1 << 20) {
    const auto stream = in_blocks(bytes, block);
    SgmlRecords records(*stream, "DOC", limit);
    std::vector<std::string> all;
    while (const auto record = records.next()) {
        const Origin& origin = record->origin;
        std::string text = std::to_string(origin.offset) + "/" + std::to_string(origin.line) + "/" +
                           std::to_string(origin.record);
        if (record->is_stray_text)
            text += "~";
        else if (!record->problem.empty())
            text += "!";
        else
            text += ":" + std::string(record->bytes) + (record->is_closed ? "" : "?");
        all.push_back(text);
    }
    return all;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("records are found with their places, whatever the blocks they come in") {
    const std::string text = "<DOC>\na</DOC>\n<!-- x -->\n<doc id=1>b</doc>\n";
    for (const std::size_t block : {1UL, 3UL, 7UL, 1000UL}) {
        CAPTURE(block);
        CHECK(records_of(text, 100, block) == Strings{"0/1/1:\na", "25/4/2:b"});
    }
}

TEST_CASE("elements whose names only begin alike are content") {
    CHECK(records_of("<DOC><DOCNO>1</DOCNO></DOC>") == Strings{"0/1/1:<DOCNO>1</DOCNO>"});
}

TEST_CASE("a record without its end tag ends where the next begins, or the file ends") {
    for (const std::size_t block : {1UL, 1000UL})
        CHECK(records_of("<DOC>a<DOC>b</DOC><DOC>c", 100, block) ==
              Strings{"0/1/1:a?", "6/1/2:b", "18/1/3:c?"});
}

TEST_CASE("text outside of records is told of, tags and comments are not") {
    CHECK(records_of("lost\n</DOC>\n<DOC>a</DOC> </ROOT>\nend") ==
          Strings{"0/1/1~", "12/3/1:a", "24/3/2~"});
    CHECK(records_of("<!DOCTYPE x><ROOT><DOC>a</DOC></ROOT>\n\x1A") == Strings{"18/1/1:a"});
    CHECK(records_of("") == Strings{});
}

TEST_CASE("a record over the limit is passed over, the next one is read") {
    const std::string large = "<DOC>" + std::string(5000, 'x') + "</DOC><DOC>a</DOC>";
    for (const std::size_t block : {1UL, 100UL, 100'000UL}) {
        CAPTURE(block);
        CHECK(records_of(large, 1000, block) == Strings{"0/1/1!", "5011/1/2:a"});
    }
    CHECK(records_of("<DOC>" + std::string(5000, '\n') + "<DOC>a</DOC>", 1000) ==
          Strings{"0/1/1!", "5005/5001/2:a"});
}

TEST_CASE("a file begins with a record behind nothing but tags") {
    CHECK(begins_with_sgml_record("\xEF\xBB\xBF <!DOCTYPE x>\n<ROOT><doc>", "DOC"));
    for (const char* head :
         {"", "text <DOC>", "</DOC>", "<DOCNO>", "<DOC", "<html><body>text<DOC>"})
        CHECK(!begins_with_sgml_record(head, "DOC"));
}
