#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

using Ids = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<nlohmann::json> json_lines(const std::string& text) {
    std::vector<nlohmann::json> objects;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        objects.push_back(nlohmann::json::parse(line));
    return objects;
}

nlohmann::json ledger(const ProgramResult& result) { return json_lines(result.out).back(); }

// A listing with times, to see that nothing was written.
std::string listing(const fs::path& folder) {
    std::vector<std::string> lines;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        lines.push_back(entry.path().string() + " " +
                        std::to_string(entry.last_write_time().time_since_epoch().count()));
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

std::string article(int number) {
    return R"({"id":"n)" + std::to_string(number) + R"(","headline":"Number )" +
           std::to_string(number) + R"(","body":"Zebras at large, )" + std::to_string(number) +
           " of them.\"}\n";
}

}  // namespace

TEST_CASE("a run that would remove too much is refused, and says how to allow it") {
    const SmallArchive archive;
    std::string lines;
    for (int i = 0; i < 150; ++i) lines += article(i);
    archive.folder().write("news/zebras.jsonl", lines);
    REQUIRE(archive.run({"index"}).exit_code == 0);
    fs::remove(archive.folder() / "news/zebras.jsonl");
    const ProgramResult refused = archive.run({"index"});
    CHECK(refused.exit_code == 5);
    CHECK(contains(refused.err, "150 of the 154 articles of " + archive.sources()));
    CHECK(contains(refused.err, "--max-removals"));
    CHECK(archive.ids({"search", "zebras", "-n", "0"}).size() == 150);

    const ProgramResult dry = archive.run({"index", "--dry-run", "--format=jsonl"});
    CHECK(dry.exit_code == 0);
    CHECK(contains(dry.err, "would be refused"));
    CHECK(ledger(dry)["removed"] == 150);

    const ProgramResult kept = archive.run({"index", "--keep-vanished"});
    CHECK(kept.exit_code == 0);
    CHECK(archive.ids({"search", "zebras", "-n", "0"}).size() == 150);
    CHECK(archive.run({"index", "--max-removals", "149"}).exit_code == 5);
    CHECK(archive.run({"index", "--max-removals", "10%"}).exit_code == 5);
    CHECK(archive.run({"index", "--max-removals", "150"}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}).empty());
}

TEST_CASE("a dry run tells what each file was taken for and writes nothing") {
    const SmallArchive archive;
    archive.folder().write("news/zebras.jsonl", article(1) + article(2));
    fs::remove(archive.folder() / "news/pause.txt");
    const std::string before = listing(archive.index());
    const ProgramResult dry = archive.run({"index", "--dry-run", "-v"});
    CHECK(dry.exit_code == 0);
    CHECK(contains(dry.out, "zebras.jsonl: json lines, indexed 2\n"));
    CHECK(contains(dry.out, "courier.jsonl: json lines, unchanged 3\n"));
    CHECK(contains(dry.out, "pause.txt: plain text, removed 1\n"));
    CHECK(contains(dry.err, "read 5 = indexed 2 + unchanged 3"));
    CHECK(listing(archive.index()) == before);

    const std::string nowhere = (archive.folder() / "nowhere").string();
    CHECK(run_dateline({"index", "--index", nowhere, "--dry-run", archive.sources()}).exit_code ==
          0);
    CHECK_FALSE(fs::exists(nowhere));
}

TEST_CASE("an unchanged archive is seen as such without a byte written, even when checked") {
    const SmallArchive archive;
    const std::string before = listing(archive.index());
    for (const Ids& words : {Ids{"index"}, {"index", "--checksum"}}) {
        const ProgramResult result = archive.run(words);
        CHECK(result.exit_code == 0);
        CHECK(contains(result.err, "nothing changed"));
    }
    // The lock names its last holder.
    fs::last_write_time(archive.folder() / "index/lock", fs::file_time_type{});
    const auto without_lock = [](std::string text) {
        return text.substr(0, text.find("/lock")) +
               text.substr(text.find('\n', text.find("/lock")));
    };
    CHECK(without_lock(listing(archive.index())) == without_lock(before));
}

