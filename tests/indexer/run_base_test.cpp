#include "indexer/run_base.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct TestIndex {
    test::TemporaryFolder folder;
    IndexOptions options = test::index_options(folder / "index", {(folder / "news").string()});
    Manifest in_force{};

    TestIndex() {
        folder.write("news/a.jsonl",
                     "{\"id\":\"1\",\"headline\":\"One\",\"body\":\"Text.\"}\n"
                     "{\"id\":\"2\",\"headline\":\"Two\",\"body\":\"Words.\"}\n");
        test::run_index(options);
        in_force = require_manifest(options.index);
    }
    RunBase base(std::optional<Checkpoint> checkpoint = {}) const {
        return base_of_run(options, in_force, std::move(checkpoint));
    }
};

}  // namespace

TEST_CASE("a run begins with the index in force, a rebuild without its segments") {
    TestIndex index;
    const RunBase base = index.base();
    CHECK(base.manifest == index.in_force);
    CHECK(base.sources.files.size() == 1);
    CHECK_FALSE(base.goes_on);
    index.options.rebuilds = true;
    CHECK(index.base().manifest.segments.empty());
    CHECK(index.base().sources.files.size() == 1);
}

TEST_CASE("from a checkpoint a run takes what was read and written, beside the index in force") {
    const TestIndex index;
    Checkpoint checkpoint;
    checkpoint.base = index.in_force.number;
    checkpoint.manifest.dictionary = "dictionary-98";
    checkpoint.manifest.segments.emplace_back();
    checkpoint.manifest.segments.back().name = "segment-99";
    checkpoint.files.resize(5);
    const RunBase base = index.base(checkpoint);
    CHECK(base.manifest.segments == index.in_force.segments);
    CHECK(base.manifest.dictionary == "dictionary-98");
    REQUIRE(base.written.size() == 1);
    CHECK(base.written[0].name == "segment-99");
    CHECK(base.sources.files.size() == 1);
    CHECK(base.earlier.files().size() == 5);
    CHECK(base.goes_on);
}
