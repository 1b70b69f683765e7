#include "searcher/value_notes.hpp"

#include "tests/catch.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

using List = std::vector<std::string>;

Article sample_article(const char* id, const char* source, const char* place, const char* date) {
    Article made = article(id, "Headline", "Some text.");
    made.date.raw = date;
    made.source = source;
    made.place = place;
    made.byline = "Jane Doe";
    return made;
}

const SampleIndex& sample() {
    static const SampleIndex made({sample_article("a", "Reuters", "Baghdad", "2019-03-01"),
                                   sample_article("b", "The Times", "New York", "2020-01-05"),
                                   sample_article("c", "The Times", "London", "2020-02-01"),
                                   sample_article("d", "The Tines", "London", "2020-02-01")},
                                  2);
    return made;
}

List notes_of(const char* query) {
    const Index index = sample().open();
    Analyzers analyzers;
    return value_notes(parse_query(query), index, analyzers);
}

}  // namespace

TEST_CASE("values and dates that an article has leave nothing to say") {
    for (const char* query : {"text", "source:reuters", "source:REUTERS", "source:the*",
                              "place:\"new york\"", "byline:doe", "date:2020", "lang:en", "id:a",
                              "source:(reuters \"the times\")", "-source:reuters"}) {
        INFO(query);
        CHECK(notes_of(query).empty());
    }
}

TEST_CASE("of a value that no article has the user hears, and what was probably meant") {
    CHECK(notes_of("source:reutres") == List{"no article has source:reutres (did you mean "
                                             "source:reuters?)"});
    CHECK(notes_of("source:times") ==
          List{"no article has source:times (did you mean source:\"the times\"?)"});
    CHECK(notes_of("text source:\"the tmes\"") ==
          List{"no article has source:\"the tmes\" (did you mean source:\"the times\"?)"});
    CHECK(notes_of("source:tass") == List{"no article has source:tass"});
    CHECK(notes_of("source:q*") == List{"no article has source:q*"});
    CHECK(notes_of("id:aa") == List{"no article has id:aa"});
    CHECK(notes_of("NOT source:tass OR source:tass") == List{"no article has source:tass"});
}

TEST_CASE("of a name the words that no article has are told") {
    CHECK(notes_of("place:bagdad") ==
          List{"no article has place:bagdad (did you mean place:baghdad?)"});
    CHECK(notes_of("byline:\"jane deo\"") ==
          List{"no article has byline:deo (did you mean byline:doe?)"});
}

TEST_CASE("of days without an article the user hears where those of the index lie") {
    const std::string reach = "; dates of the index reach from 2019-03-01 to 2020-02-01";
    CHECK(notes_of("date:2024") == List{"no article has date:2024-01-01..2024-12-31" + reach});
    CHECK(notes_of("text after:2020-02-01") == List{"no article has date:2020-02-02.." + reach});
    CHECK(notes_of("date:none") == List{"no article has date:none"});
}

TEST_CASE("where nothing is dated, and where nothing is, that is said") {
    const SampleIndex undated({article("a", "", "Some text.")});
    Analyzers analyzers;
    CHECK(value_notes(parse_query("date:2020"), undated.open(), analyzers) ==
          List{"no article has date:2020-01-01..2020-12-31; none of the index is dated"});
    const SampleIndex empty({});
    CHECK(value_notes(parse_query("date:2020 source:x"), empty.open(), analyzers).empty());
}

TEST_CASE("days that nobody typed are nobody's mistake") {
    Query days = parse_query("date:2024");
    days.range = {};
    const Index index = sample().open();
    Analyzers analyzers;
    CHECK(value_notes(days, index, analyzers).empty());
}
