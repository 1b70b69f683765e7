#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string last_line(std::string text) {
    if (!text.empty() && text.back() == '\n') text.pop_back();
    return text.substr(text.rfind('\n') + 1);
}

}  // namespace

TEST_CASE("a run ends with its ledger, on stderr, and as an object on request") {
    const SmallArchive archive;
    const ProgramResult again = archive.run({"index", archive.sources(), "--format=jsonl"});
    CHECK(again.exit_code == 0);
    CHECK(last_line(again.err) ==
          "read 4 = indexed 0 + unchanged 4 + duplicate 0 + superseded 0 + skipped 0 + rejected 0; "
          "removed 0");
    CHECK(nlohmann::json::parse(again.out)["unchanged"] == 4);
    CHECK(archive.run({"index"}).exit_code == 0);  // every remembered root
}

TEST_CASE("reindexing replaces what changed and removes what is gone") {
    const SmallArchive archive;
    archive.folder().write("news/pause.txt",
                           "A new headline\n\n6 January 2020\n\nZebras at large.\n");
    archive.folder().write("news/courier.jsonl",
                           R"({"id":"summit","headline":"Leaders meet","body":"Nothing more."})");
    const ProgramResult result = archive.run({"index", archive.sources()});
    CHECK(result.exit_code == 0);
    CHECK(last_line(result.err) ==
          "read 2 = indexed 2 + unchanged 0 + duplicate 0 + superseded 0 + skipped 0 + rejected 0; "
          "removed 2");
    using Ids = std::vector<std::string>;
    CHECK(archive.ids({"search", "zebras"}) == Ids{"pause.txt"});
    CHECK(archive.ids({"search", "alliance"}).empty());
    CHECK(archive.ids({"search", "harbour"}).empty());
    CHECK(archive.ids({"search", "leaders"}) == Ids{"summit"});
}

TEST_CASE("a root that is gone is exit 4 and removes nothing") {
    const SmallArchive archive;
    fs::rename(archive.sources(), archive.sources() + "-moved");
    for (const auto& arguments :
         {std::vector<std::string>{"index"}, {"index", archive.sources()}}) {
        const ProgramResult result = archive.run(arguments);
        CHECK(result.exit_code == 4);
        CHECK(contains(result.err, archive.sources()));
    }
    CHECK(archive.ids({"search", "nato"}).size() == 2);
}

TEST_CASE("bad records are named one by one and the rest goes on") {
    const TemporaryFolder folder;
    const std::string index = (folder / "index").string();
    folder.write("news/mixed.jsonl",
                 "{\"id\":\"a\",\"headline\":\"First\",\"body\":\"One.\"}\n"
                 "{\"id\":\"b\",\"headline\":\"Broken\n"
                 "{\"id\":\"c\",\"headline\":\"Bad \xff byte\",\"body\":\"Two.\"}\n"
                 "{\"id\":\"d\",\"headline\":\"Last\",\"body\":\"Three.\"}\n");
    folder.write("news/empty.txt", "");
    folder.write("news/binary", std::string("\x7f"
                                            "ELF\0\0\0\1",
                                            8));
    const ProgramResult result =
        run_dateline({"index", "--index", index, (folder / "news").string()});
    CHECK(result.exit_code == 6);
    CHECK(contains(result.err, "mixed.jsonl, line 2"));
    CHECK(contains(result.err, "mixed.jsonl, line 3"));
    CHECK(contains(result.err, "UTF-8"));
    CHECK(contains(result.err, "empty"));
    CHECK(contains(result.err, "binary"));
    CHECK(last_line(result.err) ==
          "read 6 = indexed 3 + unchanged 0 + duplicate 0 + superseded 0 + skipped 1 + rejected 2; "
          "removed 0");
    // The same rejections again are no news.
    CHECK(run_dateline({"index", "--index", index}).exit_code == 0);
}

