#include "searcher/timeline.hpp"

#include <map>
#include <numeric>

#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

const std::vector<std::string> queries{"",
                                       "war",
                                       "war iraq",
                                       "war date:2019",
                                       "after:2018 talks",
                                       "date:none paper",
                                       "NOT court",
                                       "trained OR date:2016",
                                       "date:2019-12-31..2020-01-04 the",
                                       "xyzzy"};

std::uint64_t sum(const Timeline& timeline, std::uint64_t TimelineBucket::*member) {
    std::uint64_t all = timeline.undated.*member;
    for (const TimelineBucket& bucket : timeline.buckets) all += bucket.*member;
    return all;
}

// What is found by looking at the articles one by one.
std::map<std::int32_t, std::uint64_t> counted(TimeUnit unit, const std::vector<Article>& articles) {
    std::map<std::int32_t, std::uint64_t> counts;
    for (const Article& article : articles)
        if (article.date.known()) ++counts[unit_number(unit, article.date.day)];
    return counts;
}

}  // namespace

TEST_CASE("a timeline counts each article that is found in its bucket") {
    const SampleIndex sample(made_news(3, 150), 3);
    for (const std::string& query : queries)
        for (const TimeUnit unit : all_time_units) {
            INFO(query << " by " << name_of(unit));
            const AskedIndex index(sample, query);
            const Timeline timeline = make_timeline(index.asked, nullptr, {.unit = unit});
            REQUIRE(sum(timeline, &TimelineBucket::articles) == index.asked.article_total());
            if (query.empty()) continue;
            auto counts = counted(unit, index.articles(query));
            for (const TimelineBucket& bucket : timeline.buckets) {
                REQUIRE(bucket.articles == counts[bucket.number]);
                REQUIRE(bucket.articles <= bucket.archive_articles);
                counts.erase(bucket.number);
            }
            REQUIRE(counts.empty());
        }
}

TEST_CASE("the archive's articles are counted by the same days") {
    const SampleIndex sample(made_news(4, 100), 2);
    const AskedIndex whole(sample, "");
    for (const TimeUnit unit : all_time_units) {
        const Timeline timeline = make_timeline(whole.asked, nullptr, {.unit = unit});
        CHECK(sum(timeline, &TimelineBucket::archive_articles) == 100);
        for (const TimelineBucket& bucket : timeline.buckets)
            REQUIRE(bucket.articles == bucket.archive_articles);
        CHECK(timeline.undated.articles == timeline.undated.archive_articles);
    }
}

TEST_CASE("years are the sums of their months") {
    const SampleIndex sample(made_news(5, 120));
    const AskedIndex index(sample, "war");
    std::map<std::int32_t, TimelineBucket> years;
    for (const TimelineBucket& month :
         make_timeline(index.asked, nullptr, {.unit = TimeUnit::month}).buckets) {
        TimelineBucket& year = years[unit_number(TimeUnit::year, month.days.first)];
        year.articles += month.articles;
    }
    for (const TimelineBucket& year :
         make_timeline(index.asked, nullptr, {.unit = TimeUnit::year}).buckets)
        CHECK(year.articles == years[year.number].articles);
}

TEST_CASE("a timeline is the same however the index is cut, and without what is buried") {
    const std::vector<Article> news = made_news(6, 90);
    const std::vector<Article> kept(news.begin() + 30, news.end());
    std::vector<std::string> buried;
    for (std::size_t i = 0; i < 30; ++i) buried.push_back(news[i].id);
    const SampleIndex one(news);
    const SampleIndex three(news, 3);
    const auto same = [&](const SampleIndex& a, const SampleIndex& b) {
        for (const std::string& query : queries) {
            INFO(query);
            const AskedIndex asked_a(a, query);
            const AskedIndex asked_b(b, query);
            const TimelineOptions options{.unit = TimeUnit::month};
            const Timeline of_a = make_timeline(asked_a.asked, nullptr, options);
            const Timeline of_b = make_timeline(asked_b.asked, nullptr, options);
            REQUIRE(of_a.buckets == of_b.buckets);
            REQUIRE(of_a.undated == of_b.undated);
        }
    };
    same(one, three);
    three.bury(buried);
    same(three, SampleIndex(kept));
}

TEST_CASE("a timeline goes from the first to the last that is found, or as the query says") {
    const SampleIndex sample({[] {
                                  Article made = article("a", "war", "one");
                                  made.date.raw = "2018-03-10";
                                  return made;
                              }(),
                              [] {
                                  Article made = article("b", "peace", "two");
                                  made.date.raw = "2020-06-01";
                                  return made;
                              }()});
    const auto shown = [&](const std::string& query) {
        const AskedIndex index(sample, query);
        const Timeline timeline = make_timeline(index.asked, nullptr, {.unit = TimeUnit::month});
        if (timeline.buckets.empty()) return std::string("nothing");
        return iso_day(timeline.buckets.front().days.first) + " " +
               iso_day(timeline.buckets.back().days.last);
    };
    CHECK(shown("war") == "2018-03-01 2018-03-31");
    CHECK(shown("war OR peace") == "2018-03-01 2020-06-30");
    CHECK(shown("war before:2019") == "2018-03-01 2018-12-31");
    CHECK(shown("war date:2015..2019") == "2018-03-01 2019-12-31");
    CHECK(shown("war date:2018-03-05..2018-04-10") == "2018-03-05 2018-04-10");
    CHECK(shown("war date:2018..") == "2018-03-01 2018-03-31");
    CHECK(shown("war date:..2030") == "2018-03-01 2020-06-30");
    CHECK(shown("war date:2020") == "nothing");
}

TEST_CASE("the unit is the finest that needs no more buckets than allowed") {
    const SampleIndex sample(made_news(7, 80));
    const AskedIndex index(sample, "date:2019-12..2020-01");
    const auto unit = [&](std::size_t most) {
        return make_timeline(index.asked, nullptr, {.unit = {}, .most_buckets = most}).unit;
    };
    CHECK(unit(36) == TimeUnit::day);
    CHECK(unit(35) == TimeUnit::week);
    CHECK(unit(6) == TimeUnit::week);
    CHECK(unit(5) == TimeUnit::month);
    CHECK(unit(1) == TimeUnit::year);
}

TEST_CASE("two queries share their buckets") {
    const SampleIndex sample(made_news(8, 80));
    const AskedIndex war(sample, "war");
    const AskedIndex talks(sample, "talks date:2016");
    const AskedSet compared({}, war.index, "talks date:2016", {});
    const Timeline timeline = make_timeline(war.asked, &compared, {.unit = TimeUnit::year});
    CHECK(sum(timeline, &TimelineBucket::articles) == war.asked.article_total());
    CHECK(sum(timeline, &TimelineBucket::compared) == talks.asked.article_total());
    CHECK(unit_label(TimeUnit::year, timeline.buckets.front().number) == "2016");
}
