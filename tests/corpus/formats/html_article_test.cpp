#include "corpus/formats/html_article.hpp"

#include <string>

#include "corpus/html_tree.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"

using namespace dateline;

namespace {

const std::string one =
    "The harbour bridge will be closed to all traffic from May, the council decided on Wednesday, "
    "and "
    "it will stay closed for two years.";
const std::string two =
    "Engineers had found cracks in four of its pillars, which cannot wait for another winter, as "
    "the "
    "mayor put it before the vote.";
const std::string three =
    "The repairs will cost 41 million, most of which the region pays, she said.";

HtmlReading read(const std::string& html, std::string_view charset = {},
                 std::string_view url = {}) {
    return read_html_article(html, charset, url, test::read_options());
}

Article article_of(const std::string& html, std::string_view charset = {},
                   std::string_view url = {}) {
    const HtmlReading reading = read(html, charset, url);
    INFO(reading.problem);
    REQUIRE(reading.article);
    return *reading.article;
}

std::string page_of(const std::string& head, const std::string& body) {
    return "<html><head>" + head + "</head><body><h1>Bridge to close</h1>" + body +
           "</body></html>";
}

std::string paragraphs() { return "<p>" + one + "</p><p>" + two + "</p><p>" + three + "</p>"; }

std::string script(const std::string& json) {
    return "<script type=\"application/ld+json\">" + json + "</script>";
}

}  // namespace

TEST_CASE("JSON-LD comes before metadata, metadata before what is shown") {
    const Article article = article_of(page_of(
        script(
            R"({"@type": "NewsArticle", "headline": "Bridge to close", "datePublished": "2020-01-05",
                   "author": {"name": "Mara Ellis"}})") +
            "<meta property=article:published_time content=2020-01-06><meta name=author "
            "content=Staff>"
            "<meta property=og:site_name content='The Herald'>",
        "<time datetime=2020-01-07>x</time>" + paragraphs()));
    CHECK(article.headline == "Bridge to close");
    CHECK(iso_date(article.date) == "2020-01-05");
    CHECK(article.byline == "Mara Ellis");
    CHECK(article.source == "The Herald");
    CHECK(article.body == one + "\n\n" + two + "\n\n" + three);
}

TEST_CASE("the page's paragraphs are taken where JSON-LD has the same text") {
    const Article article = article_of(page_of(
        script(R"({"@type": "NewsArticle", "headline": "Bridge to close", "articleBody": ")" + one +
               " " + two + " " + three + "\"}"),
        paragraphs()));
    CHECK(article.body == one + "\n\n" + two + "\n\n" + three);
}

TEST_CASE("JSON-LD has the body where the page shows only its beginning, or something else") {
    const std::string json = script(R"({"@type": "NewsArticle", "headline": "Bridge to close",
        "articleBody": ")" + one + "\\n\\n" +
                                    two + "\\n\\n" + three + "\"}");
    const std::string whole = one + "\n\n" + two + "\n\n" + three;
    CHECK(article_of(page_of(json, "<p>" + one + "</p>")).body == whole);
    CHECK(article_of(page_of(json, "<div id=root></div>")).body == whole);
    CHECK(article_of(page_of(json,
                             "<p>Your browser is too old for this page, please get another one, "
                             "or ask somebody who knows about it.</p>"))
              .body == whole);
}

TEST_CASE("a summary in JSON-LD is no body") {
    const Article article = article_of(page_of(
        script(
            R"({"@type": "NewsArticle", "headline": "Bridge to close", "description": "Repairs."})"),
        paragraphs()));
    CHECK(article.body.starts_with(one));
}

TEST_CASE("where a page was found counts more than what it says, and gives source and day") {
    const std::string page =
        page_of("<link rel=canonical href='https://a.example/x'>", paragraphs());
    CHECK(article_of(page).url == "https://a.example/x");
    const Article article = article_of(page, {}, "https://www.b.example/2020/1/5/bridge");
    CHECK(article.url == "https://www.b.example/2020/1/5/bridge");
    CHECK(article.source == "b.example");
    CHECK(iso_date(article.date) == "2020-01-05");
}

