#include "indexer/glass/scanned_table.hpp"

#include <xapian.h>

#include <fstream>
#include <random>

#include "corpus/error.hpp"
#include "corpus/glass/packing.hpp"
#include "indexer/glass/table.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using namespace dateline::glass;

namespace {

std::string key_of(std::uint32_t number) {
    std::string key;
    append_sorted_uint(key, number);
    return key;
}

// Some longer than an item may be, some empty.
std::string tag_of(std::uint32_t number) {
    std::mt19937 random(number);
    std::string tag(number % 7 == 0 ? 5000 + number % 4000 : number % 90, '\0');
    for (char& c : tag) c = static_cast<char>(random());
    return tag;
}

constexpr std::uint32_t tags = 3000;

void write_table(const std::filesystem::path& file) {
    TableWriter table(file, 0);
    for (std::uint32_t number = 1; number <= tags; ++number)
        table.add(key_of(number), tag_of(number));
    CHECK(table.finish().level > 0);
}

}  // namespace

TEST_CASE("all that a table holds is found without its root") {
    const test::TemporaryFolder folder;
    write_table(folder / "t.glass");
    const ScannedTable table(folder / "t.glass");
    for (std::uint32_t number = 1; number <= tags; ++number)
        REQUIRE(table.tag(key_of(number)) == tag_of(number));
    CHECK_FALSE(table.tag(key_of(tags + 1)));
    CHECK_FALSE(table.tag("no key"));
}

TEST_CASE("a damaged block costs what it holds, and no other tag") {
    const test::TemporaryFolder folder;
    write_table(folder / "t.glass");
    std::string bytes = test::read_bytes(folder / "t.glass");
    std::mt19937 random(5);
    const std::size_t damaged = bytes.size() / block_size / 2;
    for (std::size_t i = 0; i < block_size; ++i)
        bytes[damaged * block_size + i] = static_cast<char>(random());
    bytes[damaged * block_size + 4] = 0;
    folder.write("damaged.glass", bytes + "behind the last block");
    const ScannedTable table(folder / "damaged.glass");
    std::size_t lost = 0;
    for (std::uint32_t number = 1; number <= tags; ++number)
        lost += table.tag(key_of(number)) != tag_of(number) ? 1 : 0;
    CHECK(lost > 0);
    CHECK(lost < 200);
}

TEST_CASE("Xapian's own tables are read: compressed tags, and the newest revision of each") {
    const test::TemporaryFolder folder;
    const std::string place = (folder / "x").string();
    const std::string old_data(9000, 'a');
    const std::string new_data = "new " + std::string(9000, 'b');
    Xapian::WritableDatabase database(place, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (int i = 0; i < 500; ++i) {
        Xapian::Document document;
        document.set_data(old_data + std::to_string(i));
        database.add_document(document);
    }
    database.commit();
    Xapian::Document document;
    document.set_data(new_data);
    database.replace_document(7, document);
    database.commit();
    const ScannedTable table(folder / "x/docdata.glass");
    CHECK(table.tag(key_of(7)) == new_data);
    CHECK(table.tag(key_of(500)) == old_data + "499");
}

TEST_CASE("a table that is not there is an error of reading") {
    const test::TemporaryFolder folder;
    CHECK_THROWS_AS(ScannedTable(folder / "t.glass"), Error);
    folder.write("empty", "");
    CHECK_FALSE(ScannedTable(folder / "empty").tag("a"));
}
