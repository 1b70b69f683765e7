#include "corpus/word_count.hpp"

#include "tests/catch.hpp"

#include <random>
#include <sstream>
#include <string>

using namespace dateline;

TEST_CASE("words are runs between white space") {
    CHECK(count_words("") == 0);
    CHECK(count_words("   ") == 0);
    CHECK(count_words("one") == 1);
    CHECK(count_words(" one two\n\nthree\u00A0four\u3000five ") == 5);
    CHECK(count_words("U.S.-led don’t “quoted” – dash") == 5);
    CHECK(count_words("Überprüfung der Häuser") == 3);
}

TEST_CASE("in plain text the count is that of a stream's words") {
    std::mt19937 random(3);
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (auto size = random() % 120; size > 0; --size) text += "ab .,\n\t"[random() % 7];
        std::istringstream stream(text);
        std::uint32_t expected = 0;
        bool has_long_word = false;
        for (std::string word; stream >> word; ++expected) has_long_word |= word.size() > 50;
        if (!has_long_word && count_words(text) != expected) FAIL(text);
    }
}

TEST_CASE("an ideograph is a word, five Thai letters are one") {
    CHECK(count_words("中国新闻") == 4);
    CHECK(count_words("ニュース") == 4);
    CHECK(count_words("สวัสดี") == 2);
    CHECK(count_words("뉴스 기사") == 2);
    CHECK(count_words("iPhone手机") == 3);
}

TEST_CASE("50 bytes without a blank are a word, and each 50 more") {
    CHECK(count_words(std::string(50, 'x')) == 1);
    CHECK(count_words(std::string(51, 'x')) == 2);
    CHECK(count_words(std::string(5000, 'x')) == 100);
}

TEST_CASE("measures of the pieces of a run add up to the measure of the run") {
    const std::string run = "abc中文สวัสดีxyz-日本語" + std::string(200, 'q');
    for (std::size_t cut = 0; cut <= run.size(); ++cut) {
        if (cut < run.size() && (static_cast<unsigned char>(run[cut]) & 0xC0) == 0x80) continue;
        RunMeasure sum = measure_run(std::string_view(run).substr(0, cut));
        sum += measure_run(std::string_view(run).substr(cut));
        CHECK(sum.words() == measure_run(run).words());
        CHECK(sum.words() == count_words(run));
    }
    CHECK(run_size(run + " x") == run.size());
}
