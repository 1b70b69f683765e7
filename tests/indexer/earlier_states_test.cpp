#include "indexer/earlier_states.hpp"

#include <algorithm>

#include "indexer/index_check.hpp"
#include "indexer/index_repair.hpp"
#include "indexer/manifest_files.hpp"
#include "indexer/rollback.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/checked_index.hpp"
#include "tests/indexer/index_contents.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

std::set<std::string> broken(const CheckedIndex& made) {
    return damaged_parts(check_index(made.index(), [](const ProgressState&) {}));
}

// Files of the first state that the one in force has not, and its manifest.
std::vector<std::string> files_of_first_state(const CheckedIndex& made) {
    const Manifest in_force = require_manifest(made.index());
    const std::vector<std::string> now = files_of(in_force);
    const std::vector<Manifest> earlier = earlier_manifests(made.index(), in_force);
    REQUIRE(earlier.size() == 1);
    std::vector<std::string> files{manifest_name(earlier.front().number)};
    for (const std::string& file : files_of(earlier.front()))
        if (std::ranges::find(now, file) == now.end() && fs::is_regular_file(made.index() / file))
            files.push_back(file);
    return files;
}

}  // namespace

TEST_CASE("a damaged earlier state is told, not restored, and given up by a repair") {
    const CheckedIndex pattern;
    const std::vector<std::string> files = files_of_first_state(pattern);
    REQUIRE(files.size() >= 2);
    for (const std::string& file : files)
        for (const std::string kind : {"flipped", "cut", "removed"}) {
            if (file == files.front() && kind == "removed")
                continue;  // then there is no such state
            INFO(file << ' ' << kind);
            const CheckedIndex made;
            const auto before = index_texts(made.index());
            std::string bytes = made.read(file);
            if (kind == "flipped") bytes[bytes.size() / 2] ^= 1;
            if (kind == "cut") bytes.resize(bytes.size() / 2);
            if (kind == "removed")
                fs::remove(made.index() / file);
            else
                made.write(file, bytes);
            CHECK(broken(made) == std::set<std::string>{files.front()});
            if (file == files.front() || kind == "removed")
                CHECK(caught_error([&] { return roll_back(made.index(), 1).number; }).kind() ==
                      ErrorKind::index);
            const std::uint64_t number = require_manifest(made.index()).number;
            const Repair repaired = repair_index(made.index(), {}, [](const ProgressState&) {});
            CHECK(repaired.deeds.size() == 1);
            CHECK(repaired.lost == 0);
            CHECK(broken(made).empty());
            CHECK(require_manifest(made.index()).number == number);
            CHECK(index_texts(made.index()) == before);
        }
}
