#include <sys/stat.h>

#include <fstream>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/manifest.hpp"
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

TEST_CASE("who meets damage is told the next command to type, with the index in it") {
    const SmallArchive archive;
    fs::resize_file(fs::path(archive.index()) / "segment-1/articles", 20);
    const ProgramResult search = archive.run({"search", "nato"});
    CHECK(search.exit_code == 3);
    CHECK(contains(search.err, "dateline --index " + archive.index() + " check; "));
    const SmallArchive whole;
    CHECK(contains(
        run_dateline({"--index", whole.index(), "--index", archive.index(), "search", "nato"}).err,
        "dateline --index " + archive.index() + " check; "));
    // What is no index is not to be made anew in the same place.
    const ProgramResult other =
        run_dateline({"--index", archive.folder().path().string(), "search", "nato"});
    CHECK(other.exit_code == 3);
    CHECK(contains(other.err, "name a folder of its own for the index: --index DIR\n"));
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
    CHECK(contains(text.err, "3 of the 12 parts"));
    CHECK(contains(text.err, "dateline --index " + archive.index() + " check --repair"));
    CHECK(contains(text.err, "dateline --index " + archive.index() + " index --rebuild"));
    const ProgramResult lines = archive.run({"check", "--format=jsonl"});
    CHECK(lines.exit_code == 3);
    for (const auto& part : objects(lines.out))
        if (part["part"] == "segment-1/text") CHECK(part["problem"] == "its checksum is wrong");
}

TEST_CASE(
    "check --repair keeps what is whole, says what is lost, and the next run reads it again") {
    const SmallArchive archive;
    const auto before = archive.ids({"search", "-n", "0", "nato OR training OR chickens"});
    REQUIRE(before.size() == 4);
    const ProgramResult nothing = archive.run({"check", "--repair"});
    CHECK(nothing.exit_code == 0);
    CHECK(contains(nothing.err, "nothing is damaged"));

    std::string text = read_bytes(fs::path(archive.index()) / "segment-1/text");
    text[12] = static_cast<char>(text[12] ^ 1);
    archive.folder().write("index/segment-1/text", text);
    CHECK(archive.run({"check"}).exit_code == 3);
    const ProgramResult repaired = archive.run({"check", "--repair"});
    INFO(repaired.err);
    CHECK(repaired.exit_code == 0);
    CHECK(contains(repaired.err, "warning: segment-1/text: its checksum is wrong"));
    CHECK(contains(repaired.err, "segment-1: 3 of its 4 articles are kept, 1 are lost"));
    CHECK(contains(repaired.err, "warning: lost: "));
    CHECK(contains(repaired.err, "dateline --index " + archive.index() + " index"));
    CHECK(archive.ids({"search", "-n", "0", "nato OR training OR chickens"}).size() == 3);

    CHECK(archive.run({"index"}).exit_code == 0);
    CHECK(archive.ids({"search", "-n", "0", "nato OR training OR chickens"}) == before);
    CHECK(archive.run({"check"}).exit_code == 0);
    CHECK(archive.run({"check", "--repair", "--ledger"}).exit_code == 2);
}

TEST_CASE("index --rebuild makes an index whole from its sources, whichever file is damaged") {
    const SmallArchive archive;
    const std::vector<std::string> search{
        "search", "-n", "0", "--passages", "99", "--format=jsonl", "nato OR training OR chickens"};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(archive.index()))
        if (entry.is_regular_file() && entry.path().filename() != "lock")
            files.push_back(entry.path().lexically_relative(archive.index()));
    REQUIRE(files.size() > 10);
    const std::vector<std::function<void(const fs::path&)>> harms{
        damage, [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); },
        [](const fs::path& file) { fs::resize_file(file, 0); },
        [](const fs::path& file) { fs::remove(file); }};
    for (const fs::path& file : files)
        for (std::size_t harm = 0; harm < harms.size(); ++harm) {
            const SmallArchive fresh;
            const std::string before = fresh.run(search).out;
            REQUIRE(contains(before, "NATO"));
            harms[harm](fs::path(fresh.index()) / file);
            INFO(file << ", " << harm);
            CHECK(fresh.run({"check"}).exit_code == 3);
            const ProgramResult rebuilt = fresh.run({"index", "--rebuild"});
            INFO(rebuilt.err);
            CHECK(rebuilt.exit_code == 0);
            CHECK(fresh.run({"check"}).exit_code == 0);
            CHECK(fresh.run(search).out == before);
        }
}

