#include "corpus/formats/html_linked.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

HtmlLinkedData read(const std::vector<std::string_view>& scripts) {
    return read_html_linked_data(scripts, test::read_options());
}

std::string headline_of(std::string_view script) {
    const HtmlLinkedData data = read({script});
    return data.article ? data.article->headline : "none";
}

}  // namespace

TEST_CASE("an article is found in objects, lists and graphs") {
    CHECK(headline_of(R"({"@type": "NewsArticle", "headline": "A"})") == "A");
    CHECK(headline_of(
              R"([{"@type": "Person", "name": "B"}, {"@type": "Article", "headline": "A"}])") ==
          "A");
    CHECK(headline_of(R"({"@graph": [{"@type": "WebSite", "name": "B"},
                                     {"@type": "BlogPosting", "headline": "A"}]})") == "A");
}

TEST_CASE("what is typed as an article comes before other pages") {
    const HtmlLinkedData data = read({R"({"@type": "WebPage", "headline": "Page"})",
                                      R"({"@type": "ReportageNewsArticle", "headline": "A"})",
                                      R"({"@type": "NewsArticle", "headline": "Other"})"});
    REQUIRE(data.article);
    CHECK(data.article->headline == "A");
    CHECK(data.is_typed);
}

TEST_CASE("what pages put around JSON, or leave in it, does not matter") {
    CHECK(headline_of("\n//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"A\"}\n//]]>\n") ==
          "A");
    CHECK(headline_of("<!-- {\"@type\": \"Article\", \"headline\": \"A\"} -->") == "A");
    CHECK(headline_of("{\"@type\": \"Article\", \"headline\": \"A\nB\tC\",\n}") == "A B C");
    CHECK(headline_of(
              "{\"@type\": \"Article\", \"headline\": \"A\", \"keywords\": [\"x\", ], };") == "A");
    CHECK(headline_of(
              "{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;A&quot;}") ==
          "A");
}

TEST_CASE("JSON-LD of an article that cannot be read is told, other is not") {
    CHECK(read({"{\"@type\": \"NewsArticle\", \"headline\": }"})
              .problem.starts_with("JSON-LD of the page: not valid JSON"));
    CHECK(read({"{\"@type\": \"Person\", \"name\": }", "", "x", "[", "{}"}).problem.empty());
    CHECK_FALSE(read({}).article);
}
