#include "searcher/search.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <random>
#include <set>

#include "corpus/analyzer.hpp"
#include "corpus/article_id.hpp"
#include "searcher/score_constants.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/reference.hpp"
#include "tests/searcher/sample_index.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

const std::vector<std::string> vocabulary{
    "war",      "wars",     "the",     "of",     "in",     "Iraq", "NATO",
    "training", "trained",  "train",   "US",     "us",     "U.S.", "they",
    "al-Qaeda", "Covid-19", "die",     "Müller", "Häuser", "Haus", "paper",
    "talks",    "2020",     "O'Brien", "it",     "IT",     "base", "北京大学"};

std::string pick(std::mt19937& random, const std::vector<std::string>& of) {
    // The first are the most frequent, as in news.
    const std::size_t range = 1 + random() % of.size();
    return of[random() % range];
}

std::string random_words(std::mt19937& random, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += random() % 9 == 0 ? ". " : random() % 40 == 0 ? "\n\n" : " ";
        text += pick(random, vocabulary);
    }
    return text;
}

Article random_article(std::mt19937& random, std::size_t number) {
    const std::vector<std::string> sources{"Harbour Courier", "Harbour Post", "Stage"};
    const std::vector<std::string> bylines{"Jane Doe", "Jane Roe", "Ann Jane Doe", "O'Neill"};
    const std::vector<std::string> dates{"2020-01-05", "2020-01-05T10:00:00Z", "2020-01-04", "2019",
                                         "2019-12-31T23:00:00-05:00"};
    Article made = article("a" + std::to_string((number * 37) % 997),
                           random() % 9 == 0 ? "" : random_words(random, 1 + random() % 6),
                           random() % 9 == 0 ? "" : random_words(random, 1 + random() % 700));
    if (made.headline.empty() && made.body.empty()) made.headline = "paper";
    if (random() % 4 == 0) made.language = "de";
    if (random() % 3 != 0) made.source = pick(random, sources);
    if (random() % 2 == 0) made.byline = pick(random, bylines);
    if (random() % 2 == 0) made.place = random() % 2 == 0 ? "Baghdad" : "New Baghdad City";
    if (random() % 5 != 0) made.date.raw = pick(random, dates);
    return made;
}

// The parts are made from left to right by every compiler, which operands of + are not.
std::string joined(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts) text += part;
    return text;
}

// A word or phrase in any of their forms.
std::string random_words_leaf(std::mt19937& random) {
    const std::vector<std::string> fields{"headline:", "lead:", "hlead:", "body:"};
    const std::vector<std::string> words{"t*",      "tr?in*", "*ain*",  "w?r",     "iraq~1",
                                         "hauss~2", "tlaks~", "=train", "=trained"};
    const std::string field = random() % 4 == 0 ? pick(random, fields) : "";
    const auto phrase = [&] {
        return joined({"\"", pick(random, vocabulary), " ", pick(random, vocabulary), "\""});
    };
    switch (random() % 8) {
        case 0:
            return joined({field, phrase()});
        case 1:
            return joined({field, phrase(), "~", std::to_string(random() % 4)});
        case 2:
            return joined({field, words[random() % words.size()]});
        case 3:
            return joined(
                {field, "caps(", (random() % 2 == 0 ? phrase() : pick(random, vocabulary)), ")"});
        default:
            return joined({field, pick(random, vocabulary)});
    }
}

std::string random_in_text(std::mt19937& random, int depth) {
    if (depth == 0) return random_words_leaf(random);
    const auto part = [&] { return random_in_text(random, depth - 1); };
    const std::vector<std::string> near{"w/1",   "w/3", "w/9", "pre/1",
                                        "pre/4", "w/s", "w/p", "pre/s"};
    switch (random() % 7) {
        case 0:
            return joined({"(", part(), " OR ", part(), ")"});
        case 1:
            return joined({"(", part(), " AND ", part(), ")"});
        case 2:
            return joined({"(", part(), " ", part(), ")"});
        case 3:
            return joined({"atleast", std::to_string(1 + random() % 3), "(", part(), ")"});
        case 4:
            return joined({"(", part(), " NOT ", near[random() % near.size()], " ", part(), ")"});
        default:
            return joined({"(", part(), " ", near[random() % near.size()], " ", part(), ")"});
    }
}

std::string random_leaf(std::mt19937& random) {
    const std::vector<std::string> values{
        "date:2020",    "date:none",  "date:2019..2020-01-04", "source:harbour*",
        "source:stage", "byline:doe", "byline:\"jane doe\"",   "place:\"new baghdad\"",
        "byline:jane"};
    return random() % 6 == 1 ? values[random() % values.size()] : random_words_leaf(random);
}

