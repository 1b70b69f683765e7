#include "searcher/facets.hpp"

#include <map>
#include <numeric>

#include "corpus/analyzer.hpp"
#include "corpus/error.hpp"
#include "searcher/time_unit.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using Counts = std::map<std::string, std::uint64_t>;

const std::string every_field = "source,section,byline,place,language,year";

std::vector<std::string> values_of(const Article& article, FacetField field) {
    switch (field) {
        case FacetField::source:
            return {article.source};
        case FacetField::section:
            if (article.section == "cocoa; grain") return {"cocoa", "grain"};
            if (article.section == "grain; trade") return {"grain", "trade"};
            return {article.section};
        case FacetField::byline:
            return {article.byline};
        case FacetField::place:
            return {article.place};
        case FacetField::language:
            return {article.language};
        default:
            return {article.date.known() ? iso_day(article.date.day).substr(0, 4) : ""};
    }
}

// What is found by looking at the articles one by one.
Counts counted(const std::vector<Article>& articles, FacetField field) {
    Counts counts;
    for (const Article& article : articles)
        for (const std::string& value : values_of(article, field)) ++counts[fold_text(value)];
    return counts;
}

Counts folded(const Facet& facet) {
    Counts counts;
    if (facet.without > 0) counts[""] = facet.without;
    for (const FacetValue& value : facet.values) counts[fold_text(value.value)] = value.articles;
    return counts;
}

}  // namespace

TEST_CASE("facets count each article that is found by its values") {
    const SampleIndex sample(made_news(14, 150), 2);
    for (const std::string query : {"war", "haus OR paper", "date:2019", "talks -iraq"}) {
        const AskedIndex index(sample, query);
        for (const Facet& facet : count_facets(index.asked, facet_fields(every_field), 0)) {
            INFO(query << " by " << name_of(facet.field));
            CHECK(folded(facet) == counted(index.articles(query), facet.field));
            CHECK(facet.more_values == 0);
        }
    }
}

TEST_CASE("the values of a field add up to the articles, but for sections") {
    const SampleIndex sample(made_news(15, 100));
    const AskedIndex whole(sample, "");
    for (const Facet& facet : count_facets(whole.asked, facet_fields(every_field), 0)) {
        std::uint64_t sum = facet.without;
        for (const FacetValue& value : facet.values) sum += value.articles;
        INFO(name_of(facet.field));
        CHECK((facet.field == FacetField::section ? sum >= 100 : sum == 100));
    }
}

TEST_CASE("facets are the same however the index is cut, and without what is buried") {
    const std::vector<Article> news = made_news(16, 90);
    std::vector<std::string> buried;
    for (std::size_t i = 0; i < 30; ++i) buried.push_back(news[i].id);
    const auto facets = [&](const SampleIndex& sample) {
        return count_facets(AskedIndex(sample, "war").asked, facet_fields(every_field), 2);
    };
    const SampleIndex three(news, 3);
    CHECK(facets(SampleIndex(news)) == facets(three));
    three.bury(buried);
    CHECK(facets(SampleIndex({news.begin() + 30, news.end()})) == facets(three));
}

TEST_CASE("many articles are counted without being read, with the same result") {
    std::vector<Article> news;
    for (int i = 0; i < 4200; ++i) {
        news.push_back(article("n" + std::to_string(i), "war", "number " + std::to_string(i)));
        news.back().source = i % 3 == 0 ? "Stage" : i % 3 == 1 ? "Harbour Courier" : "";
        if (i % 2 == 0) news.back().section = i % 4 == 0 ? "Cocoa; Grain" : "Grain";
    }
    const SampleIndex sample(news);
    const AskedIndex index(sample, "war");
    const auto facets = count_facets(index.asked, facet_fields("section,source"), 10);
    CHECK(facets[0].values == std::vector<FacetValue>{{"Grain", 2100}, {"Cocoa", 1050}});
    CHECK(facets[0].without == 2100);
    CHECK(facets[1].values == std::vector<FacetValue>{{"Harbour Courier", 1400}, {"Stage", 1400}});
    CHECK(facets[1].without == 1400);
}

TEST_CASE("only so many values are shown, the rest is counted") {
    const SampleIndex sample(made_news(17, 60));
    const Facet all = count_facets(AskedIndex(sample, "").asked, {FacetField::year}, 0)[0];
    const Facet two = count_facets(AskedIndex(sample, "").asked, {FacetField::year}, 2)[0];
    CHECK(two.values == std::vector<FacetValue>(all.values.begin(), all.values.begin() + 2));
    CHECK(two.more_values == all.values.size() - 2);
    CHECK(two.without == all.without);
}

TEST_CASE("fields are named, each once") {
    CHECK(facet_fields("year") == std::vector{FacetField::year});
    CHECK(facet_fields("place,byline") == std::vector{FacetField::place, FacetField::byline});
    for (const char* wrong : {"", "sources", "year,", ",year", "year,year", "Year"})
        CHECK_THROWS_AS(facet_fields(wrong), Error);
}