TEST_CASE("index --rebuild goes on from an earlier state, and keeps withdrawn what was") {
    const SmallArchive archive;
    const std::string list = archive.folder().write("ids", "harbour\n").string();
    archive.folder().write("news/new.txt", "New\n\n5 January 2020\n\nA zebra.\n");
    REQUIRE(archive.run({"index"}).exit_code == 0);
    REQUIRE(archive.run({"index", "--withdraw", list}).exit_code == 0);
    fs::resize_file(fs::path(archive.index()) / "CURRENT", 5);
    fs::resize_file(fs::path(archive.index()) / "manifest-3", 5);

    const ProgramResult dry = archive.run({"index", "--rebuild", "--dry-run"});
    CHECK(dry.exit_code == 3);
    CHECK(contains(dry.err, "check --repair"));
    const ProgramResult rebuilt = archive.run({"index", "--rebuild"});
    INFO(rebuilt.err);
    CHECK(rebuilt.exit_code == 0);
    CHECK(contains(rebuilt.err, "is in force again"));
    CHECK(archive.run({"check"}).exit_code == 0);
    CHECK(archive.run({"show", "harbour"}).exit_code == 1);
    CHECK(archive.ids({"search", "zebra"}).size() == 1);
}

TEST_CASE("after a repair of a manifest alone nothing is said to be lost") {
    const SmallArchive archive;
    damage(fs::path(archive.index()) / "manifest-1");
    const ProgramResult repaired = archive.run({"check", "--repair"});
    CHECK(repaired.exit_code == 0);
    CHECK(contains(repaired.err, "it is as it was again, from CURRENT"));
    CHECK(contains(repaired.err, "nothing is lost of the state in force"));
    CHECK_FALSE(contains(repaired.err, "read again"));
}

TEST_CASE("index --rebuild needs no dictionary of the index, but for what no source gives") {
    const SmallArchive archive;
    // So many headers, so alike, that they are worth a dictionary.
    archive.folder().write("news/many.jsonl",
                           archive.run({"bench", "--generate=3M", "--seed=1"}).out);
    REQUIRE(archive.run({"index", "--rebuild"}).exit_code == 0);
    const auto before = archive.ids({"search", "-n", "0", "nato OR training OR chickens"});
    const auto newest_dictionary = [&] {
        fs::path newest;
        for (const auto& entry : fs::directory_iterator(archive.index()))
            if (entry.path().filename().string().starts_with("dictionary-"))
                newest = std::max(newest, entry.path());
        REQUIRE_FALSE(newest.empty());
        return newest;
    };
    for (const bool is_gone : {false, true}) {
        const fs::path dictionary = newest_dictionary();
        if (is_gone)
            fs::remove(dictionary);
        else
            fs::resize_file(dictionary, fs::file_size(dictionary) / 2);
        CHECK(archive.run({"check"}).exit_code == 3);
        const ProgramResult rebuilt = archive.run({"index", "--rebuild"});
        INFO(rebuilt.err);
        CHECK(rebuilt.exit_code == 0);
        CHECK(archive.run({"check"}).exit_code == 0);
        CHECK(archive.ids({"search", "-n", "0", "nato OR training OR chickens"}) == before);
    }
}

TEST_CASE("an index of one state whose CURRENT is lost is no place for another one") {
    const SmallArchive archive;
    const auto before = archive.ids({"search", "-n", "0", "nato OR training OR chickens"});
    for (const std::vector<std::string>& way_out :
         {std::vector<std::string>{"index", archive.sources()}, {"index"}, {"check", "--repair"}}) {
        fs::remove(fs::path(archive.index()) / "CURRENT");
        const ProgramResult result = archive.run({"search", "nato"});
        CHECK(result.exit_code == 3);
        CHECK(contains(result.err, "CURRENT is damaged: it is missing"));
        CHECK(contains(result.err, " check --repair"));
        CHECK(archive.run({"check"}).exit_code == 3);
        CHECK(archive.run(way_out).exit_code == 0);
        CHECK(archive.run({"check"}).exit_code == 0);
        CHECK(archive.ids({"search", "-n", "0", "nato OR training OR chickens"}) == before);
    }
    const SmallArchive other;
    fs::remove(fs::path(other.index()) / "CURRENT");
    other.folder().write("other.txt", "Other\n\n5 January 2020\n\nA zebra.\n");
    REQUIRE(other.run({"index", (other.folder() / "other.txt").string()}).exit_code == 0);
    CHECK(other.ids({"search", "-n", "0", "nato OR training OR chickens"}) == before);
    CHECK(other.ids({"search", "zebra"}).size() == 1);
}

