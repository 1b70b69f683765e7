#include "corpus/formats/xml_records.hpp"

#include <string>
#include <vector>

#include "corpus/source.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

bool is_item(std::string_view local_name) { return local_name == "item"; }

struct Record {
    std::string text;  ///< its bytes, or its problem
    Origin origin;
    std::string charset;
    std::size_t document;
};

std::vector<Record> records_of(std::string_view text, std::uint64_t max_record_bytes = 1 << 20) {
    const auto stream = open_bytes(text);
    XmlRecords records(*stream, max_record_bytes, is_item);
    std::vector<Record> all;
    while (const auto record = records.next()) {
        all.push_back({record->problem.empty() ? std::string(record->bytes) : record->problem,
                       record->origin, record->charset, record->document});
    }
    return all;
}

std::vector<std::string> texts(std::string_view text, std::uint64_t max_record_bytes = 1 << 20) {
    std::vector<std::string> texts;
    for (const Record& record : records_of(text, max_record_bytes)) texts.push_back(record.text);
    return texts;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("records are cut out with their places") {
    const auto records = records_of("<r>\n<item>1</item>\n <x:item b='>'/></r>");
    REQUIRE(records.size() == 2);
    CHECK(records[0].text == "<item>1</item>");
    CHECK(records[0].origin.offset == 4);
    CHECK(records[0].origin.line == 2);
    CHECK(records[0].origin.record == 1);
    CHECK(records[1].text == "<x:item b='>'/>");
    CHECK(records[1].origin.line == 3);
    CHECK(records[1].origin.record == 2);
}

TEST_CASE("a file that is one record has no number in it") {
    CHECK(records_of("<?xml version='1.0'?><item/>\n")[0].origin.record == 0);
    CHECK(records_of("<item/><item/>")[0].origin.record == 1);
    CHECK(records_of("<r><item/></r>")[0].origin.record == 1);
}

TEST_CASE("comments and sections hide what is in them") {
    CHECK(texts("<r><!-- <item> --><item><![CDATA[</item>]]></item></r>") ==
          Strings{"<item><![CDATA[</item>]]></item>"});
}

TEST_CASE("a namesake deeper in a record belongs to it") {
    CHECK(texts("<r><item><b><item/><item>x</item></b></item></r>").size() == 1);
}

TEST_CASE("a record that is not closed ends where the next one begins, or its document") {
    CHECK(texts("<r><item><b>1</b><item>2</item></r>") ==
          Strings{"not well-formed XML: <item> is not closed", "<item>2</item>"});
    CHECK(texts("<r><item>1</r><r><item>2</item></r>") ==
          Strings{"not well-formed XML: <item> is not closed", "<item>2</item>"});
    CHECK(texts("<r><item>1<?xml version='1.0'?><r><item>2</item></r>").size() == 2);
}

TEST_CASE("a file cut short gives its whole records and one problem") {
    CHECK(texts("<r><item>1</item><item>2") ==
          Strings{"<item>1</item>", "the file ends before </item>"});
    CHECK(texts("<r><item>1</item>\n") == Strings{"<item>1</item>", "the file ends before </r>"});
    CHECK(texts("<r><item>1</item><ite") == Strings{"<item>1</item>", "the file ends before </r>"});
    CHECK(texts("<r><b>") == Strings{"the file ends before </r>"});
}

TEST_CASE("each document has its own number and encoding") {
    const auto records = records_of(
        "<?xml version='1.0' encoding='koi8-r'?><r><item/></r>"
        "<?xml version='1.0'?><r><item/></r>");
    REQUIRE(records.size() == 2);
    CHECK(records[0].charset == "koi8-r");
    CHECK(records[0].document == 0);
    CHECK(records[1].charset.empty());
    CHECK(records[1].document == 1);
}

TEST_CASE("a record over the limit is passed over, and memory with it") {
    const std::string large = "<item>" + std::string(300'000, 'x') + "</item>";
    CHECK(texts("<r><item>1</item>" + large + "<item>3</item></r>", 1000) ==
          Strings{"<item>1</item>", "record of more than 1000 bytes, the limit", "<item>3</item>"});
    const std::string many = "<item>" + std::string(300'000, '<') + "<b></b></item>";
    CHECK(texts("<r>" + many + "<item>3</item></r>", 1000).back() == "<item>3</item>");
}

TEST_CASE("records may be longer than any buffer") {
    std::string long_record = "<item>";
    for (int i = 0; i < 100'000; ++i) long_record += "<b>word</b> ";
    long_record += "</item>";
    CHECK(texts("<r>" + long_record + "<item/></r>", 2 << 20) == Strings{long_record, "<item/>"});
}

TEST_CASE("elements too deep or too many are not parsed") {
    std::string deep = "<item>";
    for (int i = 0; i < 300; ++i) deep += "<b>";
    for (int i = 0; i < 300; ++i) deep += "</b>";
    CHECK(texts("<r>" + deep + "</item><item/></r>") ==
          Strings{"elements nested more than 200 deep", "<item/>"});
    std::string many = "<item>";
    for (int i = 0; i < 1'000'001; ++i) many += "<b/>";
    CHECK(texts("<r>" + many + "</item></r>", 8 << 20) ==
          Strings{"more than 1000000 elements and attributes"});
    std::string breaks = "<item>";
    for (int i = 0; i < 300; ++i) breaks += "<br><p>";
    CHECK(texts("<r>" + breaks + "</item></r>") == Strings{breaks + "</item>"});
}
