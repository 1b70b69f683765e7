#include "indexer/segment_check.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/indexer/checked_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Parts = std::set<std::string>;

CheckedSegment check(const CheckedIndex& made, const SegmentInfo& info,
                     std::optional<std::string_view> dictionary = "") {
    return check_segment(made.index(), require_manifest(made.index()), info, dictionary,
                         [](std::uint64_t, std::uint64_t) {});
}

SegmentInfo info_of(const CheckedIndex& made, bool with_tombstones) {
    for (const SegmentInfo& info : require_manifest(made.index()).segments)
        if (info.tombstones.empty() != with_tombstones) return info;
    throw std::logic_error("no such segment");
}

std::string problem_of(const CheckedSegment& segment, const std::string& part) {
    const auto found = std::ranges::find(segment.parts, part, &CheckedPart::part);
    return found == segment.parts.end() ? "no such part" : found->problem;
}

}  // namespace

TEST_CASE("a whole segment gives the ids of its living articles") {
    const CheckedIndex made;
    const SegmentInfo info = info_of(made, true);
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;
    const CheckedSegment segment = check_segment(made.index(), require_manifest(made.index()), info,
                                                 "", [&](std::uint64_t more, std::uint64_t bytes) {
                                                     articles += more;
                                                     text_bytes += bytes;
                                                 });
    REQUIRE(damaged_parts(segment.parts).empty());
    CHECK(segment.is_whole);
    CHECK(segment.ids.size() == info.articles);
    CHECK(segment.article_count == info.articles + segment.tombstones.count());
    CHECK(segment.tombstones.count() == 1);
    CHECK(std::ranges::count(segment.ids, "gone.txt") == 0);
    CHECK(std::ranges::count(segment.ids, "wire7") == 1);
    CHECK(articles == segment.article_count);
    CHECK(text_bytes == info.text_bytes);
}

TEST_CASE("each of the manifest's numbers must be that of the living articles") {
    const CheckedIndex made;
    const SegmentInfo info = info_of(made, true);
    const auto damaged = [&](const auto& change) {
        SegmentInfo wrong = info;
        change(wrong);
        const CheckedSegment segment = check(made, wrong);
        CHECK_FALSE(segment.is_whole);
        CHECK(segment.ids.empty());
        return damaged_parts(segment.parts) == Parts{info.name};
    };
    CHECK(damaged([](SegmentInfo& wrong) { ++wrong.articles; }));
    CHECK(damaged([](SegmentInfo& wrong) { ++wrong.passages; }));
    CHECK(damaged([](SegmentInfo& wrong) { --wrong.text_bytes; }));
    CHECK(damaged([](SegmentInfo& wrong) { ++wrong.dated; }));
    CHECK(damaged([](SegmentInfo& wrong) { --wrong.first_day; }));
    CHECK(damaged([](SegmentInfo& wrong) { ++wrong.last_day; }));
    CHECK(damaged([](SegmentInfo& wrong) { wrong.languages.front().first = "de"; }));
    CHECK(damaged([](SegmentInfo& wrong) { wrong.tombstones.clear(); }));
}

TEST_CASE("articles that are not what their hash says are found, though every file is whole") {
    const CheckedIndex made;
    const SegmentInfo info = info_of(made, false);
    const ArticlesFile articles(made.index() / info.name / "articles");
    std::vector<ArticleEntry> entries;
    for (std::uint32_t i = 0; i < articles.article_count(); ++i)
        entries.push_back(articles.entry(i));
    entries.back().content_hash ^= 1;
    made.write(info.name + "/articles",
               encode_articles(entries, articles.passage_count(), articles.languages()));
    const CheckedSegment segment = check(made, info);
    CHECK(damaged_parts(segment.parts) == Parts{info.name});
    CHECK(problem_of(segment, info.name).find("not what was indexed") != std::string::npos);
}

TEST_CASE("without the dictionary the files are looked at, and the articles are not") {
    const CheckedIndex made;
    const SegmentInfo info = info_of(made, true);
    const CheckedSegment segment = check(made, info, std::nullopt);
    CHECK(damaged_parts(segment.parts) == Parts{info.name});
    CHECK(segment.parts.size() == 11);
}

TEST_CASE("tombstones that cannot be counted are said to be so") {
    const CheckedIndex made;
    const SegmentInfo info = info_of(made, true);
    made.write(info.name + "/articles", "");
    const CheckedSegment segment = check(made, info);
    CHECK(damaged_parts(segment.parts) ==
          Parts{info.name, info.name + "/articles", info.tombstones});
    CHECK(problem_of(segment, info.tombstones) ==
          "it cannot be read without " + info.name + "/articles");
}

TEST_CASE("a problem is told without the place that the part names") {
    CHECK(dateline::problem_of(Error(ErrorKind::index, "/a/text is damaged: it is short")) ==
          "it is short");
    CHECK(dateline::problem_of(Error(ErrorKind::input_output, "cannot read /a")) ==
          "cannot read /a");
}
