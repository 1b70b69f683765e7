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
    return PreviousRecords({entry(0, "a", {{"x", "x", 1}, {"x", "x~2", 2}, {"y", "y", 3, true}}),
                            entry(0, "b", {{"y", "y", 4}}), entry(1, "a", {{"x", "x~3", 1}})});
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
    CHECK(records.indexed_ids(0, "x") == std::vector<std::string>{"x", "x~2"});
    CHECK(records.indexed_ids(0, "y") == std::vector<std::string>{"y"});
    records.take({0, "a"}, "x", 1, any_is_free);
    CHECK(records.indexed_ids(0, "x") == std::vector<std::string>{"x~2"});
    CHECK(records.indexed_ids(1, "x") == std::vector<std::string>{"x~3"});
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
