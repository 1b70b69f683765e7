#include "corpus/sentence.hpp"

#include "corpus/white_space.hpp"
#include "tests/catch.hpp"

#include <random>
#include <string>

using namespace dateline;

namespace {

using Sentences = std::vector<std::string>;

Sentences sentences_of(std::string_view text, std::string_view language = "en") {
    SentenceSplitter splitter;
    Sentences sentences;
    std::size_t begin = 0;
    for (const std::uint32_t end : splitter.sentence_ends(text, language)) {
        sentences.emplace_back(text.substr(begin, end - begin));
        begin = end + leading_white_space(text.substr(end));
    }
    return sentences;
}

}  // namespace

TEST_CASE("sentences end with their mark and what closes after it") {
    CHECK(sentences_of("One. Two! Three? Four") == Sentences{"One.", "Two!", "Three?", "Four"});
    CHECK(sentences_of("He said \"No.\" Then (he left.) Why?!  Nobody knows…  Two.") ==
          Sentences{"He said \"No.\"", "Then (he left.)", "Why?!", "Nobody knows…", "Two."});
    CHECK(sentences_of("“It rained.” “Rivers rose.”") ==
          Sentences{"“It rained.”", "“Rivers rose.”"});
    CHECK(sentences_of("„Es regnet.“ Der Fluss steigt.", "de") ==
          Sentences{"„Es regnet.“", "Der Fluss steigt."});
}

TEST_CASE("abbreviations, numbers and names do not end sentences") {
    const Sentences expected = {
        "U.S. troops under Lt. Gen. A. B. Smith left St. Louis at 8 p.m. EST.",
        "Foo Inc. lost $3.5 million, or No. 5 of example.com!", "It was over."};
    CHECK(sentences_of(expected[0] + ' ' + expected[1] + "\n" + expected[2]) == expected);
}

TEST_CASE("a line's end inside a paragraph is no sentence's end") {
    CHECK(sentences_of("It rained\nin Paris. Rivers\nrose.") ==
          Sentences{"It rained\nin Paris.", "Rivers\nrose."});
    CHECK(sentences_of("今天\n下雨。河水上涨。", "zh") == Sentences{"今天\n下雨。", "河水上涨。"});
}

TEST_CASE("scripts without capitals end sentences with their own marks") {
    CHECK(sentences_of("今天下雨。「河水上涨。」他说。", "zh") ==
          Sentences{"今天下雨。", "「河水上涨。」", "他说。"});
    CHECK(sentences_of("ዛሬ ዘነበ። ወንዙ ሞላ።", "am") == Sentences{"ዛሬ ዘነበ።", "ወንዙ ሞላ።"});
    CHECK(sentences_of("आज बारिश हुई। नदी भर गई।", "hi") == Sentences{"आज बारिश हुई।", "नदी भर गई।"});
    CHECK(sentences_of("هل تمطر؟ نعم. امتلأ النهر.", "ar") ==
          Sentences{"هل تمطر؟", "نعم.", "امتلأ النهر."});
    CHECK(sentences_of("Βρέχει; Ναι. Το ποτάμι ανέβηκε.", "el") ==
          Sentences{"Βρέχει;", "Ναι.", "Το ποτάμι ανέβηκε."});
}

TEST_CASE("Cyrillic goes by capitals as Latin does") {
    CHECK(sentences_of("Шёл дождь. Река поднялась и т. д. до вечера.", "ru") ==
          Sentences{"Шёл дождь.", "Река поднялась и т. д. до вечера."});
}

TEST_CASE("a foreign word does not change the rules of a paragraph") {
    CHECK(sentences_of("The word 北京 means Beijing, said Mr. Smith. It is old.") ==
          Sentences{"The word 北京 means Beijing, said Mr. Smith.", "It is old."});
}

TEST_CASE("any text is cut into sentences in order, the last at its end") {
    std::mt19937 random(11);
    const std::vector<std::string> parts = {"a", "B", "Mr", "U",  "5", ".", "!", "?",
                                            "…", " ", "\n", "\"", "”", "“", "(", ")",
                                            "é", "Ü", "中", "。", "።", "’"};
    SentenceSplitter splitter;
    for (int i = 0; i < 20000; ++i) {
        std::string text = "x";
        for (auto size = random() % 40; size > 0; --size) text += parts[random() % parts.size()];
        text += "y";
        const auto ends = splitter.sentence_ends(text, i % 2 == 0 ? "en" : "zh");
        std::uint32_t last = 0;
        for (const std::uint32_t end : ends) {
            const std::string_view sentence = std::string_view(text).substr(last, end - last);
            if (end <= last || trailing_white_space(sentence) > 0) FAIL(text);
            last = end;
        }
        if (last != text.size()) FAIL(text);
    }
}