std::string random_query(std::mt19937& random, int depth) {
    if (depth == 0) return random_leaf(random);
    const auto part = [&] { return random_query(random, depth - 1); };
    switch (random() % 8) {
        case 0:
            return joined({"(", part(), " AND ", part(), ")"});
        case 1:
            return joined({"(", part(), " OR ", part(), ")"});
        case 2:
            return joined({"(", part(), " NOT ", part(), ")"});
        case 5:
            return random_in_text(random, 1 + static_cast<int>(random() % 3));
        case 6:
            return joined({"(", random_in_text(random, 1), ")^", std::to_string(random() % 4 + 1)});
        case 3:
            return joined({"(", random_leaf(random), " +", part(), " -", part(), ")"});
        case 4:
            return joined({"(", random_leaf(random), " ", random_leaf(random), " ", part(), ")"});
        default:
            return random_leaf(random);
    }
}

struct RandomArchive {
    explicit RandomArchive(std::uint32_t seed, std::size_t count = 40) : random(seed) {
        for (std::size_t i = 0; i < count; ++i) articles.push_back(random_article(random, i));
    }
    std::mt19937 random;
    std::vector<Article> articles;
};

std::vector<std::string> ids_of(const SearchResult& result) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : result.hits)
        ids.push_back(result.unit == AnswerUnit::article
                          ? hit.article.id
                          : passage_id(hit.article.id, hit.passages.at(0).number));
    return ids;
}

std::vector<double> scores_of(const SearchResult& result) {
    std::vector<double> scores;
    for (const ArticleHit& hit : result.hits) scores.push_back(hit.score);
    return scores;
}

// All that is expected, once each; scores fall, by whole words where there are few; what has equal
// scores stands in document order.
void check_order(const std::vector<std::string>& ids, const std::vector<double>& scores,
                 const ReferenceAnswer& expected) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < expected.hits.size(); ++i) places[expected.hits[i].id] = i;
    REQUIRE(ids.size() == places.size());
    std::size_t before = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        REQUIRE(places.contains(ids[i]));
        const std::size_t place = places[ids[i]];
        const ReferenceHit& hit = expected.hits[place];
        REQUIRE(std::isfinite(scores[i]));
        const bool counts = hit.counted <= scoring::most_words_in_order;
        CHECK(static_cast<std::uint32_t>(scores[i]) == (counts ? hit.coverage : 0));
        if (i > 0) {
            CHECK(scores[i] <= scores[i - 1]);
            if (scores[i] == scores[i - 1]) CHECK(before < place);
        }
        before = place;
    }
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

std::vector<std::string> marked(const std::string& text, const std::vector<TextRange>& ranges) {
    std::vector<std::string> parts;
    for (const TextRange& range : ranges) parts.emplace_back(range.in(text));
    return parts;
}

void check_equal(const SearchResult& result, const SearchResult& expected) {
    REQUIRE(ids_of(result) == ids_of(expected));
    CHECK(result.passage_total == expected.passage_total);
    CHECK(result.unknown_words == expected.unknown_words);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        CHECK(result.hits[i].score == expected.hits[i].score);
        CHECK(result.hits[i].more_passages == expected.hits[i].more_passages);
        REQUIRE(result.hits[i].passages.size() == expected.hits[i].passages.size());
        for (std::size_t p = 0; p < result.hits[i].passages.size(); ++p) {
            CHECK(result.hits[i].passages[p].number == expected.hits[i].passages[p].number);
            CHECK(result.hits[i].passages[p].matches == expected.hits[i].passages[p].matches);
        }
    }
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("search agrees with looking at every word of every article") {
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U, 5U}) {
        RandomArchive archive(seed);
        const SampleIndex sample(archive.articles);
        const Index index = sample.open();
        const Reference reference(stored_articles(index));
        for (int round = 0; round < 400; ++round) {
            const AnswerUnit unit = round % 2 == 0 ? AnswerUnit::article : AnswerUnit::passage;
            const std::string text = random_query(archive.random, round / 2 % 4);
            INFO(text << (unit == AnswerUnit::article ? "" : " by passage"));
            const Query query = parse_query(text);
            const WordsNeeded needed{round % 5 < 3 ? 1U : round % 5 == 3 ? 2U : WordsNeeded::all};
            const SearchResult result =
                search(index, query, {.unit = unit, .limit = 0, .needed = needed});
            const ReferenceAnswer expected = reference.answer(query, needed, unit);
            CHECK(result.total() == expected.hits.size());
            CHECK(result.passage_total == expected.passage_total);
            check_order(ids_of(result), scores_of(result), expected);
        }
    }
}

