#include "corpus/period.hpp"

#include "tests/catch.hpp"

#include <stdexcept>
#include <string>

using namespace dateline;

namespace {

// `text` holds one '|', before the white space after the mark in question.
bool ends_at_bar(std::string text, std::string_view language = "en") {
    const std::size_t bar = text.find('|');
    if (bar == std::string::npos) throw std::logic_error("no bar in " + text);
    text.erase(bar, 1);
    const std::size_t mark = text.find_last_not_of(".!?\")", bar - 1) + 1;
    const std::size_t next = text.find_first_not_of(' ', bar);
    const bool is_single = text[mark] == '.' && text[mark + 1] != '.';
    return ends_sentence({text, 0, mark, next, is_single}, language);
}

void check_ends(std::string_view language, std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
        INFO(text);
        CHECK(ends_at_bar(text, language));
    }
}

void check_goes_on(std::string_view language, std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
        INFO(text);
        CHECK_FALSE(ends_at_bar(text, language));
    }
}

}  // namespace

TEST_CASE("a sentence ends before a capital, a number or a quote") {
    check_ends("en", {"It rained.| Rivers rose.", "It rained.| 20 people fled.",
                      "It rained.| \"Rivers rose,\" she said.", "Why?| Nobody knew.",
                      "\"It rained.\"| Rivers rose.", "It was 2010.| Rivers rose."});
    CHECK(ends_at_bar("It rained.| “Rivers rose,” she said."));
    CHECK(ends_at_bar("It rained.| Überall stieg das Wasser."));
}

TEST_CASE("a sentence goes on before a small letter, whatever the mark") {
    check_goes_on("en", {"\"Why?\"| she asked.", "Shares of Yahoo!| rose.", "It was ...| nothing.",
                         "Foo Inc.| said so.", "\"Stop!\"| (he shouted)"});
    CHECK_FALSE(ends_at_bar("Er kam ...| über den Fluss."));
}

TEST_CASE("a sentence goes on after an abbreviation before a name") {
    check_goes_on("en",
                  {"Then Lt.| Gen. Smith spoke.", "Then Gen.| Smith spoke.", "He met Mr.| Jones.",
                   "In St.| Louis it rained.", "Foo Inc.| Chief Executive Tom Smith left.",
                   "On Jan.| 5 it rained.", "It was No.| 5 of ten.", "GEN.| SMITH SPOKE.",
                   "In Newark, N.J.| Smith left.", "The U.S.| Senate met.", "J.| K. Rowling wrote.",
                   "George W.| Bush spoke.", "He ('Mr.| Smith') left."});
}

TEST_CASE("a sentence ends after an abbreviation before a word that opens sentences") {
    check_ends("en", {"He left the U.S.| The Senate met.", "He works at Foo Inc.| But he left.",
                      "That was in Jan.| It rained.", "It was Plan B.| However, it failed.",
                      "No.| He left.", "GREW IN THE U.S.| THE SENATE MET."});
    CHECK_FALSE(ends_at_bar("He met Mr.| A. Smith."));
}

TEST_CASE("a time of day goes on with a day or a zone only") {
    check_goes_on("en", {"At 8 p.m.| Monday it rained.", "At 8 a.m.| EST it rained.",
                         "At 8 p.m.| 5 January it rained."});
    check_ends("en", {"It rained at 8 p.m.| Rivers rose.", "It rained at 8 A.M.| Smith left."});
}

TEST_CASE("a possessive or a slash does not make an initial of the last letter") {
    check_ends("en", {"It was cut by Moody's.| Shares fell.", "So says I/B/E/S.| Shares fell."});
    CHECK(ends_at_bar("It was cut by Moody’s.| Shares fell."));
}

TEST_CASE("the number of a list item is no sentence") {
    CHECK_FALSE(ends_at_bar("1.| Paris is large."));
    CHECK(ends_at_bar("He was number 1.| Paris cheered."));
}

TEST_CASE("German and French have rules of their own") {
    check_goes_on("de", {"Am 5.| Januar regnete es.", "Es war z.| B. Regen.",
                         "Es war z. B.| Regen.", "Rund 100 Mio.| Euro fehlen.",
                         "Laut Dr.| Maier regnete es.", "Er liegt bzw.| Maria steht."});
    check_ends("de", {"Es war 2010.| Januar und Mai waren kalt.", "Es regnete.| Der Fluss stieg.",
                      "Er wurde 5.| Der Sieger freute sich."});
    check_goes_on("fr", {"Hier M.| Dupont parlait.", "Hier MM.| Dupont et Durand parlaient."});
    check_ends("fr", {"Il pleut à X.| Les rivières montent."});
}
