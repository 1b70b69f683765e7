// What happens when the system refuses a call below the index, at every call in turn.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <functional>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/cli/changing_archive.hpp"
#include "tests/cli/small_archive.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* library = DATELINE_BINARY_DIR "/tests/libdateline_faults.so";
// The library comes before the sanitizer's; Xapian frees memory by another size than it was got by.
constexpr const char* sanitizer_options = "verify_asan_link_order=0:new_delete_type_mismatch=0";

/// A line of the library's log.
struct RecordedCall {
    std::string name;
    std::string path;
    std::string new_path;  // of a rename
};

std::vector<RecordedCall> read_log(const fs::path& file) {
    std::vector<RecordedCall> calls;
    std::istringstream lines(fs::exists(file) ? read_bytes(file) : std::string());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream parts(line);
        RecordedCall& call = calls.emplace_back();
        std::getline(parts, call.name, '\t');
        std::getline(parts, call.path, '\t');
        std::getline(parts, call.new_path, '\t');
    }
    return calls;
}

// Where it is tried how Xapian writes, in a database that nobody keeps.
bool is_of_probe(const fs::path& path) {
    return path.filename() == "probe" || path.parent_path().filename() == "probe";
}

bool is_struck(const std::vector<RecordedCall>& calls) {
    return std::ranges::any_of(
        calls, [](const RecordedCall& call) { return call.name.starts_with("injected "); });
}

std::set<fs::path> files_below(const fs::path& folder) {
    std::set<fs::path> files;
    if (!fs::exists(folder)) return files;
    files.insert(folder);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) files.insert(entry.path());
    return files;
}

/// What is done while calls fail.
struct Deed {
    std::vector<std::string> arguments;  // of index; NEWS: the archive
    int long_records = 0;                // more that are in the archive
    bool saves_checkpoints = false;      // time passes so fast that each few records are a batch
};

/// An index, what it is to become by one command, and the calls that this makes.
class FaultyIndex {
  public:
    explicit FaultyIndex(const Deed& deed)
        : deed_(deed.arguments), saves_checkpoints_(deed.saves_checkpoints) {
        archive_.change(12);
        if (deed.long_records > 0) archive_.add_long_file(deed.long_records);
        ChangingArchive::require_run(base_, {archive_.news()});
        archive_.change(6);
        ChangingArchive::require_run(base_);
        archive_.change(6);
        if (deed_ == std::vector<std::string>{"--rollback"}) ChangingArchive::require_run(base_);
        if (deed_ == std::vector<std::string>{"NEWS"}) fs::remove_all(base_);
        before_ = ChangingArchive::answers(base_);
        ChangingArchive::copy_index(base_, index());
        REQUIRE(run_dateline(command()).exit_code == 0);
        published_ = ChangingArchive::answers(index());
        ChangingArchive::require_run(index(), {archive_.news()});
        up_to_date_ = ChangingArchive::answers(index());
    }

    /// Does the deed once more from the beginning; the n-th call that can meet it, from 1, has that
    /// fault. Returns false when there are not so many.
    bool strike(const std::string& kind, long at) {
        ChangingArchive::copy_index(base_, index());
        const ProgramResult result = run_with(kind, at, index());
        const std::vector<RecordedCall> calls = read_log(log_);
        if (!is_struck(calls)) return false;
        const auto struck = std::ranges::find_if(
            calls, [](const RecordedCall& call) { return call.name.starts_with("injected "); });
        INFO(kind << " at call " << at << ": " << struck->name << " " << struck->path);
        INFO("exit " << result.exit_code << ": " << result.err);
        const std::string after = ChangingArchive::answers(index());
        if ((kind == "EINTR" || kind == "SHORT") && !is_done_by_xapian(*struck))
            REQUIRE(result.exit_code == 0);
        // Xapian passes over some failures to sync; what it wrote is synced once more after it.
        if (is_needed(*struck) && reason(kind) && !is_stock()) {
            REQUIRE(result.exit_code == 4);
            REQUIRE(count(result.err, reason(kind)) == 1);
        }
        if (result.exit_code != 0) {
            REQUIRE(result.exit_code == 4);
            REQUIRE(count(result.err, "dateline: error: ") == 1);
            REQUIRE(count(result.err, index()) >= 1);
            REQUIRE((after == before_ || after == published_));
        } else {
            REQUIRE(after == published_);
        }
        ChangingArchive::require_whole(index());
        ChangingArchive::require_run(index(), {archive_.news()});
        REQUIRE(ChangingArchive::answers(index()) == up_to_date_);
        ++strikes_[struck->name.substr(9)];
        return true;
    }

