#include "indexer/segment_files.hpp"

#include <signal.h>
#include <sys/resource.h>

#include <random>

#include "corpus/text_compressor.hpp"
#include "tests/catch.hpp"
#include "tests/caught_error.hpp"
#include "tests/indexer/built_segment.hpp"
#include "tests/indexer/varied_articles.hpp"

using namespace dateline;

namespace {

using Names = std::vector<std::string>;

/// Deals articles out to so many segments, each built by other threads, and merges them.
SegmentInfo build_in_parts(const test::TemporaryFolder& folder, const std::string& name,
                           const std::vector<Article>& articles, unsigned parts,
                           std::mt19937& random) {
    std::vector<std::vector<Article>> of_part(parts);
    for (const Article& article : articles) of_part[random() % parts].push_back(article);
    std::vector<std::filesystem::path> paths;
    for (unsigned i = 0; i < parts; ++i) {
        paths.push_back(folder / (name + "-part-" + std::to_string(i)));
        test::build_segment(paths.back(), of_part[i], 1 + i % 3);
    }
    return test::merge_folders(folder / name, paths);
}

/// No file can grow beyond so many bytes, as on a full disk, while this lives.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

  private:
    sighandler_t handler_;
    rlimit before_{};
};

}  // namespace

TEST_CASE("equal articles give equal files, byte for byte, on any threads and in any order") {
    const test::TemporaryFolder folder;
    auto articles = test::varied_articles(1, 300);
    const SegmentInfo info = test::build_segment(folder / "1", articles, 1);
    for (const std::size_t threads : {2U, 7U}) {
        std::ranges::shuffle(articles, std::mt19937(static_cast<unsigned>(threads)));
        const std::string name = std::to_string(threads);
        SegmentInfo other = test::build_segment(folder / name, articles, threads);
        CHECK(test::differing_files(folder / "1", folder / name) == Names{});
        other.name = info.name;
        CHECK(other == info);
    }
}

TEST_CASE("segments merged are, byte for byte, the segment of all their articles") {
    const test::TemporaryFolder folder;
    std::mt19937 random(2);
    const auto articles = test::varied_articles(2, 200);
    SegmentInfo direct = test::build_segment(folder / "direct", articles);
    for (const unsigned parts : {1U, 2U, 9U}) {
        const std::string name = "merged-" + std::to_string(parts);
        const SegmentInfo merged = build_in_parts(folder, name, articles, parts, random);
        CHECK(test::differing_files(folder / "direct", folder / name) == Names{});
        direct.name = name;
        CHECK(merged == direct);
    }
}

