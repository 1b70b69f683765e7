#include "corpus/formats/record_text.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("only what was lost is worth a warning") {
    CHECK(read_record_text("für").text == "für");
    CHECK(read_record_text("für").warning.empty());
    const RecordText latin = read_record_text("Caf\xE9 owners in Z\xFCrich protest");
    CHECK(latin.text == "Café owners in Zürich protest");
    CHECK(latin.warning.empty());
    CHECK(read_record_text("as it came: \uFFFD").warning.empty());
}

TEST_CASE("places that are no characters are counted") {
    const RecordText damaged =
        read_record_text("Größe, Maß, Öl und Übermut: ä ö ü ß ä ö ü ß ä ö ü \xE2\x82 das war's");
    CHECK(damaged.text.find("\uFFFD") != std::string::npos);
    CHECK(damaged.warning == "1 place is no character in utf-8 and shown as \"\uFFFD\"");
}