    /// The calls of the deed where nothing fails.
    std::vector<RecordedCall> recorded() {
        ChangingArchive::copy_index(base_, index());
        REQUIRE(run_with("", 0, archive_.folder().path().string()).exit_code == 0);
        return read_log(log_);
    }

    std::string index() const { return (archive_.folder() / "index").string(); }
    /// What there is before the deed, below the folder of which the calls are recorded.
    std::set<fs::path> files_before() const {
        std::set<fs::path> files{archive_.folder().path()};
        for (const fs::path& file : files_below(base_))
            files.insert(file == base_ ? fs::path(index())
                                       : index() / file.lexically_relative(base_));
        return files;
    }
    /// How often which call failed.
    const std::map<std::string, int>& strikes() const { return strikes_; }

  private:
    std::vector<std::string> command() const {
        std::vector<std::string> words{"index", "--index", index()};
        words.insert(words.end(), deed_.begin(), deed_.end());
        if (words.back() == "NEWS") words.back() = archive_.news();
        return words;
    }

    ProgramResult run_with(const std::string& kind, long at, const std::string& below) {
        fs::remove(log_);
        // Xapian loses its tables' memory where they cannot be read or written.
        const std::string options =
            std::string(sanitizer_options) + (is_stock() ? ":detect_leaks=0" : "");
        return run_dateline(command(),
                            {.environment = {{"LD_PRELOAD", library},
                                             {"ASAN_OPTIONS", options},
                                             {"FAULT_FOLDER", below},
                                             {"FAULT_LOG", log_.string()},
                                             {"FAULT_KIND", kind},
                                             {"FAULT_CLOCK", saves_checkpoints_ ? "100" : "0"},
                                             {"FAULT_AT", std::to_string(at)}}});
    }

    // Whether the run can publish nothing without it. Where Xapian cannot be tried, all is written
    // by it.
    static bool is_needed(const RecordedCall& call) {
        if (is_of_probe(call.path)) return false;
        constexpr std::array names{"injected create", "injected mkdir", "injected write",
                                   "injected fsync", "injected rename"};
        return std::ranges::find(names, call.name) != names.end();
    }

    // What the system says of it; nullptr of what only has to be done again.
    static const char* reason(const std::string& kind) {
        if (kind == "EINTR" || kind == "SHORT") return nullptr;
        if (kind == "EDQUOT") return std::strerror(EDQUOT);
        return std::strerror(kind == "ENOSPC" || kind == "FULL" ? ENOSPC : EIO);
    }

    bool is_stock() const { return std::ranges::count(deed_, "--writer=stock") > 0; }

    // Xapian gives up where its opening or closing of a file is interrupted; what it says is passed
    // on.
    bool is_done_by_xapian(const RecordedCall& call) const {
        if (is_stock() && (call.name == "injected create" || call.name == "injected close"))
            return call.path.ends_with("glass") || call.path.ends_with("flintlock") ||
                   call.path.find("/loose/") != std::string::npos;
        return call.name == "injected open" && call.path.ends_with("glass");
    }

    static std::ptrdiff_t count(const std::string& text, const std::string& part) {
        std::ptrdiff_t times = 0;
        for (std::size_t at = text.find(part); at != std::string::npos;
             at = text.find(part, at + 1))
            ++times;
        return times;
    }