TEST_CASE("a word of texts alone has no say where it is asked for in headlines") {
    std::vector<Article> articles;
    for (const std::string id : {"a", "b", "c"}) {
        Article article;
        article.id = id;
        article.headline = "Report " + id;
        article.body = "They trained for the war" + std::string(id == "b" ? " of troops" : "");
        articles.push_back(article);
    }
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const SearchResult result =
        search(index, parse_query("trained OR headline:troops"), {.limit = 0});
    const SearchResult expected = search(index, parse_query("trained"), {.limit = 0});
    REQUIRE(result.hits.size() == 3);
    for (const double score : scores_of(result)) CHECK(std::isfinite(score));
    CHECK(ids_of(result) == ids_of(expected));
}

TEST_CASE("answers do not depend on how the articles are cut into segments") {
    RandomArchive archive(4);
    const SampleIndex whole(archive.articles);
    const SampleIndex halves(archive.articles, 2);
    const SampleIndex many(archive.articles, 3);
    const Index one = whole.open();
    const Index two = halves.open();
    const Index five = many.open();
    REQUIRE(one.segments().size() == 1);
    REQUIRE(two.segments().size() > 1);
    REQUIRE(five.segments().size() > two.segments().size());
    for (int round = 0; round < 80; ++round) {
        const std::string text = random_query(archive.random, round % 4);
        INFO(text);
        const Query query = parse_query(text);
        for (const AnswerUnit unit : {AnswerUnit::article, AnswerUnit::passage}) {
            const SearchOptions options{.unit = unit, .limit = 0, .passages_each = 3};
            const SearchResult expected = search(one, query, options);
            for (const Index* index : {&two, &five})
                check_equal(search(*index, query, options), expected);
        }
    }
}

TEST_CASE("the first answers are the same however few articles are decided for them") {
    for (const std::uint32_t seed : {6U, 7U}) {
        RandomArchive archive(seed, 600);
        for (const std::size_t segments : {1U, 3U}) {
            const SampleIndex sample(archive.articles, segments);
            if (seed == 7)
                sample.bury({archive.articles[1].id, archive.articles[300].id,
                             archive.articles[301].id, archive.articles[599].id});
            const Index index = sample.open();
            for (int round = 0; round < 250; ++round) {
                const std::string text = random_query(archive.random, round % 4);
                INFO(text);
                const Query query = parse_query(text);
                const WordsNeeded needed{round % 3 == 0 ? 2U : 1U};
                const SearchResult all = search(index, query, {.limit = 0, .needed = needed});
                const SearchResult some =
                    search(index, query, {.limit = 10, .needed = needed, .decided_articles = 0});
                std::vector<std::string> expected = ids_of(all);
                expected.resize(std::min<std::size_t>(10, expected.size()));
                REQUIRE(ids_of(some) == expected);
                for (std::size_t i = 0; i < some.hits.size(); ++i) {
                    CHECK(some.hits[i].score == all.hits[i].score);
                    CHECK(some.hits[i].more_passages == all.hits[i].more_passages);
                }
                CHECK(some.article_total >= some.hits.size());
                if (some.totals_are_exact) CHECK(some.article_total == all.article_total);
            }
        }
    }
}

TEST_CASE("an index with tombstones answers like one of the other articles") {
    RandomArchive archive(5);
    for (const std::size_t segments : {1U, 3U}) {
        const SampleIndex buried(archive.articles, segments);
        std::vector<Article> left;
        std::vector<std::string> gone;
        for (const Article& article : archive.articles)
            if (article.language == "de" || archive.random() % 3 == 0)
                gone.push_back(article.id);
            else
                left.push_back(article);
        buried.bury(gone);
        const SampleIndex anew(left);
        const Index index = buried.open();
        const Index expected = anew.open();
        REQUIRE(index.languages() == expected.languages());
        for (int round = 0; round < 150; ++round) {
            const std::string text = random_query(archive.random, round % 4);
            INFO(text);
            const Query query = parse_query(text);
            check_equal(search(index, query, {.limit = 0, .passages_each = 3}),
                        search(expected, query, {.limit = 0, .passages_each = 3}));
        }
    }
}