TEST_CASE("an address whose host is none gives no source") {
    for (const char* address :
         {"https:// a.example/2020/bridge", "http://a b/2020/bridge", "https://<b>/2020/bridge"}) {
        const Article article = article_of(
            page_of("<meta property=og:url content='" + std::string(address) + "'>", paragraphs()));
        INFO(address);
        CHECK(article.source.empty());
    }
}

TEST_CASE("charsets: the protocol's, then the page's, then what the bytes are") {
    const std::string body = "<p>" + one + "</p><p>" + two + "</p><p>Caf\xE9 \xCF\xF0.</p>";
    CHECK(article_of(page_of("", body), "windows-1252").body.ends_with("Café Ïð."));
    CHECK(article_of(page_of("<meta charset=windows-1251>", body)).body.ends_with("Cafй Пр."));
    CHECK(
        article_of(page_of("<meta charset=windows-1252>",
                           "<p>" + one + "</p><p>" + two + "</p><p>Пример, in UTF-8, ещё раз.</p>"))
            .body.ends_with("ещё раз."));
}

TEST_CASE("headline, authors and date are not told twice") {
    const Article article = article_of(
        "<title>Bridge to close</title><meta name=author content='Mara Ellis'><div><div>Bridge to "
        "close</div>"
        "<div>By Mara Ellis, 5 March</div>" +
        paragraphs() + "</div>");
    CHECK(article.body.starts_with(one));
}

TEST_CASE("a page that goes on with the next article is its first") {
    std::string page = "<title>Bridge to close</title>";
    for (const char* headline : {"Bridge to close", "Ferries sail at night"}) {
        const bool is_first = headline[0] == 'B';
        page += "<div class=scroll><article><h1>" + std::string(headline) + "</h1><p>" +
                (is_first ? one : two) + "</p><p>" + (is_first ? two : three) + "</p>" +
                (is_first ? "" : "<p>" + three + "</p><p>" + two + "</p>") + "</article></div>";
    }
    const Article article = article_of(page);
    CHECK(article.headline == "Bridge to close");
    CHECK(article.body == one + "\n\n" + two);
}

TEST_CASE("the date below the headline comes before that of a related article") {
    const Article article = article_of(
        page_of("", "<p>by <a href=1>staff</a> · <span>31. Oktober 2023</span></p>" + paragraphs() +
                        "<ul class=related-posts><li><a href=2>Ferries</a><time "
                        "datetime=2020-12-03>x</time></ul>"));
    CHECK(iso_date(article.date) == "2023-10-31");
    CHECK(article.body.starts_with(one));
}

TEST_CASE("an old page prints headline, authors and date above its text") {
    const Article table = article_of(
        "<HTML><TITLE>The Herald: Bridge to close</TITLE><TABLE><TR><TD><A HREF=a>Home</A><BR><A "
        "HREF=b>World</A></TD><TD><FONT SIZE=5><B>Bridge to close</B></FONT><BR><FONT SIZE=2>By "
        "MARA ELLIS<BR>January 5, 1998</FONT>" +
        paragraphs() + "</TD></TR></TABLE>");
    CHECK(table.headline == "Bridge to close");
    CHECK(table.byline == "MARA ELLIS");
    CHECK(iso_date(table.date) == "1998-01-05");
    CHECK(table.body == one + "\n\n" + two + "\n\n" + three);
    const Article plain = article_of(
        "<TITLE>Bridge</TITLE><H1>Bridge to close</H1><B>By MARA "
        "ELLIS</B><BR><I>Posted: January 5, 1998</I><BR><BR>" +
        one + "<BR><BR>" + two);
    CHECK(plain.byline == "MARA ELLIS");
    CHECK(iso_date(plain.date) == "1998-01-05");
    CHECK(plain.body == one + "\n\n" + two);
    const Article posted = article_of(
        page_of("", "<p>By Mara Ellis</p><p>January 5, 1998<br>Web posted at: 10:32 a.m. EST</p>" +
                        paragraphs()));
    CHECK(posted.byline == "Mara Ellis");
    CHECK(iso_date(posted.date) == "1998-01-05");
    CHECK(posted.body.starts_with(one));
}

