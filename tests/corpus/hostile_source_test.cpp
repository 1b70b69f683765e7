// Trees that were made to stop a run, or to lead it astray.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "corpus/error.hpp"
#include "corpus/source.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> paths(const SourceListing& listing) {
    std::vector<std::string> paths;
    for (const SourceFile& file : listing.files) paths.push_back(file.path);
    return paths;
}

/// Folders in folders, deeper than a path may be long, each with a file; gone at the end.
class DeepFolders {
  public:
    DeepFolders(const fs::path& top, int levels) : levels_(levels) {
        int folder = ::open(top.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        for (int level = 0; level < levels; ++level) {
            REQUIRE(::mkdirat(folder, "d", 0755) == 0);
            const int child = ::openat(folder, "d", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            ::close(folder);
            folder = child;
            ::close(::openat(folder, "file", O_CREAT | O_WRONLY | O_CLOEXEC, 0644));
        }
        folder_ = folder;
    }
    ~DeepFolders() {
        for (int level = 0; level < levels_; ++level) {
            ::unlinkat(folder_, "file", 0);
            const int above = ::openat(folder_, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            ::close(std::exchange(folder_, above));
            ::unlinkat(folder_, "d", AT_REMOVEDIR);
        }
        ::close(folder_);
    }
    DeepFolders(const DeepFolders&) = delete;
    DeepFolders& operator=(const DeepFolders&) = delete;

  private:
    int levels_;
    int folder_ = -1;
};

}  // namespace

TEST_CASE("what took a file's place after it was listed is not read") {
    const TemporaryFolder folder;
    folder.write("news/a.txt", "text");
    const SourceFile file = list_sources(folder / "news", {}).files.front();
    const fs::path path = file.whole_path();
    fs::remove(path);
    const auto refused = [&] {
        CHECK(caught_error([&] { return open_source(file); }).kind() == ErrorKind::input_output);
        CHECK(caught_error([&] { return hash_source(file); }).kind() == ErrorKind::input_output);
        CHECK(caught_error([&] { return WatchedSource(file).has_failed(); }).kind() ==
              ErrorKind::input_output);
        fs::remove(path);
    };
    REQUIRE(::mkfifo(path.c_str(), 0644) == 0);
    refused();
    fs::create_symlink("/dev/zero", path);
    refused();
    fs::create_directory(path);
    refused();
    // Only root makes devices.
    if (::mknod(path.c_str(), S_IFCHR | 0644, makedev(1, 5)) == 0) refused();
}

TEST_CASE("a .datelineignore that is no file of its own, or endless, is passed over and named") {
    const TemporaryFolder folder;
    folder.write("outside", "*.txt\n");
    folder.write("news/a.txt", "text");
    const fs::path rules = folder / "news/.datelineignore";
    const auto reason = [&] {
        const SourceListing listing = list_sources(folder / "news", {});
        CHECK(paths(listing) == std::vector<std::string>{"a.txt"});
        REQUIRE(listing.unreadable.size() == 1);
        CHECK(listing.unreadable[0].path == ".datelineignore");
        fs::remove(rules);
        return listing.unreadable[0].reason;
    };
    for (const fs::path& target : {fs::path("/dev/zero"), folder / "outside"}) {
        fs::create_symlink(target, rules);
        CHECK(reason() == "not a regular file");
    }
    REQUIRE(::mkfifo(rules.c_str(), 0644) == 0);
    CHECK(reason() == "not a regular file");
    if (::mknod(rules.c_str(), S_IFCHR | 0644, makedev(1, 5)) == 0)
        CHECK(reason() == "not a regular file");
    folder.write("news/.datelineignore", "");
    fs::resize_file(rules, std::uintmax_t{1} << 40);  // without a block on the disk
    CHECK(reason() == "over 1 MiB");
}

TEST_CASE("folders nested without end are read a thousand deep") {
    const TemporaryFolder folder;
    rlimit files{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &files) == 0);
    const DeepFolders deep(folder.path(), 3000);
    const SourceListing listing = list_sources(folder.path(), {});
    REQUIRE(listing.unreadable.size() == 1);
    // Where a process may have few files open, those are the limit.
    if (files.rlim_cur < 1100) return;
    CHECK(listing.files.size() == 999);
    CHECK(listing.unreadable[0].reason == "folders nested more than 1000 deep");
}

TEST_CASE("names with line ends, escapes and bytes that are no text are files like others") {
    const TemporaryFolder folder;
    for (const char* name : {"a\nb.txt", "\x1b[31m.txt", "\xFF\xFE.txt", " ", "-rf"})
        folder.write(std::string("news/") + name, "text");
    CHECK(paths(list_sources(folder / "news", {})) ==
          std::vector<std::string>{"\x1b[31m.txt", " ", "-rf", "a\nb.txt", "\xFF\xFE.txt"});
}
