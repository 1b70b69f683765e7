#include "searcher/span.hpp"

#include "searcher/word_pair.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

using Spans = std::vector<Span>;
// Of each alternative by itself: sorted, and none holds another one.
using Alternatives = std::vector<Spans>;
using FoundAlternatives = std::array<Alternatives, 2>;

bool comes_before(const Span& a, const Span& b) {
    return std::tie(a.range, a.words) < std::tie(b.range, b.words);
}

// Those that hold no other one; of equal ranges the first.
Spans minimal(Spans spans) {
    std::ranges::sort(spans, comes_before);
    Spans kept;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        while (!kept.empty() && kept.back().range.begin == span->range.begin &&
               kept.back().range.end >= span->range.end)
            kept.pop_back();
        if (kept.empty() || span->range.end < kept.back().range.end)
            kept.push_back(std::move(*span));
    }
    std::ranges::reverse(kept);
    return kept;
}

bool holds(const std::vector<std::uint32_t>& positions, std::uint32_t position) {
    return std::ranges::binary_search(positions, position);
}

Spans side_by_side(const SpanNode& node, const AskedText& text) {
    Spans found;
    const std::uint32_t size = node.end - node.first;
    for (const std::uint32_t begin : text.positions[node.first]) {
        std::uint32_t token = 1;
        while (token < size && holds(text.positions[node.first + token], begin + token)) ++token;
        if (token == size) found.push_back({{begin, begin + size}});
    }
    return found;
}

// From each first word on as soon as can be.
Spans in_order(const SpanNode& node, const AskedText& text) {
    Spans found;
    const std::uint32_t size = node.end - node.first;
    for (const std::uint32_t begin : text.positions[node.first]) {
        Span span{{begin, begin + 1}, {{begin, begin + 1}}};
        for (std::uint32_t token = node.first + 1; token < node.end; ++token) {
            const auto next = std::ranges::lower_bound(text.positions[token], span.range.end);
            if (next == text.positions[token].end()) return minimal(std::move(found));
            span.words.push_back({*next, *next + 1});
            span.range.end = *next + 1;
        }
        if (span.range.end - begin - size <= node.number) found.push_back(std::move(span));
    }
    return minimal(std::move(found));
}

Spans words_in(const SpanNode& node, const AskedText& text, std::size_t which) {
    if (node.first == node.end || !reaches(node.field, which)) return {};
    Spans found = node.number == 0 ? side_by_side(node, text) : in_order(node, text);
    if (which == body && only_in_lead(node.field))
        std::erase_if(found, [&](const Span& span) { return span.range.end > text.lead_end; });
    return found;
}

bool share_a_word(const Span& a, const Span& b) {
    const std::span<const WordRange> of_a = words_of(a);
    const std::span<const WordRange> of_b = words_of(b);
    auto one = of_a.begin();
    auto two = of_b.begin();
    while (one != of_a.end() && two != of_b.end()) {
        if (one->end <= two->begin)
            ++one;
        else if (two->end <= one->begin)
            ++two;
        else
            return true;
    }
    return false;
}

