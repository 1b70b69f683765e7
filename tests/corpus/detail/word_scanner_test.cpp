#include "corpus/detail/word_scanner.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::detail;

namespace {

// The words of the text; '+' before those that are joined to the one before.
std::vector<std::string> words(std::string_view text, std::string_view language = "en") {
    std::vector<std::string> out;
    WordScanner scanner(text, language_rules(language));
    while (const auto word = scanner.next())
        out.push_back((word->joined ? "+" : "") + std::string(word->range.in(text)));
    return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are letters, digits and marks; white space and punctuation end them") {
    CHECK(words("") == Words{});
    CHECK(words(" ... \n") == Words{});
    CHECK(words("One, two;\nthree?") == Words{"One", "two", "three"});
    CHECK(words("2nd $20m 50%") == Words{"2nd", "20m", "50"});
    CHECK(words("said.He foo_bar a/b") == Words{"said", "+He", "foo", "+bar", "a", "+b"});
    CHECK(words("@NATO #Iraq") == Words{"NATO", "Iraq"});
    CHECK(words("www.nato.int me@x.org") == Words{"www", "+nato", "+int", "me", "+x", "+org"});
    CHECK(words("e\u0301te\u0301 coop\u00ADerate") == Words{"e\u0301te\u0301", "coop\u00ADerate"});
}

TEST_CASE("apostrophes belong to a word only within it") {
    CHECK(words("don't don’t 'quoted' boys' rock'n'roll") ==
          Words{"don't", "don’t", "quoted", "boys", "rock'n'roll"});
    CHECK(words("O’Brien's ''twas'' 90's") == Words{"O’Brien's", "twas", "90's"});
}

TEST_CASE("elided words stand for themselves where the language elides") {
    CHECK(words("L'Irak qu’il aujourd'hui", "fr") ==
          Words{"L", "+Irak", "qu", "+il", "aujourd'hui"});
    CHECK(words("dell'Iraq un’altra", "it") == Words{"dell", "+Iraq", "un", "+altra"});
    CHECK(words("d'Artagnan", "en") == Words{"d'Artagnan"});
    CHECK(words("col·legi l'Iraq", "ca") == Words{"col·legi", "l", "+Iraq"});
    CHECK(words("col·legi", "es") == Words{"col", "+legi"});
}

TEST_CASE("acronyms with periods are one word, with the last period and a possessive") {
    CHECK(words("The U.S. and u.s., N.A.T.O in the U.S.") ==
          Words{"The", "U.S.", "and", "u.s.", "N.A.T.O", "in", "the", "U.S."});
    CHECK(words("U.S.-led U.S.'s U.S.’s U.S.Army") ==
          Words{"U.S.", "+led", "U.S.'s", "U.S.’s", "U.S.", "+Army"});
    CHECK(words("J. Smith, J.R.R. Tolkien, W.Bush, Ю.А. Гагарин") ==
          Words{"J", "Smith", "J.R.R.", "Tolkien", "W", "+Bush", "Ю.А.", "Гагарин"});
}

TEST_CASE("hyphens join designations of letters and digits alone") {
    CHECK(words("F-16 F-16s MI-5 Su-27SM 3-D F‑16") ==
          Words{"F-16", "F-16s", "MI-5", "Su-27SM", "3-D", "F‑16"});
    CHECK(words("al-Qaeda") == Words{"al", "+Qaeda"});
    CHECK(words("Covid-19") == Words{"Covid", "+19"});
    CHECK(words("10-to-1") == Words{"10", "+to", "+1"});
    CHECK(words("2-1 well- -known a-") == Words{"2", "+1", "well", "known", "a"});
}

TEST_CASE("ampersands join short names without blanks") {
    CHECK(words("AT&T R&D's S&P, Q&A") == Words{"AT&T", "R&D's", "S&P", "Q&A"});
    CHECK(words("Tom&Jerry A & B AT&") == Words{"Tom", "+Jerry", "A", "B", "AT"});
}

TEST_CASE("marks inside numbers are those of the language") {
    CHECK(words("1,000 12,345,678 3.5 10:30") == Words{"1,000", "12,345,678", "3.5", "10", "+30"});
    CHECK(words("2003,400 1,2,3 3,5") == Words{"2003", "+400", "1", "+2", "+3", "3", "+5"});
    CHECK(words("1.000.000,50 3,5", "de") == Words{"1.000.000,50", "3,5"});
    CHECK(words("12.01.2020", "de") == Words{"12", "+01", "+2020"});
    CHECK(words("6,8.1", "fr") == Words{"6", "+8", "+1"});
    CHECK(words("1,000.50") == Words{"1,000.50"});
    CHECK(words("192.168.0.1") == Words{"192", "+168", "+0", "+1"});
    CHECK(words("ended in 2020. 5, 6") == Words{"ended", "in", "2020", "5", "6"});
}

TEST_CASE("scripts without blanks between words give overlapping pairs") {
    CHECK(words("東京都") == Words{"東京", "+京都"});
    CHECK(words("東 京") == Words{"東", "京"});
    CHECK(words("2020年NATO軍") == Words{"2020", "+年", "+NATO", "+軍"});
    CHECK(words("か\u3099きく") == Words{"か\u3099き", "+きく"});
    CHECK(words("한국어") == Words{"한국", "+국어"});
}