TEST_CASE("where no state is left, repair says that nothing can be kept") {
    const SmallArchive archive;
    fs::remove(fs::path(archive.index()) / "manifest-1");
    const fs::path current = fs::path(archive.index()) / "CURRENT";
    fs::resize_file(current, fs::file_size(current) - 1);
    const ProgramResult result = archive.run({"check", "--repair"});
    CHECK(result.exit_code == 3);
    CHECK(contains(result.err, "no state of it can be read: make it anew"));
    CHECK(archive.run({"index", "--rebuild"}).exit_code == 3);
    CHECK(fs::exists(current));
    CHECK(archive.run({"index", "--rebuild", archive.sources()}).exit_code == 0);
    CHECK(archive.run({"check"}).exit_code == 0);
}

TEST_CASE("index misses a file of the index even where it has nothing to read") {
    for (const char* file : {"segment-1", "sources-1"}) {
        const SmallArchive archive;
        fs::remove_all(fs::path(archive.index()) / file);
        const ProgramResult result = archive.run({"index"});
        INFO(file << ": " << result.err);
        CHECK(result.exit_code == 3);
        CHECK(contains(result.err, "dateline --index"));
        CHECK(archive.run({"index", "--rebuild"}).exit_code == 0);
        CHECK(archive.run({"check"}).exit_code == 0);
    }
}

TEST_CASE("what was withdrawn stays so in an index made anew, where any state tells") {
    const SmallArchive archive;
    const std::string list = archive.folder().write("ids", "harbour\n").string();
    REQUIRE(archive.run({"index", "--withdraw", list}).exit_code == 0);
    archive.folder().write("news/new.txt", "New\n\n5 January 2020\n\nA zebra.\n");
    REQUIRE(archive.run({"index"}).exit_code == 0);
    REQUIRE(fs::remove(fs::path(archive.index()) / "sources-3"));
    const ProgramResult rebuilt = archive.run({"index", "--rebuild"});
    INFO(rebuilt.err);
    CHECK(rebuilt.exit_code == 0);
    CHECK(contains(rebuilt.err, "which ids were withdrawn is taken from sources-2"));
    CHECK(archive.run({"show", "harbour"}).exit_code == 1);
    CHECK(archive.ids({"search", "zebra"}).size() == 1);
}

TEST_CASE("an earlier list of sources in the place of the newest brings nothing back unsaid") {
    const auto with_swapped_sources = [] {
        auto archive = std::make_unique<SmallArchive>();
        const std::string list = archive->folder().write("ids", "harbour\n").string();
        archive->folder().write("news/new.txt", "New\n\n5 January 2020\n\nA zebra.\n");
        REQUIRE(archive->run({"index"}).exit_code == 0);
        REQUIRE(archive->run({"index", "--withdraw", list}).exit_code == 0);
        archive->folder().write("news/newer.txt", "Newer\n\n6 January 2020\n\nAn okapi.\n");
        REQUIRE(archive->run({"index"}).exit_code == 0);
        const fs::path index = archive->index();
        fs::copy_file(index / "sources-3", index / "sources-4",
                      fs::copy_options::overwrite_existing);
        return archive;
    };
    const auto updated = with_swapped_sources();
    const ProgramResult update = updated->run({"index"});
    INFO(update.err);
    CHECK(update.exit_code == 3);
    CHECK(contains(update.err, "sources-4 is damaged: it is not what was published as state 4"));
    for (const std::vector<std::string>& way_out :
         {std::vector<std::string>{"index", "--rebuild"}, {"check", "--repair"}}) {
        const auto archive = with_swapped_sources();
        const ProgramResult mended = archive->run(way_out);
        INFO(mended.err);
        CHECK(mended.exit_code == 0);
        CHECK(contains(mended.err, "sources-3"));
        CHECK(contains(mended.err, "withdrawn since"));
        CHECK(archive->run({"index"}).exit_code == 0);
        CHECK(archive->run({"show", "harbour"}).exit_code == 1);
        CHECK(archive->ids({"search", "okapi OR zebra"}).size() == 2);
    }
}

