#include "indexer/sketches_file.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

std::vector<Sketch> random_sketches(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    std::vector<Sketch> sketches(count);
    for (Sketch& sketch : sketches)
        for (std::uint8_t& row : sketch.rows) row = static_cast<std::uint8_t>(random());
    return sketches;
}

}  // namespace

TEST_CASE("the sketches file gives back what was written") {
    const test::TemporaryFolder folder;
    for (const std::size_t count : {0, 1, 7, 300}) {
        const std::vector<Sketch> sketches = random_sketches(1, count);
        const SketchesFile file(folder.write("sketches", encode_sketches(sketches)));
        file.verify();
        CHECK(std::ranges::equal(file.sketches(), sketches));
    }
}

TEST_CASE("no damage to a sketches file passes verification") {
    const test::TemporaryFolder folder;
    const auto read = [&](std::string_view bytes) {
        SketchesFile(folder.write("sketches", bytes)).verify();
    };
    CHECK(test::survive_damage(encode_sketches(random_sketches(2, 3)), read) == 0);
    CHECK(test::survive_damage(encode_sketches({}), read) == 0);
}
