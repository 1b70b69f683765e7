#include "searcher/unit_search.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string code_of(const DenseCode& code, const std::vector<UnitId>& units) {
    std::string bytes;
    for (const UnitId unit : units) code.append(bytes, unit);
    return bytes;
}

// Of any size of code.
UnitId one_unit(std::mt19937& random) {
    constexpr std::array<UnitId, 4> sizes{3, 200, 30'000, 3'000'000};
    const UnitId end = sizes[random() % sizes.size()];
    return static_cast<UnitId>(random() % end);
}

}  // namespace

TEST_CASE("no unit that stands in a text is overlooked, and few others are found") {
    std::mt19937 random(7);
    int wrong = 0;
    int none = 0;
    for (int round = 0; round < 20'000; ++round) {
        const DenseCode code(round % 2 == 0 ? 190 : 100);
        std::vector<UnitId> text(random() % 30);
        for (UnitId& unit : text) unit = one_unit(random);
        std::vector<UnitId> asked(1 + random() % 3);
        for (UnitId& unit : asked) unit = one_unit(random);
        const bool stands = std::ranges::any_of(
            asked, [&](UnitId unit) { return std::ranges::count(text, unit) > 0; });
        const bool found = UnitSearch(code, asked).may_find_in(code_of(code, text));
        if (stands) REQUIRE(found);
        none += !stands;
        wrong += !stands && found;
    }
    CHECK(none > 5000);
    CHECK(wrong < none / 5);
}

TEST_CASE("the next of some units begins where reading the units one by one finds it") {
    std::mt19937 random(11);
    int found = 0;
    for (int round = 0; round < 20'000; ++round) {
        const DenseCode code(round % 3 == 0 ? 190 : round % 3 == 1 ? 3 : 1);
        std::vector<UnitId> text(random() % 40);
        for (UnitId& unit : text) unit = static_cast<UnitId>(random() % 12);
        std::vector<UnitId> asked(random() % 4);
        for (UnitId& unit : asked) unit = static_cast<UnitId>(random() % 14);
        const std::string bytes = code_of(code, text);
        const char* const end = bytes.data() + bytes.size();
        const UnitSearch search(code, asked);
        for (const char* at = bytes.data(); at != end;) {
            const char* expected = at;
            for (const char* next = at; expected != end; expected = next)
                if (std::ranges::count(asked, code.next(next, end)) > 0) break;
            REQUIRE(search.next(at, end) == expected);
            found += expected != end;
            code.next(at, end);
        }
    }
    CHECK(found > 100'000);
}

TEST_CASE("of the needed tokens the one with the rarest unit is looked for") {
    const DenseCode code(190);
    const std::vector<UnitId> many(UnitSearch::most_units + 1, 900);
    const std::vector<std::vector<UnitId>> units{{5}, {300, 400}, {7, 500}, many};
    const std::vector<std::uint32_t> all{0, 1, 2, 3};
    const std::optional<UnitSearch> rarest = rarest_token(code, units, all);
    REQUIRE(rarest);
    CHECK(rarest->may_find_in(code_of(code, {1, 400})));
    CHECK_FALSE(rarest->may_find_in(code_of(code, {5, 7, 500, 900})));
    CHECK_FALSE(rarest_token(code, units, std::vector<std::uint32_t>{3}));
    CHECK_FALSE(rarest_token(code, units, {}));
}

TEST_CASE("a token that is no unit stands nowhere") {
    const DenseCode code(190);
    const std::vector<std::vector<UnitId>> units{{5}, {}};
    const std::optional<UnitSearch> rarest =
        rarest_token(code, units, std::vector<std::uint32_t>{0, 1});
    REQUIRE(rarest);
    CHECK_FALSE(rarest->may_find_in(code_of(code, {5})));
    CHECK_FALSE(rarest->may_find_in(""));
}
