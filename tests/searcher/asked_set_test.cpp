#include "searcher/asked_set.hpp"

#include "corpus/error.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

DayRange days(const std::string& from, const std::string& to) {
    return {read_period(from)->first, read_period(to)->last};
}

}  // namespace

TEST_CASE("the days that a query leaves open") {
    const auto asked = [](const std::string& query) { return asked_days(parse_query(query)); };
    CHECK(asked("nato") == DayRange{});
    CHECK(asked("nato date:2020") == days("2020", "2020"));
    CHECK(asked("nato after:2019 before:2021-02") == days("2020", "2021-01"));
    CHECK(asked("nato after:2019") == DayRange{days("2020", "2020").first, DayRange{}.last});
    CHECK(asked("nato -date:2020") == DayRange{});
    CHECK(asked("NOT date:2020") == DayRange{});
    CHECK(asked("date:2018 OR (nato AND date:2020)") == days("2018", "2020"));
    CHECK(asked("date:2018 OR nato") == DayRange{});
    CHECK(asked("date:none OR date:2018") == days("2018", "2018"));
    CHECK(asked("date:none") == std::nullopt);
    CHECK(asked("nato date:2018 date:2019") == std::nullopt);
}

TEST_CASE("a set has what search counts, and bare words mean all words") {
    const SampleIndex sample(made_news(1, 60), 2);
    for (const std::string query : {"war", "war iraq paper", "date:2019 war", "haus OR paper"}) {
        const AskedIndex all(sample, query);
        CHECK(all.asked.article_total() == all.articles(query).size());
    }
    SetChoice choice;
    choice.words.any = true;
    const AskedIndex any(sample, "iraq xyzzy", choice);
    CHECK(any.asked.article_total() == AskedIndex(sample, "iraq").asked.article_total());
    CHECK(any.asked.count_text().ends_with("of 60 articles, any of 2 words"));
    CHECK(AskedIndex(sample, "war xyzzy").asked.count_text() == "0 of 60 articles, all of 2 words");
}

TEST_CASE("a query without dates can be limited to days") {
    const SampleIndex sample(made_news(20, 60), 2);
    const DayRange year = days("2019", "2019");
    const AskedIndex limited(sample, "date:2019 AND iraq");
    for (const std::string query : {"iraq", "iraq AND iraq", "iraq date:2016", "iraq date:2019"}) {
        const AskedSet within({}, limited.index, query, {}, year);
        const bool has_own = query.ends_with("2016");
        CHECK(within.days() == (has_own ? days("2016", "2016") : year));
        CHECK((within.article_total() == limited.asked.article_total()) != has_own);
    }
    CHECK(AskedSet({}, limited.index, "", {}, year).article_total() ==
          AskedIndex(sample, "date:2019").asked.article_total());
}

TEST_CASE("no query is the whole archive") {
    const SampleIndex sample(made_news(2, 30));
    const AskedIndex whole(sample, "  ");
    CHECK(whole.asked.article_total() == 30);
    CHECK(whole.asked.text().empty());
    CHECK(whole.asked.days() == DayRange{});
    CHECK(whole.asked.count_text() == "30 articles");
    CHECK_THROWS_AS(AskedIndex(sample, "(war"), Error);
}
