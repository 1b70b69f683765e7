#include "corpus/archive_input.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <string>

#include "corpus/byte_stream.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/made_archive.hpp"

using namespace dateline;

namespace {

std::string first_path(ArchiveInput& input) {
    const ArchiveReader reader = new_archive_reader();
    archive_read_support_format_tar(reader.get());
    archive_read_support_format_zip(reader.get());
    archive_entry* entry = nullptr;
    if (input.open(reader.get()) != ARCHIVE_OK ||
        archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK)
        return archive_reason(reader.get());
    return archive_entry_pathname(entry);
}

}  // namespace

TEST_CASE("an archive is read from a stream, and from bytes at any place") {
    for (const char* format : {"ustar", "zip"}) {
        const std::string bytes = test::made_archive(format, {{"a.txt", "text"}});
        const auto stream = test::piped(bytes);
        ArchiveInput from_stream(*stream);
        CHECK(first_path(from_stream) == "a.txt");
        ArchiveInput from_bytes(memory_access(bytes));
        CHECK(first_path(from_bytes) == "a.txt");
    }
}

TEST_CASE("what the stream throws is kept, and not thrown through the library") {
    const auto stream = buffered_stream([](std::span<char>) -> std::size_t {
        throw Error(ErrorKind::input_output, "the disk is gone");
    });
    ArchiveInput input(*stream);
    CHECK(first_path(input) == "the disk is gone");
    REQUIRE(input.failure());
    CHECK(std::string(input.failure()->what()) == "the disk is gone");
}

TEST_CASE("zeros at the end of what was read are counted across blocks") {
    const std::string bytes = test::made_archive("ustar", {{"a.txt", "text"}});
    const auto stream = test::piped(bytes, 100);
    ArchiveInput input(*stream);
    const ArchiveReader reader = new_archive_reader();
    archive_read_support_format_tar(reader.get());
    archive_read_set_format_option(reader.get(), "tar", "read_concatenated_archives", "1");
    REQUIRE(input.open(reader.get()) == ARCHIVE_OK);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) continue;
    CHECK(input.trailing_zeros() >= 1024);
}

TEST_CASE("a bomb is what grows to a thousand times its size, over 64 MiB") {
    constexpr std::uint64_t mebibyte = 1 << 20;
    CHECK(bomb_problem(64 * mebibyte, 1).empty());
    CHECK(bomb_problem(900 * mebibyte, mebibyte).empty());
    CHECK(bomb_problem(1001 * mebibyte, mebibyte) ==
          "a bomb: 1048576 bytes have grown to 1049624576, more than 1000 times as many, which is "
          "the limit over 64 MiB");
    CHECK(test::caught_error([] {
              refuse_bomb(2000 * mebibyte, mebibyte);
              return 0;
          }).kind() == ErrorKind::input_output);
}
