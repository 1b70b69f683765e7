// A real file system with little room, where the tests may mount one.
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

#include <functional>

#include "tests/catch.hpp"
#include "tests/cli/changing_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

/// A file system in memory, seen by this process and its children alone. Only root may mount it.
class SmallDisk {
  public:
    explicit SmallDisk(fs::path place) : place_(std::move(place)) {
        fs::create_directory(place_);
        // What is mounted here must not show up elsewhere.
        if (::unshare(CLONE_NEWNS) != 0) return;
        if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return;
        is_mounted_ = ::mount("tmpfs", place_.c_str(), "tmpfs", 0, ample) == 0;
    }
    ~SmallDisk() {
        if (is_mounted_) ::umount2(place_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool is_mounted() const { return is_mounted_; }
    std::string index() const { return (place_ / "index").string(); }

    void empty() {
        resize(ample);
        fs::remove_all(index());
    }
    void leave_bytes(std::uint64_t bytes) {
        const struct statvfs now = facts();
        resize(fmt::format("size={}", (now.f_blocks - now.f_bfree) * now.f_frsize + bytes));
    }
    void leave_files(std::uint64_t files) {
        const struct statvfs now = facts();
        resize(fmt::format("nr_inodes={}", now.f_files - now.f_ffree + files));
    }
    void leave_ample() { resize(ample); }

  private:
    static constexpr const char* ample = "size=64m,nr_inodes=10000";

    void resize(const std::string& options) const {
        REQUIRE(::mount("tmpfs", place_.c_str(), "tmpfs", MS_REMOUNT, options.c_str()) == 0);
    }
    struct statvfs facts() const {
        struct statvfs facts {};
        REQUIRE(::statvfs(place_.c_str(), &facts) == 0);
        return facts;
    }

    fs::path place_;
    bool is_mounted_ = false;
};

/// An index that fills the disk while one command changes it, with ever more room.
class FillingIndex {
  public:
    explicit FillingIndex(std::vector<std::string> deed) : deed_(std::move(deed)) {
        archive_.change(12);
        ChangingArchive::require_run(base_, {archive_.news()});
        for (int i = 0; i < 2; ++i) {
            archive_.change(8);
            if (i == 0) ChangingArchive::require_run(base_);
        }
        before_ = ChangingArchive::answers(base_);
        const std::string copy = archive_.index();
        ChangingArchive::copy_index(base_, copy);
        ChangingArchive::require_run(copy, deed_);
        after_ = ChangingArchive::answers(copy);
    }

    bool may_mount() const { return disk_.is_mounted(); }

    /// Returns false where there was room enough.
    bool fill(const std::function<void(SmallDisk&)>& leave) {
        disk_.empty();
        const std::string index = disk_.index();
        ChangingArchive::copy_index(base_, index);
        leave(disk_);
        std::vector<std::string> words{"index", "--index", index};
        words.insert(words.end(), deed_.begin(), deed_.end());
        const ProgramResult result = run_dateline(words);
        INFO("exit " << result.exit_code << ": " << result.err);
        // The disk is full still.
        const std::string answers = ChangingArchive::answers(index);
        ChangingArchive::require_whole(index);
        if (result.exit_code == 0) {
            REQUIRE(answers == after_);
            return false;
        }
        REQUIRE(result.exit_code == 4);
        REQUIRE(result.err.find("No space left on device") != std::string::npos);
        REQUIRE(result.err.find(index) != std::string::npos);
        REQUIRE(answers == before_);
        disk_.leave_ample();
        ChangingArchive::require_run(index, deed_);
        REQUIRE(ChangingArchive::answers(index) == after_);
        return true;
    }

  private:
    ChangingArchive archive_{11};
    std::vector<std::string> deed_;
    std::string base_ = (archive_.folder() / "base").string();
    std::string before_;
    std::string after_;
    SmallDisk disk_{archive_.folder() / "disk"};
};

void fill_at_every_place(const std::vector<std::string>& deed) {
    FillingIndex index(deed);
    if (!index.may_mount()) {
        WARN("not done: no file system may be mounted here");
        return;
    }
    int failures = 0;
    for (std::uint64_t bytes = 0;; bytes += bytes / 8 + 4096) {
        INFO(bytes << " bytes are left");
        if (!index.fill([&](SmallDisk& disk) { disk.leave_bytes(bytes); })) break;
        ++failures;
    }
    CHECK(failures > 5);
    failures = 0;
    for (std::uint64_t files = 0;; ++files) {
        INFO(files << " files are left");
        if (!index.fill([&](SmallDisk& disk) { disk.leave_files(files); })) break;
        ++failures;
    }
    CHECK(failures > 5);
}

}  // namespace

TEST_CASE("a disk that fills up at any place of a run loses nothing", "[fault]") {
    fill_at_every_place({});
}

TEST_CASE("a disk that fills up at any place of a merge loses nothing", "[fault]") {
    fill_at_every_place({"--merge"});
}

TEST_CASE("a disk that fills up at any place of a rebuild loses nothing", "[fault]") {
    fill_at_every_place({"--rebuild"});
}
