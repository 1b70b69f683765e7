// The archive that ships, indexed and asked as a user would.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/catch.hpp"
#include "tests/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline::test;

namespace {

const std::string corpus = DATELINE_SOURCE_DIR "/corpus";

class IndexedSample {
  public:
    IndexedSample() {
        const ProgramResult result =
            run_dateline({"index", "--quiet", "--index", index(), corpus + "/sample"});
        REQUIRE(result.exit_code == 0);
    }
    std::string index() const { return (folder_ / "index").string(); }

    std::vector<std::string> ids(const std::string& query) const {
        const ProgramResult result = run_dateline(
            {"search", "--index", index(), "--format", "jsonl", "-n", "0", "--any", "--", query});
        REQUIRE(result.exit_code == 0);
        std::vector<std::string> ids;
        std::istringstream lines(result.out);
        for (std::string line; std::getline(lines, line);)
            ids.push_back(nlohmann::json::parse(line)["article"]);
        return ids;
    }

  private:
    TemporaryFolder folder_;
};

std::map<std::string, std::string> topics() {
    std::map<std::string, std::string> topics;
    std::ifstream file(corpus + "/sample-queries/topics.tsv");
    for (std::string line; std::getline(file, line);)
        topics[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
    return topics;
}

// By topic: article, grade.
std::map<std::string, std::map<std::string, int>> judgments() {
    std::map<std::string, std::map<std::string, int>> judgments;
    std::ifstream file(corpus + "/sample-queries/qrels.txt");
    std::string topic;
    std::string iteration;
    std::string article;
    for (int grade = 0; file >> topic >> iteration >> article >> grade;)
        judgments[topic][article] = grade;
    return judgments;
}

double average_precision(const std::vector<std::string>& ids,
                         const std::map<std::string, int>& judged) {
    double relevant = 0;
    for (const auto& [article, grade] : judged) relevant += grade > 0 ? 1 : 0;
    double found = 0;
    double sum = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto judgment = judged.find(ids[i]);
        if (judgment == judged.end() || judgment->second == 0) continue;
        sum += ++found / static_cast<double>(i + 1);
    }
    return sum / relevant;
}

}  // namespace

TEST_CASE("the sample archive is what its queries were judged on") {
    const IndexedSample sample;
    const auto status = nlohmann::json::parse(
        run_dateline({"status", "--index", sample.index(), "--format", "jsonl"}).out);
    CHECK(status["articles"] >= 80);
    CHECK(status["undated"] == 1);
    CHECK(status["languages"].contains("de"));
    CHECK(status["languages"].contains("fr"));
    const auto everything = sample.ids("date:none OR date:1500..2100");
    const std::set<std::string> ids(everything.begin(), everything.end());
    CHECK(topics().size() == 15);
    for (const auto& [topic, judged] : judgments()) {
        INFO(topic);
        const auto relevant = std::count_if(judged.begin(), judged.end(),
                                            [](const auto& entry) { return entry.second > 0; });
        CHECK(relevant >= 3);
        CHECK(static_cast<std::ptrdiff_t>(judged.size()) - relevant >= 3);
        for (const auto& entry : judged) CHECK(ids.contains(entry.first));
    }
}

TEST_CASE("the judged queries are answered well") {
    const IndexedSample sample;
    const auto judged = judgments();
    double sum = 0;
    std::string table;
    for (const auto& [topic, query] : topics()) {
        const double precision = average_precision(sample.ids(query), judged.at(topic));
        table += fmt::format("{} {:.3f} {}\n", topic, precision, query);
        sum += precision;
        INFO(topic << ' ' << query);
        CHECK(precision >= 0.65);
    }
    INFO(table);
    CHECK(sum / static_cast<double>(judged.size()) >= 0.9);
}

TEST_CASE("the shape of the sample archive is what its articles say") {
    const IndexedSample sample;
    const auto records = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--index", sample.index()});
        const ProgramResult result = run_dateline(arguments);
        REQUIRE(result.exit_code == 0);
        std::vector<nlohmann::json> objects;
        std::istringstream lines(result.out);
        for (std::string line; std::getline(lines, line);)
            objects.push_back(nlohmann::json::parse(line));
        return objects;
    };
    using Counts = std::map<std::string, std::uint64_t>;
    const auto text = [](const nlohmann::json& value) {
        return value.is_null() ? std::string() : value.get<std::string>();
    };
    for (const std::string query : {"iraq", "NATO training", "the", "date:2020 vaccine"}) {
        INFO(query);
        Counts months;
        std::map<std::string, Counts> values;
        for (const auto& hit :
             records({"search", "--all", "--copies", "--format=jsonl", "-n0", query})) {
            ++months[text(hit["date"]).substr(0, 7)];
            for (const char* field : {"source", "place"}) ++values[field][text(hit[field])];
        }
        Counts counted;
        for (const auto& bucket : records({"timeline", "--format=jsonl", "--by=month", query}))
            if (bucket["articles"] > 0)
                counted[text(bucket["from"]).substr(0, 7)] = bucket["articles"];
        CHECK(counted == months);
        std::map<std::string, Counts> facets;
        for (const auto& value :
             records({"facets", "--format=jsonl", "--by=source,place", "-n0", query}))
            facets[value["field"]][text(value["value"])] = value["articles"];
        CHECK(facets == values);
    }
}
