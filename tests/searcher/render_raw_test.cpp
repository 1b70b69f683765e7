#include "searcher/render_raw.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/corpus/every_field.hpp"
#include "tests/searcher/made_text.hpp"
#include "tests/searcher/sample_result.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

namespace {

Article raw_article() {
    Article article = test::sample_article();
    article.body = "The alliance said on Saturday that it had stopped.\n\nIt will begin again.";
    article.provenance.set(ArticleField::place, Provenance::text);
    article.provenance.set(ArticleField::language, Provenance::detected);
    article.provenance.set(ArticleField::source, Provenance::option);
    article.provenance.set(ArticleField::id, Provenance::path);
    return article;
}

}  // namespace

TEST_CASE("every field in a row of its own, at 60 columns") {
    CHECK(render_raw_text(raw_article(), {60, false}) ==
          R"(id        path      northern-wire/2020/0105.txt
headline  record    Alliance pauses its training mission in
                    Iraq after the strike
date      record    2020-01-05 ("5 January 2020")
source    --set     Northern Wire
section   -         -
byline    record    Jane Doe
place     text      Baghdad
language  detected  en
url       record    https://wire.example/0105

root                /archive
path                northern-wire/2020/0105.txt
member              -
offset              0
line                1
record              -

body      record    The alliance said on Saturday that it
                    had stopped.

                    It will begin again.
)");
}

TEST_CASE("a date that could not be read is shown as it was printed") {
    Article article = raw_article();
    article.date = {};
    CHECK(render_raw_text(article, {80, false}).find("date      -         -\n") !=
          std::string::npos);
    article.date.raw = "5/1/2020";
    CHECK(render_raw_text(article, {80, false})
              .find("date      record    undated (\"5/1/2020\")\n") != std::string::npos);
    const auto object = nlohmann::json::parse(render_raw_jsonl(article));
    CHECK(object["fields"]["date"]["value"].is_null());
    CHECK(object["fields"]["date"]["provenance"] == "record");
    CHECK(object["fields"]["date"]["printed"] == "5/1/2020");
}

TEST_CASE("one object with all fields and the origin") {
    Article article = raw_article();
    article.origin = {"/archive", "dump.tar", "2003/a.jsonl", 812, 12, 3};
    const std::string line = render_raw_jsonl(article);
    CHECK(line.ends_with("}\n"));
    const auto object = nlohmann::ordered_json::parse(line);
    CHECK(object["id"] == article.id);
    CHECK(object["fields"].size() == article_field_names.size());
    for (const ArticleField field : test::every_field())
        CHECK(object["fields"].contains(std::string(name_of(field))));
    CHECK(object["fields"]["place"].dump() == R"({"value":"Baghdad","provenance":"text"})");
    CHECK(object["fields"]["section"].dump() == R"({"value":null,"provenance":null})");
    CHECK(
        object["fields"]["date"].dump() ==
        R"({"value":"2020-01-05","provenance":"record","precision":"day","printed":"5 January 2020"})");
    CHECK(object["fields"]["body"]["value"] == article.body);
    CHECK(
        object["origin"].dump() ==
        R"({"root":"/archive","path":"dump.tar","member":"2003/a.jsonl","offset":812,"line":12,"record":3})");
}

TEST_CASE("raw fields fit the terminal, whatever they hold") {
    test::RandomProse prose(31);
    for (int i = 0; i < 200; ++i) {
        Article article;
        article.headline = prose.text(8);
        article.id = prose.text(4);
        article.body = prose.text(200);
        const std::size_t width = 40 + prose.below(60);
        for (const std::string& line : test::lines_of(render_raw_text(article, {width, true}))) {
            const std::string plain = test::without_color(line);
            INFO(plain);
            REQUIRE(plain == printable(plain));
            REQUIRE(display_width(plain) <= width);
        }
    }
}
