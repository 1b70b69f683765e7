#include "corpus/line_hyphens.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

HyphenJoin join_in(const std::string& text, const std::string& line, const std::string& next) {
    LineHyphens hyphens(text);
    return hyphens.join(line, next);
}

const std::string hyphenated = "the govern-\nment said it was bet-\nter to wait\nfor spring";

}  // namespace

TEST_CASE("in a text that was hyphenated the parts of words are put together") {
    CHECK(join_in(hyphenated, "the govern-", "ment said it was bet-") == HyphenJoin::word);
    CHECK(join_in("inter-\nnational", "inter-", "national") == HyphenJoin::word);
    CHECK(join_in("inter-\nnational", "die inter-", "nationale Größe") == HyphenJoin::word);
}

TEST_CASE("a hyphen that the text has elsewhere stays, a word that it has whole is whole") {
    CHECK(join_in(hyphenated + " and well-known", "well-", "known") == HyphenJoin::hyphen);
    std::string wire = "The government waits.\n";
    for (int line = 0; line < 50; ++line) wire += "a line of a wire that nobody hyphenated\n";
    CHECK(join_in(wire + "govern-\nment", "the govern-", "ment") == HyphenJoin::word);
    CHECK(join_in(wire + "govern-\nance", "the govern-", "ance") == HyphenJoin::hyphen);
}

TEST_CASE("some first parts keep their hyphen in a hyphenated text too") {
    for (const auto& [line, next] : {std::pair{"a well-", "known man"},
                                     {"in self-", "defence"},
                                     {"the non-", "aligned"},
                                     {"the ex-", "minister"},
                                     {"an anti-", "tank mine"}}) {
        CAPTURE(line);
        CHECK(join_in(hyphenated, line, next) == HyphenJoin::hyphen);
    }
    for (const auto& [line, next] : {std::pair{"was ex-", "pected"},
                                     {"a self-", "ish man"},
                                     {"an anti-", "que chair"},
                                     {"it is non-", "sense"}}) {
        CAPTURE(line);
        CHECK(join_in(hyphenated, line, next) == HyphenJoin::word);
    }
}

TEST_CASE("compounds keep their hyphen where a short text does not tell") {
    for (const auto& [line, next] :
         {std::pair{"well-", "known"}, {"government-", "controlled"}, {"ten-", "year plan"}}) {
        CAPTURE(line);
        CHECK(join_in(std::string(line) + "\n" + next, line, next) == HyphenJoin::hyphen);
    }
}

TEST_CASE("names, numbers and words with another hyphen keep it") {
    for (const auto& [line, next] : {std::pair{"Anglo-", "American"},
                                     {"120-", "mln"},
                                     {"state-of-", "the"},
                                     {"up-", "and-coming"},
                                     {"1986-", "87"}}) {
        CAPTURE(line);
        CHECK(join_in(hyphenated, line, next) == HyphenJoin::hyphen);
    }
}

TEST_CASE("a dash, and a hyphen before another part of a list, keep their blank") {
    for (const auto& [line, next] : {std::pair{"he said -", "and left"},
                                     {"he said --", "and left"},
                                     {"short-", "and long-term"},
                                     {"no hyphen", "at all"},
                                     {"-", "item"}}) {
        CAPTURE(line);
        CHECK(join_in(hyphenated, line, next) == HyphenJoin::blank);
    }
}
