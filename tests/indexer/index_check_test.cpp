#include "indexer/index_check.hpp"

#include <algorithm>
#include <optional>

#include "corpus/copies_file.hpp"
#include "indexer/manifest_files.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/checked_index.hpp"
#include "tests/indexer/few_descriptors.hpp"
#include "tests/replace_manifest.hpp"

using namespace dateline;
using namespace dateline::test;
namespace fs = std::filesystem;

namespace {

using Parts = std::set<std::string>;

std::vector<CheckedPart> check(const CheckedIndex& made) {
    return check_index(made.index(), [](const ProgressState&) {});
}

// The part that a file belongs to; Xapian's tables are one.
std::string part_of(const std::string& file) {
    const std::size_t slash = file.find('/');
    const std::string name = file.substr(slash + 1);
    const bool is_table = name.ends_with("glass") || name == "checksums";
    return is_table ? file.substr(0, slash) + "/*.glass" : file;
}

// What depends on a damaged file cannot be looked at either: the segment as a whole, and its
// tombstones without the number of articles.
Parts damaged_with(const CheckedIndex& made, const std::string& file) {
    const Manifest manifest = require_manifest(made.index());
    Parts parts{part_of(file)};
    for (const SegmentInfo& segment : manifest.segments) {
        if (file.starts_with(segment.name + "/") || file == segment.tombstones)
            parts.insert(segment.name);
        if (file == segment.name + "/articles" && !segment.tombstones.empty())
            parts.insert(segment.tombstones);
    }
    return parts;
}

// Without what is said of every file that was not published.
Parts damaged_for_its_contents(const CheckedIndex& made, const std::string& name) {
    const std::vector<CheckedPart> parts = check(made);
    Parts damaged = damaged_parts(parts);
    for (const CheckedPart& part : parts)
        if (part.part == name && part.problem.find("published") != std::string::npos)
            damaged.erase(name);
    return damaged.erase(name) == 1 ? damaged : Parts{name + " was found to be in order"};
}

template <class Change>
Parts damaged_after_change_of_sources(const Change& change) {
    const CheckedIndex made;
    const std::string name = require_manifest(made.index()).sources;
    Sources sources = decode_sources(made.read(name), name);
    change(sources);
    made.write(name, encode_sources(sources));
    return damaged_for_its_contents(made, name);
}

SourceFileEntry& wire(Sources& sources) {
    return *std::ranges::find(sources.files, "wire.jsonl", &SourceFileEntry::path);
}

template <class Change>
Parts damaged_after_change_of_copies(const Change& change) {
    const CheckedIndex made;
    const std::string name = require_manifest(made.index()).copies;
    Copies copies = decode_copies(made.read(name), name);
    change(copies);
    made.write(name, encode_copies(copies));
    return damaged_for_its_contents(made, name);
}

}  // namespace

TEST_CASE("an index is whole after runs that add, change and remove") {
    const CheckedIndex made;
    const std::vector<CheckedPart> parts = check(made);
    CHECK(damaged_parts(parts).empty());
    Parts names;
    for (const CheckedPart& part : parts) names.insert(part.part);
    CHECK(names.size() == parts.size());
    for (const std::string& file : made.files()) {
        INFO(file);
        CHECK(names.contains(part_of(file)));
    }
}

