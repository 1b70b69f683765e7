// Trees in which not every name is a file's, and what a run writes where.
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <utility>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

const std::string story = "Zebras at large\n\n6 January 2020\n\nThree zebras left the zoo.\n";

/// All names under a folder, with what a change of any of them would change.
std::map<std::string, std::string> facts_under(const fs::path& folder) {
    std::map<std::string, std::string> facts;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        struct stat status {};
        REQUIRE(::lstat(entry.path().c_str(), &status) == 0);
        facts[entry.path().string()] =
            std::to_string(status.st_size) + ' ' + std::to_string(status.st_mtim.tv_sec) + '.' +
            std::to_string(status.st_mtim.tv_nsec) + ' ' + std::to_string(status.st_mode);
    }
    return facts;
}

/// The umask of this process and those that it starts, for a while.
class Umask {
  public:
    explicit Umask(mode_t mask) : before_(::umask(mask)) {}
    ~Umask() { ::umask(before_); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

  private:
    mode_t before_;
};

void make_socket(const fs::path& place) {
    const int number = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    REQUIRE(place.string().size() < sizeof address.sun_path);
    place.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(::bind(number, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    ::close(number);
}

}  // namespace

TEST_CASE("links, pipes, sockets and devices in a tree are told and stop nothing", "[hostile]") {
    const TemporaryFolder folder;
    folder.write("news/a.txt", story);
    folder.write("outside/hyena.txt", "Hyena\n\nA hyena.\n");
    const fs::path news = folder / "news";
    fs::create_directory_symlink(news, news / "loop");
    fs::create_directory_symlink("..", news / "up");
    fs::create_symlink("self", news / "self");
    fs::create_directory_symlink(folder / "outside", news / "outside");
    fs::create_symlink(folder / "outside/hyena.txt", news / "hyena.txt");
    fs::create_symlink("/dev/zero", news / "zeros.txt");
    REQUIRE(::mkfifo((news / "pipe.txt").c_str(), 0644) == 0);
    make_socket(news / "socket.txt");
    std::size_t told = 2;
    // Only root makes devices.
    if (::mknod((news / "device.txt").c_str(), S_IFCHR | 0644, makedev(1, 5)) == 0) ++told;
    const std::string index = (folder / "index").string();
    const ProgramResult run =
        run_dateline({"index", "--index", index, "--format=jsonl", news.string()});
    INFO(run.err);
    CHECK(run.exit_code == 6);
    const auto ledger = nlohmann::json::parse(run.out);
    CHECK(ledger.at("indexed") == 1);
    CHECK(ledger.at("rejected") == told);
    std::size_t lines = 0;
    std::istringstream err(run.err);
    for (std::string line; std::getline(err, line);)
        lines += line.find("not a regular file") != std::string::npos ? 1 : 0;
    CHECK(lines == told);
    // Out of the tree lead "up", "outside" and "hyena.txt".
    CHECK(run.err.find("3 symbolic links in ") != std::string::npos);
    CHECK(run_dateline({"search", "--index", index, "hyena"}).exit_code == 1);
}

TEST_CASE("a pipe, a device or a link into nothing given as a root is refused", "[hostile]") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0644) == 0);
    fs::create_symlink("self", folder / "self");
    const std::string index = (folder / "index").string();
    for (const std::string& root :
         {(folder / "pipe").string(), std::string("/dev/zero"), (folder / "self").string()}) {
        const ProgramResult run = run_dateline({"index", "--index", index, root});
        INFO(root << ": " << run.err);
        CHECK(run.exit_code == 4);
    }
    CHECK_FALSE(fs::exists(folder / "index/CURRENT"));
}

