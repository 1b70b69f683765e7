#include <filesystem>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

std::string some_words(std::mt19937& random, unsigned count) {
    std::string text;
    for (unsigned i = 0; i < count; ++i) text += "word" + std::to_string(random() % 40) + " ";
    return text;
}

// Adds, changes, renames and removes files of several records, some of them copies and versions.
void change(const TemporaryFolder& folder, std::mt19937& random) {
    for (auto left = 2 + random() % 5; left > 0; --left) {
        const std::string name = "news/" + std::to_string(random() % 10) + ".jsonl";
        const auto kind = random() % 6;
        if (kind == 0) fs::remove(folder / name);
        if (kind == 1 && fs::exists(folder / name))
            fs::rename(folder / name,
                       folder / ("news/r" + std::to_string(random() % 10) + ".jsonl"));
        if (kind < 2) continue;
        std::string lines;
        for (auto records = 1 + random() % 5; records > 0; --records) {
            const std::string id = std::to_string(random() % 25);
            std::mt19937 common(static_cast<unsigned>(random() % 5));
            const bool is_copy = random() % 3 == 0;
            lines += R"({"id":")" + id + R"(","headline":"About )" +
                     (is_copy ? std::string("word3") : "word" + id) + R"(","date":"2020-01-0)" +
                     std::to_string(1 + random() % 3) + R"(","body":")" +
                     (is_copy ? some_words(common, 30)
                              : some_words(random, 20 + static_cast<unsigned>(random() % 300))) +
                     "\"}\n";
        }
        folder.write(name, lines);
    }
}

// What a search prints, but for the place in the file: an article that has not changed keeps the
// one that it was read from.
std::string answers(const std::string& index) {
    std::string text;
    for (const char* query :
         {"word1", "word2 word3 word5", "word1 AND word7", "headline:word3", "\"word4 word9\"",
          "word1 NOT word2", "date:2020-01-02", "about", "word11 OR word12 OR word13"}) {
        const ProgramResult result =
            run_dateline({"search", "--index", index, "--format=jsonl", "-n", "0", query});
        REQUIRE(result.exit_code <= 1);
        std::istringstream lines(result.out);
        for (std::string line; std::getline(lines, line);) {
            auto object = nlohmann::json::parse(line);
            object.erase("offset");
            text += object.dump() + "\n";
        }
    }
    return text;
}

}  // namespace

TEST_CASE("after any history every answer, score and copy is that of a rebuild") {
    for (unsigned seed = 1; seed <= 2; ++seed) {
        std::mt19937 random(seed);
        const TemporaryFolder folder;
        const std::string index = (folder / "index").string();
        const std::string copy = (folder / "copy").string();
        fs::create_directories(folder / "news");
        for (int step = 0; step < 6; ++step) {
            change(folder, random);
            REQUIRE(
                run_dateline({"index", "--index", index, (folder / "news").string()}).exit_code ==
                0);
            fs::remove_all(copy);
            fs::copy(index, copy, fs::copy_options::recursive);
            REQUIRE(run_dateline({"index", "--index", copy, "--rebuild"}).exit_code == 0);
            INFO("seed " << seed << " step " << step);
            const std::string found = answers(index);
            CHECK((step < 3 || !found.empty()));
            REQUIRE(found == answers(copy));
        }
    }
}
