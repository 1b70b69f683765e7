#include "searcher/typical_terms.hpp"

#include <algorithm>

#include "tests/catch.hpp"
#include "tests/searcher/made_news.hpp"

using namespace dateline;
using namespace dateline::test;

namespace {

// Shipping news, and in each fifth article a strike.
std::vector<Article> harbour_news() {
    std::vector<Article> news;
    for (int i = 0; i < 100; ++i) {
        std::string body = "The ships wait in the harbour on day " + std::to_string(i) + ". ";
        if (i % 5 == 0)
            body += "The strike of the DOCKERS, of dockers and other dockers hits 77 ships. ";
        if (i % 10 == 0) body += "A docker and the US envoy met. ";
        if (i == 55) body += "Zanzibar Zanzibar Zanzibar strike.";
        news.push_back(article("n" + std::to_string(i), "Harbour news", body));
    }
    return news;
}

std::vector<std::string> terms_of(const std::vector<TypicalTerm>& typical) {
    std::vector<std::string> terms;
    for (const TypicalTerm& term : typical) terms.push_back(term.term);
    return terms;
}

}  // namespace

TEST_CASE("log-odds grow with how much more often a word stands here than elsewhere") {
    CHECK(standardised_log_odds(10, 1000, 1000, 100000) == Approx(0).margin(0.01));
    CHECK(standardised_log_odds(20, 1000, 1000, 100000) > 1);
    CHECK(standardised_log_odds(40, 1000, 1000, 100000) >
          standardised_log_odds(20, 1000, 1000, 100000));
    CHECK(standardised_log_odds(1, 1000, 1000, 100000) < 0);
    CHECK(standardised_log_odds(1, 10, 0, 0) == 0);
}

TEST_CASE("terms typical of what is found, as they are written and with exact counts") {
    const SampleIndex sample(harbour_news());
    const AskedIndex index(sample, "strike");
    const std::vector<TypicalTerm> terms = typical_terms(index.asked, 0);
    REQUIRE_FALSE(terms.empty());
    // Neither the query's word, nor numbers, stop words, or what stands in one article alone.
    CHECK(terms_of(terms) == std::vector<std::string>{"dockers", "hits", "US", "envoy", "met"});
    CHECK(terms[0].articles == 20);
    CHECK(terms[0].archive_articles == 20);
    CHECK(terms[2].articles == 10);
    CHECK(std::ranges::is_sorted(terms, std::ranges::greater(), &TypicalTerm::log_odds));
    CHECK(typical_terms(index.asked, 2) ==
          std::vector<TypicalTerm>(terms.begin(), terms.begin() + 2));
}

TEST_CASE("the articles of a term are those that a search for it finds") {
    // In one language: a search takes a word by its stem in each, a term is one stem.
    std::vector<Article> news = made_news(18, 120);
    for (Article& each : news) each.language = "en";
    const SampleIndex sample(news, 2);
    const AskedIndex index(sample, "date:2016 OR date:2018");
    for (const TypicalTerm& term : typical_terms(index.asked, 0)) {
        INFO(term.term);
        CHECK(term.archive_articles == index.articles(term.term).size());
        CHECK(term.articles == index.articles("(date:2016 OR date:2018) AND " + term.term).size());
    }
}

TEST_CASE("typical terms are the same however the index is cut, and without what is buried") {
    const std::vector<Article> news = harbour_news();
    const auto terms = [](const SampleIndex& sample) {
        return typical_terms(AskedIndex(sample, "strike").asked, 0);
    };
    const SampleIndex three(news, 3);
    CHECK(terms(SampleIndex(news)) == terms(three));
    std::vector<std::string> buried;
    for (std::size_t i = 0; i < 30; ++i) buried.push_back(news[i].id);
    three.bury(buried);
    CHECK(terms(SampleIndex({news.begin() + 30, news.end()})) == terms(three));
}

TEST_CASE("words are typical among those of their own language") {
    std::vector<Article> news = harbour_news();
    for (int i = 0; i < 40; ++i) {
        news.push_back(article("d" + std::to_string(i), "Hafen",
                               "Die Schiffe warten im Hafen am Tag " + std::to_string(i) +
                                   (i % 4 == 0 ? ". Der Streik der Lotsen beginnt." : ".")));
        news.back().language = "de";
    }
    const SampleIndex sample(news, 2);
    CHECK(terms_of(typical_terms(AskedIndex(sample, "streik").asked, 0)) ==
          std::vector<std::string>{"beginnt", "Lotsen"});
    CHECK(typical_terms(AskedIndex(sample, "lang:de").asked, 0).empty());
}

TEST_CASE("a single article has typical terms too, the whole archive has none") {
    const SampleIndex sample(harbour_news());
    CHECK(terms_of(typical_terms(AskedIndex(sample, "id:n55").asked, 1)) ==
          std::vector<std::string>{"Zanzibar"});
    CHECK(typical_terms(AskedIndex(sample, "").asked, 0).empty());
}
