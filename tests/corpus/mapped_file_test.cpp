#include "corpus/mapped_file.hpp"

#include <sys/stat.h>

#include <unistd.h>

#include <filesystem>
#include <optional>

#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("a mapped file shows its bytes for as long as it lives") {
    const test::TemporaryFolder folder;
    const auto path = folder.write("file", "some bytes");
    std::optional<MappedFile> first{MappedFile(path)};
    MappedFile second(std::move(*first));
    first.reset();
    std::filesystem::remove(path);
    CHECK(second.bytes() == "some bytes");
    char byte = 0;
    CHECK(::pread(second.descriptor(), &byte, 1, 5) == 1);
    CHECK(byte == 'b');
    second = MappedFile(folder.write("other", std::string(100'000, 'x')));
    CHECK(second.bytes() == std::string(100'000, 'x'));
}

TEST_CASE("asking for bytes ahead changes nothing, wherever they are said to be") {
    const test::TemporaryFolder folder;
    const MappedFile file(folder.write("file", std::string(100'000, 'x')));
    file.fetch();
    for (const std::size_t offset : {0, 4095, 4096, 99'999, 100'000, 1 << 30})
        for (const std::size_t bytes : {0, 1, 50'000, 1 << 30}) file.fetch(offset, bytes);
    MappedFile().fetch();
    CHECK(file.bytes() == std::string(100'000, 'x'));
}

TEST_CASE("an empty file is an empty view") {
    const test::TemporaryFolder folder;
    CHECK(MappedFile(folder.write("empty", "")).bytes().empty());
    CHECK(MappedFile().bytes().empty());
}

TEST_CASE("what cannot be mapped is an error with its path and reason") {
    const test::TemporaryFolder folder;
    const Error absent = test::caught_error([&] { return MappedFile(folder / "absent"); });
    CHECK(absent.kind() == ErrorKind::index);
    CHECK(test::says(absent, "absent is damaged: No such file or directory"));
    CHECK(test::says(test::caught_error([&] { return MappedFile(folder.path()); }),
                     "Is a directory"));
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(test::says(test::caught_error([&] { return MappedFile(folder / "pipe"); }),
                     "pipe is damaged: it is a pipe"));
}