TEST_CASE("a change that hides behind equal size and times is found by --checksum") {
    const SmallArchive archive;
    const fs::path file =
        archive.folder().write("news/zebra.txt", "Zebras\n\nOne zebra at large.\n");
    const auto old_time = fs::file_time_type::clock::now() - std::chrono::hours(1);
    fs::last_write_time(file, old_time);
    archive.run({"index"});
    archive.folder().write("news/zebra.txt", "Zebras\n\nTwo tapir at large.\n");
    fs::last_write_time(file, old_time);
    CHECK(archive.run({"index", "--checksum"}).exit_code == 0);
    CHECK(archive.ids({"search", "tapir"}) == Ids{"zebra.txt"});
}

TEST_CASE("rejections are new once, unless every one counts, and are listed each time") {
    const SmallArchive archive;
    archive.folder().write("news/mixed.jsonl", article(1) + "{broken\n");
    archive.folder().write("news/empty.txt", "");
    const std::string rejects = (archive.folder() / "rejects.jsonl").string();
    CHECK(archive.run({"index", "--rejects", rejects}).exit_code == 6);
    const std::string first = read_bytes(rejects);
    const auto objects = json_lines(first);
    REQUIRE(objects.size() == 2);
    CHECK(objects[0]["path"] == "empty.txt");
    CHECK(objects[0]["outcome"] == "skipped");
    CHECK(objects[1]["path"] == "mixed.jsonl");
    CHECK(objects[1]["line"] == 2);
    CHECK(objects[1]["outcome"] == "rejected");
    CHECK(objects[1]["format"] == "json lines");

    const ProgramResult again = archive.run({"index", "--rejects", rejects});
    CHECK(again.exit_code == 0);
    CHECK_FALSE(contains(again.err, "broken"));
    CHECK(contains(again.err, "skipped 1 + rejected 1"));
    CHECK(read_bytes(rejects) == first);
    CHECK(archive.run({"index", "--strict"}).exit_code == 6);
    CHECK(archive.run({"index", "--rejects", "/nonexistent/file"}).exit_code == 4);
}

TEST_CASE("a root is forgotten with its articles, and the others are left alone") {
    const SmallArchive archive;
    archive.folder().write("more/zebra.jsonl", article(1));
    const std::string more = (archive.folder() / "more").string();
    archive.run({"index", more});
    fs::remove_all(more);  // it need not be there any more
    CHECK(archive.run({"index", "--forget", "/elsewhere"}).exit_code == 2);
    const ProgramResult result = archive.run({"index", "--forget", more});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "removed 1"));
    CHECK(archive.ids({"search", "zebras"}).empty());
    CHECK_FALSE(contains(archive.run({"status"}).out, more));
    CHECK(archive.run({"index"}).exit_code == 0);
    CHECK(archive.ids({"search", "nato"}).size() == 2);
}

TEST_CASE("what is withdrawn is gone, stays gone, and cannot be rolled back") {
    const SmallArchive archive;
    archive.folder().write("news/zebra.jsonl", article(1) + article(2));
    archive.run({"index"});
    const std::string list =
        archive.folder().write("ids", "n1\tcourt order\nunknown-id\n").string();
    const ProgramResult result = archive.run({"index", "--withdraw", list});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "unknown-id"));
    CHECK(contains(result.err, "removed 1"));
    CHECK(archive.ids({"search", "zebras"}) == Ids{"n2"});
    CHECK(archive.run({"show", "n1"}).exit_code == 1);

    const std::string rejects = (archive.folder() / "rejects.jsonl").string();
    archive.folder().write("news/zebra.jsonl", article(1) + article(2) + article(3));
    archive.folder().write("news/again.jsonl", article(1));
    CHECK(archive.run({"index", "--rejects", rejects}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}).size() == 2);
    CHECK(contains(read_bytes(rejects), R"("reason":"withdrawn: court order","id":"n1")"));
    CHECK(archive.run({"index", "--rebuild"}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}).size() == 2);
    CHECK(archive.run({"index", "--rollback=3"}).exit_code == 2);
    CHECK(archive.run({"index", "--rollback=2"}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}) == Ids{"n2"});
}

TEST_CASE("an earlier state is listed, put in force again, and left again") {
    const SmallArchive archive;
    archive.folder().write("news/zebra.jsonl", article(1));
    archive.run({"index"});
    CHECK(contains(archive.run({"status", "-v"}).out, "4 articles; index --rollback=1"));
    CHECK_FALSE(contains(archive.run({"status"}).out, "--rollback"));
    CHECK(archive.run({"index", "--rollback"}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}).empty());
    CHECK(archive.run({"index", "--rollback=1"}).exit_code == 0);
    CHECK(archive.ids({"search", "zebras"}) == Ids{"n1"});
    CHECK(archive.run({"index", "--rollback=x"}).exit_code == 2);
    CHECK(archive.run({"index", "--rollback", archive.sources()}).exit_code == 2);
}

