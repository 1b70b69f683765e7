#include "corpus/charset_guess.hpp"

#include <random>
#include <string>

#include "tests/catch.hpp"
#include "tests/corpus/charset_texts.hpp"

using namespace dateline;

namespace {

std::string guessed(std::string_view text, std::string_view converter) {
    const std::string bytes = test::encoded(text, converter);
    return read_charset(bytes, guess_charset(bytes)).text;
}

}  // namespace

TEST_CASE("an article tells the charset it is written in") {
    for (const test::CharsetText& row : test::charset_texts) {
        CAPTURE(row.charset, row.converter);
        CHECK(guess_charset(test::encoded(row.text, row.converter)).name == row.charset);
    }
}

TEST_CASE("a short western text is taken for nothing exotic") {
    for (const std::string_view text :
         {"Café", "Il sindaco: «Non c'è più tempo»", "“We can’t wait”", "São Paulo", "Malmö", "£5m",
          "Zurück in Köln", "El señor presidente desea a todos un feliz año",
          "Það er kalt í Reykjavík", "Ça suffit – vraiment…", "Mr. O’Neil’s reply",
          "La Generalitat col·labora", "naïve", "crème brûlée"}) {
        CAPTURE(text);
        CHECK(guessed(text, "windows-1252") == text);
    }
}

TEST_CASE("letters decide between charsets that differ in a few of them") {
    CHECK(guessed("Le cœur de l’œuvre : la sœur du bœuf", "windows-1252") ==
          "Le cœur de l’œuvre : la sœur du bœuf");
    CHECK(guessed("Le cœur de cet œuvre coûte 5 € à la sœur", "ISO-8859-15") ==
          "Le cœur de cet œuvre coûte 5 € à la sœur");
    const std::string capital =
        "Άλλη μια καταιγίδα στην πόλη. Άνθρωποι και ζώα κινδύνεψαν. Άγνωστος ο αριθμός.";
    CHECK(guessed(capital, "windows-1253") == capital);
    CHECK(guessed(capital, "ISO-8859-7") == capital);
}

TEST_CASE("where the first letters outside ASCII stand does not matter") {
    std::string text;
    while (text.size() < 200'000) text += "The morning edition was late again. ";
    const std::string with_end = text + std::string(test::german);
    CHECK(guessed(with_end, "windows-1252") == with_end);
}

TEST_CASE("a guess is made of any bytes") {
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 300, '\0');
        for (char& c : bytes) c = static_cast<char>(random());
        const Charset charset = guess_charset(bytes);
        REQUIRE(charset_of(charset.name));
        read_charset(bytes, charset);
    }
}