TEST_CASE("an older CURRENT that was put back is told, and costs nothing that was indexed since") {
    for (const std::vector<std::string>& way_out :
         {std::vector<std::string>{"index", "--rebuild"}, {"check", "--repair"}}) {
        const SmallArchive archive;
        const fs::path current = fs::path(archive.index()) / "CURRENT";
        const std::string older = read_bytes(current);
        for (const char* animal : {"zebra", "okapi"}) {
            archive.folder().write(std::string("news/") + animal + ".txt",
                                   std::string("New\n\n5 January 2020\n\nA ") + animal + ".\n");
            REQUIRE(archive.run({"index"}).exit_code == 0);
        }
        const std::string list = archive.folder().write("ids", "harbour\n").string();
        REQUIRE(archive.run({"index", "--withdraw", list}).exit_code == 0);
        std::ofstream(current, std::ios::binary) << older;
        const ProgramResult check = archive.run({"check"});
        CHECK(check.exit_code == 3);
        CHECK(contains(check.out, "it names state 1, and state 4 was published"));
        const ProgramResult update = archive.run({"index"});
        INFO(update.err);
        CHECK(update.exit_code == 3);
        CHECK(contains(update.err, "CURRENT is damaged: it is an older one"));
        const ProgramResult mended = archive.run(way_out);
        INFO(mended.err);
        CHECK(mended.exit_code == 0);
        CHECK(archive.run({"check"}).exit_code == 0);
        CHECK(archive.ids({"search", "okapi OR zebra"}).size() == 2);
        CHECK(archive.run({"show", "harbour"}).exit_code == 1);
    }
}

TEST_CASE("no update leaves an index that no search can open") {
    for (const char* file : {"segment-1/terms", "segment-1/pairs", "segment-1/frequencies",
                             "segment-1/postlist.glass", "segment-1/docdata.glass"}) {
        for (const bool is_gone : {false, true}) {
            const SmallArchive archive;
            const fs::path damaged = fs::path(archive.index()) / file;
            if (is_gone)
                fs::remove(damaged);
            else
                fs::resize_file(damaged, fs::file_size(damaged) / 2);
            archive.folder().write("news/new.txt", "New\n\n5 January 2020\n\nA zebra.\n");
            const ProgramResult result = archive.run({"index"});
            INFO(file << ' ' << is_gone << ": " << result.err);
            CHECK(result.exit_code == 3);
            CHECK(contains(result.err, " index --rebuild"));
        }
    }
}

TEST_CASE("pipes and folders in the place of tables are damage, and nothing waits for them") {
    for (const char* file : {"postlist.glass", "docdata.glass", "words"}) {
        const SmallArchive archive;
        const fs::path table = fs::path(archive.index()) / "segment-1" / file;
        fs::remove(table);
        REQUIRE(::mkfifo(table.c_str(), 0644) == 0);
        INFO(file);
        for (const std::vector<std::string>& command :
             {std::vector<std::string>{"search", "nato"}, {"show", "summit"}, {"check"}}) {
            const ProgramResult result = archive.run(command);
            CHECK(result.exit_code == 3);
            CHECK(contains(result.err, "dateline --index"));
        }
        CHECK(archive.run({"index", "--rebuild"}).exit_code == 0);
        CHECK(archive.run({"check"}).exit_code == 0);
    }
    const SmallArchive unread;  // no search reads this table
    const fs::path pipe = fs::path(unread.index()) / "segment-1/termlist.glass";
    fs::remove(pipe);
    REQUIRE(::mkfifo(pipe.c_str(), 0644) == 0);
    CHECK(unread.ids({"search", "nato"}).size() == 2);
    CHECK(unread.run({"check"}).exit_code == 3);
    for (const char* file : {"CURRENT", "manifest-1", "segment-1/articles", "segment-1/text"}) {
        const SmallArchive archive;
        const fs::path place = fs::path(archive.index()) / file;
        fs::remove(place);
        fs::create_directory(place);
        const ProgramResult result = archive.run({"search", "nato"});
        INFO(file << ": " << result.err);
        CHECK(result.exit_code == 3);
        CHECK(contains(result.err, "dateline --index"));
    }
}

