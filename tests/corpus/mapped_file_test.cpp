#include "corpus/mapped_file.hpp"

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
    second = MappedFile(folder.write("other", std::string(100'000, 'x')));
    CHECK(second.bytes() == std::string(100'000, 'x'));
}

TEST_CASE("an empty file is an empty view") {
    const test::TemporaryFolder folder;
    CHECK(MappedFile(folder.write("empty", "")).bytes().empty());
    CHECK(MappedFile().bytes().empty());
}

TEST_CASE("what cannot be mapped is an error with its path and reason") {
    const test::TemporaryFolder folder;
    const Error absent = test::caught_error([&] { return MappedFile(folder / "absent"); });
    CHECK(absent.kind() == ErrorKind::input_output);
    CHECK(test::says(absent, "absent: No such file or directory"));
    CHECK(test::says(test::caught_error([&] { return MappedFile(folder.path()); }),
                     "Is a directory"));
}
