#include <atomic>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <thread>

#include "tests/catch.hpp"
#include "tests/cli/changing_archive.hpp"

using namespace dateline::test;

namespace {

constexpr int articles = 30;

/// An archive of which every article says which state it is of, and its index.
class CountedStates {
  public:
    CountedStates() { publish(); }

    // Two files, so that a state is more than one file's.
    void publish() {
        ++state_;
        for (int file = 0; file < 2; ++file) {
            std::string lines;
            for (int i = file; i < articles; i += 2)
                lines += R"({"id":"a)" + std::to_string(i) + R"(","headline":"State )" +
                         std::to_string(state_) + R"(","date":"2020-01-05","body":"Reported )" +
                         std::to_string(i) + " of state" + std::to_string(state_) + "\"}\n";
            folder_.write("news/" + std::to_string(file) + ".jsonl", lines);
        }
        const ProgramResult result =
            run_dateline({"index", "--index", index(), (folder_ / "news").string()});
        if (result.exit_code != 0) throw std::runtime_error(result.err);
    }
    void merge() const {
        const ProgramResult result = run_dateline({"index", "--index", index(), "--merge"});
        if (result.exit_code != 0) throw std::runtime_error(result.err);
    }
    std::string index() const { return (folder_ / "index").string(); }
    int state() const { return state_; }

  private:
    TemporaryFolder folder_;
    int state_ = 0;
};

// What is wrong with an answer to a query that finds all articles; empty: nothing.
std::string problem_of(const ProgramResult& result) {
    if (result.exit_code != 0) return "exit " + std::to_string(result.exit_code) + result.err;
    std::set<std::string> states;
    std::set<std::string> ids;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);) {
        const auto hit = nlohmann::json::parse(line);
        const std::string headline = hit.at("headline");
        const std::string state = headline.substr(6);
        states.insert(state);
        ids.insert(hit.at("article"));
        for (const auto& passage : hit.at("passages"))
            if (!passage.at("text").get<std::string>().ends_with("of state" + state))
                return "a passage of another state: " + line;
    }
    if (states.size() != 1) return std::to_string(states.size()) + " states in one answer";
    if (ids.size() != articles) return std::to_string(ids.size()) + " articles";
    return {};
}

}  // namespace

TEST_CASE("searches while the index is rewritten and published never fail, each sees one state",
          "[readers]") {
    const int queries = number_from_environment("DATELINE_READER_QUERIES", 1200);
    CountedStates states;
    std::atomic<int> left = queries;
    std::mutex mutex;
    std::vector<std::string> problems;
    const auto read = [&] {
        const std::vector<std::string> texts{"reported", "headline:state", "date:2020-01-05",
                                             "\"reported\" OR state"};
        for (int number = 0; (number = --left) >= 0;) {
            const std::string& text = texts[static_cast<std::size_t>(number) % texts.size()];
            const ProgramResult result =
                run_dateline({"search", "--index", states.index(), "--format=jsonl", "-n", "0",
                              "--copies", text});
            const std::string problem = problem_of(result);
            if (problem.empty()) continue;
            const std::lock_guard lock(mutex);
            problems.push_back(text + ": " + problem);
        }
    };
    std::vector<std::jthread> readers;
    for (int i = 0; i < 3; ++i) readers.emplace_back(read);
    while (left > 0) {
        states.publish();
        if (states.state() % 5 == 0) states.merge();
    }
    readers.clear();
    std::cout << queries << " searches, " << states.state() << " states\n";
    for (const std::string& problem : problems) UNSCOPED_INFO(problem);
    CHECK(problems.empty());
    CHECK(states.state() > 3);
    CHECK(run_dateline({"check", "--index", states.index()}).exit_code == 0);
}