TEST_CASE("nothing is written but in the index, whatever the command") {
    const TemporaryFolder folder;
    for (const char* name : {"home", "temporary", "here", "news"})
        fs::create_directories(folder / name);
    folder.write("news/a.txt", story);
    folder.write("news/b.jsonl", R"({"headline":"Lions","body":"Lions of the zoo."})");
    folder.write("topics", "1\tzebras\n");
    const ProgramInput input{.environment = {{"HOME", (folder / "home").string()},
                                             {"TMPDIR", (folder / "temporary").string()},
                                             {"XDG_DATA_HOME", ""},
                                             {"DATELINE_INDEX", (folder / "index").string()}},
                             .working_directory = (folder / "here").string()};
    const auto others = [&] {
        auto facts = facts_under(folder.path());
        std::erase_if(facts, [&](const auto& fact) {
            return fact.first.starts_with((folder / "index").string());
        });
        return facts;
    };
    const auto before = others();
    using Words = std::vector<std::string>;
    const std::string news = (folder / "news").string();
    for (const Words& words : {Words{"index", "--dry-run", news},
                               Words{"index", news},
                               Words{"index"},
                               Words{"index", "--rebuild"},
                               Words{"index", "--merge"},
                               Words{"index", "--reanalyse"},
                               Words{"index", "--writer=stock", "--rebuild"},
                               Words{"check"},
                               Words{"check", "--repair"},
                               Words{"check", "--ledger"},
                               Words{"status"},
                               Words{"search", "zebras"},
                               Words{"search", "--expand=always", "zebras"},
                               Words{"show", "a.txt"},
                               Words{"why", "a.txt", "zebras"},
                               Words{"explain", "zebras"},
                               Words{"related", "a.txt"},
                               Words{"timeline", "zoo"},
                               Words{"facets", "zoo"},
                               Words{"terms", "zoo"},
                               Words{"vocab", "z"},
                               Words{"config"},
                               Words{"bench", "--sample", "3", "--seed", "1"},
                               Words{"run", "--topics", (folder / "topics").string()}}) {
        const ProgramResult run = run_dateline(words, input);
        INFO(words.front() << ' ' << words.back() << ": " << run.err);
        CHECK(run.exit_code <= 1);
        CHECK(others() == before);
    }
    // What reads writes nothing at all.
    const auto all = facts_under(folder.path());
    for (const Words& words : {Words{"check"}, Words{"search", "zebras"}, Words{"status"}}) {
        run_dateline(words, input);
        CHECK(facts_under(folder.path()) == all);
    }
}

TEST_CASE("who may read an index is what the umask says") {
    for (const auto& [mask, file, directory] :
         {std::tuple{0022U, 0644U, 0755U}, std::tuple{0077U, 0600U, 0700U},
          std::tuple{0002U, 0664U, 0775U}}) {
        const Umask changed(mask);
        const TemporaryFolder folder;
        folder.write("news/a.txt", story);
        const std::string index = (folder / "index").string();
        const std::string rejects = (folder / "rejects").string();
        REQUIRE(run_dateline(
                    {"index", "--index", index, "--rejects", rejects, (folder / "news").string()})
                    .exit_code == 0);
        folder.write("news/b.txt", "Lions\n\nLions, too.\n");
        REQUIRE(run_dateline({"index", "--index", index, "--writer=stock"}).exit_code == 0);
        REQUIRE(run_dateline({"search", "--index", index, "-o", (folder / "out").string(), "lions"})
                    .exit_code == 0);
        const auto mode = [](const fs::path& path) {
            struct stat status {};
            REQUIRE(::stat(path.c_str(), &status) == 0);
            return status.st_mode & 07777U;
        };
        CHECK(mode(index) == directory);
        CHECK(mode(folder / "out") == file);
        if (fs::exists(rejects)) CHECK(mode(rejects) == file);
        for (const auto& entry : fs::recursive_directory_iterator(index)) {
            INFO(entry.path());
            CHECK(mode(entry.path()) == (entry.is_directory() ? directory : file));
        }
    }
}

TEST_CASE("output goes through no link that waits where it is made") {
    const TemporaryFolder folder;
    folder.write("news/a.txt", story);
    const std::string index = (folder / "index").string();
    REQUIRE(run_dateline({"index", "--index", index, (folder / "news").string()}).exit_code == 0);
    folder.write("victim", "whole");
    // The number of the process is not known before; those that follow this one's are tried.
    for (int next = 1; next < 400; ++next)
        fs::create_symlink(folder / "victim",
                           folder / ("out." + std::to_string(::getpid() + next) + ".part"));
    const ProgramResult run =
        run_dateline({"search", "--index", index, "-o", (folder / "out").string(), "zebras"});
    INFO(run.err);
    CHECK((run.exit_code == 0 || run.exit_code == 4));
    CHECK(read_bytes(folder / "victim") == "whole");
}
