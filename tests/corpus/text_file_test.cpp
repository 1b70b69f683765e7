#include "corpus/text_file.hpp"

#include <algorithm>
#include <random>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/damage.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

// A passage that owns its texts.
struct OwnedPassage {
    CodedPassage passage;
    std::string text;
    std::string gap;
    std::string headline;

    CodedPassage coded() const {
        CodedPassage made = passage;
        made.text = text;
        made.gap = gap;
        made.headline = headline;
        return made;
    }
};

std::string random_bytes(std::mt19937& random, std::size_t most) {
    std::string bytes(random() % (most + 1), '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

std::vector<OwnedPassage> random_passages(unsigned seed, std::size_t count,
                                          std::size_t most_bytes = 300) {
    std::mt19937 random(seed);
    const std::vector<std::string> gaps{"",   "\n\n",  " ",
                                        "\n", " \n\n", std::string(most_bytes, ' ')};
    std::vector<OwnedPassage> passages(count);
    for (OwnedPassage& made : passages) {
        made.text = random_bytes(random, most_bytes);
        made.gap = gaps[random() % gaps.size()];
        made.passage.is_first = random() % 3 == 0;
        if (made.passage.is_first) made.headline = random_bytes(random, most_bytes);
        made.passage.begin = static_cast<std::uint32_t>(random()) >> random() % 32;
        made.passage.is_regular = random() % 4 != 0;
        made.passage.headline_is_regular = random() % 4 != 0;
        std::uint32_t offset = 0;
        for (std::size_t left = random() % 5; left > 0; --left)
            made.passage.breaks.push_back(
                {offset += static_cast<std::uint32_t>(random() % 400), random() % 2 == 0});
    }
    return passages;
}

std::filesystem::path write(const std::filesystem::path& file,
                            const std::vector<OwnedPassage>& passages) {
    TextFileWriter writer(file);
    for (const OwnedPassage& passage : passages) writer.add(passage.coded());
    writer.finish();
    return file;
}

void check_equal(const CodedPassage& a, const CodedPassage& b) {
    REQUIRE(a.begin == b.begin);
    REQUIRE(a.text == b.text);
    REQUIRE(a.gap == b.gap);
    REQUIRE(a.is_first == b.is_first);
    REQUIRE(a.is_regular == b.is_regular);
    REQUIRE(a.headline == b.headline);
    REQUIRE(a.headline_is_regular == b.headline_is_regular);
}

}  // namespace

TEST_CASE("the text file gives back what was written") {
    const test::TemporaryFolder folder;
    for (const std::size_t count : {0U, 1U, 2U, 3000U}) {
        const std::vector<OwnedPassage> passages =
            random_passages(static_cast<unsigned>(count), count);
        const TextFile file(write(folder / "text", passages));
        file.verify();
        REQUIRE(file.passage_count() == count);
        for (DocId docid = 1; docid <= count; ++docid) {
            const CodedPassage expected = passages[docid - 1].coded();
            check_equal(file.passage(docid), expected);
            REQUIRE(file.passage(docid).breaks == expected.breaks);
            check_equal(file.words_of(docid), expected);
            REQUIRE(file.words_of(docid).breaks.empty());
            const FileRange range = file.range(docid, docid + 1);
            const GatheredReads reads = file.read(std::span(&range, 1));
            check_equal(file.words_in(reads.bytes(0)), expected);
        }
        CHECK_THROWS_AS(file.passage(0), Error);
        CHECK_THROWS_AS(file.words_of(static_cast<DocId>(count + 1)), Error);
    }
}

TEST_CASE("records of regular passages are found together, and no others") {
    const test::TemporaryFolder folder;
    const std::vector<OwnedPassage> passages = random_passages(3, 60);
    const TextFile file(write(folder.path() / "text", passages));
    for (DocId first = 1; first <= passages.size(); ++first)
        for (DocId end = first + 1; end <= std::min<std::size_t>(first + 4, passages.size() + 1);
             ++end) {
            bool is_regular = true;
            std::string records;
            for (DocId docid = first; docid < end; ++docid) {
                const CodedPassage passage = passages[docid - 1].coded();
                is_regular &=
                    passage.is_regular && (!passage.is_first || passage.headline_is_regular);
                records += encode_passage_record(passage);
            }
            const std::optional<std::string_view> found = file.regular_records(first, end);
            REQUIRE(found.has_value() == is_regular);
            if (found) CHECK(*found == records);
        }
    CHECK_THROWS_AS(file.regular_records(0, 1), Error);
    CHECK_THROWS_AS(file.regular_records(60, 62), Error);
}

TEST_CASE("a damaged text file is an error or other values, never a crash") {
    const test::TemporaryFolder folder;
    const std::string bytes = test::read_bytes(write(folder / "text", random_passages(5, 4, 30)));
    const auto read = [&](std::string_view damaged) {
        const TextFile file(folder.write("text", damaged));
        for (DocId docid = 1; docid <= file.passage_count(); ++docid)
            for (const CodedPassage& passage : {file.passage(docid), file.words_of(docid)})
                static_cast<void>(std::string(passage.text).append(passage.headline));
    };
    CHECK_NOTHROW(read(bytes));
    test::survive_damage(bytes, read);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        REQUIRE_THROWS_AS(read(bytes.substr(0, size)), Error);
}

TEST_CASE("no changed byte of a text file passes verification") {
    const test::TemporaryFolder folder;
    const std::string bytes = test::read_bytes(write(folder / "text", random_passages(6, 3, 30)));
    CHECK(test::survive_damage(bytes, [&](std::string_view damaged) {
              TextFile(folder.write("text", damaged)).verify();
          }) == 0);
}

TEST_CASE("a text file that cannot be made is an error of the disk") {
    const test::TemporaryFolder folder;
    CHECK_THROWS_AS(TextFileWriter(folder / "missing" / "text"), Error);
}
