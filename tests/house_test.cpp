// The rules of the house, read off the tree itself.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;
using dateline::test::read_bytes;

namespace {

const fs::path root = DATELINE_SOURCE_DIR;
const std::set<std::string> rooms{"corpus", "indexer", "searcher", "bench"};

bool is_source(const fs::path& file) {
    return file.extension() == ".cpp" || file.extension() == ".hpp";
}

// Paths relative to the root, sorted: main.cpp and the rooms.
std::vector<fs::path> product_files() {
    std::vector<fs::path> files{"main.cpp"};
    for (const std::string& room : rooms)
        for (const auto& entry : fs::recursive_directory_iterator(root / room))
            if (entry.is_regular_file() && is_source(entry.path()))
                files.push_back(fs::relative(entry.path(), root));
    std::sort(files.begin(), files.end());
    return files;
}

std::string room_of(const fs::path& file) {
    return file.has_parent_path() ? file.begin()->string() : "main";
}

std::vector<std::string> includes_of(const fs::path& file) {
    std::vector<std::string> names;
    std::istringstream lines(read_bytes(root / file));
    const std::regex include(R"(^#include [<"]([^>"]+)[>"])");
    for (std::string line; std::getline(lines, line);)
        if (std::smatch match; std::regex_search(line, match, include)) names.push_back(match[1]);
    return names;
}

}  // namespace

TEST_CASE("includes between rooms point one way") {
    const std::map<std::string, std::set<std::string>> allowed{
        {"corpus", {"corpus"}},
        {"indexer", {"indexer", "corpus"}},
        {"searcher", {"searcher", "corpus"}},
        {"bench", {"bench", "indexer", "searcher", "corpus"}},
        {"main", {"bench", "indexer", "searcher", "corpus"}},
    };
    for (const fs::path& file : product_files())
        for (const std::string& name : includes_of(file)) {
            const std::string target = name.substr(0, name.find('/'));
            if (!rooms.contains(target)) continue;
            INFO(file << " includes " << name);
            CHECK(allowed.at(room_of(file)).contains(target));
            const bool is_private = name.find("/detail/") != std::string::npos;
            CHECK((!is_private || target == room_of(file)));
        }
}

TEST_CASE("each library stays behind its wall") {
    const auto stands_only_in = [](const std::string& header, const std::regex& files) {
        for (const fs::path& file : product_files())
            for (const std::string& name : includes_of(file)) {
                if (!name.starts_with(header)) continue;
                INFO(file << " includes " << name);
                CHECK(std::regex_match(file.string(), files));
            }
    };
    stands_only_in("xapian", std::regex(R"(indexer/.*\.cpp|bench/.*_benchmark\.cpp)"));
    stands_only_in("libstemmer", std::regex(R"(corpus/(stemmer|generate_unicode)\.cpp)"));
    stands_only_in("CLI/", std::regex(R"(corpus/command_line/.*\.cpp|.*_(command|option)\.cpp)"));
    stands_only_in("archive", std::regex(R"(corpus/.*\.cpp)"));
    stands_only_in("simdjson", std::regex(R"(corpus/formats/(.*\.cpp|json_dom\.hpp))"));
    for (const char* reading : {"pugixml", "gumbo", "gmime", "uchardet", "cld2", "csv.h"})
        stands_only_in(reading, std::regex(R"(corpus/.*\.cpp)"));
}

TEST_CASE("nothing lies at the top that does not belong there") {
    const std::set<std::string> known{"ARCHITECTURE.md",  "CMakeLists.txt", "CMakePresets.json",
                                      "LICENSE",          "README.md",      "STYLE.md",
                                      "apt-packages.txt", "main.cpp",       "demo.sh",
                                      "test.sh",          "tests",          "build"};
    for (const auto& entry : fs::directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        CHECK((name[0] == '.' || known.contains(name) || rooms.contains(name)));
    }
}

