#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"
#include "tests/publish_copies.hpp"

using namespace dateline;
using namespace dateline::test;

using Ids = std::vector<std::string>;

TEST_CASE("related finds what to read next to an article, or to a passage of it") {
    const SmallArchive archive;
    CHECK(archive.ids({"related", "summit"}) == Ids{"pause.txt"});
    CHECK(archive.ids({"related", "pause.txt"}) == Ids{"summit", "harbour"});
    CHECK(archive.ids({"related", "-n1", "pause.txt"}) == Ids{"summit"});
    CHECK(archive.ids({"related", "--before", "pause.txt"}) == Ids{"summit"});
    CHECK(archive.ids({"related", "summit#1"}) == Ids{"pause.txt"});
    const ProgramResult lines = archive.run({"related", "--format=jsonl", "summit"});
    const ProgramResult search = archive.run({"search", "--format=jsonl", "nato training"});
    const auto hit = nlohmann::ordered_json::parse(lines.out);
    const auto like = nlohmann::ordered_json::parse(search.out.substr(0, search.out.find('\n')));
    for (const auto& [key, value] : like.items()) {
        INFO(key);
        CHECK(hit.contains(key));
    }
    CHECK(hit.size() == like.size());
    CHECK(hit["rank"] == 1);
    CHECK_FALSE(hit["passages"][0]["matches"].empty());
    CHECK(archive.run({"related", "summit"}).out.find("Alliance pauses NATO") != std::string::npos);
}

TEST_CASE("related and why take ids from standard input") {
    const SmallArchive archive;
    const ProgramResult related =
        archive.run({"related", "--format=ids", "-"}, {.standard_input = "summit\npause.txt\n"});
    CHECK(related.out == "pause.txt\nsummit\nharbour\n");
    CHECK(related.exit_code == 0);
    CHECK(archive.run({"related", "-"}, {.standard_input = "summit\nnobody\n"}).exit_code == 1);
    CHECK(archive.run({"related", "-"}).exit_code == 1);
    const ProgramResult why = archive.run({"why", "--format=jsonl", "-", "nato"},
                                          {.standard_input = "summit\npause.txt\n"});
    CHECK(std::count(why.out.begin(), why.out.end(), '\n') == 2);
    CHECK(why.exit_code == 0);
}

TEST_CASE("related takes the id of an exact duplicate") {
    const SmallArchive archive;
    publish_copies(archive.index(), {.clusters = {}, .aliases = {{"reprint", "summit"}}});
    CHECK(archive.ids({"related", "reprint"}) == Ids{"pause.txt"});
}

TEST_CASE("related says why it finds nothing") {
    const SmallArchive archive;
    const auto check_note = [&](std::vector<std::string> arguments, const std::string& note) {
        arguments.insert(arguments.begin(), "related");
        const ProgramResult result = archive.run(arguments);
        INFO(result.err);
        CHECK(result.exit_code == 1);
        CHECK(result.out.empty());
        CHECK(result.err.find(note) != std::string::npos);
    };
    check_note({"no/such/id"}, "no article has the id 'no/such/id'");
    check_note({"summit#9"}, "'summit' has no passage 9");
    check_note({"only-headline"}, "the article has no words that tell what it is about");
    check_note({"--before", "harbour"}, "the article has no date");
    check_note({"--before", "summit"}, "no older article shares its telling words");
    CHECK(archive.run({"related"}).exit_code == 2);
    CHECK(archive.run({"related", "a", "b"}).exit_code == 2);
}
