#include "searcher/word_pair.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"

using namespace dateline;

namespace {

constexpr std::size_t body = 1;

SpanNode word(std::uint32_t token) {
    SpanNode node;
    node.first = token;
    node.end = token + 1;
    return node;
}

SpanNode near(Reach reach, std::uint32_t number, bool is_ordered) {
    SpanNode either;
    either.kind = SpanNode::Kind::any;
    either.children = {word(1), word(2)};
    SpanNode tree;
    tree.kind = SpanNode::Kind::near;
    tree.number = number;
    tree.reach = reach;
    tree.is_ordered = is_ordered;
    tree.children = {word(0), either};
    return tree;
}

AskedText random_text(std::mt19937& numbers) {
    AskedText text;
    text.positions.resize(3);
    for (std::uint32_t at = 0; at < 40; ++at) {
        for (auto& positions : text.positions)
            if (numbers() % 5 == 0) positions.push_back(at);
        if (at > 0 && numbers() % 6 == 0) text.sentence_ends.push_back(at);
    }
    text.paragraph_ends = {13, 30};
    text.lead_end = 20;
    return text;
}

std::vector<std::uint32_t> begins_of(const std::vector<Span>& spans) {
    std::vector<std::uint32_t> begins;
    for (const Span& span : spans)
        if (begins.empty() || begins.back() != span.range.begin) begins.push_back(span.range.begin);
    return begins;
}

}  // namespace

TEST_CASE("pairs of words begin where the spans of their tree do") {
    std::mt19937 numbers{7};
    for (int round = 0; round < 300; ++round) {
        AskedArticle article;
        article[0].positions.resize(3);
        article[body] = random_text(numbers);
        for (const Reach reach : {Reach::words, Reach::sentence, Reach::paragraph})
            for (const bool is_ordered : {false, true}) {
                const SpanNode tree =
                    near(reach, 1 + static_cast<std::uint32_t>(numbers() % 6), is_ordered);
                REQUIRE(is_word_pair(tree));
                std::vector<std::uint32_t> begins = pair_begins(tree, article[body], body);
                begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
                CHECK(begins == begins_of(find_spans(tree, article).body));
            }
    }
}

TEST_CASE("phrases, and sides that are denied, are no pairs of words") {
    SpanNode tree = near(Reach::words, 3, false);
    tree.denied = SpanNode::Denied::left;
    CHECK_FALSE(is_word_pair(tree));
    tree = near(Reach::words, 3, false);
    tree.children[0].end = 2;
    CHECK_FALSE(is_word_pair(tree));
    CHECK_FALSE(is_word_pair(word(0)));
}