TEST_CASE("a search ends in tables in which Xapian would search for ever") {
    const SmallArchive archive;
    archive.folder().write("news/many.jsonl",
                           archive.run({"bench", "--generate=200K", "--seed=1"}).out);
    REQUIRE(archive.run({"index", "--rebuild"}).exit_code == 0);
    const fs::path table = fs::path(archive.index()) /
                           dateline::require_manifest(archive.index()).segments.front().name /
                           "postlist.glass";
    const std::string whole = read_bytes(table);
    // Bytes 9 and 10 of a block are where its directory ends, which is an even number.
    constexpr std::size_t block_bytes = 8192;
    int told = 0;
    for (const std::size_t block : {1UL, 2UL})
        for (const int bits : {1, 129}) {
            std::string bytes = whole;
            char& byte = bytes.at(block * block_bytes + 10);
            byte = static_cast<char>(byte ^ bits);
            std::ofstream(table, std::ios::binary) << bytes;
            const ProgramResult result = archive.run({"search", "a*"});
            INFO(block << ' ' << bits << ": " << result.err);
            CHECK((result.exit_code == 0 || result.exit_code == 3));
            if (result.exit_code != 3) continue;
            ++told;
            CHECK(contains(result.err, "dateline --index"));
        }
    CHECK(told > 0);
}

TEST_CASE("an update looks nothing up in damaged tables, in which Xapian may search for ever") {
    for (const char* table : {"postlist.glass", "docdata.glass"}) {
        const SmallArchive archive;
        const std::string before = archive.run({"status", "--format", "json"}).out;
        const fs::path file = fs::path(archive.index()) / "segment-1" / table;
        std::string bytes = read_bytes(file);
        bytes.at(bytes.size() - 2) = static_cast<char>(bytes.at(bytes.size() - 2) ^ 1);
        std::ofstream(file, std::ios::binary) << bytes;
        for (const auto& entry : fs::recursive_directory_iterator(archive.sources()))
            if (entry.path().extension() == ".txt") fs::remove(entry.path());
        const ProgramResult result = archive.run({"index"});
        INFO(table << ": " << result.err);
        CHECK(result.exit_code == 3);
        CHECK(contains(result.err, std::string(table) + " is not as its checksum says"));
        CHECK(contains(result.err, "check --repair"));
        CHECK(archive.run({"status", "--format", "json"}).out == before);
    }
}

TEST_CASE("commands on a damaged index end with exit 3 and what to type next") {
    for (const char* file : {"CURRENT", "manifest-1", "segment-1/text", "segment-1/articles"}) {
        const SmallArchive archive;
        const fs::path damaged = fs::path(archive.index()) / file;
        fs::resize_file(damaged, fs::file_size(damaged) - 1);
        for (const std::vector<std::string>& command : {std::vector<std::string>{"search", "nato"},
                                                        {"show", "summit"},
                                                        {"timeline", "nato"},
                                                        {"facets", "nato"},
                                                        {"status"},
                                                        {"check"},
                                                        {"index", "--merge"}}) {
            if (command.front() == "status" && damaged.has_parent_path() &&
                std::string(file).starts_with("segment"))
                continue;  // it reads the manifest
            const ProgramResult result = archive.run(command);
            INFO(file << " " << command.front() << ": " << result.err);
            // A merge of one segment has nothing to read.
            CHECK((result.exit_code == 3 || (command.front() == "index" && result.exit_code == 0)));
            if (result.exit_code == 3) CHECK(contains(result.err, "dateline --index"));
        }
    }
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

TEST_CASE(
    "check tells of a state later than the one in force, and of a CURRENT that leads nowhere") {
    const SmallArchive archive;
    const fs::path current = fs::path(archive.index()) / "CURRENT";
    const std::string first = read_bytes(current);
    const std::string list = archive.folder().write("ids", "harbour\n").string();
    REQUIRE(archive.run({"index", "--withdraw", list}).exit_code == 0);
    archive.folder().write("index/CURRENT", first);
    const ProgramResult older = archive.run({"check"});
    CHECK(older.exit_code == 0);
    CHECK(contains(older.err, "manifest-2 is later than the state in force"));
    REQUIRE(archive.run({"index"}).exit_code == 0);
    CHECK(archive.run({"check"}).err.empty());
    CHECK(archive.run({"show", "harbour"}).exit_code == 1);

    fs::remove(current);
    fs::create_symlink("nowhere", current);
    CHECK(contains(archive.run({"search", "storm"}).err, "it is a link that leads nowhere"));
    CHECK(archive.run({"check", "--repair"}).exit_code == 0);
    CHECK(archive.run({"show", "harbour"}).exit_code == 1);
}
