#include "indexer/previous_records.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

SourceFileEntry entry(std::uint32_t root, std::string_view path,
                      std::vector<SourceRecord> records) {
    SourceFileEntry file;
    file.root = root;
    file.path = path;
    file.records = std::move(records);
    return file;
}

PreviousRecords some_records() {
    return PreviousRecords(
        {entry(0, "a", {{"x", 0, 1}, {"x~2", 2, 2}, {"y", 0, 3, RecordState::superseded}}),
         entry(0, "b", {{"y", 0, 4}}), entry(1, "a", {{"x~3", 2, 1}})});
}

std::vector<std::string> known_ids(const PreviousRecords& records, std::uint32_t root,
                                   std::string_view base_id) {
    std::vector<std::string> ids;
    for (const SourceRecord* record : records.known(root, base_id)) ids.push_back(record->id);
    return ids;
}

const auto any_is_free = [](const std::string&) { return true; };

}  // namespace

TEST_CASE("a record is taken by its file, its id and, if it can be, its hash") {
    PreviousRecords records = some_records();
    CHECK(records.take({0, "a"}, "x", 2, any_is_free)->id == "x~2");
    CHECK(records.take({0, "a"}, "x", 99, any_is_free)->id == "x");
    CHECK_FALSE(records.take({0, "a"}, "x", 1, any_is_free));
    CHECK(records.take({1, "a"}, "x", 99, any_is_free)->id == "x~3");
    CHECK_FALSE(records.take({0, "c"}, "x", 1, any_is_free));
    CHECK_FALSE(records.take({0, "a"}, "z", 1, any_is_free));
}

TEST_CASE("a record whose id is not free is taken only by the same text") {
    PreviousRecords records = some_records();
    const auto x_is_taken = [](const std::string& id) { return id != "x"; };
    CHECK(records.take({0, "a"}, "x", 99, x_is_taken)->id == "x~2");
    CHECK_FALSE(records.take({0, "a"}, "x", 99, x_is_taken));
    CHECK(records.take({0, "a"}, "x", 1, x_is_taken)->id == "x");
}

TEST_CASE("ids of a root are those indexed and not yet taken") {
    PreviousRecords records = some_records();
    CHECK(known_ids(records, 0, "x") == std::vector<std::string>{"x", "x~2"});
    CHECK(known_ids(records, 0, "y") == std::vector<std::string>{"y"});
    records.take({0, "a"}, "x", 1, any_is_free);
    CHECK(known_ids(records, 0, "x") == std::vector<std::string>{"x~2"});
    CHECK(known_ids(records, 1, "x") == std::vector<std::string>{"x~3"});
}

TEST_CASE("an id is reserved while a record that has it can still be met") {
    PreviousRecords records = some_records();
    CHECK_FALSE(records.is_reserved("x~3", "x"));
    records.set_ahead({1, "a"}, true);
    CHECK(records.is_reserved("x~3", "x"));
    CHECK_FALSE(records.is_reserved("x", "x"));
    records.take({1, "a"}, "x", 1, any_is_free);
    CHECK_FALSE(records.is_reserved("x~3", "x"));
    records.set_ahead({0, "b"}, true);
    CHECK(records.is_reserved("y", "whatever"));
    records.set_ahead({0, "b"}, false);
    CHECK_FALSE(records.is_reserved("y", "whatever"));
}

TEST_CASE("a file is found by root and path") {
    const PreviousRecords records = some_records();
    CHECK(records.file({1, "a"})->records.front().id == "x~3");
    CHECK(records.file({1, "b"}) == nullptr);
    CHECK(records.file({2, "a"}) == nullptr);
}

TEST_CASE("what is taken with its file is taken, and the rest of a file is known") {
    PreviousRecords records = some_records();
    const SourceFileEntry& file = *records.file({0, "a"});
    CHECK(records.untaken(file).size() == 3);
    records.take({0, "a"}, "x", 2, any_is_free);
    REQUIRE(records.untaken(file).size() == 2);
    CHECK(records.untaken(file)[0].id == "x");
    CHECK(records.untaken(file)[1].id == "y");
    records.set_ahead({0, "a"}, true);
    CHECK(records.is_reserved("x", "x"));
    records.take_all({0, "a"});
    CHECK(records.untaken(file).empty());
    CHECK_FALSE(records.is_reserved("x", "x"));
    CHECK(known_ids(records, 0, "x").empty());
    CHECK_FALSE(records.take({0, "a"}, "x", 1, any_is_free));
}
