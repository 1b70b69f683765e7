#include "indexer/source_texts.hpp"

#include "corpus/article_completion.hpp"
#include "corpus/article_id.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

struct Archive {
    test::TemporaryFolder folder;
    Roots roots{{{(folder / "news").string(), "", ""}}, {true}};
    ReadOptions reading{};
    FieldDefaults defaults{"Daily", "", "", ""};
    SourceTexts texts{roots, reading, defaults};
    SourceFileEntry file{};

    // Records "0", "1", ... as a run would remember them.
    explicit Archive(int count) {
        file.path = "a.jsonl";
        write(count);
        for (int i = 0; i < count; ++i) file.records.push_back(record(i));
    }
    void write(int count) const {
        std::string lines;
        for (int i = 0; i < count; ++i)
            lines += R"({"id":")" + std::to_string(i) + R"(","headline":"Headline","body":"Text )" +
                     std::to_string(i) + "\"}\n" + (i == 1 ? "{broken\n" : "");
        folder.write("news/a.jsonl", lines);
    }

  private:
    SourceRecord record(int number) const {
        Article article;
        article.id = std::to_string(number);
        article.headline = "Headline";
        article.body = "Text " + std::to_string(number);
        SourceRecord made;
        made.id = article_id(article);
        made.content_hash = content_hash(complete_article(with_defaults(article, defaults), {}));
        return made;
    }
};

}  // namespace

TEST_CASE("the articles asked for are read again, with defaults, and no others") {
    const Archive archive(5);
    std::vector<std::uint32_t> numbers;
    archive.texts.read(archive.file, {1, 3}, [&](std::uint32_t record, const Article& article) {
        numbers.push_back(record);
        CHECK(article.body == "Text " + std::to_string(record));
        CHECK(article.source == "Daily");
        CHECK(article.origin.path == "a.jsonl");
    });
    CHECK(numbers == std::vector<std::uint32_t>{1, 3});
}

TEST_CASE("what is not in its file as it was is not to be had") {
    Archive archive(5);
    archive.file.records[2].content_hash = 7;
    CHECK_FALSE(archive.texts.article(archive.file, 2));
    CHECK(archive.texts.article(archive.file, 4)->body == "Text 4");
    archive.write(2);
    CHECK_FALSE(archive.texts.article(archive.file, 3));
    CHECK(archive.texts.article(archive.file, 4));  // remembered
    archive.file.path = "absent.jsonl";
    CHECK_FALSE(archive.texts.article(archive.file, 0));
    archive.roots.all[0].path = std::string(standard_input_root);
    CHECK_FALSE(archive.texts.article(archive.file, 1));
}
