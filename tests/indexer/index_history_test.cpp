#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "corpus/copies_file.hpp"
#include "corpus/manifest.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/sources_file.hpp"

#include "tests/catch.hpp"
#include "tests/indexer/index_contents.hpp"
#include "tests/indexer/run_index.hpp"
#include "tests/indexer/some_articles.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;

namespace {

namespace fs = std::filesystem;

/// A folder of files that changes at random: articles one a file, and several a file, with ids that
/// stand in several files, versions of one another, exact duplicates under other ids, broken
/// records.
class ChangingArchive {
  public:
    explicit ChangingArchive(unsigned seed) : random_(seed) {
        for (int i = 0; i < 6; ++i) common_texts_.push_back(test::some_words(random_, 15 + i));
    }

    const test::TemporaryFolder& folder() const { return folder_; }
    std::vector<std::string> roots() const {
        return {(folder_ / "news").string(), (folder_ / "more").string()};
    }

    void change() {
        for (const std::string& root : roots()) fs::create_directories(root);
        for (auto left = 1 + random_() % 6; left > 0; --left) {
            const std::string name = std::string(random_() % 3 == 0 ? "more/" : "news/") +
                                     std::to_string(random_() % 12);
            switch (random_() % 8) {
                case 0:
                    fs::remove(folder_ / (name + ".txt"));
                    break;
                case 1:
                    fs::remove(folder_ / (name + ".jsonl"));
                    break;
                case 2:
                    rename(name + ".jsonl");
                    break;
                case 3:
                    folder_.write(name + ".txt", plain_text());
                    break;
                default:
                    folder_.write(name + ".jsonl", json_lines());
            }
        }
    }

  private:
    void rename(const std::string& from) {
        const std::string to = "news/" + std::to_string(random_() % 12) + ".jsonl";
        if (fs::exists(folder_ / from)) fs::rename(folder_ / from, folder_ / to);
    }

    std::string plain_text() {
        return "Headline " + std::to_string(random_()) + "\n\n" + day() + "\n\n" +
               test::some_words(random_, 20 + random_() % 300) + '\n';
    }

    std::string day() { return std::to_string(1 + random_() % 3) + " January 2020"; }

    std::string json_lines() {
        std::string lines;
        for (auto left = random_() % 5; left > 0; --left) {
            // Equal headlines make equal ids versions of one article.
            const std::string id = std::to_string(random_() % 12);
            const std::string headline =
                random_() % 3 == 0 ? std::to_string(random_() % 4) : "of " + id;
            const std::string body = random_() % 2 == 0
                                         ? common_texts_[random_() % common_texts_.size()]
                                         : test::some_words(random_, 12);
            lines += R"({"id":"n)" + id + R"(","headline":"News )" + headline + R"(","date":")" +
                     day() + R"(","section":")" + std::to_string(random_() % 9) + R"(","body":")" +
                     body + "\"}\n";
        }
        return lines + (random_() % 5 == 0 ? "{broken\n" : "");
    }

    test::TemporaryFolder folder_;
    std::mt19937 random_;
    std::vector<std::string> common_texts_;
};

Sources sources_of(const fs::path& index) {
    const fs::path file = index / require_manifest(index).sources;
    return decode_sources(MappedFile(file).bytes(), file);
}

std::vector<Alias> aliases_of(const fs::path& index) {
    const std::string file = require_manifest(index).copies;
    if (file.empty()) return {};
    return decode_copies(MappedFile(index / file).bytes(), file).aliases;
}

// What the records say must be in the index: of each id the newest, of equal ones the least id.
void require_consistency(const fs::path& index) {
    const Sources sources = sources_of(index);
    std::map<std::string, const SourceRecord*> newest;
    for (const SourceFileEntry& file : sources.files)
        for (const SourceRecord& record : file.records) {
            const SourceRecord*& known = newest[record.id];
            if (!known || known->date <= record.date) known = &record;
        }
    std::map<DuplicateKey, std::string> kept;
    for (const auto& [id, record] : newest) kept.try_emplace(record->duplicate_key, id);
    std::set<std::string> living;
    std::vector<Alias> aliases;
    for (const SourceFileEntry& file : sources.files)
        for (const SourceRecord& record : file.records) {
            INFO(file.path << " " << record.id);
            if (newest.at(record.id) != &record) {
                REQUIRE(record.state == RecordState::superseded);
                continue;
            }
            const std::string& kept_id = kept.at(record.duplicate_key);
            if (kept_id == record.id) {
                REQUIRE(record.state == RecordState::indexed);
                living.insert(record.id);
            } else {
                REQUIRE(record.state == RecordState::duplicate);
                REQUIRE(record.kept_id == kept_id);
                aliases.push_back({record.id, kept_id});
            }
        }
    std::ranges::sort(aliases);
    REQUIRE(aliases_of(index) == aliases);
    std::set<std::string> found;
    for (const auto& [id, article] : test::index_contents(index)) found.insert(id);
    REQUIRE(found == living);
}

}  // namespace

TEST_CASE("after any history of changes an index holds what a rebuild of it holds") {
    for (unsigned seed = 1; seed <= 4; ++seed) {
        ChangingArchive archive(seed);
        const fs::path index = archive.folder() / "index";
        for (int step = 0; step < 6; ++step) {
            archive.change();
            std::vector<std::string> named = archive.roots();
            if (seed % 3 == 0) named.resize(1 + static_cast<unsigned>(step) % 2);
            IndexOptions options = test::index_options(index, named);
            options.segments.memory = seed % 2 == 0 ? 1 : 1U << 30;
            const IndexReport report = test::run_index(options);
            INFO("seed " << seed << " step " << step);
            REQUIRE(report.ledger.adds_up());
            require_consistency(index);
            REQUIRE_FALSE(test::run_index(options).published);

            const test::TemporaryFolder copy;
            fs::copy(index, copy / "index", fs::copy_options::recursive);
            IndexOptions rebuild = test::index_options(copy / "index", {});
            rebuild.rebuilds = true;
            if (named.size() == archive.roots().size()) {
                REQUIRE(test::run_index(rebuild).published);
                REQUIRE(test::index_texts(index) == test::index_texts(copy / "index"));
                REQUIRE(aliases_of(index) == aliases_of(copy / "index"));
                require_consistency(copy / "index");
            }
        }
    }
}

TEST_CASE("where ids tell articles apart an index holds what a fresh one holds") {
    test::TemporaryFolder folder;
    std::mt19937 random(1);
    const std::string news = (folder / "news").string();
    for (int step = 0; step < 12; ++step) {
        for (auto left = 1 + random() % 4; left > 0; --left) {
            const std::string name = "news/" + std::to_string(random() % 9) + ".txt";
            if (random() % 4 == 0)
                fs::remove(folder / name);
            else
                folder.write(name, "Headline " + std::to_string(random() % 20) + "\n\n" +
                                       test::some_words(random, 40) + '\n');
        }
        test::run_index(folder / "index", {news});
        const test::TemporaryFolder fresh;
        test::run_index(fresh / "index", {news});
        REQUIRE(test::index_texts(folder / "index") == test::index_texts(fresh / "index"));
    }
}
