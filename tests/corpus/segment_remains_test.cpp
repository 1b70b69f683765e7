#include "corpus/segment_remains.hpp"

#include <algorithm>

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/corpus/encoded_words.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using dateline::test::caught_error;

namespace {

constexpr std::uint32_t count = 50;

std::vector<ArticleEntry> some_entries() {
    std::vector<ArticleEntry> entries(count);
    for (std::uint32_t i = 0; i < count; ++i)
        entries[i] = {.first_docid = 1 + 2 * i,
                      .content_hash = std::uint64_t{0x0102'0304'0506'0700} + i,
                      .text_bytes = 100 + i};
    return entries;
}

// Whether what is true of the article is among what may be.
bool knows(const ArticlesRemains& remains, std::uint32_t article) {
    const ArticleEntry entry = some_entries()[article];
    return std::ranges::any_of(remains.texts(article), [&](const ArticlesRemains::Text& text) {
        return text.first == entry.first_docid && text.end == entry.first_docid + 2 &&
               text.content_hash == entry.content_hash;
    });
}

std::uint32_t count_known(const std::filesystem::path& file) {
    const ArticlesRemains remains(file);
    std::uint32_t known = 0;
    for (std::uint32_t i = 0; i < std::min(count, remains.article_count()); ++i)
        known += knows(remains, i) ? 1 : 0;
    return known;
}

std::filesystem::path write_texts(const std::filesystem::path& file) {
    TextFileWriter writer(file);
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string text = "text " + std::to_string(i) + std::string(i % 7, '.');
        CodedPassage passage;
        passage.begin = i % 2 * 9;
        passage.text = text;
        passage.is_first = i % 2 == 0;
        passage.headline = "h";
        writer.add(passage);
    }
    writer.finish();
    return file;
}

// In any of the views.
std::uint32_t count_same(const TextRemains& remains, const TextFile& original) {
    std::uint32_t same = 0;
    for (DocId docid = 1; docid <= count; ++docid) {
        bool is_there = false;
        for (std::size_t view = 0; view < remains.view_count(); ++view) {
            try {
                const auto passage = remains.passage(view, docid);
                is_there |= passage && passage->text == original.passage(docid).text;
            } catch (const Error&) {
            }
        }
        same += is_there ? 1 : 0;
    }
    return same;
}

}  // namespace

TEST_CASE("a byte too many or too few in the articles file hides two articles at most") {
    const dateline::test::TemporaryFolder folder;
    const std::string bytes = encode_articles(some_entries(), 2 * count, {"en"});
    folder.write("articles", bytes);
    REQUIRE(count_known(folder / "articles") == count);
    for (std::size_t at = 36; at < bytes.size(); ++at) {
        INFO(at);
        folder.write("articles", std::string(bytes).insert(at, "x"));
        CHECK(count_known(folder / "articles") >= count - 2);
        folder.write("articles", std::string(bytes).erase(at, 1));
        CHECK(count_known(folder / "articles") >= count - 2);
    }
}

TEST_CASE("a changed number at the beginning of the articles file hides one article at most") {
    const dateline::test::TemporaryFolder folder;
    const std::string bytes = encode_articles(some_entries(), 2 * count, {"en"});
    for (std::size_t at = 0; at < 36; ++at)
        for (const int bit : {1, 16, 64}) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(changed[at] ^ bit);
            folder.write("articles", changed);
            INFO(at);
            CHECK(count_known(folder / "articles") >= count - 1);
        }
    folder.write("articles", "dlnews");
    CHECK(caught_error([&] { return ArticlesRemains(folder / "articles"); }).kind() ==
          ErrorKind::index);
}

TEST_CASE("a byte too many or too few in the text file hides two passages at most") {
    const dateline::test::TemporaryFolder folder;
    const TextFile original(write_texts(folder / "text"));
    const std::string bytes = dateline::test::read_bytes(folder / "text");
    REQUIRE(count_same(TextRemains(folder / "text", count), original) == count);
    for (std::size_t at = 8; at < bytes.size() - 20; ++at) {
        INFO(at);
        folder.write("broken", std::string(bytes).insert(at, "x"));
        CHECK(count_same(TextRemains(folder / "broken", count), original) >= count - 2);
        folder.write("broken", std::string(bytes).erase(at, 1));
        CHECK(count_same(TextRemains(folder / "broken", count), original) >= count - 2);
    }
}

TEST_CASE("whatever the end of the text file is, its passages are found") {
    const dateline::test::TemporaryFolder folder;
    const TextFile original(write_texts(folder / "text"));
    const std::string bytes = dateline::test::read_bytes(folder / "text");
    for (std::size_t at = bytes.size() - 20; at < bytes.size(); ++at) {
        INFO(at);
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 16);
        folder.write("broken", changed);
        CHECK(count_same(TextRemains(folder / "broken", count), original) == count);
        folder.write("broken", bytes.substr(0, at));
        CHECK(count_same(TextRemains(folder / "broken", count), original) >= count - 1);
    }
    // Where it ends among the places of its passages, those before are found.
    folder.write("broken", bytes.substr(0, bytes.size() - 20 - std::size_t{5} * 10));
    CHECK(count_same(TextRemains(folder / "broken", count), original) == count - 11);
    for (const std::size_t size : {0, 5, 19, 30}) {
        folder.write("broken", bytes.substr(0, size));
        CHECK(TextRemains(folder / "broken", count).view_count() == 0);
    }
}

TEST_CASE("the units that are left of a words file are read") {
    const dateline::test::TemporaryFolder folder;
    const DenseCode code(200);
    WordsEncoder encoder(code);
    const std::vector<std::string> texts{"NATO", ", ", "Iraq", "training"};
    for (std::uint32_t i = 0; i < texts.size(); ++i)
        encoder.add_unit(texts[i], i == 1 ? UnitEntry::no_form : 0);
    FormEntry form;
    form.folded = form.term = "nato";
    form.units = {0, 2, 3};
    encoder.add_form(form);
    const std::string bytes = encoder.bytes();
    folder.write("words", bytes);
    const std::string all{'\0', '\1', '\2', '\3'};
    CHECK(WordsRemains(folder / "words").decoded(all) == "NATO, Iraq training");
    for (std::size_t size = bytes.size(); size > 0; --size) {
        INFO(size);
        folder.write("words", bytes.substr(0, size));
        if (size < 36) {
            CHECK(caught_error([&] { return WordsRemains(folder / "words"); }).kind() ==
                  ErrorKind::index);
            continue;
        }
        const WordsRemains remains(folder / "words");
        const std::size_t units = 36 + 4 * 2 + 4 + 2 + 4 + 8;  // form and length, then the text
        if (size >= units) CHECK(remains.decoded(all) == "NATO, Iraq training");
        if (size < units)
            CHECK(caught_error([&] { return remains.decoded(all); }).kind() == ErrorKind::index);
    }
}
