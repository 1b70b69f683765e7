#include "bench/trec_topics.hpp"

#include <random>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

std::vector<TopicRecord> read(std::string_view text) { return read_trec_topics({"t", text}); }

void check_storm(const TopicRecord& topic) {
    CHECK(topic.id == "51");
    CHECK(topic.text(TopicField::title) == "Storms at sea");
    CHECK(topic.text(TopicField::desc) == "Which ships were lost in storms?");
    CHECK(topic.text(TopicField::narr) == "Ships are named. Boats count, too.");
}

}  // namespace

TEST_CASE("topics of the TREC of old, with no tag closed") {
    const auto topics = read(
        "\n<top>\n<head> Tipster Topic Description\n<num> Number:  051\n<dom> Domain: Shipping\n"
        "<title> Topic:  Storms at\n  sea\n\n<desc> Description:\nWhich ships were\nlost in "
        "storms?\n"
        "<smry> Summary:\nShips.\n<narr> Narrative:\nShips are named. Boats\ncount, too.\n\n"
        "<con> Concept(s):\n1. storm\n</top>\n\n<top>\n<num> Number: 052\n<title>Topic: "
        "Ports\n</top>");
    REQUIRE(topics.size() == 2);
    check_storm(topics[0]);
    CHECK(topics[0].line == 2);
    CHECK(topics[1].id == "52");
    CHECK(topics[1].line == 22);
    CHECK(topics[1].text(TopicField::title) == "Ports");
    CHECK_FALSE(topics[1].text(TopicField::desc));
}

TEST_CASE("topics with every tag closed, or no end of a topic") {
    check_storm(
        read("<top>\n<num> Number: 51 </num>\n<title> Storms at sea </title> left out\n"
             "<desc> Description: Which ships were lost in storms?</desc>\n"
             "<narr>Narrative: Ships are named. Boats count, too.</narr>\n</top>\n")[0]);
    const auto topics = read("<top><num>1<title>storm\n<top><num>2<title>flood\n");
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].text(TopicField::title) == "storm");
    CHECK(topics[1].text(TopicField::title) == "flood");
}

TEST_CASE("topics in XML, their number an attribute or an element") {
    check_storm(
        read("<?xml version=\"1.0\"?>\n<!-- <topic number=\"9\"> -->\n<topics>\n"
             "<topic type='faceted' number='51'><query>Storms at sea</query>\n"
             "<description>Which ships were lost\nin storms?</description>\n"
             "<narrative>Ships are named. Boats count, too.</narrative>\n"
             "<subtopic number=\"1\">wrecks</subtopic></topic></topics>")[0]);
    check_storm(
        read("<topics><topic lang=\"en\"><identifier>51</identifier>"
             "<EN-title>Storms at sea</EN-title>"
             "<EN-desc>Which ships were lost in storms?</EN-desc>"
             "<EN-narr>Ships are named. Boats count, too.</EN-narr></topic></topics>")[0]);
    check_storm(
        read("<topics task=\"news\"><topic number=51 ><query>Storms at sea</query>"
             "<question>Which ships were lost in storms?</question>"
             "<narrative>Ships are named. Boats count, too.</narrative></topic></topics>")[0]);
}

TEST_CASE("leading zeros stay but after the label of old") {
    CHECK(read("<top><num>007</num><title>a</title></top>")[0].id == "007");
    CHECK(read("<top><num>Number: 000</num><title>a</title></top>")[0].id == "0");
    CHECK(read("<top><num>Number: C07</num><title>a</title></top>")[0].id == "C07");
    CHECK(read("<top><num>Number:</num><title>a</title></top>")[0].id.empty());
}

TEST_CASE("signs, references and markup inside of a text") {
    const auto title = [](const std::string& text) {
        return *read("<top><num>1<title>" + text + "</title></top>")[0].text(TopicField::title);
    };
    CHECK(title("R&amp;D at AT&T; 5 < 6 <7 &gt; 4 &lt;top&gt;") ==
          "R&D at AT&T; 5 < 6 <7 > 4 <top>");
    CHECK(title("caf&#233; &#x4E2D; &#0; &#xD800; &nbsp; &") ==
          "caf\u00e9 \u4e2d &#0; &#xD800; &nbsp; &");
    CHECK(title("<p>storms<br/>at <b>sea</b></p>") == "storms at sea");
    CHECK(title("storms <!-- all > of them --> at sea") == "storms at sea");
    CHECK(title("") == "");
}

TEST_CASE("an element without text is there, one that is missing is not") {
    const TopicRecord topic = read("<top><num>1</num><title></title><docid>a</docid></top>")[0];
    CHECK(topic.text(TopicField::title) == "");
    CHECK_FALSE(topic.text(TopicField::desc));
    CHECK_FALSE(topic.text(TopicField::narr));
}

TEST_CASE("any bytes are read") {
    const std::vector<std::string> pieces{
        "<",      ">",       "</",      "<top>", "</top>", "<num>", "<title>", "desc", "<!--",
        "-->",    "<!",      "&",       ";",     "&#x",    " ",     "\n",      "=",    "\"",
        "number", "<topic ", "Number:", "7",     "storm",  "\xC3",  "\0",      "<p>",  "-"};
    std::mt19937 random(6);
    for (int round = 0; round < 20000; ++round) {
        std::string text = "<top>";
        for (std::size_t i = random() % 12; i > 0; --i) text += pieces[random() % pieces.size()];
        INFO(text);
        REQUIRE(!read(text).empty());
    }
}