    ChangingArchive archive_{7};
    std::string base_ = (archive_.folder() / "base").string();
    fs::path log_ = archive_.folder() / "calls";
    std::vector<std::string> deed_;
    bool saves_checkpoints_;
    std::string before_;
    std::string published_;
    std::string up_to_date_;
    std::map<std::string, int> strikes_;
};

/// What a disk that loses power may not have yet.
class Unsafe {
  public:
    /// The disk has these files and folders.
    explicit Unsafe(std::set<fs::path> before) : known_(std::move(before)) {}

    void take(const RecordedCall& call) {
        const fs::path path = call.path;
        if (call.name == "write") bytes_.insert(path);
        if (call.name == "create" || call.name == "fopen" || call.name == "mkdir") name(path);
        if (call.name == "fsync") {
            bytes_.erase(path);
            std::erase_if(names_, [&](const fs::path& name) { return name.parent_path() == path; });
        }
        if (call.name == "unlink") {
            bytes_.erase(path);
            names_.erase(path);
        }
        if (call.name == "rename") {
            if (bytes_.erase(path) > 0) bytes_.insert(call.new_path);
            names_.erase(path);
            names_.insert(call.new_path);
            if (known_.erase(path) > 0) known_.insert(call.new_path);
        }
    }
    /// Whether it has all of a file or folder, and its name.
    bool holds(const fs::path& path) const {
        return known_.contains(path) && !bytes_.contains(path) && !names_.contains(path);
    }

    /// What it lacks of segments; of those that are gone again too. In `probe` it was only tried
    /// how Xapian writes.
    std::vector<std::string> of_segments() const {
        std::vector<std::string> lacking;
        for (const auto* paths : {&bytes_, &names_})
            for (const fs::path& path : *paths)
                if (path.string().find("/segment-") != std::string::npos && !is_of_probe(path))
                    lacking.push_back(path.string());
        return lacking;
    }

  private:
    // A file that was there has its name.
    void name(const fs::path& path) {
        if (known_.insert(path).second) names_.insert(path);
    }

    std::set<fs::path> known_;  // that there are
    std::set<fs::path> bytes_;  // of files written since they were last synced
    std::set<fs::path> names_;  // made since their folder was last synced
};

// Everything in the index and above it is durable before CURRENT leads there, and so is CURRENT
// itself before it is renamed, and afterwards. Returns how many checkpoints there were before, each
// of which must be durable before it has its name.
int require_power_loss_order(const std::vector<RecordedCall>& calls, const fs::path& index,
                             std::set<fs::path> before) {
    std::set<fs::path> needed = files_below(index);
    needed.erase(index / "lock");
    needed.erase(index / "CURRENT");
    Unsafe unsafe(std::move(before));
    int published = 0;
    int checkpoints = 0;
    for (const RecordedCall& call : calls) {
        if (call.name == "rename" && call.new_path == index / "CHECKPOINT") {
            ++checkpoints;
            REQUIRE(unsafe.holds(call.path));
            REQUIRE(unsafe.of_segments() == std::vector<std::string>{});
        }
        if (call.name == "rename" && call.new_path == index / "CURRENT") {
            ++published;
            for (const fs::path& path : needed) {
                INFO(path);
                REQUIRE(unsafe.holds(path));
            }
        }
        unsafe.take(call);
    }
    REQUIRE(published == 1);
    needed.insert(index / "CURRENT");
    for (const fs::path& path : needed) {
        INFO(path);
        REQUIRE(unsafe.holds(path));
    }
    return checkpoints;
}

