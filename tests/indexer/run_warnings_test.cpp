#include "indexer/run_warnings.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

SourceRecord record(std::string id, std::uint64_t key, RecordState state = RecordState::indexed) {
    SourceRecord made;
    made.id = std::move(id);
    made.duplicate_key = {key, key};
    made.state = state;
    return made;
}

}  // namespace

TEST_CASE("a rebuild names the roots that it could not read") {
    const Roots roots{{{"/a", "", ""}, {"-", "", ""}, {"/b", "", ""}}, {true, false, false}};
    const auto warnings = warnings_of_kept_roots(roots);
    REQUIRE(warnings.size() == 2);
    CHECK(warnings[0].find("standard input") != std::string::npos);
    CHECK(warnings[1].find("/b") != std::string::npos);
}

TEST_CASE("links that are not followed are counted, and the first is named") {
    CHECK(warnings_of_links("/news", {}).empty());
    const SourceLink first{"a.txt", "/annex/a"};
    const auto one = warnings_of_links("/news", {first});
    REQUIRE(one.size() == 1);
    CHECK(one[0].find("a symbolic link in /news is not followed, a.txt to /annex/a") == 0);
    const auto several = warnings_of_links("/news", {first, {"b.txt", "/annex/b"}});
    REQUIRE(several.size() == 1);
    CHECK(several[0].find("2 symbolic links in /news are not followed, the first is a.txt") == 0);
}

TEST_CASE("ids that nobody has and copies that stay are named") {
    std::vector<SourceFileEntry> files(1);
    files[0].records = {record("a", 1, RecordState::withdrawn), record("b", 1),
                        record("c", 1, RecordState::duplicate), record("d", 2)};
    const std::vector<Withdrawal> withdrawals{{"a", ""}, {"x", ""}};
    CHECK(warnings_of_unknown_ids(withdrawals, files).size() == 1);
    CHECK(warnings_of_unknown_ids(withdrawals, files)[0].find(" x;") != std::string::npos);
    CHECK(warnings_of_copies(withdrawals, files) ==
          std::vector<std::string>{"an equal article stays in the index: b"});
}
