#include "corpus/formats/fbis_text.hpp"

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("what the service prints before a text is no text") {
    const FbisText read = read_fbis_text(
        "\nLanguage:  Spanish \nArticle Type:BFN\n [By Carla Prado] \n[Text] Lima, 1 Mar (AND) -- "
        "It rained.\n");
    CHECK(read.byline == "Carla Prado");
    CHECK(read.text == " Lima, 1 Mar (AND) -- It rained.\n");
}

TEST_CASE("authors are named in several ways") {
    const auto byline = [](std::string_view note) {
        return read_fbis_text("Language: Russian\n" + std::string(note) + "\nText.").byline;
    };
    CHECK(byline("[Report by Ana Ruiz]") == "Ana Ruiz");
    CHECK(byline("[Article by Ana Ruiz: \"Rain\"]") == "Ana Ruiz");
    CHECK(byline("[Interview with Ana Ruiz]").empty());
}

TEST_CASE("other texts stay as they are") {
    for (const char* text : {"Rain fell.", "[By Ana Ruiz] Rain fell.", "[Rain] fell.", "["})
        CHECK(read_fbis_text(text).text == text);
}