TEST_CASE("damage to a file is found there, and every other part is still looked at") {
    const CheckedIndex made;
    for (const std::string& file : made.files()) {
        const std::string bytes = made.read(file);
        const Parts expected = damaged_with(made, file);
        std::mt19937 random(9);
        for (int i = 0; i < 6; ++i) {
            std::string changed = bytes;
            const std::size_t place = random() % changed.size();
            changed[place] = static_cast<char>(changed[place] ^ (1 << random() % 8));
            made.write(file, changed);
            INFO(file << " at " << place);
            CHECK(damaged_parts(check(made)) == expected);
        }
        for (const std::size_t size : {std::size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
            made.write(file, bytes.substr(0, size));
            INFO(file << " cut to " << size);
            CHECK(damaged_parts(check(made)) == expected);
        }
        fs::remove(made.index() / file);
        INFO(file << " removed");
        CHECK(damaged_parts(check(made)) == expected);
        made.write(file, bytes);
    }
    CHECK(damaged_parts(check(made)).empty());
}

TEST_CASE("a check that cannot open all files finds no damage, but says so") {
    const CheckedIndex made;
    std::size_t refused = 0;
    for (rlim_t more = 0; more < 16; ++more) {
        std::optional<ErrorKind> kind;
        Parts damaged;
        try {
            const FewDescriptors few(more);
            damaged = damaged_parts(check(made));
        } catch (const Error& error) {
            kind = error.kind();
        }
        INFO(more);
        CHECK(damaged.empty());
        if (kind) ++refused;
        if (kind) CHECK(*kind == ErrorKind::input_output);
    }
    CHECK(refused > 2);
    CHECK(refused < 16);
}

TEST_CASE("whole files of an earlier state in the place of those in force are found") {
    const CheckedIndex made;
    const Manifest now = require_manifest(made.index());
    const std::vector<Manifest> earlier = earlier_manifests(made.index(), now);
    REQUIRE(earlier.size() == 1);
    const Manifest& before = earlier.front();
    const auto damaged_with_earlier = [&](const std::string& file, const std::string& from) {
        const std::string bytes = made.read(file);
        made.write(file, made.read(from));
        const Parts damaged = damaged_parts(check(made));
        made.write(file, bytes);
        return damaged;
    };
    CHECK(damaged_with_earlier(now.sources, before.sources) == Parts{now.sources});
    const std::string first = now.segments.front().name;
    const std::string second = now.segments.back().name;
    for (const char* file :
         {"/frequencies", "/forms", "/pairs", "/terms", "/words", "/sketches", "/articles"}) {
        INFO(file);
        CHECK(damaged_with_earlier(second + file, first + file).contains(second));
    }
    // And of a state that can be restored.
    CHECK(damaged_with_earlier(before.sources, now.sources) == Parts{manifest_name(before.number)});
    CHECK(damaged_parts(check(made)).empty());
}

TEST_CASE("a manifest under another one's name is damage, for searches too") {
    const CheckedIndex made;
    const std::uint64_t number = require_manifest(made.index()).number;
    const std::string now = manifest_name(number);
    const std::string before = manifest_name(number - 1);
    const std::string bytes = made.read(now);
    made.write(now, made.read(before));
    CHECK(caught_error([&] { require_manifest(made.index()); }).kind() == ErrorKind::index);
    made.write(before, bytes);
    made.write(now, bytes);
    CHECK(damaged_parts(check(made)) == Parts{before});
    // Another index's, of the same number.
    Manifest other = require_manifest(made.index());
    other.published = "2020-01-05T10:00:00Z";
    made.write(now, encode_manifest(other));
    CHECK(caught_error([&] { require_manifest(made.index()); }).what() ==
          (made.index() / "CURRENT").string() +
              " is damaged: it was written with another manifest than the one that it names");
}

TEST_CASE("a damaged manifest, or none, is an error as for every command") {
    const CheckedIndex made;
    const Manifest manifest = require_manifest(made.index());
    made.write("manifest-" + std::to_string(manifest.number), "{}");
    CHECK(caught_error([&] { return check(made); }).kind() == ErrorKind::index);
    fs::remove_all(made.index());
    CHECK(caught_error([&] { return check(made); }).kind() == ErrorKind::index);
}

TEST_CASE("a missing dictionary is named, and so are the segments that need it") {
    const CheckedIndex made;
    Manifest manifest = require_manifest(made.index());
    manifest.dictionary = "dictionary-77";
    replace_manifest(made.index(), manifest);
    Parts expected{"dictionary-77"};
    for (const SegmentInfo& segment : manifest.segments) expected.insert(segment.name);
    CHECK(damaged_parts(check(made)) == expected);
}

TEST_CASE("an index of another version of the analysis is not in order") {
    const CheckedIndex made;
    Manifest manifest = require_manifest(made.index());
    ++manifest.scoring;
    replace_manifest(made.index(), manifest);
    CHECK(damaged_parts(check(made)) == Parts{manifest_name(manifest.number)});
}

TEST_CASE("a ledger that is not that of the articles is found") {
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              wire(sources).records.pop_back();
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              wire(sources).records.front().state = RecordState::superseded;
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              wire(sources).records.front().state = RecordState::withdrawn;
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              wire(sources).records.front().id = "other";
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              wire(sources).records.push_back(wire(sources).records.front());
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              std::swap(sources.files.front(), sources.files.back());
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              sources.files.back().root = 7;
          }).empty());
    CHECK(damaged_after_change_of_sources([](Sources& sources) {
              for (SourceRecord& record : wire(sources).records)
                  if (record.state == RecordState::duplicate) record.kept_id = "wire1";
          }).empty());
}

TEST_CASE("copies of what is not in the index are found") {
    CHECK(damaged_after_change_of_copies([](Copies& copies) {
              copies.clusters.front().back().article = 10'000;
          }).empty());
    CHECK(damaged_after_change_of_copies([](Copies& copies) {
              copies.clusters.front().back().segment = 5;
          }).empty());
    const Parts with_sources = damaged_after_change_of_copies(
        [](Copies& copies) { copies.aliases.front().kept_id = "x"; });
    CHECK(with_sources.size() == 1);
    CHECK(with_sources.begin()->starts_with("sources-"));
}

TEST_CASE("a check goes on with the next state when a writer tidies up what it looks at") {
    const CheckedIndex made;
    bool has_published = false;
    const auto parts = check_index(made.index(), [&](const ProgressState&) {
        if (std::exchange(has_published, true)) return;
        const Manifest before = require_manifest(made.index());
        made.folder().write("news/later.txt", "Later\n\nAnother text.\n");
        run_index(made.index());
        fs::remove(made.index() / manifest_name(before.number));
        fs::remove(made.index() / before.sources);
    });
    REQUIRE(has_published);
    CHECK(damaged_parts(parts).empty());
    const std::string newest = require_manifest(made.index()).sources;
    CHECK(std::ranges::count(parts, newest, &CheckedPart::part) == 1);
}

TEST_CASE("a check gives up, without a word of damage, where every state is gone before its end") {
    const CheckedIndex made;
    int number = 0;
    const Error error = caught_error([&] {
        return check_index(made.index(), [&](const ProgressState&) {
            const Manifest before = require_manifest(made.index());
            made.folder().write("news/later.txt",
                                "Later\n\nText number " + std::to_string(++number) + ".\n");
            run_index(made.index());
            fs::remove(made.index() / before.sources);
        });
    });
    CHECK(error.kind() == ErrorKind::refused);
    CHECK(number >= 5);
}
