#include "indexer/source_scan.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <map>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

constexpr std::int64_t long_ago = 1'500'000'000;

void set_time(const std::filesystem::path& file, std::int64_t seconds) {
    const timespec time{seconds, 123'456'789};
    const timespec times[2] = {time, time};
    ::utimensat(AT_FDCWD, file.c_str(), times, 0);
}

struct Archive {
    test::TemporaryFolder folder;
    IndexOptions options{};
    Roots roots{{{(folder / "news").string(), "", ""}}, {true}};
    std::vector<SourceFileEntry> before{};
    bool reads_all = false;

    Archive() { options.index = folder / "index"; }
    void write(const std::string& name, std::string_view text) const {
        set_time(folder.write("news/" + name, text), long_ago);
    }
    SourceScan scan() const {
        GlobalOptions global;
        global.progress = ProgressChoice::none;
        Progress progress(global);
        RunWatch watch(progress);
        return scan_sources(options, roots, before, reads_all, watch);
    }
    // What a run would remember that read all files long after they were written.
    void remember() {
        const SourceScan now = scan();
        before.clear();
        for (const ScannedFile& file : now.roots[0]) {
            SourceFileEntry& entry = before.emplace_back();
            entry.path = file.source.path;
            entry.size = file.source.size;
            entry.mtime_ns = file.source.mtime_ns;
            entry.ctime_ns = file.source.ctime_ns;
            entry.inode = file.source.inode;
            entry.bytes_hash = hash_source(file.source);
            entry.reading_hash = reading_hash(options);
        }
    }
    std::map<std::string, FileTask> tasks() const {
        std::map<std::string, FileTask> tasks;
        const SourceScan now = scan();
        for (const ScannedFile& file : now.roots[0]) tasks[file.source.path] = file.task;
        return tasks;
    }
};

}  // namespace

TEST_CASE("new files are read, known ones are not, and what is gone is seen") {
    Archive archive;
    archive.write("a.txt", "one");
    archive.write("b.txt", "two");
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
    archive.remember();
    CHECK(archive.scan().is_as_before);
    CHECK(archive.tasks().at("a.txt") == FileTask::replay);
    archive.write("c.txt", "three");
    CHECK_FALSE(archive.scan().is_as_before);
    CHECK(archive.tasks().at("c.txt") == FileTask::read);
    CHECK(archive.tasks().at("b.txt") == FileTask::replay);
    archive.reads_all = true;
    CHECK(archive.tasks().at("b.txt") == FileTask::read);
    archive.reads_all = false;
    archive.remember();
    std::filesystem::remove(archive.folder / "news/b.txt");
    CHECK_FALSE(archive.scan().is_as_before);
}

TEST_CASE("a file with other facts and the same bytes is not read, but its facts are remembered") {
    Archive archive;
    archive.write("a.txt", "one");
    archive.remember();
    set_time(archive.folder / "news/a.txt", long_ago + 5);
    CHECK(archive.tasks().at("a.txt") == FileTask::replay);
    CHECK_FALSE(archive.scan().is_as_before);
    archive.before[0].bytes_hash = 0;
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
}

TEST_CASE("a file that was just modified, or is to be checked, is trusted by its bytes alone") {
    Archive archive;
    archive.write("a.txt", "one");
    archive.remember();
    CHECK(archive.scan().roots[0][0].is_fresh);  // its ctime cannot be set
    archive.before[0].bytes_hash = 7;            // as if the bytes had been others
    CHECK(archive.tasks().at("a.txt") == FileTask::replay);
    archive.before[0].is_fresh = true;
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
    archive.before[0].is_fresh = false;
    archive.options.checks_bytes = true;
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
}

TEST_CASE("a file is read again where the options of its reading have changed") {
    Archive archive;
    archive.write("a.txt", "one");
    archive.remember();
    archive.options.reading.dates.today = 7;  // says nothing about the reading of most files
    CHECK(archive.tasks().at("a.txt") == FileTask::replay);
    archive.options.defaults.source = "Daily";
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
    archive.options.defaults = {};
    archive.options.reading.map = read_field_map(R"({"body": "text"})", "map.json");
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
    archive.options.reading.map = {};
    archive.options.reading.dates.order = DateOrder::day_month_year;
    CHECK(archive.tasks().at("a.txt") == FileTask::read);
}
