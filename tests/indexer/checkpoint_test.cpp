#include "indexer/checkpoint.hpp"

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

Checkpoint some_checkpoint() {
    Checkpoint checkpoint;
    checkpoint.base = 7;
    checkpoint.is_rebuild = true;
    checkpoint.named = {"/archive", "/more"};
    checkpoint.manifest.number = 7;
    checkpoint.manifest.analysis = analysis_version();
    checkpoint.manifest.scoring = scoring_version;
    checkpoint.manifest.segments.resize(2);
    checkpoint.manifest.segments[0].name = "segment-1";
    checkpoint.manifest.segments[1].name = "segment-9";
    checkpoint.files.resize(3);
    checkpoint.files[1].records.resize(2);
    return checkpoint;
}

}  // namespace

TEST_CASE("a checkpoint gives back what was written, and no damage goes unseen") {
    const std::string bytes = encode_checkpoint(some_checkpoint());
    CHECK(decode_checkpoint(bytes, "CHECKPOINT") == some_checkpoint());
    const auto read = [](std::string_view damaged) { decode_checkpoint(damaged, "CHECKPOINT"); };
    CHECK(test::survive_damage(bytes, read) == 0);
}

TEST_CASE(
    "a checkpoint serves as long as its manifest and analysis are in force and its files are "
    "there") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(read_checkpoint(folder.path(), 7));
    write_checkpoint(folder.path(), some_checkpoint());
    CHECK_FALSE(read_checkpoint(folder.path(), 7));
    folder.write("segment-1", "");
    folder.write("segment-9", "");
    CHECK(read_checkpoint(folder.path(), 7) == some_checkpoint());
    CHECK_FALSE(read_checkpoint(folder.path(), 8));
    Checkpoint other = some_checkpoint();
    other.manifest.analysis += "-other";
    write_checkpoint(folder.path(), other);
    CHECK_FALSE(read_checkpoint(folder.path(), 7));
    folder.write("CHECKPOINT", "damaged");
    CHECK_FALSE(read_checkpoint(folder.path(), 7));
    remove_checkpoint(folder.path());
    CHECK_FALSE(std::filesystem::exists(folder / "CHECKPOINT"));
}
