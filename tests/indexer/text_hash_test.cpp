#include "indexer/text_hash.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("equal texts have equal hashes, whatever memory they stand in, and others do not") {
    std::set<std::uint64_t> hashes;
    for (int i = 0; i < 10'000; ++i) {
        const std::string text(static_cast<std::size_t>(i % 100), 'a');
        const std::string numbered = text + std::to_string(i);
        CHECK(text_hash(numbered) == text_hash(std::string(numbered)));
        hashes.insert(text_hash(numbered));
    }
    CHECK(hashes.size() == 10'000);
}
