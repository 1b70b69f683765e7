#include <filesystem>
#include <vector>

#include "tests/catch.hpp"
#include "tests/fuzz/query_fuzz.hpp"
#include "tests/searcher/query_texts.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

TEST_CASE("what the fuzzer begins with holds") {
    std::size_t seeds = 0;
    for (const auto& file : std::filesystem::directory_iterator(
             std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/fuzz/query-seeds")) {
        INFO(file.path().filename().string());
        check_query_text(read_bytes(file.path()));
        ++seeds;
    }
    CHECK(seeds > 10);
}

TEST_CASE("random texts of the query grammar hold") {
    QueryTexts texts(17);
    for (int round = 0; round < 3000; ++round) {
        check_query_text(texts.any());
        check_query_text(texts.valid());
    }
}
