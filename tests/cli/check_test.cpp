#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<nlohmann::json> objects(const std::string& out) {
    std::vector<nlohmann::json> objects;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);)
        objects.push_back(nlohmann::json::parse(line));
    return objects;
}

void damage(const fs::path& file) {
    std::string bytes = read_bytes(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("check says of a whole index that every part is ok") {
    const SmallArchive archive;
    const ProgramResult text = archive.run({"check"});
    CHECK(text.exit_code == 0);
    CHECK(text.err.empty());
    std::istringstream lines(text.out);
    int parts = 0;
    for (std::string line; std::getline(lines, line); ++parts) CHECK(line.ends_with("  ok"));
    const auto listed = objects(archive.run({"check", "--format", "json"}).out);
    CHECK(listed.size() == static_cast<std::size_t>(parts));
    for (const auto& part : listed) {
        CHECK(part["ok"] == true);
        CHECK(part["problem"].is_null());
    }
}

TEST_CASE("check names what is damaged, goes on, and ends with exit 3 and the way out") {
    const SmallArchive archive;
    const fs::path segment = fs::path(archive.index()) / "segment-1";
    damage(segment / "text");
    damage(segment / "postlist.glass");
    const ProgramResult text = archive.run({"check"});
    CHECK(text.exit_code == 3);
    CHECK(contains(text.out, "segment-1/text         its checksum is wrong\n"));
    CHECK(
        contains(text.out, "segment-1/*.glass      postlist.glass is not as its checksum says\n"));
    CHECK(contains(text.out, "segment-1/words        ok\n"));
    CHECK(contains(text.out, "sources-1              ok\n"));
    CHECK(contains(text.err, "3 of the 9 parts"));
    CHECK(contains(text.err, "dateline --index " + archive.index() + " index --rebuild"));
    const ProgramResult lines = archive.run({"check", "--format=jsonl"});
    CHECK(lines.exit_code == 3);
    for (const auto& part : objects(lines.out))
        if (part["part"] == "segment-1/text") CHECK(part["problem"] == "its checksum is wrong");
}

TEST_CASE("check without an index is exit 3, and with a path and no --ledger exit 2") {
    const SmallArchive archive;
    CHECK(archive.run({"check", "--index", archive.index() + "-none"}).exit_code == 3);
    CHECK(archive.run({"check", "--ledger", "--index", archive.sources()}).exit_code == 3);
    const ProgramResult path = archive.run({"check", archive.sources()});
    CHECK(path.exit_code == 2);
    CHECK(contains(path.err, "--ledger"));
    CHECK(path.out.empty());
}

TEST_CASE("check takes no lock and writes nothing") {
    const SmallArchive archive;
    fs::permissions(archive.folder().path(), fs::perms::all);
    CHECK(archive.run({"check"}, {.as_nobody = true}).exit_code == 0);
    CHECK(archive.run({"check", "--ledger"}, {.as_nobody = true}).exit_code == 0);
}

TEST_CASE("check --ledger lists the source files, all or below a path") {
    const SmallArchive archive;
    archive.folder().write("news/broken.json", "{\"headline\":");
    archive.run({"index"});
    const ProgramResult all = archive.run({"check", "--ledger"});
    CHECK(all.exit_code == 0);
    const std::string news = archive.sources();
    CHECK(contains(all.out, news + "/courier.jsonl: json lines, read 3, indexed 3\n"));
    CHECK(contains(all.out, news + "/pause.txt: plain text, read 1, indexed 1\n"));
    CHECK(contains(all.out, "\n  line 1 (byte 0): rejected: "));

    const ProgramResult one = archive.run({"check", "--ledger", news + "/pause.txt"});
    CHECK(one.out == news + "/pause.txt: plain text, read 1, indexed 1\n");
    const ProgramResult relative =
        archive.run({"check", "pause.txt", "--ledger"}, {.working_directory = news});
    CHECK(relative.out == one.out);
    const auto lines = objects(archive.run({"check", "--ledger", "--format=jsonl", news}).out);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0]["path"] == "broken.json");
    CHECK(lines[1]["outcome"] == "rejected");

    const ProgramResult none = archive.run({"check", "--ledger", news + "/none.txt"});
    CHECK(none.exit_code == 4);
    CHECK(none.out.empty());
    CHECK(contains(none.err, "none.txt is not in the index"));
}
