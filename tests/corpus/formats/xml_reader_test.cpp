#include "corpus/formats/xml_reader.hpp"

#include <filesystem>
#include <map>

#include "corpus/clean_text.hpp"
#include "tests/catch.hpp"
#include "tests/corpus/reading.hpp"
#include "tests/temporary_folder.hpp"

using namespace dateline;
using dateline::test::headlines;
using dateline::test::read_text;

namespace {

const std::filesystem::path archives =
    std::filesystem::path(DATELINE_SOURCE_DIR) / "tests/archives";

struct Outcome {
    std::string_view format;
    std::size_t articles = 0;
    std::size_t rejected = 0;
    std::size_t skipped = 0;
    std::size_t warnings = 0;
    bool operator==(const Outcome&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Outcome& o) {
    return out << o.articles << " articles, " << o.rejected << " rejected, " << o.skipped
               << " skipped, " << o.warnings << " warnings, " << o.format;
}

test::ReadEvents events_of(const std::string& path) {
    return test::read_events(*open_source(list_sources(archives / path, {}).files.at(0)));
}

}  // namespace

TEST_CASE("every XML file of the test archives is taken for what it is") {
    const std::map<std::string, Outcome> expected{
        {"nitf/agency.xml", {"nitf", 1, 0, 0, 0}},
        {"nitf/annotated.xml", {"nitf", 1, 0, 0, 0}},
        {"nitf/billion-laughs.xml", {"nitf", 1, 0, 0, 1}},
        {"nitf/deep.xml", {"nitf", 0, 1, 0, 0}},
        {"nitf/empty.xml", {"nitf", 0, 0, 1, 0}},
        {"nitf/latin-1.xml", {"nitf", 1, 0, 0, 0}},
        {"nitf/several.xml", {"nitf", 2, 1, 0, 0}},
        {"nitf/truncated.xml", {"nitf", 0, 1, 0, 0}},
        {"nitf/utf-16.xml", {"nitf", 1, 0, 0, 0}},
        {"newsml/fragment.xml", {"newsml", 0, 0, 1, 0}},
        {"newsml/item.xml", {"newsml", 1, 0, 0, 0}},
        {"newsml/message.xml", {"newsml", 2, 1, 4, 1}},
        {"newsml/version-1.xml", {"newsml", 1, 0, 2, 0}},
        {"rcv1/1001.xml", {"rcv1", 1, 0, 0, 0}},
        {"rcv1/concatenated.xml", {"rcv1", 2, 1, 0, 0}},
        {"feeds/atom-0.3.xml", {"feed", 1, 0, 0, 0}},
        {"feeds/atom-1.0.xml", {"feed", 2, 0, 0, 0}},
        {"feeds/cdf.xml", {"feed", 1, 0, 0, 0}},
        {"feeds/claims-utf-16.xml", {"feed", 1, 0, 0, 0}},
        {"feeds/junk-before.xml", {"feed", 4, 0, 1, 1}},
        {"feeds/laughs.xml", {"feed", 1, 0, 0, 1}},
        {"feeds/no-entries.xml", {"feed", 0, 0, 1, 0}},
        {"feeds/rss-1.0.xml", {"feed", 1, 0, 0, 0}},
        {"feeds/rss-2.0.xml", {"feed", 4, 0, 1, 1}},
        {"feeds/sitemap.xml", {"xml", 0, 0, 1, 0}},
        {"feeds/truncated.xml", {"feed", 1, 1, 0, 0}},
        {"feeds/two-feeds.xml", {"feed", 2, 0, 0, 0}},
        {"feeds/unclosed-item.xml", {"feed", 2, 1, 0, 0}},
        {"feeds/unknown.xml", {"xml", 0, 1, 0, 0}},
        {"feeds/wrong-encoding.xml", {"feed", 1, 0, 0, 0}},
    };
    for (const auto& [path, outcome] : expected) {
        CAPTURE(path);
        const test::ReadEvents events = events_of(path);
        CHECK(Outcome{events.format, events.articles.size(), events.rejections.size(),
                      events.skips.size(), events.warnings.size()} == outcome);
    }
}

TEST_CASE("an agency's NITF is read in every field") {
    const Article article = events_of("nitf/agency.xml").articles.at(0);
    CHECK(article.headline == "Harbour bridge closes for a year");
    CHECK(article.body ==
          "Ferries to run around the clock\n\n"
          "The harbour bridge will close on Monday, the council said, and will not open again "
          "before spring.\n\nNo way round\n\nDrivers face a detour of 40 kilometres.\n\n"
          "Ferries are free until June.\n\nFerry A: every hour\n\nFerry B: every other hour\n\n"
          "Day\tCars\n\nMonday\t900\n\n\"We had no choice\", said the mayor \u2013 \u201Cnone at "
          "all\u201D.\n\nEditing by B. Coe");
    CHECK(article.byline == "Ada Marsh");
    CHECK(article.place == "Port Ellery");
    CHECK(article.section == "Transport");
    CHECK(article.source == "Harbour Wire");
    CHECK(article.id == "hb-2019-0311");
    CHECK(article.language == "en");
    CHECK(iso_date(article.date) == "2019-03-11T08:45:00Z");
}

TEST_CASE("places in files of other encodings are those of the file") {
    // UTF-16 is read as the UTF-8 that it is transcoded to.
    CHECK(events_of("nitf/utf-16.xml").articles.at(0).origin.offset == 40);
    CHECK(events_of("nitf/utf-16.xml").articles.at(0).headline == "\u00DCnder the \U0001D11E sign");
    CHECK(events_of("nitf/latin-1.xml").articles.at(0).headline == "Caf\u00E9 d\u00E9sert\u00E9");
    CHECK(events_of("feeds/wrong-encoding.xml").articles.at(0).headline == "Caf\u00E9");
}

TEST_CASE("a message's items are its records, elements of several kinds may stand in one file") {
    const auto events = read_text(
        "<newsMessage><itemSet><newsItem guid='a'><contentMeta><headline>A</headline>"
        "</contentMeta></newsItem></itemSet></newsMessage>\n"
        "<nitf><head><title>B</title></head></nitf>\n<newsitem><title>C</title></newsitem>\n");
    CHECK(headlines(events) == std::vector<std::string>{"A", "B", "C"});
    CHECK(events.articles[1].origin.line == 2);
    CHECK(events.articles[2].origin.record == 3);
}

TEST_CASE("a record over the limit is rejected, and the next is read") {
    ReadOptions options = test::read_options();
    options.max_record_bytes = 1000;
    const auto events = read_text("<newsitem><title>A</title></newsitem><newsitem><title>" +
                                      std::string(500'000, 'x') +
                                      "</title></newsitem><newsitem><title>C</title></newsitem>",
                                  options);
    CHECK(headlines(events) == std::vector<std::string>{"A", "C"});
    REQUIRE(events.rejections.size() == 1);
    CHECK(events.rejections[0].reason == "record of more than 1000 bytes, the limit");
}