TEST_CASE("by passage, all of a query must hold in one passage") {
    std::string filling;
    for (int i = 0; i < 30; ++i) filling += "calm winds blew ";
    const SampleIndex sample({article("a", "Quake",
                                      "A storm. " + filling + ".\n\nA flood, a fire. " + filling +
                                          ".\n\nA flood. No storm, a storm. " + filling)});
    const Index index = sample.open();
    const auto found = [&](const char* query) {
        return ids_of(search(index, parse_query(query), {.unit = AnswerUnit::passage}));
    };
    CHECK(found("storm AND fire").empty());
    CHECK(found("storm AND flood") == Ids{"a#3"});
    CHECK(found("flood NOT storm") == Ids{"a#2"});
    CHECK(found("atleast2(storm)") == Ids{"a#3"});
    CHECK(found("atleast2(flood)").empty());
    CHECK(found("quake") == Ids{"a#1"});
    CHECK(found("flood storm") == Ids{"a#3", "a#1", "a#2"});
    CHECK(found("date:none -storm") == Ids{"a#2"});
}

TEST_CASE("a short list is the beginning of a long one, and scores only fall") {
    RandomArchive archive(5);
    const SampleIndex sample(archive.articles, 2);
    const Index index = sample.open();
    for (int round = 0; round < 40; ++round) {
        const Query query = parse_query(random_query(archive.random, round % 3));
        const SearchResult all = search(index, query, {.limit = 0});
        const SearchResult some = search(index, query, {.limit = 5});
        Ids first = ids_of(all);
        first.resize(std::min<std::size_t>(5, first.size()));
        CHECK(ids_of(some) == first);
        CHECK(some.article_total == all.hits.size());
        for (std::size_t i = 1; i < all.hits.size(); ++i)
            CHECK(all.hits[i - 1].score >= all.hits[i].score);
    }
}

TEST_CASE("marks lie inside the text and are what the query asks for") {
    RandomArchive archive(6);
    const SampleIndex sample(archive.articles);
    const Index index = sample.open();
    Analyzers analyzers;
    for (const std::string& word : vocabulary) {
        const SearchResult result = search(index, parse_query(word), {.limit = 0});
        for (const ArticleHit& hit : result.hits) {
            const auto analyzed = [&](const std::string& text) {
                std::vector<std::string> terms;
                for (const Token& token : analyzers.in(hit.article.language).analyze(text))
                    terms.emplace_back(token.word->term);
                return terms;
            };
            const auto asked = analyzed(word);
            INFO(word << " in " << hit.article.id);
            for (const std::string& part : marked(hit.article.headline, hit.headline_matches))
                CHECK(analyzed(part) == asked);
            for (const PassageHit& passage : hit.passages) {
                // Without a match it is the preview of an article that its headline found.
                const bool is_preview = hit.passages.size() == 1 && passage.number == 1;
                CHECK((!passage.matches.empty() || (is_preview && !hit.headline_matches.empty())));
                for (const TextRange& range : passage.matches)
                    REQUIRE(range.end <= passage.text.size());
                for (const std::string& part : marked(passage.text, passage.matches))
                    CHECK(analyzed(part) == asked);
            }
        }
    }
}

TEST_CASE("passages are pieces of the body, best first") {
    RandomArchive archive(8);
    const SampleIndex sample(archive.articles);
    const Index index = sample.open();
    const SearchResult result =
        search(index, parse_query("NATO training Iraq"), {.limit = 0, .passages_each = 9});
    std::size_t with_several = 0;
    for (const ArticleHit& hit : result.hits) {
        CHECK(hit.article.body.empty());
        const std::string body = index.article(*index.find_article(hit.article.id)).body;
        with_several += hit.passages.size() > 1;
        for (std::size_t i = 0; i < hit.passages.size(); ++i) {
            CHECK(hit.passages[i].range.in(body) == hit.passages[i].text);
            if (i > 0) CHECK(hit.passages[i - 1].score >= hit.passages[i].score);
        }
    }
    CHECK(with_several > 0);
}

