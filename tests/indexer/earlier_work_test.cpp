#include "indexer/earlier_work.hpp"

#include "tests/catch.hpp"

using namespace dateline;

namespace {

SourceRecord record(std::string id, std::uint64_t hash, RecordState state) {
    SourceRecord made;
    made.id = std::move(id);
    made.content_hash = hash;
    made.state = state;
    return made;
}

EarlierWork some_work() {
    std::vector<SourceFileEntry> files(2);
    files[0].path = "a";
    files[0].records = {record("1", 11, RecordState::superseded),
                        record("1", 12, RecordState::indexed)};
    files[1].path = "b";
    files[1].records = {record("2", 21, RecordState::indexed),
                        record("3", 31, RecordState::indexed)};
    return EarlierWork(files);
}

}  // namespace

TEST_CASE("a text of earlier work is taken once, by its id, what it says and where it stood") {
    using Ids = std::vector<std::string>;
    EarlierWork work = some_work();
    CHECK(work.left() == Ids{"1", "2", "3"});
    CHECK_FALSE(work.take("1", 11, {0, "a"}));
    CHECK_FALSE(work.take("1", 12, {0, "b"}));
    CHECK_FALSE(work.take("1", 12, {1, "a"}));
    CHECK(work.take("1", 12, {0, "a"}));
    CHECK_FALSE(work.take("1", 12, {0, "a"}));
    CHECK(work.take("3"));
    CHECK_FALSE(work.take("3", 31, {0, "b"}));
    CHECK_FALSE(work.take("4"));
    CHECK(work.left() == Ids{"2"});
    CHECK(work.files()[1].records[1].state == RecordState::superseded);
}

TEST_CASE("where there is no earlier work nothing is taken") {
    EarlierWork work;
    CHECK_FALSE(work.take("1"));
    CHECK(work.left().empty());
}
