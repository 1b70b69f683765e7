#include "indexer/sources_repair.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

const std::vector<RootInfo> roots{{"/archive", "", ""}};

SourceFileEntry file(const std::string& path, std::vector<SourceRecord> records) {
    SourceFileEntry entry;
    entry.path = path;
    entry.size = entry.bytes_hash = entry.reading_hash = 7;
    entry.records = std::move(records);
    return entry;
}

SourceRecord record(const std::string& id, RecordState state = RecordState::indexed,
                    const std::string& kept = "") {
    SourceRecord made;
    made.id = id;
    made.state = state;
    made.kept_id = kept;
    return made;
}

Article article(const std::string& id, const std::string& path) {
    Article made;
    made.id = id;
    made.body = "Text.";
    made.origin.root = "/archive";
    made.origin.path = path;
    return made;
}

}  // namespace

TEST_CASE("files of lost articles, and of their copies, are to be read again") {
    LivingArticles living;
    living.add(std::vector<std::string>{"a"});
    SourcesRepair repair({{file("1", {record("a")}), file("2", {record("b")}),
                           file("3", {record("c", RecordState::duplicate, "b")})},
                          {}},
                         roots, living);
    const std::vector<SourceFileEntry>& files = repair.sources().files;
    CHECK(files[0] == file("1", {record("a")}));
    CHECK(files[1].reading_hash == 0);
    CHECK(files[1].records[0].state == RecordState::lost);
    CHECK(files[2].records[0].state == RecordState::lost);
    CHECK(repair.lost_ids() == std::vector<std::string>{"b"});
}

TEST_CASE("an article that no record stands for gets one") {
    LivingArticles living;
    living.add(std::vector<std::string>{"a", "b~2"});
    CHECK(living.add(article("c", "1")));
    CHECK_FALSE(living.add(article("a", "1")));
    SourcesRepair repair({{file("2", {record("a")})}, {}}, roots, living);
    repair.add_unknown([](const std::string& id) { return article(id, id == "c" ? "1" : "2"); });
    const std::vector<SourceFileEntry>& files = repair.sources().files;
    REQUIRE(files.size() == 2);
    CHECK(files[0].path == "1");
    CHECK(files[0].records[0].id == "c");
    REQUIRE(files[1].records.size() == 2);
    CHECK(files[1].records[1].base_id() == "b");
    CHECK(files[1].reading_hash == 0);
}

TEST_CASE("what was withdrawn is told, and gets no record") {
    LivingArticles living;
    living.add(std::vector<std::string>{"a"});
    SourcesRepair repair({{file("1", {record("a", RecordState::withdrawn)})}, {{"a", "wrong"}}},
                         roots, living);
    CHECK(repair.withdrawn_articles() == std::vector<std::string>{"a"});
    repair.add_unknown([](const std::string& id) { return article(id, "1"); });
    CHECK(repair.sources().files.front().records.size() == 1);
}

TEST_CASE("an id that two segments have is told once for each time too many") {
    LivingArticles living;
    living.add(std::vector<std::string>{"a", "b"});
    living.add(std::vector<std::string>{"b", "c"});
    CHECK(living.repeated() == std::vector<std::string>{"b"});
}

TEST_CASE("what was withdrawn is all that any list says") {
    const test::TemporaryFolder folder;
    Sources sources;
    sources.withdrawals = {{"a", "an old reason"}, {"b", ""}};
    folder.write("sources-2", encode_sources(sources));
    sources.withdrawals = {{"a", "a reason"}, {"c", ""}};
    folder.write("sources-10", encode_sources(sources));
    folder.write("sources-11", "damaged");
    const ListedWithdrawals all = listed_withdrawals(folder.path(), 0);
    CHECK(all.withdrawals == std::vector<Withdrawal>{{"a", "a reason"}, {"b", ""}, {"c", ""}});
    CHECK(all.files == std::vector<std::string>{"sources-10", "sources-2"});
    CHECK(all.unreadable == std::vector<std::string>{"sources-11"});
    CHECK(listed_withdrawals(folder.path(), 2).withdrawals.size() == 2);
    CHECK(listed_withdrawals(folder.path(), 11).files.empty());
}

TEST_CASE("states are known by their sources, the newest first") {
    const test::TemporaryFolder folder;
    for (const char* name : {"sources-2", "sources-10", "sources-9", "manifest-4", "segment-3"})
        folder.write(name, "");
    const std::vector<Manifest> states = states_with_sources(folder.path(), 10);
    REQUIRE(states.size() == 2);
    CHECK(states[0].number == 9);
    CHECK(states[0].sources == "sources-9");
    CHECK(states[1].number == 2);
}
