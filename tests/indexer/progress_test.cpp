#include "indexer/progress.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

ProgressState half_way() {
    return {.phase = "read",
            .files = 3,
            .articles = 1234,
            .bytes = 50'000'000,
            .bytes_total = 100'000'000,
            .rejected = 2};
}

}  // namespace

TEST_CASE("the line shows bar, share, rate, time left and articles") {
    CHECK(progress_line(half_way(), 10, 80) ==
          "read  [#################------------------]  50% 5.0 MB/s ETA 0:10 1234 articles");
    ProgressState whole = half_way();
    whole.bytes = whole.bytes_total;
    CHECK(progress_line(whole, 3725, 40) == "read  [#########] 100% 0.0 MB/s ETA 0:00");
}

TEST_CASE("the line fits into any number of columns and is plain ASCII") {
    for (std::size_t columns = 0; columns < 200; ++columns) {
        const std::string line = progress_line(half_way(), 7000, columns);
        CHECK(line.size() <= columns);
        for (const char c : line) CHECK((c >= ' ' && c <= '~'));
    }
}

TEST_CASE("without a total there is neither bar nor time left") {
    ProgressState state = half_way();
    state.bytes_total = 0;
    CHECK(progress_line(state, 10, 80) == "read  5.0 MB/s 1234 articles");
    CHECK(progress_json(state, 10) ==
          R"({"phase":"read","files":3,"articles":1234,"bytes":50000000,"bytes_total":0,)"
          R"("bytes_per_s":5000000,"eta_s":null,"rejected":2})");
}

TEST_CASE("the JSON object has the keys of the command line reference") {
    CHECK(progress_json(half_way(), 10) ==
          R"({"phase":"read","files":3,"articles":1234,"bytes":50000000,"bytes_total":100000000,)"
          R"("bytes_per_s":5000000,"eta_s":10.0,"rejected":2})");
}

TEST_CASE("the beginning of a run divides by nothing") {
    ProgressState state = half_way();
    state.bytes = 0;
    CHECK(progress_json(state, 0) ==
          R"({"phase":"read","files":3,"articles":1234,"bytes":0,"bytes_total":100000000,)"
          R"("bytes_per_s":0,"eta_s":null,"rejected":2})");
    CHECK_FALSE(progress_line(state, 0, 80).empty());
}
