#include "corpus/detail/word_form.hpp"

#include "corpus/schema.hpp"
#include "tests/catch.hpp"

using namespace dateline;
using namespace dateline::detail;

namespace {

WordForm form(std::string_view word, std::string_view language = "en") {
    return WordForms(language, language_rules(language)).form_of(word);
}

std::string term(std::string_view word, std::string_view language = "en") {
    return form(word, language).term;
}

}  // namespace

TEST_CASE("inner marks vanish where they only part what belongs together") {
    CHECK(form("N.A.T.O.").folded == "nato");
    CHECK(form("F-16").folded == "f16");
    CHECK(form("1,000").folded == "1000");
    CHECK(form("3.5").folded == "3.5");
    CHECK(form("1.000,5", "de").folded == "1000.5");
    CHECK(form("AT&T").folded == "at&t");
    CHECK(form("O’Brien").folded == "o'brien");
}

TEST_CASE("acronyms that are common words are known by capitals or periods") {
    for (const std::string_view word : {"US", "U.S.", "u.s.", "U.S", "US's", "U.S.’s"}) {
        CHECK(form(word).acronym == "us");
        CHECK(form(word).term == "us");
    }
    CHECK(form("WHO").acronym == "who");
    CHECK(form("AIDS").acronym == "aids");
    for (const std::string_view word : {"us", "Us", "Who", "NATO", "F.B.I.", "I", "A"})
        CHECK(form(word).acronym.empty());
}

TEST_CASE("the folded form of an acronym is the acronym, or its possessive") {
    for (const std::string_view language : {"en", "de", "tr", "fr", ""})
        for (const std::string_view word : {"US", "U.S.", "U.S", "u.s."}) {
            CHECK(form(word, language).folded == form(word, language).acronym);
            for (const std::string_view ending : {"'s", "’s", "'S"}) {
                const WordForm possessive = form(std::string(word).append(ending), language);
                CHECK(possessive.folded == possessive.acronym + "'s");
            }
        }
}

TEST_CASE("possessives have the stem of the plain word") {
    CHECK(term("Iraq's") == term("Iraq"));
    CHECK(term("Iraq’s") == term("Iraq"));
    CHECK(term("nation's") == term("nation"));
    CHECK(term("Merkel's", "de") == term("Merkel", "de"));
    CHECK(term("Irak'ta", "tr") == term("Irak", "tr"));
    CHECK(term("IRAK'TA", "tr") == term("Irak", "tr"));
    CHECK(term("F-16s") == term("F16"));
    CHECK(term("1990s") != term("1990"));
}

TEST_CASE("words with and without diacritics meet, but for letters of their own") {
    CHECK(term("résumés") == term("resumes"));
    CHECK(term("Müller") == term("Muller"));
    CHECK(term("GRÖSSE", "de") == term("Größe", "de"));
    CHECK(term("año", "es") != term("ano", "es"));
    CHECK(form("år", "sv").folded == "år");
    CHECK(form("élu", "fr").folded == "elu");
    CHECK(term("țările", "ro") == term("ţările", "ro"));
    CHECK(term("naţiuni", "ro") == term("națiuni", "ro"));
}

TEST_CASE("a language without stemmer folds alone") {
    CHECK(term("Walking", "sw") == "walking");
    CHECK(term("ሰላም", "am") == "ሰላም");
}

TEST_CASE("very long words are clipped to what a term may be") {
    const std::string word(100'000, 'a');
    CHECK(form(word).term.size() <= max_term_bytes);
    CHECK(form(word).folded.size() <= max_term_bytes);
    CHECK(form(word).term != form(word + "b").term);
}
