#include "searcher/formats_manual.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "searcher/render.hpp"
#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::set<std::string> keys_described(const std::string& title) {
    std::set<std::string> keys;
    for (const ManualSection& section : formats_page().sections)
        if (section.title == title)
            for (const ManualEntry& entry : section.entries) keys.insert(entry.term);
    return keys;
}

}  // namespace

TEST_CASE("every key of a search's JSON lines is described") {
    const SampleIndex sample({article("a", "Talks", "NATO training in Iraq.")});
    const SearchResult result = search(sample.open(), parse_query("nato", 0), {});
    const auto object = nlohmann::json::parse(render_jsonl(result));
    const auto keys = keys_described("search, related");
    const auto passage_keys = keys_described("passages");
    for (const auto& [key, value] : object.items()) {
        INFO(key);
        CHECK(keys.contains(key));
    }
    for (const auto& [key, value] : object.at("passages").at(0).items()) {
        INFO(key);
        CHECK(passage_keys.contains(key));
    }
}
