#include "searcher/excerpt.hpp"

#include "searcher/columns.hpp"
#include "searcher/text_layout.hpp"
#include "tests/catch.hpp"
#include "tests/searcher/shown_text.hpp"

using namespace dateline;

namespace {

// Ten sentences of ten words each; the words named are put in place of one word.
PassageHit numbered_sentences(const std::vector<std::pair<std::size_t, std::string>>& words) {
    PassageHit hit;
    for (std::size_t i = 0; i < 200; ++i) {
        std::string word = "w" + std::to_string(i);
        for (const auto& [place, text] : words) {
            if (place == i) word = text;
        }
        const auto begin = static_cast<std::uint32_t>(hit.text.size());
        if (word[0] != 'w') {
            hit.matches.push_back({begin, begin + static_cast<std::uint32_t>(word.size())});
        }
        hit.text += word;
        if (i % 10 == 9) {
            hit.text += '.';
            hit.breaks.push_back({static_cast<std::uint32_t>(hit.text.size()), false});
        }
        if (i < 199) hit.text += ' ';
    }
    return hit;
}

std::vector<std::string> matched(const Excerpt& excerpt) {
    std::vector<std::string> out;
    for (const TextRange match : excerpt.matches) out.emplace_back(match.in(excerpt.text));
    return out;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

bool is_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && shown_character(text, at).valid)
        at += shown_character(text, at).bytes;
    return at == text.size();
}

}  // namespace

TEST_CASE("a short passage is shown whole") {
    PassageHit hit;
    hit.text = "NATO trains Iraqi officers.\n\nIt began in 2018.";
    hit.matches = {{0, 4}};
    const Excerpt excerpt = excerpt_of(hit);
    CHECK(excerpt.text == hit.text);
    CHECK(excerpt.matches == hit.matches);
}

TEST_CASE("a long passage is cut between sentences around its matches") {
    const Excerpt excerpt = excerpt_of(numbered_sentences({{105, "NATO"}}));
    CHECK(matched(excerpt) == std::vector<std::string>{"NATO"});
    CHECK(excerpt.text.starts_with("\u2026 w100 w101"));
    CHECK(excerpt.text.ends_with("9. \u2026"));
    CHECK(excerpt.text.size() <= 310);
}

TEST_CASE("different matches come before many of the same") {
    const PassageHit hit = numbered_sentences(
        {{3, "NATO"}, {5, "NATO"}, {7, "NATO"}, {92, "NATO"}, {95, "Iraq"}, {180, "training"}});
    const Excerpt excerpt = excerpt_of(hit);
    CHECK(matched(excerpt) == std::vector<std::string>{"NATO", "Iraq", "training"});
    CHECK(count_of(excerpt.text, "\u2026") == 2);
    CHECK(excerpt.text.ends_with("w199."));
}

TEST_CASE("a passage without matches is shown from its beginning") {
    const Excerpt excerpt = excerpt_of(numbered_sentences({}));
    CHECK(excerpt.text.starts_with("w0 w1 "));
    CHECK(excerpt.text.ends_with(". \u2026"));
}

TEST_CASE("a first sentence that is longer than an excerpt is begun") {
    PassageHit hit;
    for (int word = 0; word < 120; ++word)
        hit.text += (word > 0 ? " w" : "w") + std::to_string(word);
    const Excerpt excerpt = excerpt_of(hit);
    CHECK(excerpt.text.starts_with("w0 w1 "));
    CHECK(excerpt.text.size() > 200);
    CHECK(excerpt.text.ends_with(" \u2026"));
}

TEST_CASE("excerpts hold whole characters and words of their passage, and their matches") {
    test::RandomProse prose(4);
    for (int i = 0; i < 2000; ++i) {
        PassageHit hit;
        hit.text = prose.text(20 + prose.below(150));
        hit.matches = prose.ranges(hit.text);
        for (std::size_t at = 0; at < hit.text.size();) {
            at = cluster_end(hit.text, at);
            if (prose.below(60) == 0) hit.breaks.push_back({static_cast<std::uint32_t>(at), false});
        }
        const Excerpt excerpt = excerpt_of(hit);
        REQUIRE(excerpt.text.size() < 2 * 500);
        REQUIRE(excerpt.text.size() >= std::min<std::size_t>(hit.text.size(), 100));
        std::uint32_t last = 0;
        for (const TextRange match : excerpt.matches) {
            REQUIRE(match.begin >= last);
            REQUIRE(match.begin < match.end);
            REQUIRE(match.end <= excerpt.text.size());
            last = match.end;
        }
        REQUIRE((hit.matches.empty() || !excerpt.matches.empty()));
        REQUIRE(is_utf8(excerpt.text));
    }
}

TEST_CASE("a passage of one endless word is cut between characters") {
    PassageHit hit;
    for (int i = 0; i < 400; ++i) hit.text += "ก\u0E34";
    hit.matches = {{1200, 1206}};
    const Excerpt excerpt = excerpt_of(hit);
    CHECK(excerpt.text.size() < 600);
    CHECK(matched(excerpt) == std::vector<std::string>{"ก\u0E34"});
}
