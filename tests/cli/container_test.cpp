#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/corpus/made_archive.hpp"

using namespace dateline::test;

namespace {

const std::string zebras = "Zebras at large\n\n6 January 2020\n\nThree zebras left the zoo.\n";
const std::string lines =
    R"({"headline":"Lions stay","date":"2020-01-07","body":"The lions of the zoo slept."})"
    "\n"
    R"({"headline":"Tigers too","body":"The tigers of the zoo slept as well."})"
    "\n";

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<nlohmann::json> objects(const std::string& out) {
    std::vector<nlohmann::json> objects;
    std::istringstream rows(out);
    for (std::string row; std::getline(rows, row);) objects.push_back(nlohmann::json::parse(row));
    return objects;
}

std::vector<MadeMember> zoo_members() {
    return {{"2020/", "", AE_IFDIR},
            {"2020/zèbre.txt", zebras},
            {"2020/cats.jsonl", lines},
            {"2020/broken.json", "{\"headline\":"},
            {"2020/empty.txt", ""},
            {"inner.zip", made_archive("zip", {{"a b.txt", "Birds flew\n\nAll of them.\n"}})}};
}

}  // namespace

TEST_CASE("articles inside tar and zip files are indexed, found and shown") {
    const std::string tar = made_archive("pax", zoo_members(), "gzip");
    const std::string zip = made_archive("zip", zoo_members());
    for (const auto& [name, bytes] : {std::pair{"zoo.tar.gz", tar}, std::pair{"zoo.zip", zip}}) {
        CAPTURE(name);
        const SmallArchive archive;
        archive.folder().write(std::string("news/old/") + name, bytes);
        const ProgramResult run = archive.run({"index"});
        CHECK(run.exit_code == 6);
        CHECK(contains(run.err,
                       "read 10 = indexed 4 + unchanged 4 + duplicate 0 + superseded 0 + "
                       "skipped 1 + rejected 1; removed 0"));
        const std::string place = std::string("old/") + name;
        using Ids = std::vector<std::string>;
        CHECK(archive.ids({"search", "zebras"}) == Ids{place + "/2020/zèbre.txt"});
        CHECK(archive.ids({"search", "lions"}) == Ids{place + "/2020/cats.jsonl:1"});
        CHECK(archive.ids({"search", "birds"}) == Ids{place + "/inner.zip/a%20b.txt"});
        const auto shown =
            objects(archive.run({"show", "--format=jsonl", place + "/2020/cats.jsonl:2"}).out);
        REQUIRE(shown.size() == 1);
        CHECK(shown[0]["body"] == "The tigers of the zoo slept as well.");
        CHECK(shown[0]["path"] == place);
        CHECK(shown[0]["member"] == "2020/cats.jsonl");
        CHECK(shown[0]["offset"] == lines.find('\n') + 1);
    }
}

TEST_CASE("the ledger names the member that a problem is in") {
    const SmallArchive archive;
    archive.folder().write("news/zoo.zip", made_archive("zip", zoo_members()));
    archive.run({"index"});
    const std::string zip = archive.sources() + "/zoo.zip";
    const ProgramResult text = archive.run({"check", "--ledger", zip});
    CHECK(contains(text.out, zip + ": zip of plain text, json lines, zip, read 6, indexed 4, "
                                   "skipped 1, rejected 1\n"));
    CHECK(contains(text.out, "\n  2020/broken.json, line 1 (byte 0): rejected: "));
    CHECK(contains(text.out, "\n  2020/empty.txt, line 1 (byte 0): skipped: empty file\n"));
    const auto rows = objects(archive.run({"check", "--ledger", "--format=jsonl", zip}).out);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1]["member"] == "2020/broken.json");
    CHECK(rows[1]["path"] == "zoo.zip");
}

TEST_CASE("a dry run says what an archive holds") {
    const SmallArchive archive;
    archive.folder().write("news/zoo.tar", made_archive("ustar", zoo_members()));
    const ProgramResult run = archive.run({"index", "--dry-run", "-v"});
    CHECK(contains(run.out,
                   "zoo.tar: tar of plain text, json lines, zip, indexed 4, skipped 1, "
                   "rejected 1\n"));
}

TEST_CASE("an archive that is as it was is not read again, one that grew is") {
    const SmallArchive archive;
    std::vector<MadeMember> members{{"a.txt", zebras}};
    archive.folder().write("news/zoo.zip", made_archive("zip", members));
    CHECK(archive.run({"index"}).exit_code == 0);
    const ProgramResult again = archive.run({"index", "--checksum"});
    CHECK(contains(again.err, "indexed 0 + unchanged 5"));
    members.push_back({"b.jsonl", lines});
    archive.folder().write("news/zoo.zip", made_archive("zip", members));
    CHECK(contains(archive.run({"index"}).err, "indexed 2 + unchanged 5"));
    members.erase(members.begin());
    archive.folder().write("news/zoo.zip", made_archive("zip", members));
    CHECK(contains(archive.run({"index"}).err, "removed 1"));
    CHECK(archive.ids({"search", "zebras"}).empty());
}

TEST_CASE("archives come from standard input, too") {
    for (const char* format : {"ustar", "zip"}) {
        const SmallArchive archive;
        const ProgramResult run =
            archive.run({"index", "-"}, {.standard_input = made_archive(format, zoo_members())});
        CHECK(run.exit_code == 6);
        CHECK(archive.ids({"search", "zebras"}) ==
              std::vector<std::string>{"stdin/2020/zèbre.txt"});
    }
}

TEST_CASE("a hostile archive writes nothing and prints nothing that moves a cursor") {
    const SmallArchive archive;
    archive.folder().write(
        "news/hostile.tar",
        made_archive("gnutar", {{"../../../../tmp-of-nobody/dateline-escaped.txt", zebras},
                                {"/dateline-escaped.txt", zebras + "More.\n"},
                                {"bell\x07\x1B[2J.txt", zebras + "Other.\n"}}));
    const ProgramResult run = archive.run({"index"});
    CHECK(run.exit_code == 0);
    CHECK(contains(run.err, "leads out of the archive"));
    CHECK(run.err.find('\x1B') == std::string::npos);
    CHECK(run.err.find('\x07') == std::string::npos);
    for (const std::string& id : archive.ids({"search", "zebras"}))
        CHECK(id.find("..") == std::string::npos);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(archive.folder().path()))
        CHECK_FALSE(contains(entry.path().string(), "escaped"));
}
