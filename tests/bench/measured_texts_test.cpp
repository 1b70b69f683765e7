#include "bench/measured_texts.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

TEST_CASE("bodies in files are what stands between empty lines") {
    const test::TemporaryFolder folder;
    const std::string one = folder.write("one", "First.\nStill first.\n\n\n\nSecond.\n").string();
    const std::string two = folder.write("two", "Third.").string();
    const MeasuredTexts texts = texts_of_files(one + ":" + two);
    CHECK(texts.bodies == std::vector<std::string>{"First.\nStill first.", "Second.\n", "Third."});
    CHECK(texts.bytes == 19 + 8 + 6);
}

TEST_CASE("no text is an error that names the file") {
    const test::TemporaryFolder folder;
    const std::string empty = folder.write("empty", "\n\n\n\n").string();
    CHECK(test::says(test::caught_error([&] { return texts_of_files(empty); }), empty));
    CHECK_THROWS_AS(texts_of_files((folder / "none").string()), Error);
}

TEST_CASE("made-up texts are as many bytes as asked for") {
    const MeasuredTexts texts = generated_texts(100'000, 1);
    std::uint64_t bytes = 0;
    for (const std::string& body : texts.bodies) bytes += body.size();
    CHECK(bytes == texts.bytes);
    CHECK(bytes - texts.bodies.back().size() < 100'000);
    CHECK(bytes >= 100'000);
}
