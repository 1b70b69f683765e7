#include "searcher/span.hpp"

#include <random>

#include "searcher/query.hpp"
#include "tests/catch.hpp"

using namespace dateline;

namespace {

using Ranges = std::vector<WordRange>;
using Denied = SpanNode::Denied;

// Letters are words; token i is the i-th of "abcdef". '.' ends a sentence, '|' a paragraph.
AskedText text_of(const std::string& letters) {
    AskedText text;
    text.positions.resize(6);
    std::uint32_t position = 0;
    for (const char c : letters) {
        if (c == '.' || c == '|') text.sentence_ends.push_back(position);
        if (c == '|') text.paragraph_ends.push_back(position);
        if (c >= 'a' && c <= 'f')
            text.positions[static_cast<std::size_t>(c - 'a')].push_back(position);
        position += c >= 'a' && c <= 'z';
    }
    text.lead_end = position;
    return text;
}

SpanNode word(char c) {
    SpanNode node;
    node.first = static_cast<std::uint32_t>(c - 'a');
    node.end = node.first + 1;
    return node;
}

// The letters must follow each other.
SpanNode phrase(char first, char last, std::uint32_t slop = 0) {
    SpanNode node = word(first);
    node.end = static_cast<std::uint32_t>(last - 'a' + 1);
    node.number = slop;
    return node;
}

SpanNode near(SpanNode left, SpanNode right, std::uint32_t number, bool is_ordered = false,
              Denied denied = Denied::none) {
    SpanNode node;
    node.kind = SpanNode::Kind::near;
    node.number = number;
    node.is_ordered = is_ordered;
    node.denied = denied;
    node.children = {std::move(left), std::move(right)};
    return node;
}

SpanNode within(Reach reach, SpanNode left, SpanNode right) {
    SpanNode node = near(std::move(left), std::move(right), 0);
    node.reach = reach;
    return node;
}

SpanNode any(SpanNode one, SpanNode two) {
    SpanNode node;
    node.kind = SpanNode::Kind::any;
    node.children = {std::move(one), std::move(two)};
    return node;
}

SpanNode at_least(std::uint32_t times, SpanNode child) {
    SpanNode node;
    node.kind = SpanNode::Kind::at_least;
    node.number = times;
    node.children = {std::move(child)};
    return node;
}

Ranges found(const SpanNode& tree, const std::string& body, const std::string& headline = "") {
    Ranges ranges;
    for (const Span& span : find_spans(tree, {text_of(headline), text_of(body)}).body)
        ranges.push_back(span.range);
    return ranges;
}

}  // namespace

TEST_CASE("words are found side by side, or in order with others between") {
    CHECK(found(word('a'), "axa") == Ranges{{0, 1}, {2, 3}});
    CHECK(found(phrase('a', 'b'), "abxab") == Ranges{{0, 2}, {3, 5}});
    CHECK(found(phrase('a', 'b'), "axb").empty());
    CHECK(found(phrase('a', 'b', 1), "axb") == Ranges{{0, 3}});
    CHECK(found(phrase('a', 'c', 1), "axbxc").empty());
    CHECK(found(phrase('a', 'c', 2), "axbxc") == Ranges{{0, 5}});
    CHECK(found(phrase('a', 'b', 3), "ba").empty());
}

TEST_CASE("near counts from word to word") {
    CHECK(found(near(word('a'), word('b'), 1), "ab") == Ranges{{0, 2}});
    CHECK(found(near(word('a'), word('b'), 1), "ba") == Ranges{{0, 2}});
    CHECK(found(near(word('a'), word('b'), 2), "axxb").empty());
    CHECK(found(near(word('a'), word('b'), 3), "axxb") == Ranges{{0, 4}});
    CHECK(found(near(word('a'), word('b'), 1, true), "ba").empty());
    CHECK(found(near(word('a'), word('b'), 9), "aab") == Ranges{{1, 3}});
}

TEST_CASE("no word serves both sides of a near") {
    CHECK(found(near(word('a'), word('a'), 5), "axx").empty());
    CHECK(found(near(word('a'), word('a'), 5), "axa") == Ranges{{0, 3}});
    CHECK(found(near(phrase('a', 'b'), word('b'), 5), "ab").empty());
    CHECK(found(near(phrase('a', 'b'), word('b'), 5), "abxb") == Ranges{{0, 4}});
}

