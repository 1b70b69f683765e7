#include "corpus/dense_code.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "corpus/error.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::string coded(const DenseCode& code, const std::vector<std::uint32_t>& numbers) {
    std::string bytes;
    for (const std::uint32_t number : numbers) code.append(bytes, number);
    return bytes;
}

std::vector<std::uint32_t> decoded(const DenseCode& code, const std::string& bytes) {
    std::vector<std::uint32_t> numbers;
    for (const char* at = bytes.data(); at != bytes.data() + bytes.size();)
        numbers.push_back(code.next(at, bytes.data() + bytes.size()));
    return numbers;
}

}  // namespace

TEST_CASE("numbers come back from a dense code as they went in") {
    std::mt19937 random(1);
    for (const std::uint32_t stoppers : {1U, 2U, 100U, 190U, 254U}) {
        std::vector<std::uint32_t> numbers{0, 1, stoppers, UINT32_MAX, UINT32_MAX - 1};
        for (std::uint32_t bits = 1; bits < 32; ++bits)
            for (int i = 0; i < 20; ++i)
                numbers.push_back(static_cast<std::uint32_t>(random()) >> bits);
        const DenseCode code(stoppers);
        CHECK(decoded(code, coded(code, numbers)) == numbers);
    }
    const DenseCode unary(255);
    const std::vector<std::uint32_t> numbers{0, 254, 255, 256, 70'000};
    CHECK(decoded(unary, coded(unary, numbers)) == numbers);
}

TEST_CASE("a dense code has no holes: every string of bytes that ends in a stopper is a number") {
    const DenseCode code(200);
    const std::vector<std::uint32_t> firsts{0, 200, 200 + 56 * 200, 200 + 56 * 200 + 56 * 56 * 200};
    for (std::size_t length = 1; length < firsts.size(); ++length) {
        CHECK(coded(code, {firsts[length - 1]}).size() == length);
        CHECK(coded(code, {firsts[length] - 1}).size() == length);
    }
}

TEST_CASE("the code that is chosen takes no more bytes than any other") {
    std::mt19937 random(2);
    for (const std::size_t count : {1U, 10U, 300U, 3000U}) {
        std::vector<std::uint64_t> occurrences(count);
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < count; ++i) {
            occurrences[i] = 1 + 2000 / (i + 1) + random() % 2;
            numbers.insert(numbers.end(), occurrences[i], i);
        }
        const DenseCode best(DenseCode::best_stoppers(occurrences));
        const std::size_t least = coded(best, numbers).size();
        for (std::uint32_t stoppers = 1; stoppers < 256; stoppers += 3)
            REQUIRE(least <= coded(DenseCode(stoppers), numbers).size());
    }
    CHECK(DenseCode::best_stoppers({}) == 128);
}

TEST_CASE("bytes that end inside of a number, or go beyond 32 bits, are damage") {
    const DenseCode code(100);
    std::string bytes = coded(code, {123'456});
    bytes.pop_back();
    CHECK_THROWS_AS(decoded(code, bytes), Error);
    CHECK_THROWS_AS(decoded(code, std::string(6, '\xFF') + '\0'), Error);
    CHECK_THROWS_AS(decoded(code, std::string(600, '\xFF')), Error);
    CHECK_THROWS_AS(DenseCode(0), Error);
    CHECK_THROWS_AS(DenseCode(256), Error);
}