TEST_CASE("a merge, a rebuild and a new analysis change no answer") {
    const SmallArchive archive;
    for (int i = 0; i < 4; ++i) {
        archive.folder().write("news/" + std::to_string(i) + ".jsonl",
                               article(i) + article(10 + i % 2));
        archive.run({"index"});
    }
    fs::remove(archive.folder() / "news/2.jsonl");
    archive.run({"index"});
    const Ids query{"search", "--format=jsonl", "-n", "0", "zebras"};
    const std::string answer = archive.run(query).out;
    for (const char* option : {"--merge", "--rebuild", "--reanalyse"}) {
        const ProgramResult result = archive.run({"index", option});
        CHECK(result.exit_code == 0);
        CHECK(archive.run(query).out == answer);
        CHECK(nlohmann::json::parse(archive.run({"status", "--format=jsonl"}).out)["segments"] ==
              1);
    }
}

TEST_CASE("files are named by a list, left out by a pattern, and fields set") {
    const TemporaryFolder folder;
    const std::string index = (folder / "index").string();
    folder.write("news/a.jsonl", article(1));
    folder.write("news/b.log", "Zebras\n\nNot for reading.\n");
    folder.write("news/old/c.jsonl", article(2));
    folder.write("news/.datelineignore", "*.log\n");
    folder.write("more/d.jsonl", article(3));
    const std::string list = (folder / "news").string() + '\0' + (folder / "more").string() + '\0';
    const ProgramResult result =
        run_dateline({"index", "--index", index, "--files-from", "-", "-0", "--exclude", "[no]ld/",
                      "--set", "source=Savanna Post", "--set", "language=English"},
                     {.standard_input = list});
    CHECK(result.exit_code == 0);
    CHECK(contains(result.err, "indexed 2"));
    const auto found = json_lines(run_dateline({"search", "--index", index, "--format=jsonl",
                                                "source:\"savanna post\" zebras"})
                                      .out);
    REQUIRE(found.size() == 2);
    CHECK(found[0]["source"] == "Savanna Post");
    CHECK(found[0]["language"] == "en");
}

TEST_CASE("values that make no sense are usage errors") {
    const SmallArchive archive;
    for (const Ids& words : {Ids{"index", "--memory", "1X"},
                             {"index", "--memory", "1M"},
                             {"index", "--writer", "x"},
                             {"index", "--max-removals", "x"},
                             {"index", "--set", "body=x"},
                             {"index", "-0"},
                             {"index", "--threads", "0"},
                             {"index", "-j", "x"},
                             {"index", "--max-record", "big"}}) {
        INFO(words.back());
        CHECK(archive.run(words).exit_code == 2);
    }
    CHECK(archive.run({"index", "-j", "3", "--memory", "300M", "--writer=stock"}).exit_code == 0);
}

TEST_CASE("an article whose file cannot be read at the moment stays") {
    const SmallArchive archive;
    fs::permissions(archive.folder().path(), fs::perms::all);
    fs::create_directories(archive.folder() / "index");
    for (const auto& entry : fs::recursive_directory_iterator(archive.index()))
        fs::permissions(entry.path(), fs::perms::all);
    fs::permissions(archive.index(), fs::perms::all);
    fs::permissions(archive.folder() / "news/pause.txt", fs::perms::none);
    const ProgramResult result = archive.run({"index"}, {.as_nobody = true});
    CHECK(result.exit_code == 6);
    CHECK(contains(result.err, "stay in the index as they were"));
    CHECK(contains(result.err, "unchanged 4"));
    CHECK(contains(result.err, "removed 0"));
    CHECK(archive.ids({"search", "nato"}).size() == 2);
    CHECK(archive.run({"index"}, {.as_nobody = true}).exit_code == 0);  // no news any more
    fs::permissions(archive.folder() / "news/pause.txt", fs::perms::all);
    CHECK(contains(archive.run({"index"}, {.as_nobody = true}).err, "unchanged 4"));
}
