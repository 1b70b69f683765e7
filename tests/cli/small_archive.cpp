#include "tests/cli/small_archive.hpp"

#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

namespace dateline::test {

namespace {

constexpr const char* pause_article =
    "Alliance pauses NATO training in Iraq\n\n5 January 2020\n\n"
    "The alliance said that its trainers would stop work at two bases near Baghdad.\n\n"
    "NATO training in Iraq is to begin again when it is safe, an official said.\n";

constexpr const char* json_articles =
    R"({"id":"summit","headline":"Leaders meet in Watford","date":"2019-12-04T10:00:00Z","source":"Harbour Courier","language":"en","body":"NATO leaders spoke about Iraq.\n\nThe meeting lasted a day."})"
    "\n"
    R"({"id":"harbour","headline":"Pilots at the port","source":"Harbour Courier","language":"en","body":"The port gives training to its new pilots."})"
    "\n"
    R"({"id":"only-headline","headline":"Headless chickens, says critic","date":"2018-03-01","source":"Stage","language":"en"})"
    "\n";

}  // namespace

SmallArchive::SmallArchive() {
    folder_.write("news/pause.txt", pause_article);
    folder_.write("news/courier.jsonl", json_articles);
    const ProgramResult result = run({"index", sources()});
    if (result.exit_code != 0) throw std::runtime_error("indexing failed: " + result.err);
}

ProgramResult SmallArchive::run(std::vector<std::string> arguments,
                                const ProgramInput& input) const {
    ProgramInput with_index = input;
    with_index.environment.emplace_back("DATELINE_INDEX", index());
    return run_dateline(arguments, with_index);
}

std::vector<std::string> SmallArchive::ids(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin() + 1, "--format=jsonl");
    const ProgramResult result = run(arguments);
    if (result.exit_code > 1) throw std::runtime_error(result.err);
    std::vector<std::string> ids;
    std::istringstream lines(result.out);
    for (std::string line; std::getline(lines, line);)
        ids.push_back(nlohmann::json::parse(line)["article"]);
    return ids;
}

}  // namespace dateline::test
