#include <algorithm>
#include <map>
#include <random>

#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

/// A folder of files that changes at random: articles one a file, and several a file, some of them
/// versions of one another.
class ChangingArchive {
  public:
    explicit ChangingArchive(unsigned seed) : random_(seed) {}

    const test::TemporaryFolder& folder() const { return folder_; }
    std::string news() const { return (folder_ / "news").string(); }

    void change() {
        std::filesystem::create_directories(folder_ / "news");
        for (auto left = 1 + random_() % 6; left > 0; --left) {
            const std::string number = std::to_string(random_() % 12);
            switch (random_() % 4) {
                case 0:
                    std::filesystem::remove(folder_ / ("news/" + number + ".txt"));
                    break;
                case 1:
                    std::filesystem::remove(folder_ / ("news/" + number + ".jsonl"));
                    break;
                case 2:
                    folder_.write("news/" + number + ".txt", plain_text());
                    break;
                default:
                    folder_.write("news/" + number + ".jsonl", json_lines());
            }
        }
    }

  private:
    std::string plain_text() {
        return "Headline " + std::to_string(random_()) + "\n\n" + day() + "\n\n" +
               test::some_words(random_, 20 + random_() % 300) + '\n';
    }

    std::string day() { return std::to_string(1 + random_() % 9) + " January 2020"; }

    // Ids of a few, each with its own headline: equal ids are versions of one article.
    std::string json_lines() {
        std::string lines;
        for (auto left = random_() % 5; left > 0; --left) {
            const std::string id = std::to_string(random_() % 20);
            lines += R"({"id":"n)" + id + R"(","headline":"News )" + id + R"(","date":")" + day() +
                     R"(","body":")" + test::some_words(random_, 12) + "\"}\n";
        }
        return lines + (random_() % 5 == 0 ? "{broken\n" : "");
    }

    test::TemporaryFolder folder_;
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("after any history of changes an index holds what a fresh one holds") {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        ChangingArchive archive(seed);
        for (int step = 0; step < 8; ++step) {
            archive.change();
            IndexOptions options =
                test::index_options(archive.folder() / "index", {archive.news()});
            options.batch_text_bytes = seed % 2 == 0 ? 1500 : 1U << 20;
            const IndexReport report = test::run_index(options);
            REQUIRE(report.ledger.adds_up());
            const test::TemporaryFolder fresh;
            test::run_index(fresh / "index", {archive.news()});
            REQUIRE(test::index_texts(archive.folder() / "index") ==
                    test::index_texts(fresh / "index"));
            REQUIRE_FALSE(test::run_index(options).published);
        }
    }
}
