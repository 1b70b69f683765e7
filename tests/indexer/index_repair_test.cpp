#include "indexer/index_repair.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "corpus/dictionary_file.hpp"
#include "indexer/manifest_files.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/checked_index.hpp"
#include "tests/indexer/few_descriptors.hpp"
#include "tests/indexer/index_contents.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

Repair repair(const CheckedIndex& made) {
    return repair_index(made.index(), {}, [](const ProgressState&) {});
}

// REQUIREs that it is whole, and that a run over its sources gives everything back.
void require_restored(const CheckedIndex& made, const std::map<std::string, Article>& before) {
    REQUIRE(damaged_parts(check_index(made.index(), [](const ProgressState&) {})).empty());
    REQUIRE(run_index(made.index()).ledger.adds_up());
    REQUIRE(damaged_parts(check_index(made.index(), [](const ProgressState&) {})).empty());
    REQUIRE(index_texts(made.index()) == before);
}

// Articles kept are as they were; those lost are said to be.
void require_honest(const CheckedIndex& made, const Repair& repaired,
                    const std::map<std::string, Article>& before) {
    const auto after = index_texts(made.index());
    REQUIRE(after.size() + repaired.lost == before.size());
    for (const auto& [id, article] : after) REQUIRE(before.at(id) == article);
    for (const std::string& id : repaired.lost_ids) {
        REQUIRE(before.contains(id));
        REQUIRE_FALSE(after.contains(id));
    }
    REQUIRE_FALSE(repaired.deeds.empty());
}

}  // namespace

TEST_CASE("what is whole is left as it is") {
    const CheckedIndex made;
    const std::uint64_t number = require_manifest(made.index()).number;
    CHECK(repair(made).deeds.empty());
    CHECK(require_manifest(made.index()).number == number);
}

TEST_CASE("whichever file is damaged, the whole articles stay and the others come back") {
    const CheckedIndex pattern;
    std::vector<std::string> files = pattern.files();
    files.push_back("CURRENT");
    files.push_back("manifest-" + std::to_string(require_manifest(pattern.index()).number));
    std::mt19937 random(5);
    for (const std::string& file : files) {
        for (const std::string kind : {"flipped", "cut", "removed"}) {
            const CheckedIndex made;
            const auto before = index_texts(made.index());
            std::string bytes = made.read(file);
            const std::size_t place = random() % bytes.size();
            bytes[place] = static_cast<char>(bytes[place] ^ 16);
            if (kind == "cut") bytes.resize(place);
            made.write(file, bytes);
            if (kind == "removed") fs::remove(made.index() / file);
            INFO(file << " " << kind << " at " << place);
            const Repair repaired = repair(made);
            require_honest(made, repaired, before);
            require_restored(made, before);
        }
    }
}

TEST_CASE("a flipped bit of a text costs its article alone") {
    const CheckedIndex made;
    const auto before = index_texts(made.index());
    std::string bytes = made.read("segment-1/text");
    bytes[200] = static_cast<char>(bytes[200] ^ 1);
    made.write("segment-1/text", bytes);
    const Repair repaired = repair(made);
    CHECK(repaired.lost == 1);
    CHECK(repaired.lost_ids.size() == 1);
    require_honest(made, repaired, before);
    require_restored(made, before);
}

TEST_CASE("damage to what is made of the texts costs no article") {
    for (const std::string file :
         {"segment-1/postlist.glass", "segment-1/frequencies", "segment-1/forms", "segment-1/pairs",
          "segment-1/terms", "segment-1/sketches", "segment-1/checksums", "tombstones-4"}) {
        const CheckedIndex made;
        if (!fs::exists(made.index() / file)) continue;
        std::string bytes = made.read(file);
        // Not in the root of a table of Xapian's, without which Xapian opens none of them.
        char& byte = bytes[bytes.size() / 3];
        byte = static_cast<char>(byte ^ 1);
        made.write(file, bytes);
        INFO(file);
        CHECK(repair(made).lost == 0);
    }
}

TEST_CASE("what cannot be opened for want of descriptors is no damage, and nothing is lost") {
    const CheckedIndex made;
    const auto before = index_texts(made.index());
    const std::uint64_t number = require_manifest(made.index()).number;
    std::size_t refused = 0;
    for (rlim_t more = 1; more < 13; ++more) {
        std::optional<ErrorKind> kind;
        try {
            const FewDescriptors few(more);
            repair(made);
        } catch (const Error& error) {
            kind = error.kind();
        }
        INFO(more);
        if (kind) ++refused;
        if (kind) CHECK(*kind == ErrorKind::input_output);
        CHECK(require_manifest(made.index()).number == number);
        CHECK(index_texts(made.index()) == before);
    }
    CHECK(refused > 0);
}

TEST_CASE("a withdrawn article does not come back by a repair") {
    const CheckedIndex made;
    IndexOptions options = index_options(made.index(), {});
    options.withdrawals = {{"wire3", "a court's order"}};
    run_index(options);
    const auto before = index_texts(made.index());
    REQUIRE_FALSE(before.contains("wire3"));
    const Manifest manifest = require_manifest(made.index());
    const std::string segment = manifest.segments.front().name + "/text";
    std::string bytes = made.read(segment);
    bytes[200] = static_cast<char>(bytes[200] ^ 1);
    made.write(segment, bytes);
    repair(made);
    require_restored(made, before);
}