TEST_CASE("a word between the sides of a near is near to it") {
    const SpanNode pair = near(word('a'), word('c'), 3);
    CHECK(found(near(pair, word('b'), 1), "axbc") == Ranges{{0, 4}});
    CHECK(found(near(pair, word('b'), 1, true), "axbc").empty());
    CHECK(found(near(pair, word('b'), 1, true), "axcb") == Ranges{{0, 4}});
}

TEST_CASE("each side of an OR is near by itself") {
    const SpanNode name = any(word('a'), phrase('a', 'b'));
    CHECK(found(near(name, word('c'), 1), "abc") == Ranges{{0, 3}});
    CHECK(found(near(name, word('c'), 1), "ac") == Ranges{{0, 2}});
}

TEST_CASE("sentences and paragraphs hold what stands in them") {
    CHECK(found(within(Reach::sentence, word('a'), word('b')), "ax.b").empty());
    CHECK(found(within(Reach::sentence, word('a'), word('b')), "x.axxb.x") == Ranges{{1, 5}});
    CHECK(found(within(Reach::paragraph, word('a'), word('b')), "ax.b") == Ranges{{0, 3}});
    CHECK(found(within(Reach::paragraph, word('a'), word('b')), "ax|b").empty());
    CHECK(needs_breaks(at_least(2, within(Reach::sentence, word('a'), word('b')))));
    CHECK_FALSE(needs_breaks(near(word('a'), word('b'), 1)));
}

TEST_CASE("a denied side leaves those without it nearby") {
    const SpanNode alone = near(word('a'), word('b'), 2, false, Denied::right);
    CHECK(found(alone, "axxbxxa") == Ranges{{0, 1}, {6, 7}});
    CHECK(found(alone, "axbxa").empty());
    CHECK(found(near(word('a'), word('a'), 2, false, Denied::right), "axxa") ==
          Ranges{{0, 1}, {3, 4}});
    const SpanNode not_after = near(word('b'), word('a'), 2, true, Denied::left);
    CHECK(found(not_after, "baxxaxb") == Ranges{{4, 5}});
}

TEST_CASE("at least counts headline and body together") {
    CHECK(found(at_least(2, word('a')), "axa") == Ranges{{0, 1}, {2, 3}});
    CHECK(found(at_least(3, word('a')), "axa").empty());
    CHECK(found(at_least(3, word('a')), "axa", "a").size() == 2);
    CHECK(found(at_least(2, phrase('a', 'b')), "abxab").size() == 2);
}

TEST_CASE("a tree cannot do without the words of all but its alternatives and denials") {
    const auto needed = [](const std::string& text) {
        const Query query = parse_query(text);
        Analyzers analyzers;
        return needed_tokens(make_plan(query, {"en"}, analyzers).leaves.at(0).words.at(0).tree);
    };
    using Tokens = std::vector<std::uint32_t>;
    CHECK(needed("\"white house\"~3") == Tokens{0, 1});
    CHECK(needed("storm w/3 \"white house\"") == Tokens{0, 1, 2});
    CHECK(needed("(storm OR rain) w/3 house") == Tokens{2});
    CHECK(needed("storm NOT w/3 house") == Tokens{0});
    CHECK(needed("atleast3(storm w/2 house)") == Tokens{0, 1});
    CHECK(needed("atleast3(storm OR house)") == Tokens{});
}

TEST_CASE("shortest stretches hold none of each other, and ends of pairs") {
    std::mt19937 random(8);
    for (int round = 0; round < 500; ++round) {
        std::string text;
        for (int i = 0; i < 30; ++i) text += "abcx"[random() % 4];
        const Ranges ranges = found(near(near(word('a'), word('b'), 4), word('c'), 3), text);
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            REQUIRE(ranges[i].end <= text.size());
            if (i > 0) {
                CHECK(ranges[i - 1].begin < ranges[i].begin);
                CHECK(ranges[i - 1].end < ranges[i].end);
            }
        }
    }
}
