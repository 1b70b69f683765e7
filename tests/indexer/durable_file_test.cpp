#include "indexer/durable_file.hpp"

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a durable file holds the bytes last written") {
    const test::TemporaryFolder folder;
    const std::string large(3'000'000, 'x');
    write_durably(folder / "file", large);
    CHECK(test::read_bytes(folder / "file") == large);
    write_durably(folder / "file", "short");
    CHECK(test::read_bytes(folder / "file") == "short");
    CHECK_NOTHROW(sync_folder_to_disk(folder.path()));
}

TEST_CASE("what cannot be written is an error with its path and reason") {
    const test::TemporaryFolder folder;
    const auto write = [](const std::filesystem::path& file) {
        return test::caught_error([&] {
            write_durably(file, "bytes");
            return 0;
        });
    };
    const Error absent = write(folder / "absent/file");
    CHECK(absent.kind() == ErrorKind::input_output);
    CHECK(test::says(absent, "absent/file: No such file or directory"));
    CHECK(test::says(write("/dev/full"), "No space left on device"));
}

TEST_CASE("folders are made with those above them, or it is said why not") {
    const test::TemporaryFolder folder;
    make_folder_durably(folder / "a/b/c");
    CHECK(std::filesystem::is_directory(folder / "a/b/c"));
    make_folder_durably(folder / "a/b/c");
    make_folder_durably(folder / "a/d/");
    CHECK(std::filesystem::is_directory(folder / "a/d"));
    folder.write("file", "");
    const Error error = test::caught_error([&] { make_folder_durably(folder / "file/below"); });
    CHECK(error.kind() == ErrorKind::input_output);
    CHECK(test::says(error, "file/below"));
}
