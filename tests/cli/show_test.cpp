#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

#include <algorithm>
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;

TEST_CASE("show prints an article with what is known of it") {
    const SmallArchive archive;
    const ProgramResult result = archive.run({"show", "pause.txt"});
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("Alliance pauses NATO training in Iraq") == 0);
    CHECK(result.out.find("5 January 2020") != std::string::npos);
    CHECK(result.out.find("when it is safe") != std::string::npos);

    const auto object =
        nlohmann::json::parse(archive.run({"show", "--format", "jsonl", "summit"}).out);
    CHECK(object["id"] == "summit");
    CHECK(object["body"] == "NATO leaders spoke about Iraq.\n\nThe meeting lasted a day.");
    CHECK(object["source"] == "Harbour Courier");
    CHECK(object["path"] == "courier.jsonl");
}

TEST_CASE("an id may be cut short where it is clear, and is refused where it is not") {
    const SmallArchive archive;
    CHECK(archive.run({"show", "summ"}).exit_code == 0);
    CHECK(archive.run({"show", "use.txt"}).exit_code == 0);
    const ProgramResult unknown = archive.run({"show", "nobody"});
    CHECK(unknown.exit_code == 1);
    CHECK(unknown.out.empty());
    CHECK(archive.run({"show"}).exit_code == 2);
    CHECK(archive.run({"show", ""}).err.starts_with("dateline: error: the id is empty\n"));
}

TEST_CASE("a passage can be shown by its number") {
    const SmallArchive archive;
    const ProgramResult by_id = archive.run({"show", "summit#1"});
    CHECK(by_id.exit_code == 0);
    CHECK(by_id.out == archive.run({"show", "summit", "--passage", "1"}).out);
    CHECK(archive.run({"show", "summit#7"}).exit_code == 1);
}

TEST_CASE("show --raw gives every field with its provenance, and where the record stands") {
    const SmallArchive archive;
    const ProgramResult text = archive.run({"show", "--raw", "summit"});
    CHECK(text.exit_code == 0);
    CHECK(
        text.out.starts_with("id        record    summit\n"
                             "headline  record    Leaders meet in Watford\n"
                             "date      record    2019-12-04T10:00:00Z"));
    CHECK(text.out.find("\nplace     -         -\n") != std::string::npos);
    CHECK(text.out.find("\nroot                " + archive.sources() + "\n") != std::string::npos);
    CHECK(text.out.find("\nline                1\n") != std::string::npos);

    const auto object =
        nlohmann::json::parse(archive.run({"show", "--raw", "--format=jsonl", "pause.txt"}).out);
    CHECK(object["id"] == "pause.txt");
    CHECK(object["fields"].size() == 10);
    CHECK(object["fields"]["date"]["value"] == "2020-01-05");
    CHECK(object["fields"]["date"]["provenance"] == "record");
    CHECK(object["fields"]["id"]["provenance"] == "path");
    CHECK(object["fields"]["language"]["value"] == "en");
    CHECK(object["fields"]["language"]["provenance"] == "detected");
    CHECK(object["fields"]["byline"]["value"].is_null());
    CHECK(object["fields"]["byline"]["provenance"].is_null());
    CHECK(object["origin"]["path"] == "pause.txt");
    CHECK(object["origin"]["record"].is_null());

    CHECK(archive.run({"show", "--raw", "summit#1"}).exit_code == 2);
}

TEST_CASE("ids come from standard input, one a line") {
    const SmallArchive archive;
    const ProgramResult result =
        archive.run({"show", "--format=jsonl", "-"}, {.standard_input = "summit\nharbour\n"});
    CHECK(result.exit_code == 0);
    CHECK(std::count(result.out.begin(), result.out.end(), '\n') == 2);
    const ProgramResult none = archive.run({"show", "-"}, {.standard_input = "\n"});
    CHECK(none.exit_code == 1);
    CHECK(none.err == "dateline: note: standard input names no article\n");
    CHECK(archive.run({"show", "summit#1", "--passage", "2"}).exit_code == 2);
    CHECK(archive.run({"show", "summit#1", "--passage", "1"}).exit_code == 0);
}

TEST_CASE("show marks what a query matches") {
    const SmallArchive archive;
    const ProgramResult text =
        archive.run({"show", "--color=always", "--matches", "\"nato training\"", "pause.txt"});
    CHECK(text.exit_code == 0);
    CHECK(text.out.starts_with("\x1b[1mAlliance pauses \x1b[0m\x1b[1;31mNATO training\x1b[0m"));
    const auto object = nlohmann::json::parse(
        archive.run({"show", "--format=json", "--matches=nato training", "pause.txt"}).out);
    const std::string body = object["body"];
    std::vector<std::string> marked;
    for (const auto& range : object["matches"])
        marked.push_back(
            body.substr(range[0], range[1].get<std::size_t>() - range[0].get<std::size_t>()));
    CHECK(marked == std::vector<std::string>{"NATO", "training"});
    CHECK(object["headline_matches"].size() == 2);
    const ProgramResult passage =
        archive.run({"show", "--format=markdown", "--matches", "nato", "pause.txt#1"});
    CHECK(passage.out.find("\n> **NATO** training in Iraq is to begin") != std::string::npos);
}

TEST_CASE("show says where a query matches nothing, and refuses what is no query") {
    const SmallArchive archive;
    const ProgramResult nothing = archive.run({"show", "--matches", "zebra", "summit"});
    CHECK(nothing.exit_code == 0);
    CHECK(nothing.err == "dateline: note: the query matches nothing in summit\n");
    CHECK(archive.run({"show", "--matches", "a \"b", "summit"}).exit_code == 2);
    CHECK(archive.run({"show", "--matches", "a", "--raw", "summit"}).exit_code == 2);
    CHECK(archive.run({"show", "--format=markdown", "--raw", "summit"}).exit_code == 2);
}
