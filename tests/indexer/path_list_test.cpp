#include "indexer/path_list.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("paths are listed one a line, or each up to a NUL") {
    using Paths = std::vector<std::string>;
    CHECK(split_paths("a\nb c\r\n\nd", false) == Paths{"a", "b c", "d"});
    CHECK(split_paths(std::string_view("a\nb\0c\r\0", 7), true) == Paths{"a\nb", "c\r"});
    CHECK(split_paths("", true).empty());
}

TEST_CASE("a list is read whole, and one that cannot be is an error") {
    const test::TemporaryFolder folder;
    CHECK(read_whole_file(folder.write("list", "a\nb").string()) == "a\nb");
    for (const std::string& path : {(folder / "absent").string(), folder.path().string()})
        CHECK(test::caught_error([&] { return read_whole_file(path); }).kind() ==
              ErrorKind::input_output);
}