TEST_CASE("an ambiguous date needs --date-order, and the message names it") {
    const TemporaryFolder folder;
    const std::string index = (folder / "index").string();
    folder.write("news/a.jsonl",
                 R"({"id":"a","headline":"Vote","date":"5/1/2020","body":"Text."})");
    const std::vector<std::string> first{"index", "--index", index, (folder / "news").string()};
    const ProgramResult without = run_dateline(first);
    CHECK(without.exit_code == 0);
    CHECK(contains(without.err, "--date-order"));
    CHECK(run_dateline({"search", "--index", index, "date:none"}).exit_code == 0);

    const ProgramResult with = run_dateline({"index", "--index", index, "--date-order", "dmy"});
    CHECK(with.exit_code == 0);
    CHECK(run_dateline({"search", "--index", index, "date:2020-01-05"}).exit_code == 0);
    CHECK(run_dateline({"index", "--index", index, "--date-order", "ydm"}).exit_code == 2);
}

TEST_CASE("the index folder is never one that holds something else") {
    const TemporaryFolder folder;
    folder.write("precious/letter.txt", "Dear all");
    folder.write("news/a.txt", "Headline\n\nText.\n");
    const ProgramResult result = run_dateline(
        {"index", "--index", (folder / "precious").string(), (folder / "news").string()});
    CHECK(result.exit_code == 3);
    CHECK(contains(result.err, "not an index"));
    CHECK(fs::exists(folder / "precious/letter.txt"));
    CHECK(std::distance(fs::directory_iterator(folder / "precious"), fs::directory_iterator()) ==
          1);
}

TEST_CASE("an empty folder is no failure") {
    const TemporaryFolder folder;
    fs::create_directory(folder / "news");
    const ProgramResult result =
        run_dateline({"index", "--index", (folder / "index").string(), (folder / "news").string()});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "no articles found"));
}

TEST_CASE("standard input is a source that never removes") {
    const SmallArchive archive;
    const ProgramResult result =
        archive.run({"index", "-"},
                    {.standard_input = R"({"id":"piped","headline":"Piped in","body":"Zebras."})"});
    CHECK(result.exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}) == std::vector<std::string>{"piped"});
    CHECK(archive.ids({"search", "nato"}).size() == 2);
}

TEST_CASE("progress is silent when piped and an object a line on request") {
    const SmallArchive archive;
    archive.folder().write("news/more.txt", "More\n\nText.\n");
    const ProgramResult result = archive.run({"index", "--progress", "json"});
    CHECK(result.exit_code == 0);
    const auto first = nlohmann::json::parse(result.err.substr(0, result.err.find('\n')));
    for (const char* key : {"phase", "files", "articles", "bytes", "bytes_total", "bytes_per_s",
                            "eta_s", "rejected"}) {
        INFO(key);
        CHECK(first.contains(key));
    }
    CHECK_FALSE(contains(archive.run({"index"}).err, "phase"));
}

TEST_CASE("an unreadable file is reported and the rest goes on") {
    const TemporaryFolder folder;
    folder.write("news/a.txt", "Headline\n\nText.\n");
    const fs::path secret = folder.write("news/b.txt", "Secret\n\nText.\n");
    fs::permissions(secret, fs::perms::none);
    fs::permissions(folder.path(), fs::perms::all);
    const std::vector<std::string> words{"index", "--index", (folder / "index").string(),
                                         (folder / "news").string()};
    const ProgramResult result = run_dateline(words, {.as_nobody = true});
    CHECK(result.exit_code == 6);
    CHECK(contains(result.err, "b.txt"));
    CHECK(contains(last_line(result.err), "indexed 1"));
}

TEST_CASE("an article of several sections is found by each of them") {
    const dateline::test::TemporaryFolder folder;
    folder.write("news/wire.sgm",
                 "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"7\">\n"
                 "<DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>cocoa</D><D>grain</D></TOPICS>"
                 "<TEXT>&#2;<TITLE>LINDQVIST SHIPS</TITLE><BODY>Three ships sail.</BODY></TEXT>\n"
                 "</REUTERS>\n");
    const std::string index = (folder / "index").string();
    const auto indexed =
        dateline::test::run_dateline({"index", "--index", index, (folder / "news").string()});
    CHECK(indexed.exit_code == 0);
    for (const char* section : {"section:cocoa", "section:grain", "section:\"cocoa; grain\""}) {
        INFO(section);
        const auto found = dateline::test::run_dateline({"search", "--index", index, section});
        CHECK(found.exit_code == 0);
        CHECK(found.out.find("LINDQVIST SHIPS") != std::string::npos);
    }
    const auto none = dateline::test::run_dateline({"search", "--index", index, "section:ship"});
    CHECK(none.exit_code == 1);
}
