#include "indexer/claim_table.hpp"

#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

Claim claim_of_file(std::uint32_t file) {
    Claim claim;
    claim.file = file;
    return claim;
}

}  // namespace

TEST_CASE("a claim is found by its id, in any order, among claims that come meanwhile") {
    std::mt19937 random(5);
    ClaimTable claims;
    std::map<std::string, std::uint32_t> expected;
    for (std::uint32_t i = 0; i < 5000; ++i) {
        const std::string id = "news/" + std::to_string(random() % 3000);
        const auto [claim, is_new] = claims.try_add(id, claim_of_file(i));
        REQUIRE(is_new == expected.emplace(id, i).second);
        REQUIRE(claim->file == expected.at(id));
        const std::string asked = "news/" + std::to_string(random() % 3000);
        const auto known = expected.find(asked);
        const Claim* found = claims.find(asked);
        REQUIRE((found != nullptr) == (known != expected.end()));
        if (found) REQUIRE(found->file == known->second);
    }
    CHECK(claims.size() == expected.size());
}

TEST_CASE("claims are in the order in which their ids were met") {
    ClaimTable claims;
    CHECK(claims.empty());
    for (const char* id : {"b", "c", "a", "b"}) claims.try_add(id, {});
    std::vector<std::string> ids;
    for (const auto& [id, claim] : claims) ids.push_back(id);
    CHECK(ids == std::vector<std::string>{"b", "c", "a"});
}

TEST_CASE("ids that were met one after the other are found so, round and round") {
    ClaimTable claims;
    for (std::uint32_t i = 0; i < 100; ++i) claims.try_add(std::to_string(i), claim_of_file(i));
    for (std::uint32_t i = 0; i < 250; ++i)
        REQUIRE(claims.find(std::to_string(i % 100))->file == i % 100);
    CHECK(claims.find("100") == nullptr);
    CHECK(claims.find("0")->file == 0);
}

TEST_CASE("what a claim table has given stays where it is") {
    ClaimTable claims;
    Claim* const first = claims.try_add("first", {}).first;
    const std::string* const id = &claims.begin()->id;
    for (int i = 0; i < 10'000; ++i) claims.try_add(std::to_string(i), {});
    first->number = 7;
    CHECK(claims.find("first") == first);
    CHECK(*id == "first");
}
