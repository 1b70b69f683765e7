#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/publish_copies.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

// Takes the first two articles, in document order, for near-duplicates: "pause.txt" and "summit".
void add_copies(const SmallArchive& archive) {
    publish_copies(archive.index(),
                   {.clusters = {{{0, 0}, {0, 1}}}, .aliases = {{"reprint", "summit"}}});
}

}  // namespace

TEST_CASE("search folds near-identical copies, and unfolds them when asked") {
    const SmallArchive archive;
    add_copies(archive);
    CHECK(archive.ids({"search", "nato"}) == Ids{"pause.txt"});
    CHECK(archive.ids({"search", "--copies", "nato"}) == Ids{"pause.txt", "summit"});
    CHECK(archive.ids({"search", "-n1", "--copies", "nato"}) == Ids{"pause.txt"});
    CHECK(archive.ids({"search", "-n2", "nato training"}) == Ids{"pause.txt", "harbour"});

    const ProgramResult text = archive.run({"search", "nato"});
    CHECK(text.out.find("    1 near-identical copy · 1 more id\n") != std::string::npos);
    CHECK(text.out.find("1 article and 1 near-identical copy, 2 passages") != std::string::npos);
    const ProgramResult lines = archive.run({"search", "--format=jsonl", "nato"});
    CHECK(nlohmann::json::parse(lines.out)["copies"] == Ids{"reprint", "summit"});
    CHECK(lines.err.empty());
}

TEST_CASE("an exact duplicate's id shows the article under that id") {
    const SmallArchive archive;
    add_copies(archive);
    const ProgramResult kept = archive.run({"show", "summit", "--format=jsonl"});
    for (const char* id : {"reprint", "repr", "rint"}) {
        const ProgramResult result = archive.run({"show", id, "--format=jsonl"});
        REQUIRE(result.exit_code == 0);
        nlohmann::ordered_json article = nlohmann::ordered_json::parse(result.out);
        CHECK(article["id"] == "reprint");
        article["id"] = "summit";
        CHECK(article == nlohmann::ordered_json::parse(kept.out));
    }
    const ProgramResult passage = archive.run({"show", "reprint#1", "--format=jsonl"});
    CHECK(nlohmann::json::parse(passage.out)["id"] == "reprint#1");
    CHECK(archive.ids({"search", "id:reprint"}) == Ids{"summit"});
    CHECK(archive.ids({"search", "nato NOT id:reprint"}) == Ids{"pause.txt"});
}
