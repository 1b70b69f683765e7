#include "corpus/glass/table_reader.hpp"

#include <map>
#include <random>

#include "indexer/glass/table.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

namespace {

using Entries = std::map<std::string, std::string>;

std::string random_bytes(std::mt19937& random, std::size_t size) {
    std::string bytes(size, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    return bytes;
}

// Keys of which many begin alike, and tags from nothing to what takes many blocks.
Entries random_entries(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    Entries entries;
    while (entries.size() < count) {
        std::string key(random() % 6 == 0 ? random() % 200 : 0, 'k');
        key += std::to_string(random() % (count * 4));
        if (random() % 9 == 0) key += random_bytes(random, 1 + random() % 20);
        const std::size_t size = random() % 40 == 0 ? random() % 20000 : random() % 60;
        entries[key] = random_bytes(random, size);
    }
    return entries;
}

TableRoot write_table(const std::filesystem::path& file, const Entries& entries) {
    TableWriter writer(file, 0);
    for (const auto& [key, tag] : entries) writer.add(key, tag);
    return writer.finish();
}

}  // namespace

TEST_CASE("a table is read in order as it was written") {
    for (const std::size_t count : {1UL, 50UL, 3000UL, 60000UL}) {
        const test::TemporaryFolder folder;
        const Entries entries = random_entries(static_cast<unsigned>(count), count);
        const TableRoot root = write_table(folder / "t.glass", entries);
        const TableReader table(folder / "t.glass", root);
        TableCursor cursor(table);
        CHECK(cursor.at_end());
        cursor.seek("");
        CHECK(cursor.key().empty());
        for (const auto& [key, tag] : entries) {
            REQUIRE(cursor.next());
            REQUIRE(cursor.key() == key);
            REQUIRE((cursor.tag() == tag));
        }
        CHECK_FALSE(cursor.next());
        CHECK(cursor.at_end());
        if (count > 50000) CHECK(root.level == 2);
    }
}

TEST_CASE("a seek comes to the entry before, a seek from to the one behind") {
    const test::TemporaryFolder folder;
    const Entries entries = random_entries(7, 5000);
    const TableReader table(folder / "t.glass", write_table(folder / "t.glass", entries));
    TableCursor cursor(table);
    std::mt19937 random(8);
    for (int i = 0; i < 20000; ++i) {
        auto place = entries.begin();
        std::advance(place, random() % entries.size());
        std::string key = place->first;
        if (random() % 3 != 0) key[random() % key.size()] = static_cast<char>(random());
        const auto behind = entries.upper_bound(key);
        cursor.seek(key);
        REQUIRE_FALSE(cursor.at_end());
        if (behind == entries.begin()) {
            REQUIRE(cursor.key().empty());
        } else {
            REQUIRE(cursor.key() == std::prev(behind)->first);
            REQUIRE((cursor.tag() == std::prev(behind)->second));
        }
        const auto from = entries.lower_bound(key);
        cursor.seek_from(key);
        REQUIRE(cursor.at_end() == (from == entries.end()));
        if (from == entries.end()) continue;
        REQUIRE(cursor.key() == from->first);
        REQUIRE((cursor.tag() == from->second));
    }
}

TEST_CASE("a table without entries needs no file, and has none to come to") {
    const TableReader table("/absent/t.glass", {});
    TableCursor cursor(table);
    cursor.seek("a");
    CHECK(cursor.at_end());
    cursor.seek_from("a");
    CHECK(cursor.at_end());
}

TEST_CASE("a table that is not there is damage, as are too many levels") {
    TableRoot root;
    root.is_fake = false;
    CHECK(test::caught_error([&] {
              return TableReader("/absent/t.glass", root).is_empty();
          }).kind() == ErrorKind::index);
    root.level = max_levels;
    CHECK(test::says(
        test::caught_error([&] { return TableReader("/absent/t.glass", root).is_empty(); }),
        "too many levels"));
}

TEST_CASE("whatever is damaged in a table, reading it ends, and says so or ascends") {
    const test::TemporaryFolder folder;
    const Entries entries = random_entries(11, 2000);
    const TableRoot root = write_table(folder / "t.glass", entries);
    REQUIRE(root.level > 0);
    const std::string whole = test::read_bytes(folder / "t.glass");
    std::mt19937 random(12);
    int told = 0;
    for (int i = 0; i < 600; ++i) {
        std::string bytes = whole;
        // Headers and directories most of all.
        const std::size_t block = i % 5 == 0 ? root.root_block : random() % root.block_count;
        const std::size_t within = i % 3 == 0 ? random() % block_size : random() % 60;
        for (std::size_t count = 1 + random() % 2; count > 0; --count)
            bytes[block * block_size + within] = static_cast<char>(random());
        if (i % 50 == 0) bytes.resize(random() % bytes.size());
        folder.write("damaged.glass", bytes);
        try {
            TableRoot wrong = root;
            if (i % 20 == 0) wrong.root_block = static_cast<std::uint32_t>(random() % 100);
            const TableReader table(folder / "damaged.glass", wrong);
            TableCursor cursor(table);
            std::string before;
            for (cursor.seek(""); cursor.next(); before = cursor.key()) {
                REQUIRE((before.empty() || cursor.key() > before));
                cursor.tag();
            }
            for (const auto& [key, tag] : entries) cursor.seek_from(key);
        } catch (const Error& error) {
            REQUIRE(error.kind() == ErrorKind::index);
            REQUIRE(test::says(error, "damaged.glass"));
            ++told;
        }
    }
    CHECK(told > 100);
}
