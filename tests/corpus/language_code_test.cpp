#include "corpus/language_code.hpp"

#include <array>
#include <string>
#include <utility>

#include "tests/catch.hpp"

using namespace dateline;

TEST_CASE("a language is known by its codes and names, whatever the case and region") {
    for (const char* text : {"en", "EN", "en-US", "EN_us", "eng", "English", "english (UK)", " en ",
                             "en;q=0.8", "ENG"}) {
        CAPTURE(text);
        CHECK(language_code(text) == "en");
    }
    for (const char* text : {"de", "deu", "ger", "German", "Deutsch", "de-AT"}) {
        CAPTURE(text);
        CHECK(language_code(text) == "de");
    }
}

TEST_CASE("the languages of the news are known by code, ISO 639-2 and both names") {
    using Row = std::array<const char*, 4>;
    for (const Row& row :
         {Row{"fr", "fre", "French", "Français"}, Row{"es", "spa", "Spanish", "español"},
          Row{"ru", "rus", "Russian", "Русский"}, Row{"zh", "chi", "Chinese", "中文"},
          Row{"ar", "ara", "Arabic", "العربية"}, Row{"fa", "per", "Persian", "فارسی"},
          Row{"nl", "dut", "Dutch", "Nederlands"}, Row{"tr", "tur", "Turkish", "Türkçe"},
          Row{"sw", "swa", "Swahili", "Kiswahili"}, Row{"am", "amh", "Amharic", "አማርኛ"},
          Row{"fi", "fin", "Finnish", "suomi"}, Row{"cs", "cze", "Czech", "čeština"},
          Row{"el", "gre", "Greek", "Ελληνικά"}, Row{"ja", "jpn", "Japanese", "日本語"}}) {
        for (const char* name : row) {
            CAPTURE(name);
            CHECK(language_code(name) == row[0]);
        }
    }
    CHECK(language_code("fil") == "fil");
    CHECK(language_code("iw") == "he");
    CHECK(language_code("zh-Hans") == "zh");
}

TEST_CASE("what is no language has no code") {
    for (const char* text :
         {"", " ", "und", "mul", "x-default", "klingonese", "US", "12", "-", "e"}) {
        CAPTURE(text);
        CHECK(language_code(text).empty());
    }
}
