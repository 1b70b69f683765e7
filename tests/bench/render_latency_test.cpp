#include "bench/render_latency.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<GroupLatency> groups() {
    return {{"term1", {{10.04, 50, 200.26, 30}, {20, 60, 400, 31}}, 1234.56},
            {"long", {{1000, 1500, 2000, 3}}, 7}};
}

}  // namespace

TEST_CASE("a class is an object a line, to a tenth of a microsecond") {
    const std::string lines = render_latency_jsonl(groups(), 2);
    const auto first = nlohmann::ordered_json::parse(lines.substr(0, lines.find('\n')));
    CHECK(first == nlohmann::ordered_json::parse(
                       R"({"class":"term1","queries":2,"threads":2,
                  "core_us":{"min":10.0,"p50":10.0,"p95":20.0,"p99":20.0,"max":20.0},
                  "fetch_us":{"min":50.0,"p50":50.0,"p95":60.0,"p99":60.0,"max":60.0},
                  "search_us":{"min":200.3,"p50":200.3,"p95":400.0,"p99":400.0,"max":400.0},
                  "render_us":{"min":30.0,"p50":30.0,"p95":31.0,"p99":31.0,"max":31.0},
                  "qps":1234.6})"));
    CHECK(std::ranges::count(lines, '\n') == 2);
}

TEST_CASE("a table has a row a class, below the conditions") {
    const std::string text = render_latency_text(groups(), "A machine\n", 200);
    CHECK(text.starts_with("A machine\n\n"));
    CHECK(text.find("term1") < text.find("long"));
    CHECK(text.find("1235") != std::string::npos);
    CHECK(text.find("10.0") != std::string::npos);
    CHECK(text.find("2000") != std::string::npos);
    CHECK(render_latency_text(groups(), "", 60).find("queries/s") != std::string::npos);
}
