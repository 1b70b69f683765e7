#include "searcher/query_manual.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "searcher/search.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

Article dated(Article article, const char* date, const char* source, const char* section) {
    article.date.raw = date;
    article.source = source;
    article.section = section;
    return article;
}

SampleIndex examples_index() {
    std::vector<Article> articles{
        dated(
            article("wire/2020/pause", "Alliance pauses NATO training in Iraq",
                    "In Baghdad NATO said that training was suspended. US troops who trained there "
                    "wait. The mission in Iraq goes on after the strike of the war.\n\nNATO spoke "
                    "of talks."),
            "2020-01-05", "Reuters", "World news"),
        dated(article("wire/2019/summit", "Leaders meet",
                      "A NATO summit begins. Nothing of the other thing is said by any of them in "
                      "the long hours of this day. Iraq is far, said the World Health man."),
              "2019-12-03", "Harbour Courier", "Politics"),
        article("stage", "Stage", "To be or not to be, they told us."),
        dated(article("storm", "Storm at sea", "A flood in the harbour."), "2001", "Stage",
              "Weather"),
        dated(article("mission", "", "The alliance called off its mission Iraq wanted."),
              "2020-01-03", "Stage", "World"),
        dated(article("krieg", "Krieg", "Der Krieg geht weiter."), "2020-01-06", "Abend", ""),
    };
    articles[0].byline = "Jane Doe";
    articles[0].place = "Baghdad";
    articles[5].language = "de";
    return SampleIndex(articles);
}

using Ids = std::set<std::string>;

const std::string pause = "wire/2020/pause";
const std::string summit = "wire/2019/summit";

const std::map<std::string, Ids> expected{
    {"nato training iraq", {pause, summit, "mission"}},
    {"+nato training", {pause, summit}},
    {"nato -summit", {pause}},
    {"=trained", {pause}},
    {"train*", {pause}},
    {"w?r", {pause}},
    {"bagdad~1", {pause}},
    {"caps(US)", {pause}},
    {"caps(\"World Health\")", {summit}},
    {"US", {pause}},
    {"strike^3 baghdad", {pause}},
    {"\"training in Iraq\"", {pause}},
    {"\"to be or not to be\"", {"stage"}},
    {"\"training Iraq\"~2", {pause}},
    {"nato AND iraq", {pause, summit}},
    {"storm OR flood", {"storm"}},
    {"(storm OR flood) AND harbour", {"storm"}},
    {"nato NOT summit", {pause}},
    {"NOT nato", {"stage", "storm", "mission", "krieg"}},
    {"nato w/5 iraq", {pause}},
    {"nato NEAR iraq", {pause}},
    {"nato pre/5 iraq", {pause}},
    {"mission ADJ iraq", {"mission"}},
    {"nato w/s baghdad", {pause}},
    {"nato w/p talks", {pause}},
    {"(nato OR alliance) w/9 (suspend* OR \"called off\")", {pause, "mission"}},
    {"nato NOT w/9 iraq", {pause, summit}},
    {"atleast2(training)", {pause}},
    {"headline:nato", {pause}},
    {"lead:baghdad", {pause}},
    {"hlead:iraq", {pause, summit, "mission"}},
    {"body:training", {pause}},
    {"byline:\"jane doe\"", {pause}},
    {"place:baghdad", {pause}},
    {"source:reuters", {pause}},
    {"section:world*", {pause, "mission"}},
    {"lang:de", {"krieg"}},
    {"id:wire/2020/*", {pause}},
    {"date:2019-12..2020-02", {pause, summit, "mission", "krieg"}},
    {"headline:(nato iraq)", {pause}},
    {"source:\"harbour courier\"", {summit}},
    {"date:2020-01-05", {pause}},
    {"date:\"5 January 2020\"", {pause}},
    {"date:2020-01", {pause, "mission", "krieg"}},
    {"date:2019", {summit}},
    {"date:2019-12..2020-01", {pause, summit, "mission", "krieg"}},
    {"date:..2001", {"storm"}},
    {"date:2020-01-02..", {pause, "mission", "krieg"}},
    {"after:2019", {pause, "mission", "krieg"}},
    {"before:2020-01-05", {summit, "storm", "mission"}},
    {"on:2020-01-05", {pause}},
    {"date:30d..", {pause, "mission", "krieg"}},
    {"date:lastweek", {pause, "mission"}},
    {"date:none", {"stage"}},
};

}  // namespace

TEST_CASE("every example of the manual finds what it says") {
    const SampleIndex sample = examples_index();
    const Index index = sample.open();
    std::set<std::string> shown;
    for (const ManualSection& section : query_page().sections)
        for (const ManualEntry& example : section.entries) {
            const std::string& text = example.term;
            INFO(text);
            shown.insert(text);
            REQUIRE(expected.contains(text));
            Ids found;
            for (const ArticleHit& hit :
                 search(index, parse_query(text, *day_number({2020, 1, 8})), {.limit = 0}).hits)
                found.insert(hit.article.id);
            CHECK(found == expected.at(text));
        }
    for (const auto& [text, ids] : expected) {
        INFO(text);
        CHECK(shown.contains(text));
    }
}

TEST_CASE("the manual of dates has the examples of the manual of queries") {
    std::size_t dated = 0;
    for (const ManualSection& section : dates_page().sections)
        for (const ManualEntry& example : section.entries) {
            INFO(example.term);
            CHECK(expected.contains(example.term));
            ++dated;
        }
    CHECK(dated > 10);
}

TEST_CASE("the manual of queries is a page of man") {
    const std::string roff = manual_roff(query_page());
    CHECK(roff.starts_with(".TH DATELINE\\-QUERY 7 "));
    CHECK(roff.find(".TP\n.B \"train*\"\n") != std::string::npos);
    CHECK(roff.find("\n.B \"\\(dqtraining in Iraq\\(dq\"\n") != std::string::npos);
}
