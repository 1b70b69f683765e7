#include "corpus/formats/json_blocks.hpp"

#include "tests/catch.hpp"
#include "tests/corpus/formats/json_document.hpp"

using namespace dateline;
using dateline::test::JsonDocument;

TEST_CASE("pictures, players and links to elsewhere are no running text") {
    for (const char* json : {R"({"type": "image"})", R"({"type": "Video"})",
                             R"({"type": "interstitial_link"})", R"({"type": "author-info"})"}) {
        CAPTURE(json);
        CHECK(!is_text_block(JsonDocument(json).object()));
    }
}

TEST_CASE("blocks of other types, or of none, are text") {
    for (const char* json :
         {R"({"type": "text"})", R"({"type": "paragraph"})", R"({})", R"({"type": 3})",
          R"({"type": null})", R"({"type": "a type with a name that is long"})"}) {
        CAPTURE(json);
        CHECK(is_text_block(JsonDocument(json).object()));
    }
}