TEST_CASE("articles that are buried leave no trace in the merged segment") {
    const test::TemporaryFolder folder;
    std::mt19937 random(3);
    for (int round = 0; round < 5; ++round) {
        const std::string name = std::to_string(round);
        auto articles = test::varied_articles(static_cast<unsigned>(10 + round), 120);
        const auto half = articles.begin() + 60;
        test::build_segment(folder / (name + "-a"), {articles.begin(), half});
        test::build_segment(folder / (name + "-b"), {half, articles.end()});
        StoredSegment a(folder / (name + "-a"), "", {});
        StoredSegment b(folder / (name + "-b"), "", {});
        std::vector<Article> living;
        for (std::size_t i = 0; i < articles.size(); ++i) {
            StoredSegment& segment = i < 60 ? a : b;
            if (random() % 3 != 0)
                living.push_back(articles[i]);
            else
                REQUIRE(segment.bury(*segment.find(articles[i].id)));
        }
        const MergedSegment merged =
            merge_segments(folder / (name + "-merged"), {&a, &b}, {}, [](std::uint64_t) {});
        SegmentInfo direct = test::build_segment(folder / (name + "-direct"), living);
        CHECK(test::differing_files(folder / (name + "-merged"), folder / (name + "-direct")) ==
              Names{});
        direct.name = name + "-merged";
        CHECK(merged.info == direct);
        const auto expected = test::in_order(living);
        REQUIRE(merged.order.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            REQUIRE((merged.order[i].source == 0 ? a : b).article(merged.order[i].article) ==
                    expected[i]);
    }
}

TEST_CASE("dropped articles leave no trace in the segment of a batch") {
    const test::TemporaryFolder folder;
    auto articles = test::varied_articles(4, 60);
    ArticleBatch batch(2, 1000);
    for (const Article& article : articles) batch.add(article);
    for (std::size_t i = 20; i < 60; ++i) batch.drop(i);
    write_segment(folder / "dropped", batch.take(), {}, [](std::uint64_t) {});
    articles.resize(20);
    test::build_segment(folder / "direct", articles);
    CHECK(test::differing_files(folder / "dropped", folder / "direct") == Names{});
}

TEST_CASE("headers are written with the index's dictionary and read back with it") {
    const test::TemporaryFolder folder;
    const auto articles = test::in_order(test::varied_articles(5, 700));
    const test::Batches batches = test::analyzed(articles);
    std::vector<std::string> samples;
    for (std::uint32_t i = 0; i < articles.size(); ++i) samples.emplace_back(batches[0]->header(i));
    const std::string dictionary = train_dictionary(samples, 4096);
    REQUIRE(!dictionary.empty());
    write_segment(folder / "segment-1", test::analyzed(articles), {{}, dictionary},
                  [](std::uint64_t) {});
    StoredSegment segment(folder / "segment-1", dictionary, {});
    merge_segments(folder / "segment-2", {&segment}, {{}, dictionary}, [](std::uint64_t) {});
    CHECK(test::differing_files(folder / "segment-1", folder / "segment-2") == Names{});
    const StoredSegment merged(folder / "segment-2", dictionary, {});
    for (std::uint32_t i = 0; i < articles.size(); ++i) REQUIRE(merged.article(i) == articles[i]);
}

TEST_CASE("a byte of a text or table that changed is never merged, wherever it is") {
    const test::TemporaryFolder folder;
    const auto articles = test::varied_articles(3, 60);
    test::build_segment(folder / "whole", articles, 1);
    test::build_segment(folder / "other", test::varied_articles(4, 5), 1);
    std::mt19937 random(1);
    for (const char* name :
         {"postlist.glass", "docdata.glass", "termlist.glass", "text", "words"}) {
        if (!std::filesystem::exists(folder / "whole" / name)) continue;
        const std::string bytes = test::read_bytes(folder / "whole" / name);
        for (int round = 0; round < 30; ++round) {
            std::string damaged = bytes;
            char& byte = damaged[random() % damaged.size()];
            byte = static_cast<char>(byte ^ (1 << random() % 8));
            folder.write(std::string("whole/") + name, damaged);
            INFO(name << " round " << round);
            CHECK(test::caught_error([&] {
                      return test::merge_folders(folder / "merged",
                                                 {folder / "whole", folder / "other"});
                  }).kind() == ErrorKind::index);
            std::filesystem::remove_all(folder / "merged");
        }
        folder.write(std::string("whole/") + name, bytes);
    }
}

TEST_CASE("a disk that is full at any byte is an error of input and output, and no hang") {
    const test::TemporaryFolder folder;
    const auto articles = test::varied_articles(6, 60);
    test::build_segment(folder / "whole", articles);
    std::uintmax_t largest = 0;
    for (const auto& [name, bytes] : test::files_in(folder / "whole"))
        largest = std::max<std::uintmax_t>(largest, bytes.size());
    int failures = 0;
    for (std::uintmax_t limit = 0; limit < largest; limit += largest / 24 + 1) {
        const std::string name = std::to_string(limit);
        test::Batches batches = test::analyzed(articles);
        StoredSegment segment(folder / "whole", "", {});
        const FullDisk full(limit);
        const Error written = test::caught_error([&] {
            return write_segment(folder / name, std::move(batches), {}, [](std::uint64_t) {});
        });
        const Error merged = test::caught_error([&] {
            return merge_segments(folder / (name + "-merged"), {&segment}, {}, [](std::uint64_t) {})
                .info;
        });
        CHECK(written.kind() == ErrorKind::input_output);
        CHECK(merged.kind() == ErrorKind::input_output);
        ++failures;
    }
    CHECK(failures >= 20);
}

TEST_CASE("a folder that cannot be made, or is taken away, is an error of input and output") {
    const test::TemporaryFolder folder;
    const auto articles = test::varied_articles(7, 300);
    folder.write("file", "");
    CHECK(test::caught_error([&] {
              return test::build_segment(folder / "file/segment-1", articles);
          }).kind() == ErrorKind::input_output);
    CHECK(test::caught_error([&] {
              return write_segment(
                  folder / "segment-2", test::analyzed(articles), {},
                  [&](std::uint64_t) { std::filesystem::remove_all(folder / "segment-2"); });
          }).kind() == ErrorKind::input_output);
}

TEST_CASE("a caller that has enough ends the writing, with both writers") {
    const test::TemporaryFolder folder;
    for (const WriterKind writer : {WriterKind::automatic, WriterKind::stock}) {
        const std::string name = writer == WriterKind::stock ? "stock" : "automatic";
        CHECK_THROWS_AS(write_segment(folder / name, test::analyzed(test::varied_articles(8, 30)),
                                      {writer, ""}, [](std::uint64_t) { throw 7; }),
                        int);
    }
}
