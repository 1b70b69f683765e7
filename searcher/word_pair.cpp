#include "searcher/word_pair.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "corpus/distinct.hpp"

namespace dateline {

namespace {

constexpr std::size_t headline = 0;
constexpr std::size_t body = 1;

// Single words, or any of several.
bool is_words(const SpanNode& node) {
    if (node.kind == SpanNode::Kind::any) return std::ranges::all_of(node.children, is_words);
    return node.kind == SpanNode::Kind::words && node.end - node.first == 1;
}

/// Where the words of one side stand: in the text itself, or put together.
class WordPositions {
  public:
    WordPositions(const SpanNode& node, const AskedText& text, std::size_t which) {
        const bool is_whole = node.kind == SpanNode::Kind::words && reaches(node.field, which) &&
                              !(which == body && only_in_lead(node.field));
        if (is_whole) {
            all_ = &text.positions[node.first];
        } else {
            made_ = made(node, text, which);
        }
    }
    std::span<const std::uint32_t> all() const { return all_ == nullptr ? made_ : *all_; }

  private:
    static std::vector<std::uint32_t> made(const SpanNode& node, const AskedText& text,
                                           std::size_t which) {
        std::vector<std::uint32_t> found;
        if (node.kind == SpanNode::Kind::any) {
            for (const SpanNode& child : node.children)
                std::ranges::copy(WordPositions(child, text, which).all(),
                                  std::back_inserter(found));
            sort_distinct(found);
        } else if (reaches(node.field, which)) {
            found = text.positions[node.first];
            std::erase_if(found, [&](std::uint32_t word) { return word >= text.lead_end; });
        }
        return found;
    }

    const std::vector<std::uint32_t>* all_ = nullptr;
    std::vector<std::uint32_t> made_;
};

/// Whether two words are near, the first of them from pair to pair further on.
class PairNearness {
  public:
    PairNearness(const SpanNode& tree, const AskedText& text)
        : distance_(tree.number),
          by_words_(tree.reach == Reach::words),
          ends_(tree.reach == Reach::sentence ? text.sentence_ends : text.paragraph_ends),
          next_end_(ends_.begin()) {}

    bool operator()(std::uint32_t first, std::uint32_t second) {
        if (by_words_) return second - first <= distance_;
        while (next_end_ != ends_.end() && *next_end_ <= first) ++next_end_;
        return next_end_ == ends_.end() || *next_end_ > second;
    }

  private:
    std::uint32_t distance_;
    bool by_words_;
    const std::vector<std::uint32_t>& ends_;
    std::vector<std::uint32_t>::const_iterator next_end_;
};

// Where a word of one side is followed closely enough by one of the other, and by none of its own
// before.
void add_begins(std::span<const std::uint32_t> first, std::span<const std::uint32_t> second,
                PairNearness is_near, std::vector<std::uint32_t>& begins) {
    auto next = second.begin();
    for (std::size_t i = 0; i < first.size(); ++i) {
        while (next != second.end() && *next <= first[i]) ++next;
        if (next == second.end()) return;
        const bool is_last = i + 1 == first.size() || first[i + 1] >= *next;
        if (is_last && is_near(first[i], *next)) begins.push_back(first[i]);
    }
}

}  // namespace

bool reaches(Field field, std::size_t text) {
    switch (field) {
        case Field::headline:
            return text == headline;
        case Field::body:
        case Field::lead:
            return text == body;
        default:
            return true;
    }
}

bool only_in_lead(Field field) { return field == Field::lead || field == Field::hlead; }

bool is_word_pair(const SpanNode& tree) {
    return tree.kind == SpanNode::Kind::near && tree.denied == SpanNode::Denied::none &&
           is_words(tree.children[0]) && is_words(tree.children[1]);
}

std::vector<std::uint32_t> pair_begins(const SpanNode& tree, const AskedText& text,
                                       std::size_t which) {
    const WordPositions left(tree.children[0], text, which);
    const WordPositions right(tree.children[1], text, which);
    std::vector<std::uint32_t> begins;
    add_begins(left.all(), right.all(), {tree, text}, begins);
    if (tree.is_ordered) return begins;
    const auto middle = static_cast<std::ptrdiff_t>(begins.size());
    add_begins(right.all(), left.all(), {tree, text}, begins);
    std::ranges::inplace_merge(begins, begins.begin() + middle);
    return begins;
}

}  // namespace dateline
