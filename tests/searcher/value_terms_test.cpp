#include "searcher/value_terms.hpp"

#include <map>

#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

std::map<std::string, std::uint64_t> by_folded(const ValueCounts& counts) {
    std::map<std::string, std::uint64_t> values;
    for (const ValueCounts::Value& value : counts.most(0)) values[value.folded] = value.articles;
    values["none"] = counts.without();
    return values;
}

ValueCounts read(const std::vector<Article>& articles, Field field) {
    ValueCounts counts;
    for (const Article& article : articles) counts.add_article(single_values(article, field));
    return counts;
}

}  // namespace

TEST_CASE("posting lists tell how many articles have a value") {
    const SampleIndex sample(made_news(13, 150), 3);
    for (const std::string query : {"war", "paper date:2019", "NOT the"})
        for (const Field field : {Field::source, Field::section}) {
            const AskedIndex index(sample, query);
            INFO(query);
            CHECK(by_folded(count_terms(index.asked, field)) ==
                  by_folded(read(index.articles(query), field)));
        }
}

TEST_CASE("lists of sections are no sections, whatever their names") {
    const std::string first = std::string(200, 'a') + " north";
    const std::string second = std::string(200, 'b') + " south";
    std::vector<Article> news;
    for (const std::string& section :
         {first + "; " + second, first, std::string("a; b"), std::string("b"),
          std::string(300, 'c'), std::string("d； e"), std::string("d; e; f")}) {
        news.push_back(
            article("n" + std::to_string(news.size()), "war", "of " + std::to_string(news.size())));
        news.back().section = section;
    }
    const SampleIndex sample(news);
    const AskedIndex index(sample, "war");
    const auto values = count_terms(index.asked, Field::section).most(0);
    const auto count = [&](const std::string& folded) {
        const auto found = std::ranges::find(values, folded, &ValueCounts::Value::folded);
        return found == values.end() ? 0 : found->articles;
    };
    CHECK(count(first) == 2);
    CHECK(count(second) == 1);
    CHECK(count("a; b") == 0);
    CHECK(count("a") == 1);
    CHECK(count("b") == 2);
    CHECK(count("d; e; f") == 0);
    CHECK(count("f") == 1);
    CHECK(values.size() == 9);
    CHECK(spelling_of(index.asked, Field::section, first, 15) == first);
}

TEST_CASE("the newest articles tell how a value is written") {
    std::vector<Article> news;
    for (int i = 0; i < 6; ++i) {
        news.push_back(article("n" + std::to_string(i), "war", "of " + std::to_string(i)));
        news.back().source = i < 3 ? "STAGE" : "Stage";
        news.back().date.raw = "2020-01-0" + std::to_string(i + 1);
    }
    const SampleIndex sample(news, 2);
    const AskedIndex index(sample, "war");
    CHECK(spelling_of(index.asked, Field::source, "stage", 5) == "Stage");
    CHECK(spelling_of(index.asked, Field::source, "stage", 6) == "STAGE");
    CHECK(spelling_of(index.asked, Field::source, "other", 6).empty());
}

TEST_CASE("an article stands in each of its sections") {
    Article made;
    CHECK(single_values(made, Field::section).empty());
    made.section = "cocoa";
    CHECK(single_values(made, Field::section) == std::vector<std::string_view>{"cocoa"});
    made.section = "cocoa; grain";
    CHECK(single_values(made, Field::section) == std::vector<std::string_view>{"cocoa", "grain"});
}
