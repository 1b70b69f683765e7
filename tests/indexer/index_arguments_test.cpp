#include "indexer/index_arguments.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

using Paths = std::vector<std::string>;

IndexOptions options(const IndexArguments& arguments, const Paths& paths = {}) {
    return index_options({}, arguments, paths);
}

bool is_refused(const IndexArguments& arguments, const Paths& paths = {}) {
    return test::caught_error([&] { options(arguments, paths); }).kind() == ErrorKind::usage;
}

}  // namespace

TEST_CASE("without options a run has a bounded memory and all cores") {
    const IndexOptions plain = options({}, {"/news"});
    CHECK(plain.paths == Paths{"/news"});
    CHECK(plain.segments.threads >= 1);
    CHECK(plain.segments.memory >= least_memory);
    CHECK(plain.segments.memory <= 2ULL << 30);
    CHECK_FALSE(plain.reads_nothing());
    GlobalOptions global;
    global.threads = 7;
    CHECK(index_options(global, {}, {}).segments.threads == 7);
}

TEST_CASE("values become options") {
    const test::TemporaryFolder folder;
    IndexArguments arguments;
    arguments.files_from = folder.write("list", "a\nb\n").string();
    arguments.excluded = {"*.log", "old/"};
    arguments.map = folder.write("map", R"({"body": "text"})").string();
    arguments.memory = "300M";
    arguments.max_record = "1K";
    arguments.max_removals = "50%";
    arguments.withdraw = folder.write("ids", "x\twhy\n").string();
    const IndexOptions chosen = options(arguments, {"c"});
    CHECK(chosen.paths == Paths{"c", "a", "b"});
    CHECK(chosen.ignored.ignores("x/old", true) == true);
    CHECK(chosen.reading.map.paths == std::vector<FieldPath>{{ArticleField::body, "text"}});
    CHECK(chosen.segments.memory == 300U << 20);
    CHECK(chosen.reading.max_record_bytes == 1024);
    CHECK(chosen.removal_limit.percent == 50);
    CHECK(chosen.withdrawals == std::vector<Withdrawal>{{"x", "why"}});
    CHECK_FALSE(chosen.reads_nothing());
}

TEST_CASE("a run that only withdraws, forgets or merges reads nothing") {
    IndexArguments merges;
    merges.merges = true;
    CHECK(options(merges).reads_nothing());
    CHECK_FALSE(options(merges, {"/news"}).reads_nothing());
    IndexArguments forgets;
    forgets.forgotten = {"/news"};
    CHECK(options(forgets).reads_nothing());
    CHECK(is_refused(forgets, {"/more"}));
}

TEST_CASE("what makes no sense is refused") {
    const test::TemporaryFolder folder;
    CHECK(is_refused({.by_nul = true}));
    CHECK(is_refused({.files_from = folder.write("empty", "\n").string()}));
    CHECK(is_refused({.map = folder.write("map", "{\"text\": 1}").string()}));
    CHECK(is_refused({.memory = "1M"}));
    CHECK(is_refused({.rollback = ""}, {"/news"}));
    CHECK_FALSE(test::caught_error([&] {
                    options({.files_from = (folder / "absent").string()});
                }).kind() == ErrorKind::usage);
}

TEST_CASE("a rollback goes one state back unless it says more") {
    CHECK(rollback_steps({.rollback = ""}) == 1);
    CHECK(rollback_steps({.rollback = "3"}) == 3);
    for (const char* text : {"0", "x", "-1", "99999999999"})
        CHECK(test::caught_error([&] { rollback_steps({.rollback = text}); }).kind() ==
              ErrorKind::usage);
}