TEST_CASE("a brief below a heading is an article, a section's list of articles is none") {
    const std::string brief =
        "<p>The bank left its rate unchanged at 0.75 percent on Thursday.</p><p>Seven voted for "
        "it.</p>";
    CHECK(article_of(page_of("<title>Bridge to close</title>", brief)).body ==
          "The bank left its rate unchanged at 0.75 percent on Thursday.\n\nSeven voted for it.");
    CHECK(article_of(page_of("",
                             "<p>Le cœur de l'été coûte 5 euros, a dit le président du conseil"
                             "<p>Il a déclaré que la situation restait grave dans le pays"))
              .body.starts_with("Le cœur"));
    CHECK(read("<title>A</title>" + brief).is_skip);
    std::string list;
    for (int i = 0; i < 6; ++i)
        list +=
            "<h2><a href=x>The headline of another article</a></h2><p>A line about it here.</p>";
    CHECK(read(page_of("", list)).is_skip);
}

TEST_CASE("a sentence that begins with the words of the headline is text") {
    CHECK(
        article_of("<title>The bank</title><h1>The bank</h1><p>The bank left its rate unchanged at "
                   "0.75 percent on Thursday.")
            .body == "The bank left its rate unchanged at 0.75 percent on Thursday.");
}

TEST_CASE("the language of the text comes before what a template says of every page") {
    const std::string spanish =
        "<p>El puente del puerto permanecerá cerrado al tráfico desde mayo, decidió el consejo el "
        "miércoles, y seguirá cerrado durante dos años.</p><p>Los ingenieros habían encontrado "
        "grietas en cuatro de sus pilares, que no pueden esperar otro invierno, según dijo la "
        "alcaldesa antes de la votación de anoche.</p>";
    const Article article = article_of("<html lang=en>" + page_of("", spanish));
    CHECK(article.language == "es");
    CHECK(article.provenance.of(ArticleField::language) == Provenance::detected);
    CHECK(article_of("<html lang=gl>" + page_of("", spanish)).language == "gl");
    CHECK(article_of("<html lang=en>" + page_of("", paragraphs())).language == "en");
}

TEST_CASE("the day comes before the month where the page's language has it so") {
    const std::string page = page_of("", "<p>01.02.2022</p>" + paragraphs());
    CHECK_FALSE(article_of("<html lang=en>" + page).date.known());
    const std::string german =
        "<p>Die Brücke am Hafen wird vom Mai an für den gesamten Verkehr gesperrt, beschloss der "
        "Rat am Mittwoch, und sie bleibt zwei Jahre lang geschlossen.</p><p>Ingenieure hatten "
        "Risse "
        "in vier Pfeilern gefunden, die nicht noch einen Winter warten können.</p>";
    const Article article =
        article_of("<html lang=de>" + page_of("", "<p>01.02.2022</p>" + german));
    CHECK(iso_date(article.date) == "2022-02-01");
    CHECK(article.body.starts_with("Die Br"));
}

TEST_CASE("keywords are no section") {
    CHECK(
        article_of(page_of("<meta property=article:section content='City, a, b, c'>", paragraphs()))
            .section == "City");
    CHECK(article_of(page_of(script(R"({"@type": "NewsArticle", "headline": "Bridge to close",
        "articleSection": "Front Page"})") +
                                 "<meta property=article:section content=City>",
                             paragraphs()))
              .section == "City");
}

TEST_CASE("pages that hold no article say why") {
    CHECK(read("<html><body></body></html>").problem == "a page without text");
    CHECK(read("<html><body></body></html>").is_skip);
    const HtmlReading large = read(std::string(HtmlTree::max_bytes + 1, ' '));
    CHECK_FALSE(large.is_skip);
    CHECK(large.problem == "page of more than 16777216 bytes, the limit for HTML");
}

TEST_CASE("a date that cannot be read is a warning") {
    const HtmlReading reading =
        read(page_of("<meta property=article:published_time content='2020-02-31'>", paragraphs()));
    REQUIRE(reading.article);
    CHECK_FALSE(reading.article->date.known());
    CHECK(reading.warning.starts_with("date \"2020-02-31\""));
}
