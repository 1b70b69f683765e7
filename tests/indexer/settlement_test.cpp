#include "indexer/settlement.hpp"

#include "corpus/manifest.hpp"
#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

/// Runs over a folder that changes; settle() is what brings back what an unchanged file holds.
struct Archive {
    test::TemporaryFolder folder;
    std::string news = (folder / "news").string();

    void write(const std::string& name, const std::vector<std::string>& records) const {
        std::string lines;
        for (const std::string& record : records) lines += record + "\n";
        folder.write("news/" + name, lines);
    }
    void remove(const std::string& name) const {
        std::filesystem::remove(folder / ("news/" + name));
    }
    Ledger run() const { return test::run_index(folder / "index", {news}).ledger; }
    std::map<std::string, Article> contents() const {
        return test::index_contents(folder / "index");
    }
};

std::string record(const std::string& id, const std::string& headline, const std::string& day,
                   const std::string& section = "News") {
    return R"({"id":")" + id + R"(","headline":")" + headline + R"(","date":"2020-01-)" + day +
           R"(","section":")" + section + R"(","body":"What there is to say."})";
}

}  // namespace

TEST_CASE("an older version comes back from its unchanged file when the newer one is gone") {
    Archive archive;
    archive.write("a.jsonl", {record("1", "Storm", "01"), record("2", "Calm", "01")});
    archive.write("b.jsonl", {record("1", "Storm", "02")});
    CHECK(archive.run().superseded == 1);
    CHECK(iso_date(archive.contents().at("1").date) == "2020-01-02");
    archive.remove("b.jsonl");
    const Ledger ledger = archive.run();
    CHECK(ledger.indexed == 1);
    CHECK(ledger.unchanged == 1);
    CHECK(ledger.removed == 0);
    CHECK(iso_date(archive.contents().at("1").date) == "2020-01-01");
}

TEST_CASE("of equal articles the least id is in the index, and the next one follows it") {
    Archive archive;
    archive.write("a.jsonl", {record("m", "Storm", "01", "World")});
    CHECK(archive.run().indexed == 1);
    archive.write("b.jsonl", {record("x", "Storm", "01", "Sport")});
    CHECK(archive.run().duplicate == 1);
    CHECK(archive.contents().size() == 1);
    archive.write("c.jsonl", {record("b", "Storm", "01", "Front")});
    const Ledger lesser = archive.run();
    CHECK(lesser.indexed == 1);
    CHECK(lesser.duplicate == 2);
    CHECK(lesser.removed == 0);
    CHECK(archive.contents().at("b").section == "Front");
    archive.remove("c.jsonl");
    CHECK(archive.run().removed == 1);
    CHECK(archive.contents().at("m").section == "World");
    archive.write("a.jsonl", {record("m", "Calm", "01")});
    CHECK(archive.run().indexed == 2);
    CHECK(archive.contents().at("x").section == "Sport");
    CHECK(archive.contents().at("m").headline == "Calm");
}

TEST_CASE("a copy in a root that is not read takes the place of the one that is gone") {
    Archive archive;
    archive.write("a.jsonl", {record("a", "Storm", "01")});
    archive.folder.write("more/b.jsonl", record("b", "Storm", "01", "More"));
    test::run_index(archive.folder / "index", {(archive.folder / "more").string()});
    CHECK(archive.run().indexed == 1);
    CHECK(archive.contents().size() == 1);
    archive.remove("a.jsonl");
    CHECK(archive.run().removed == 1);
    CHECK(archive.contents().at("b").section == "More");

    // Where that root cannot be read either, the text is that of the copy.
    archive.write("a.jsonl", {record("a", "Storm", "01")});
    archive.run();
    archive.remove("a.jsonl");
    std::filesystem::rename(archive.folder / "more", archive.folder / "elsewhere");
    archive.run();
    CHECK(archive.contents().at("b").section == "News");
}