WordRange cover(WordRange a, WordRange b) {
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

Span joined(const Span& a, const Span& b) {
    Span both{cover(a.range, b.range), {}};
    std::ranges::merge(words_of(a), words_of(b), std::back_inserter(both.words));
    return both;
}

/// How a near looks at two spans of one text.
class Nearness {
  public:
    Nearness(const SpanNode& node, const AskedText& text)
        : node_(node),
          ends_(node.reach == Reach::sentence ? text.sentence_ends : text.paragraph_ends) {}

    bool is_near(const Span& left, const Span& right) const {
        const bool in_order = left.range.end <= right.range.begin;
        if (node_.is_ordered && !in_order) return false;
        if (node_.reach != Reach::words) {
            const WordRange both = cover(left.range, right.range);
            if (unit(both.begin) != unit(both.end - 1)) return false;
        } else if (in_order) {
            if (right.range.begin - left.range.end >= node_.number) return false;
        } else if (right.range.end <= left.range.begin) {
            if (left.range.begin - right.range.end >= node_.number) return false;
        }
        return !share_a_word(left, right);
    }

  private:
    // Of the sentence or paragraph.
    std::ptrdiff_t unit(std::uint32_t word) const {
        return std::ranges::upper_bound(ends_, word) - ends_.begin();
    }

    const SpanNode& node_;
    const std::vector<std::uint32_t>& ends_;
};

// Of spans, of which none holds another: begins and ends ascend alike.
auto first_beginning_at(const Spans& spans, std::uint32_t word) {
    return std::ranges::lower_bound(spans, word, {},
                                    [](const Span& span) { return span.range.begin; });
}
auto first_ending_after(const Spans& spans, std::uint32_t word) {
    return std::ranges::upper_bound(spans, word, {},
                                    [](const Span& span) { return span.range.end; });
}

// The spans of `right` that can make a shortest stretch with `left`: the next on either side, and
// all that overlap it.
template <class Take>
void for_neighbours(const Span& left, const Spans& right, const Take& take) {
    auto at = first_ending_after(right, left.range.begin);
    if (at != right.begin()) take(*std::prev(at));
    const auto after = first_beginning_at(right, left.range.end);
    for (; at < after; ++at) take(*at);
    if (after != right.end()) take(*after);
}

Spans near_in(const Nearness& nearness, const Spans& left, const Spans& right) {
    Spans found;
    for (const Span& one : left)
        for_neighbours(one, right, [&](const Span& two) {
            if (nearness.is_near(one, two)) found.push_back(joined(one, two));
        });
    return minimal(std::move(found));
}

Spans without(const Nearness& nearness, const Spans& kept, const Alternatives& denied,
              SpanNode::Denied side) {
    Spans found;
    for (const Span& span : kept) {
        bool is_near = false;
        for (const Spans& others : denied)
            for_neighbours(span, others, [&](const Span& other) {
                is_near |= side == SpanNode::Denied::left ? nearness.is_near(other, span)
                                                          : nearness.is_near(span, other);
            });
        if (!is_near) found.push_back(span);
    }
    return found;
}

/// Finds spans bottom up.
class SpanFinder {
  public:
    explicit SpanFinder(const AskedArticle& article) : article_(article) {}

    FoundAlternatives find(const SpanNode& node) const {
        switch (node.kind) {
            case SpanNode::Kind::words:
                return in_each([&](std::size_t text) {
                    return Alternatives{words_in(node, article_[text], text)};
                });
            case SpanNode::Kind::any:
                return any(node);
            case SpanNode::Kind::near:
                return near(node);
            case SpanNode::Kind::at_least:
                return at_least(node);
        }
        return {};
    }

  private:
    template <class Find>
    static FoundAlternatives in_each(const Find& find_in) {
        FoundAlternatives found{find_in(headline), find_in(body)};
        for (Alternatives& text : found) std::erase_if(text, &Spans::empty);
        return found;
    }

    // Single words are one alternative, since none holds another.
    FoundAlternatives any(const SpanNode& node) const {
        FoundAlternatives found;
        std::array<Spans, 2> single;
        for (const SpanNode& child : node.children) {
            FoundAlternatives of_child = find(child);
            const bool is_word =
                child.kind == SpanNode::Kind::words && child.end - child.first == 1;
            for (const std::size_t text : {headline, body})
                for (Spans& spans : of_child[text])
                    if (is_word)
                        std::ranges::move(spans, std::back_inserter(single[text]));
                    else
                        found[text].push_back(std::move(spans));
        }
        for (const std::size_t text : {headline, body})
            if (!single[text].empty())
                found[text].insert(found[text].begin(), minimal(std::move(single[text])));
        return found;
    }

    FoundAlternatives near(const SpanNode& node) const {
        const FoundAlternatives left = find(node.children[0]);
        const FoundAlternatives right = find(node.children[1]);
        return in_each([&](std::size_t text) {
            const Nearness nearness(node, article_[text]);
            Alternatives found;
            if (node.denied == SpanNode::Denied::none) {
                for (const Spans& one : left[text])
                    for (const Spans& two : right[text])
                        found.push_back(near_in(nearness, one, two));
                return found;
            }
            const bool denies_left = node.denied == SpanNode::Denied::left;
            for (const Spans& kept : (denies_left ? right : left)[text])
                found.push_back(
                    without(nearness, kept, (denies_left ? left : right)[text], node.denied));
            return found;
        });
    }

    FoundAlternatives at_least(const SpanNode& node) const {
        FoundAlternatives found = find(node.children[0]);
        // By passage, or all together.
        std::map<std::size_t, std::set<std::pair<std::size_t, WordRange>>> ranges;
        const auto place = [&](std::size_t text, const Span& span) {
            return node.in_passage && text == body ? passage_of(span.range.begin) : 0;
        };
        for (const std::size_t text : {headline, body})
            for (const Spans& spans : found[text])
                for (const Span& span : spans) ranges[place(text, span)].emplace(text, span.range);
        for (const std::size_t text : {headline, body}) {
            for (Spans& spans : found[text])
                std::erase_if(spans, [&](const Span& span) {
                    return ranges[place(text, span)].size() < node.number;
                });
            std::erase_if(found[text], &Spans::empty);
        }
        return found;
    }

    std::size_t passage_of(std::uint32_t word) const {
        const std::vector<std::uint32_t>& ends = article_[body].passage_ends;
        return static_cast<std::size_t>(std::ranges::upper_bound(ends, word) - ends.begin());
    }

    const AskedArticle& article_;
};

Spans all_of(Alternatives alternatives) {
    Spans all;
    for (Spans& spans : alternatives) std::ranges::move(spans, std::back_inserter(all));
    std::ranges::sort(all, comes_before);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace

FoundBegins find_begins(const SpanNode& tree, const AskedArticle& article) {
    FoundBegins found;
    if (is_word_pair(tree)) {
        found.in_headline = !pair_begins(tree, article[headline], headline).empty();
        found.body = pair_begins(tree, article[body], body);
        return found;
    }
    const FoundSpans spans = find_spans(tree, article);
    found.in_headline = !spans.headline.empty();
    for (const Span& span : spans.body) found.body.push_back(span.range.begin);
    std::ranges::sort(found.body);
    return found;
}

FoundSpans find_spans(const SpanNode& tree, const AskedArticle& article) {
    FoundAlternatives found = SpanFinder(article).find(tree);
    return {all_of(std::move(found[headline])), all_of(std::move(found[body]))};
}

bool needs_breaks(const SpanNode& tree) {
    return (tree.kind == SpanNode::Kind::near && tree.reach != Reach::words) ||
           std::ranges::any_of(tree.children, needs_breaks);
}

std::vector<std::uint32_t> needed_tokens(const SpanNode& tree) {
    std::vector<std::uint32_t> needed;
    for (std::uint32_t token = tree.first; token < tree.end; ++token) needed.push_back(token);
    if (tree.kind == SpanNode::Kind::any && tree.children.size() > 1) return needed;
    for (std::size_t child = 0; child < tree.children.size(); ++child) {
        const auto denied = child == 0 ? SpanNode::Denied::left : SpanNode::Denied::right;
        if (tree.kind == SpanNode::Kind::near && tree.denied == denied) continue;
        std::ranges::copy(needed_tokens(tree.children[child]), std::back_inserter(needed));
    }
    return needed;
}

}  // namespace dateline
