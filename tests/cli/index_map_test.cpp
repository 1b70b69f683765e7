#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

using Words = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Articles under keys that nobody else uses, and an index that is not there yet.
class OddArchive {
  public:
    OddArchive() {
        folder_.write(
            "news/odd.jsonl",
            R"({"nr": 1, "kop": {"groot": "Haven dicht"}, "blokken": [{"t": "<p>Eén.</p>"}, )"
            R"({"t": "Twee zebra's."}], "dag": "2020-01-05", "krant": "Havenpost"})"
            "\n"
            R"({"nr": 2, "kop": {"klein": "Haven open"}, "blokken": [], "dag": null})"
            "\n");
    }
    ProgramResult index(const std::string& map, Words more = {}) const {
        Words words{"index",
                    "--index",
                    (folder_ / "index").string(),
                    "--map",
                    folder_.write("map.json", map).string(),
                    (folder_ / "news").string()};
        words.insert(words.end(), more.begin(), more.end());
        return run_dateline(words);
    }
    nlohmann::json first_hit(const std::string& query) const {
        const ProgramResult result = run_dateline(
            {"search", "--index", (folder_ / "index").string(), "--format=jsonl", query});
        return nlohmann::json::parse(result.out.substr(0, result.out.find('\n')), nullptr, false);
    }
    const TemporaryFolder& folder() const { return folder_; }

  private:
    TemporaryFolder folder_;
};

constexpr const char* map = R"({"id": "nr", "headline": ["kop.groot", "kop.klein"],
    "body": "blokken.*.t", "date": "dag", "source": "krant"})";

}  // namespace

TEST_CASE("a map says where records have their fields") {
    const OddArchive archive;
    const ProgramResult result = archive.index(map);
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "indexed 2"));
    CHECK_FALSE(contains(result.err, "--map"));
    const nlohmann::json hit = archive.first_hit("zebra's");
    CHECK(hit["id"] == "1");
    CHECK(hit["headline"] == "Haven dicht");
    CHECK(hit["date"] == "2020-01-05");
    CHECK(hit["source"] == "Havenpost");
    CHECK(archive.first_hit("open")["headline"] == "Haven open");
}

TEST_CASE("without a map the keys are named, so that one can be written") {
    const OddArchive archive;
    const ProgramResult result =
        run_dateline({"index", "--index", (archive.folder() / "index").string(),
                      (archive.folder() / "news").string()});
    CHECK(contains(result.err, "has neither headline nor body (keys: nr, kop, blokken, dag"));
}

TEST_CASE("files are read again when the map is another") {
    const OddArchive archive;
    REQUIRE(archive.index(map).exit_code == 0);
    CHECK(contains(archive.index(map).err, "unchanged 2"));
    const ProgramResult result =
        archive.index(R"({"id": "nr", "headline": "dag", "body": "blokken.t"})");
    CHECK(contains(result.err, "indexed 1"));
    CHECK(archive.first_hit("zebra's")["headline"] == "2020-01-05");
}

TEST_CASE("a path that leads to text in no record is told") {
    const OddArchive archive;
    const ProgramResult result =
        archive.index(R"({"headline": ["kop.groot", "kop.klein"], "body": "bloken.*.t"})");
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err,
                   "warning: --map: none of the 2 records read has text at \"bloken.*.t\", where "
                   "body should be"));
    CHECK_FALSE(contains(result.err, "kop."));
}

TEST_CASE("a map that cannot be read, or makes no sense, is refused before anything is done") {
    const OddArchive archive;
    const ProgramResult typo = archive.index(R"({"headlin": "kop.groot"})");
    CHECK(typo.exit_code == 2);
    CHECK(contains(typo.err, "map.json: no field is called \"headlin\""));
    CHECK(contains(typo.err, "did you mean \"headline\"?"));
    CHECK(archive.index("kop = headline").exit_code == 2);
    CHECK(archive.index("{}").exit_code == 2);
    CHECK_FALSE(std::filesystem::exists(archive.folder() / "index"));
    const ProgramResult missing = run_dateline(
        {"index", "--index", (archive.folder() / "index").string(), "--map",
         (archive.folder() / "none.json").string(), (archive.folder() / "news").string()});
    CHECK(missing.exit_code == 4);
    CHECK(contains(missing.err, "none.json"));
}