TEST_CASE("a damaged manifest is written again from CURRENT, and nothing is lost") {
    for (const std::string kind : {"flipped", "cut", "removed"}) {
        const CheckedIndex made;
        const auto before = index_texts(made.index());
        const std::string manifest = manifest_name(require_manifest(made.index()).number);
        const std::string whole = made.read(manifest);
        std::string bytes = whole;
        bytes[30] = static_cast<char>(bytes[30] ^ 1);
        if (kind == "cut") bytes.resize(30);
        made.write(manifest, bytes);
        if (kind == "removed") fs::remove(made.index() / manifest);
        INFO(kind);
        const Repair repaired = repair(made);
        CHECK(repaired.deeds.size() == 1);
        CHECK(repaired.lost == 0);
        CHECK(made.read(manifest) == whole);
        CHECK(index_texts(made.index()) == before);
    }
}

TEST_CASE("what was withdrawn is known from the sources of states that are gone") {
    const CheckedIndex made;
    IndexOptions options = index_options(made.index(), {});
    options.withdrawals = {{"wire3", "a court's order"}};
    run_index(options);
    options.withdrawals = {{"story", ""}};
    run_index(options);
    const Manifest manifest = require_manifest(made.index());
    REQUIRE(fs::remove(made.index() / manifest.sources));
    CHECK_FALSE(repair(made).deeds.empty());
    run_index(made.index());
    CHECK_FALSE(index_texts(made.index()).contains("wire3"));
}

TEST_CASE("where an earlier state is in force again, what was withdrawn since stays so") {
    const CheckedIndex made;
    IndexOptions options = index_options(made.index(), {});
    options.withdrawals = {{"wire3", "a court's order"}, {"story", ""}};
    run_index(options);
    const auto before = index_texts(made.index());
    REQUIRE_FALSE(before.contains("wire3"));
    const std::string manifest = manifest_name(require_manifest(made.index()).number);
    made.write(manifest, made.read(manifest) + "x");
    made.write("CURRENT", made.read("CURRENT") + "x");
    CHECK_FALSE(repair(made).deeds.empty());
    CHECK_FALSE(index_texts(made.index()).contains("wire3"));
    CHECK(earlier_manifests(made.index(), require_manifest(made.index())).empty());
    require_restored(made, before);
}

TEST_CASE("another index's manifest is not taken for the index's own") {
    const CheckedIndex made;
    run_index(made.index());
    const auto before = index_texts(made.index());
    Manifest others = require_manifest(made.index());
    for (auto& [name, mark] : others.marks) ++mark;
    others.roots.clear();
    made.write(manifest_name(others.number), encode_manifest(others));
    CHECK_FALSE(repair(made).deeds.empty());
    CHECK(require_manifest(made.index()).roots.size() == 1);
    require_restored(made, before);
}

TEST_CASE("a folder without a manifest that can be read is not repaired") {
    const CheckedIndex made;
    for (const auto& entry : fs::directory_iterator(made.index()))
        if (entry.path().filename().string().starts_with("manifest-"))
            made.write(entry.path().filename().string(), "{}");
    made.write("CURRENT", made.read("CURRENT") + "x");
    const Error error = caught_error([&] { return repair(made); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(error.hint().find("index --rebuild PATH") != std::string::npos);

    const TemporaryFolder folder;
    folder.write("letters/1.txt", "Dear");
    CHECK(caught_error([&] {
              return repair_index(folder / "letters", {}, [](const ProgressState&) {});
          }).kind() == ErrorKind::index);
    CHECK_FALSE(fs::exists(folder / "letters/lock"));
}

TEST_CASE("a damaged dictionary costs those articles that need its damaged bytes") {
    TemporaryFolder folder;
    std::mt19937 random(2);
    std::string lines;
    for (int i = 0; i < 700; ++i)
        lines += json_article("news/2020/01/wire" + std::to_string(i),
                              "Report " + std::to_string(i), some_words(random, 12));
    folder.write("news/wire.jsonl", lines);
    const fs::path index = folder / "index";
    run_index(index, {(folder / "news").string()});
    const std::string name = require_manifest(index).dictionary;
    REQUIRE_FALSE(name.empty());
    const auto before = index_texts(index);
    std::string bytes = read_bytes(index / name);
    for (const std::size_t half : {0U, 1U, 2U}) {  // each repair learns another
        std::string changed = bytes;
        const std::size_t place = half * (changed.size() - 1) / 2;
        changed[place] = static_cast<char>(changed[place] ^ 1);
        folder.write("index/" + require_manifest(index).dictionary, changed);
        const auto ignore = [](const ProgressState&) {};
        CHECK(
            damaged_parts(check_index(index, ignore)).contains(require_manifest(index).dictionary));
        const Repair repaired = repair_index(index, {}, ignore);
        CHECK_FALSE(repaired.deeds.empty());
        REQUIRE(damaged_parts(check_index(index, ignore)).empty());
        run_index(index);
        REQUIRE(index_texts(index) == before);
        bytes = read_bytes(index / require_manifest(index).dictionary);
    }
}
