#include "tests/cli/changing_archive.hpp"

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/catch.hpp"

namespace dateline::test {

namespace fs = std::filesystem;

namespace {

// A line is a record.
std::uint64_t count_records(const fs::path& news) {
    std::uint64_t records = 0;
    for (const auto& entry : fs::directory_iterator(news)) {
        const std::string lines = read_bytes(entry.path());
        records += static_cast<std::uint64_t>(std::ranges::count(lines, '\n'));
    }
    return records;
}

}  // namespace

std::string ChangingArchive::words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "word" + std::to_string(random_() % 60) + " ";
    return text + "end.";
}

std::string ChangingArchive::record(unsigned file) {
    const auto number = static_cast<unsigned>(random_() % 4);
    return R"({"id":"a)" + std::to_string(file) + "-" + std::to_string(number) +
           R"(","headline":"Version )" + std::to_string(version_) + " of word" +
           std::to_string(number) + R"(","date":"2020-01-0)" + std::to_string(1 + random_() % 9) +
           R"(","source":"Courier","body":")" + words(20 + random_() % 150) + "\"}\n";
}

void ChangingArchive::change(int files) {
    ++version_;
    for (int i = 0; i < files; ++i) {
        const auto number = static_cast<unsigned>(random_() % 40);
        const std::string name = "news/" + std::to_string(number) + ".jsonl";
        if (random_() % 8 == 0 && fs::exists(folder_ / name)) {
            fs::remove(folder_ / name);
            continue;
        }
        std::string lines;
        for (auto records = 1 + random_() % 3; records > 0; --records) lines += record(number);
        folder_.write(name, lines);
    }
}

void ChangingArchive::add_long_file(int records) {
    std::string lines;
    for (int i = 0; i < records; ++i)
        lines += R"({"id":"long)" + std::to_string(i) + R"(","headline":"Notice )" +
                 std::to_string(i) + R"(","date":"2019-05-05","source":"Courier","body":")" +
                 words(5) + "\"}\n";
    folder_.write("news/long.jsonl", lines);
}

void ChangingArchive::copy_index(const std::string& from, const std::string& to) {
    fs::remove_all(to);
    if (fs::exists(from)) fs::copy(from, to, fs::copy_options::recursive);
}

void ChangingArchive::require_run(const std::string& index, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"index", "--index", index, "--format=jsonl"});
    const ProgramResult result = run_dateline(arguments);
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    const auto ledger = nlohmann::json::parse(result.out);
    std::uint64_t sum = 0;
    for (const char* outcome :
         {"indexed", "unchanged", "duplicate", "superseded", "skipped", "rejected"})
        sum += ledger.at(outcome).get<std::uint64_t>();
    REQUIRE(ledger.at("read") == sum);
    const fs::path news = fs::path(index).parent_path() / "news";
    const bool reads = std::ranges::find(arguments, "--merge") == arguments.end();
    if (reads && fs::exists(news)) REQUIRE(ledger.at("read") == count_records(news));
    REQUIRE(ledger.at("rejected") == 0);
    REQUIRE(ledger.at("skipped") == 0);
}

void ChangingArchive::require_whole(const std::string& index) {
    if (!fs::exists(index + "/CURRENT")) return;
    const ProgramResult result = run_dateline({"check", "--index", index});
    INFO(result.out << result.err);
    REQUIRE(result.exit_code == 0);
}

std::string ChangingArchive::answers(const std::string& index) {
    if (!fs::exists(index + "/CURRENT")) return "no index";
    std::string text;
    for (const char* query : {"word1 word2", "date:2020-01-01..2020-01-09", "\"word4 word9\"",
                              "headline:word3 NOT word7"}) {
        const ProgramResult result =
            run_dateline({"search", "--index", index, "--format=jsonl", "-n", "0", query});
        INFO(result.err);
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

int number_from_environment(const char* name, int otherwise) {
    const char* value = std::getenv(name);
    return value ? std::atoi(value) : otherwise;
}

}  // namespace dateline::test