TEST_CASE("where no body word matched, the first passage is shown unmarked") {
    const SampleIndex sample({article("a", "Alliance pauses training", "Nothing more is known."),
                              article("b", "Headline only", "")});
    const Index index = sample.open();
    const SearchResult by_headline = search(index, parse_query("training"), {});
    REQUIRE(by_headline.hits.size() == 1);
    REQUIRE(by_headline.hits[0].passages.size() == 1);
    CHECK(by_headline.hits[0].passages[0].text == "Nothing more is known.");
    CHECK(by_headline.hits[0].passages[0].matches.empty());
    CHECK(by_headline.hits[0].more_passages == 0);
    CHECK(by_headline.passage_total == 1);
    CHECK(marked("Alliance pauses training", by_headline.hits[0].headline_matches) ==
          Ids{"training"});

    const SearchResult by_filter = search(index, parse_query("date:none"), {});
    REQUIRE(by_filter.hits.size() == 2);
    REQUIRE(by_filter.hits[0].passages.size() == 1);
    CHECK(by_filter.hits[0].passages[0].text == "Nothing more is known.");
    CHECK(by_filter.hits[0].passages[0].matches.empty());
    CHECK(by_filter.hits[0].score == 0);
    REQUIRE(by_filter.hits[1].passages.size() == 1);
    CHECK(by_filter.hits[1].passages[0].number == 1);
    CHECK(by_filter.hits[1].passages[0].text.empty());
    CHECK(by_filter.passage_total == 0);
}

TEST_CASE("stop words weigh nothing and find nothing by themselves beside other words") {
    const SampleIndex sample({article("the", "", "The paper is the one."),
                              article("war", "", "War of words."),
                              article("both", "", "The war.")});
    const Index index = sample.open();
    CHECK(ids_of(search(index, parse_query("the war"), {})) == Ids{"war", "both"});
    CHECK(ids_of(search(index, parse_query("the"), {})).size() == 2);
}

TEST_CASE("a word is found in the inflections of each language of a mixed index") {
    std::vector<Article> articles{
        article("de", "", "Die Kriege in den H\u00e4usern gingen weiter."),
        article("ru", "",
                "\u0412 \u0433\u043e\u0440\u043e\u0434\u0430\u0445 "
                "\u043f\u0440\u043e\u0448\u043b\u0438 "
                "\u0432\u044b\u0431\u043e\u0440\u044b."),
        article("en", "", "The armies trained in the cities.")};
    articles[0].language = "de";
    articles[1].language = "ru";
    const SampleIndex sample(articles);
    const Index index = sample.open();
    const auto found = [&](const char* query) {
        return ids_of(search(index, parse_query(query), {}));
    };
    CHECK(found("Krieg") == Ids{"de"});
    CHECK(found("Haus") == Ids{"de"});
    CHECK(found("\u0433\u043e\u0440\u043e\u0434") == Ids{"ru"});
    CHECK(found("\u0432\u044b\u0431\u043e\u0440\u043e\u0432") == Ids{"ru"});
    CHECK(found("city") == Ids{"en"});
    CHECK(found("training army") == Ids{"en"});
    CHECK(found("training lang:de").empty());
    CHECK(found("city OR Krieg OR \u0433\u043e\u0440\u043e\u0434").size() == 3);
    CHECK(found("Krieg w/5 Haus") == Ids{"de"});
    CHECK(found("=Krieg").empty());
}

TEST_CASE("US finds U.S. and not the pronoun, us finds all") {
    const SampleIndex sample({article("pronoun", "", "They told us that."),
                              article("capitals", "", "The US agreed."),
                              article("periods", "", "The U.S. agreed.")});
    const Index index = sample.open();
    Ids acronym = ids_of(search(index, parse_query("US"), {}));
    std::ranges::sort(acronym);
    CHECK(acronym == Ids{"capitals", "periods"});
    CHECK(ids_of(search(index, parse_query("us"), {})).size() == 3);
    CHECK(ids_of(search(index, parse_query("\"US agreed\""), {})).size() == 2);
}

TEST_CASE("words that the index does not hold are named as typed, once") {
    const SampleIndex sample({article("a", "", "NATO in Iraq")});
    const Index index = sample.open();
    const auto unknown = [&](const char* query) {
        return search(index, parse_query(query), {}).unknown_words;
    };
    CHECK(unknown("nato Zebra quagga zebra") == Ids{"Zebra", "quagga"});
    CHECK(unknown("\"nato zebra\"") == Ids{"zebra"});
    CHECK(unknown("\"iraq nato\" headline:nato").empty());
}

TEST_CASE("matches_in marks in any text what a query asks for") {
    const Query query = parse_query("\"training in Iraq\" nato -war headline:base");
    const std::string text = "NATO's war base: training in Iraq, trained";
    CHECK(marked(text, matches_in(text, "en", TextPart::body, query)) ==
          Ids{"NATO's", "training in Iraq"});
    CHECK(marked(text, matches_in(text, "en", TextPart::headline, query)) ==
          Ids{"NATO's", "base", "training in Iraq"});
}
