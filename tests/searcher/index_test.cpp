#include "searcher/index.hpp"

#include <algorithm>
#include <fstream>

#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/replace_manifest.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Ids = std::vector<std::string>;

std::string long_body(const std::string& word, int sentences) {
    std::string body;
    for (int i = 0; i < sentences; ++i) body += "The " + word + " went on for another day. ";
    body.pop_back();
    return body;
}

std::vector<Article> several_articles() {
    std::vector<Article> articles{article("wire/1", "One", long_body("war", 100)),
                                  article("wire/2", "Two", "Short."),
                                  article("other", "Three", long_body("storm", 60))};
    articles[1].url = "https://example.org/two";
    articles[2].language = "de";
    return articles;
}

}  // namespace

TEST_CASE("every article comes back whole from any number of segments") {
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(several_articles(), segments);
        const Index index = sample.open();
        CHECK(index.article_count() == 3);
        CHECK(index.languages() == Ids{"de", "en"});
        for (const Article& expected : several_articles()) {
            const std::optional<ArticlePlace> place = index.find_article(expected.id);
            REQUIRE(place);
            const Article stored = index.article(*place);
            CHECK(stored.id == expected.id);
            CHECK(stored.headline == expected.headline);
            CHECK(stored.body == expected.body);
        }
        CHECK_FALSE(index.find_article("wire"));
    }
}

TEST_CASE("passages join to the body, and there is none beyond the last") {
    const SampleIndex sample(several_articles());
    const Index index = sample.open();
    const ArticlePlace place = *index.find_article("wire/1");
    std::string body;
    std::uint32_t number = 1;
    for (; const auto passage = index.passage(place, number); ++number)
        body += passage->text + passage->gap;
    CHECK(number > 3);
    CHECK(body == index.article(place).body);
    CHECK_FALSE(index.passage(place, 0));
}

TEST_CASE("ids are found by URL, by beginning, then by end") {
    const SampleIndex sample(several_articles(), 3);
    const Index index = sample.open();
    CHECK(index.ids_like("https://example.org/two", 10) == Ids{"wire/2"});
    CHECK(index.ids_like("wire", 10) == Ids{"wire/1", "wire/2"});
    CHECK(index.ids_like("wire", 1) == Ids{"wire/1"});
    CHECK(index.ids_like("her", 10) == Ids{"other"});
    CHECK(index.ids_like("2", 10) == Ids{"wire/2"});
    CHECK(index.ids_like("nobody", 10).empty());
}

TEST_CASE("ids longer than a term are found all the same") {
    const std::string stem(300, 'x');
    const SampleIndex sample({article(stem + "/1", "One", ""), article(stem + "/2", "Two", "")});
    const Index index = sample.open();
    REQUIRE(index.find_article(stem + "/2"));
    CHECK(index.article(*index.find_article(stem + "/2")).headline == "Two");
    CHECK(index.ids_like(stem, 10).size() == 2);
    CHECK(index.ids_like(stem + "/1", 10) == Ids{stem + "/1"});
    CHECK(index.ids_like("x/2", 10) == Ids{stem + "/2"});
    CHECK_FALSE(index.find_article(stem));
}

TEST_CASE("an article with a tombstone is not in the index") {
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex sample(several_articles(), segments);
        sample.bury({"wire/2", "other"});
        const Index index = sample.open();
        CHECK(index.article_count() == 1);
        CHECK(index.languages() == Ids{"en"});
        CHECK_FALSE(index.find_article("wire/2"));
        CHECK(index.find_article("wire/1"));
        CHECK(index.ids_like("https://example.org/two", 10).empty());
        CHECK(index.ids_like("wire", 10) == Ids{"wire/1"});
        CHECK(index.ids_like("her", 10).empty());
    }
}

TEST_CASE("tombstones that are gone or damaged are an error of the index") {
    const SampleIndex sample(several_articles());
    sample.bury({"other"});
    const auto file = sample.folder() / sample.open().manifest().segments[0].tombstones;
    std::ofstream(file, std::ios::binary | std::ios::trunc) << "damaged";
    CHECK(caught_error([&] { return sample.open(); }).kind() == ErrorKind::index);
    std::filesystem::remove(file);
    const Error error = caught_error([&] { return sample.open(); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(says(error, "missing"));
}

TEST_CASE("an index of another version is refused, with what to do") {
    const SampleIndex sample(several_articles());
    Manifest manifest = sample.open().manifest();
    const std::string analysis = manifest.analysis;
    manifest.analysis = "analyzer 0";
    replace_manifest(sample.folder(), manifest);
    const Error by_analysis = caught_error([&] { return sample.open(); });
    CHECK(by_analysis.kind() == ErrorKind::index);
    CHECK(says(by_analysis, "analyzer 0"));
    CHECK(says(by_analysis, analysis_version()));
    CHECK_FALSE(by_analysis.hint().empty());

    manifest.analysis = analysis;
    ++manifest.scoring;
    replace_manifest(sample.folder(), manifest);
    CHECK(caught_error([&] { return sample.open(); }).kind() == ErrorKind::index);
}

TEST_CASE("a segment that is gone is an error of the index") {
    const SampleIndex sample(several_articles());
    std::filesystem::remove_all(sample.folder() / sample.open().manifest().segments[0].name);
    const Error error = caught_error([&] { return sample.open(); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(says(error, "missing"));
}

TEST_CASE("an open index outlives the files that it was opened from") {
    const SampleIndex sample(several_articles());
    const Index index = sample.open();
    std::filesystem::remove_all(sample.folder());
    CHECK(index.article(*index.find_article("wire/1")).headline == "One");
}

TEST_CASE("the size on disk is that of the files named") {
    const SampleIndex sample(several_articles());
    std::uint64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sample.folder()))
        if (entry.is_regular_file() && entry.path().filename() != "lock")
            bytes += entry.file_size();
    CHECK(sample.open().bytes_on_disk() == bytes);
}

TEST_CASE("no index at all is an error that names the command to type") {
    const TemporaryFolder folder;
    const Error error = caught_error([&] { return Index::open(folder / "none"); });
    CHECK(error.kind() == ErrorKind::index);
    CHECK(error.hint().find("dateline") != std::string::npos);
}
