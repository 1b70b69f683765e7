#include <chrono>
#include <thread>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// What an index answers, and whether it is whole.
void require_in_force(const SmallArchive& archive, const std::vector<std::string>& ids) {
    REQUIRE(archive.ids({"search", "-n", "0", "date:1990..2030"}) == ids);
    REQUIRE(archive.run({"check"}).exit_code == 0);
}

}  // namespace

TEST_CASE("whichever file the disk is full at, the last index stays in force and exit is 4") {
    const SmallArchive archive;
    const std::vector<std::string> before = archive.ids({"search", "-n", "0", "date:1990..2030"});
    std::string body;
    for (int i = 0; i < 4000; ++i) body += "word" + std::to_string(i * i) + " ";
    archive.folder().write("news/long.txt", "Long\n\n5 January 2020\n\n" + body + "\n");
    int failures = 0;
    ProgramResult result;
    for (std::uint64_t bytes = 0;; bytes = bytes * 5 / 4 + 64) {
        result = archive.run({"index"}, {.most_file_bytes = bytes});
        if (result.exit_code == 0) break;
        INFO(bytes << " bytes: " << result.err);
        REQUIRE(result.exit_code == 4);
        REQUIRE(contains(result.err, "dateline: error: "));
        REQUIRE(contains(result.err, archive.index()));
        require_in_force(archive, before);
        ++failures;
    }
    CHECK(failures > 10);
    CHECK(archive.ids({"search", "-n", "0", "date:1990..2030"}).size() == before.size() + 1);
    CHECK(archive.run({"check"}).exit_code == 0);
}

TEST_CASE("an index that may not be written is searched, and index says why it does nothing") {
    const SmallArchive archive;
    const std::vector<std::string> before = archive.ids({"search", "-n", "0", "date:1990..2030"});
    archive.folder().write("news/new.txt", "New\n\n5 January 2020\n\nText.\n");
    fs::permissions(archive.folder().path(), fs::perms::all);
    const fs::perms readable = fs::perms::owner_read | fs::perms::owner_exec |
                               fs::perms::others_read | fs::perms::others_exec;
    fs::permissions(archive.index(), readable);
    const ProgramResult result = archive.run({"index"}, {.as_nobody = true});
    CHECK(result.exit_code == 4);
    CHECK(contains(result.err, archive.index()));
    CHECK(contains(result.err, "ermission denied"));
    fs::permissions(archive.index(), fs::perms::owner_all);
    require_in_force(archive, before);
}

TEST_CASE("two writers at once: one is refused, or both are done in turn, and the index is whole") {
    const SmallArchive archive;
    std::string lines;
    for (int i = 0; i < 2000; ++i)
        lines += R"({"id":"w)" + std::to_string(i) + R"(","headline":"Wire )" + std::to_string(i) +
                 R"(","date":"2020-01-05","body":"Report )" + std::to_string(i) + "\"}\n";
    archive.folder().write("news/wire.jsonl", lines);
    ProgramResult other;
    std::thread second([&] { other = archive.run({"index"}); });
    const ProgramResult result = archive.run({"index"});
    second.join();
    for (const ProgramResult& each : {result, other}) {
        INFO(each.err);
        REQUIRE((each.exit_code == 0 || each.exit_code == 5));
        if (each.exit_code == 5) CHECK(contains(each.err, "is being written by"));
    }
    CHECK((result.exit_code == 0 || other.exit_code == 0));
    CHECK(archive.ids({"search", "-n", "0", "wire"}).size() == 2000);
    CHECK(archive.run({"check"}).exit_code == 0);
}