// Every call in turn, or every so-manieth of them: the nightly target strikes each.
void strike_every_call(const Deed& deed) {
    long step = number_from_environment("DATELINE_FAULT_STEP", 11);
    if (deed.saves_checkpoints && step > 1) step *= 8;  // many calls are alike
    FaultyIndex index(deed);
    long offset = 0;
    int strikes = 0;
    for (const char* kind : {"ENOSPC", "EIO", "EDQUOT", "EINTR", "SHORT", "FULL"}) {
        offset = (offset + 3) % step;
        for (long at = 1 + offset; index.strike(kind, at); at += step) ++strikes;
    }
    // Few calls, and those on which all rests.
    const long rare_step = std::max(1L, step / 4);
    for (long at = 1; index.strike("FSYNC", at); at += rare_step) ++strikes;
    for (long at = 1; index.strike("RENAME", at); ++at) ++strikes;
    std::cout << strikes << " faults:";
    for (const auto& [name, times] : index.strikes()) std::cout << ' ' << name << ' ' << times;
    std::cout << '\n';
    CHECK(strikes > 10);
    for (const char* name : {"create", "write", "fsync", "rename"})
        CHECK(index.strikes().contains(name));
}

}  // namespace

TEST_CASE("a power cut at any moment would find all that CURRENT leads to on the disk", "[fault]") {
    const std::vector<Deed> deeds{{{"NEWS"}, 600},
                                  {{"NEWS"}, 0, true},
                                  {{}},
                                  {{"--merge"}},
                                  {{"--rollback"}},
                                  {{"--rebuild"}},
                                  {{"--rebuild"}, 0, true},
                                  {{"--rebuild", "--writer=stock"}}};
    for (const Deed& deed : deeds) {
        FaultyIndex index(deed);
        INFO("index " << (deed.arguments.empty() ? std::string() : deed.arguments.back()));
        const std::vector<RecordedCall> calls = index.recorded();
        const int checkpoints =
            require_power_loss_order(calls, index.index(), index.files_before());
        CHECK((checkpoints > 2) == deed.saves_checkpoints);
    }
}

TEST_CASE("a fault at any call of a first run loses nothing", "[fault]") {
    strike_every_call({.arguments = {"NEWS"}, .long_records = 600});
}

TEST_CASE("a fault at any call of a run that updates an index loses nothing", "[fault]") {
    strike_every_call({.arguments = {}});
}

TEST_CASE("a fault at any call of a merge loses nothing", "[fault]") {
    strike_every_call({.arguments = {"--merge"}});
}

TEST_CASE("a fault at any call of a run that saves its work meanwhile loses nothing", "[fault]") {
    strike_every_call({.arguments = {"--rebuild"}, .saves_checkpoints = true});
}

TEST_CASE("a fault at any call of a rollback loses nothing", "[fault]") {
    strike_every_call({.arguments = {"--rollback"}});
}

TEST_CASE("where no file without a name can be made, output is whole in its file all the same") {
    const SmallArchive archive;
    const fs::path out = archive.folder() / "out/answer";
    const std::vector<std::string> search{"search", "--format=jsonl", "nato"};
    const std::string answer = archive.run(search).out;
    const auto search_into = [&](const fs::path& file) {
        fs::remove(archive.folder() / "calls");
        std::vector<std::string> words = search;
        words.insert(words.end(), {"-o", file.string()});
        const ProgramResult result = archive.run(
            words, {.environment = {{"LD_PRELOAD", library},
                                    {"ASAN_OPTIONS", sanitizer_options},
                                    {"FAULT_FOLDER", archive.folder().path().string()},
                                    {"FAULT_LOG", (archive.folder() / "calls").string()},
                                    {"FAULT_KIND", "NAMELESS"},
                                    {"FAULT_AT", "1"}}});
        CHECK(is_struck(read_log(archive.folder() / "calls")));
        return result;
    };
    fs::create_directory(out.parent_path());
    for (const char* before : {"", "what was there before"}) {
        if (*before) std::ofstream(out) << before;
        const ProgramResult result = search_into(out);
        INFO(result.err);
        CHECK(result.exit_code == 0);
        CHECK(read_bytes(out) == answer);
        CHECK(std::distance(fs::directory_iterator(out.parent_path()), {}) == 1);
    }
}

TEST_CASE("a fault at any call of the stock writer, Xapian's own, loses nothing", "[fault]") {
    strike_every_call({.arguments = {"--rebuild", "--writer=stock"}});
}