TEST_CASE("no product file is over 400 lines") {
    for (const fs::path& file : product_files()) {
        const std::string text = read_bytes(root / file);
        INFO(file);
        CHECK(std::count(text.begin(), text.end(), '\n') <= 400);
    }
}

TEST_CASE("every source file has its test") {
    // main.cpp, the front door and the commands are tested by running the program; generated tables
    // by what reads them.
    const std::regex ran_by_others(
        R"(main\.cpp|.*/program_commands\.cpp|corpus/command_line/(front_door|companion)\.cpp|corpus/generate_\w+\.cpp|bench/.*_benchmark\.cpp)");
    const std::regex command(R"((?:\w+/)+(\w+)_command\.cpp)");
    for (const fs::path& file : product_files()) {
        if (file.extension() != ".cpp" || std::regex_match(file.string(), ran_by_others)) continue;
        std::smatch match;
        const std::string text = file.string();
        fs::path test = root / "tests" / file.parent_path() / (file.stem().string() + "_test.cpp");
        if (std::regex_match(text, match, command))
            test = root / "tests" / "cli" / (match[1].str() + "_test.cpp");
        INFO(file << " wants " << test);
        CHECK(fs::exists(test));
    }
}

TEST_CASE("no test's name is an option to those who run it by its name") {
    for (const auto& entry : fs::recursive_directory_iterator(root / "tests")) {
        if (!entry.path().string().ends_with("_test.cpp")) continue;
        INFO(entry.path());
        CHECK(read_bytes(entry.path()).find(std::string("TEST_CASE(\"") + '-') ==
              std::string::npos);
    }
}

TEST_CASE("every path that ARCHITECTURE.md names is there") {
    const std::string text = read_bytes(root / "ARCHITECTURE.md");
    const std::regex path(R"(`((?:corpus|indexer|searcher|bench|tests|\.ci)/[\w./-]*)`)");
    std::size_t named = 0;
    for (std::sregex_iterator match(text.begin(), text.end(), path), end; match != end; ++match) {
        ++named;
        INFO((*match)[1]);
        CHECK(fs::exists(root / (*match)[1].str()));
    }
    CHECK(named >= 20);
}

TEST_CASE("headers guard themselves and never open a namespace for all") {
    for (const fs::path& file : product_files()) {
        if (file.extension() != ".hpp") continue;
        const std::string text = read_bytes(root / file);
        INFO(file);
        CHECK(text.starts_with("#pragma once\n"));
        CHECK(text.find("using namespace") == std::string::npos);
    }
}

TEST_CASE("each implementation includes its own header first, so that the header compiles alone") {
    const std::regex first(R"re(#include ["<]([^">]+)[">])re");
    std::size_t own = 0;
    for (const fs::path& file : product_files()) {
        const fs::path header = fs::path(file).replace_extension("hpp");
        if (file.extension() != ".cpp" || !fs::exists(root / header)) continue;
        ++own;
        const std::string text = read_bytes(root / file);
        std::smatch include;
        INFO(file);
        REQUIRE(std::regex_search(text, include, first));
        CHECK(include[1].str() == header.string());
    }
    CHECK(own >= 100);
}

TEST_CASE("whatever a reader of the code must not say has its reason beside it") {
    const std::string tidy = read_bytes(root / ".clang-tidy");
    const std::regex off(",-([a-z0-9.*-]+)");
    std::size_t checks = 0;
    for (auto found = std::sregex_iterator(tidy.begin(), tidy.end(), off);
         found != std::sregex_iterator(); ++found, ++checks) {
        INFO((*found)[1].str());
        CHECK(tidy.find("\n# " + (*found)[1].str() + ": ") != std::string::npos);
    }
    CHECK(checks > 0);
    for (const char* file : {"tests/cppcheck.supp", "tests/tsan.supp"}) {
        std::istringstream lines(read_bytes(root / file));
        std::string before;
        for (std::string line; std::getline(lines, line); before = line) {
            INFO(file << ": " << line);
            if (!line.starts_with('#')) CHECK(before.starts_with("# "));
        }
    }
}
