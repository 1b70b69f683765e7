#include "corpus/gathered_reads.hpp"

#include <string>

#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("ranges come as they are asked for, whatever their order and size") {
    const test::TemporaryFolder folder;
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += std::to_string(i);
    const std::vector<FileRange> ranges{{9000, 20'000}, {0, 1},           {text.size() - 5, 5},
                                        {17, 0},        {0, text.size()}, {10'000, 3}};
    const MappedFile file(folder.write("text", text));
    const GatheredReads reads(file.descriptor(), "text", ranges);
    for (std::size_t i = 0; i < ranges.size(); ++i)
        CHECK(reads.bytes(i) == text.substr(ranges[i].offset, ranges[i].bytes));
}

TEST_CASE("a range that is not in the file is an error that names it") {
    const test::TemporaryFolder folder;
    const MappedFile file(folder.write("text", "news"));
    const auto read = [&](FileRange range) {
        GatheredReads(file.descriptor(), "the file", std::span(&range, 1));
    };
    CHECK_NOTHROW(read({1, 3}));
    CHECK_NOTHROW(read({40, 0}));
    CHECK(test::says(test::caught_error([&] { read({1, 4}); }), "cannot read the file: "));
    CHECK_THROWS_AS(read({40, 1}), Error);
}
