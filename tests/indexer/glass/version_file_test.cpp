#include "indexer/glass/version_file.hpp"

#include "tests/catch.hpp"

using namespace dateline::glass;

TEST_CASE("the version file of an absent table and of a loaded one are as documented") {
    DatabaseSummary summary;
    summary.docdata = {.root_block = 2,
                       .level = 1,
                       .is_fake = false,
                       .entries = 9,
                       .compress_minimum = 18,
                       .block_count = 5};
    summary.documents = 2;
    summary.last_docid = 2;
    summary.shortest_length = 3;
    summary.longest_length = 7;
    summary.largest_wdf = 3;
    summary.total_length = 300;
    const std::string bytes = encode_version_file(summary);
    CHECK(bytes.size() <= 256);
    CHECK(bytes.substr(0, 16) == "\x0F\x0DXapian Glass\x04\x6E");
    const std::string fake("\0\x03\0\x04\0\0", 6);
    CHECK(bytes.substr(33, 6) == fake);
    CHECK(bytes.substr(39, 12) == std::string("\x02\x06\x09\x04\x12\x06\x01\x05\0\0\0\0", 12));
    CHECK(bytes.substr(bytes.size() - 9) == std::string("\x02\0\x03\x03\x04\0\xAC\x02\0", 9));
}
