#include "corpus/passage.hpp"

#include "corpus/long_sentence.hpp"
#include "corpus/sentence.hpp"
#include "corpus/white_space.hpp"
#include "corpus/word_count.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>

namespace dateline {

namespace {

// What no cut between passages divides: a paragraph, a sentence of a long paragraph, a part of a
// long sentence.
struct Block {
    TextRange range;
    std::uint32_t words = 0;
    bool ends_paragraph = false;
};

// A body as blocks, and the ends of its sentences, as offsets in the body.
struct Outline {
    std::vector<Block> blocks;
    std::vector<TextBreak> breaks;
};

std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }

std::vector<TextRange> paragraphs_of(std::string_view body) {
    std::vector<TextRange> paragraphs;
    std::size_t at = leading_white_space(body);
    while (at < body.size()) {
        const std::size_t gap = std::min(body.find("\n\n", at), body.size());
        const std::size_t end = gap - trailing_white_space(body.substr(at, gap - at));
        paragraphs.push_back({size32(at), size32(end)});
        at = gap + leading_white_space(body.substr(gap));
    }
    return paragraphs;
}

// How far a passage of `words` words is from a good one. Below the least length it costs far more.
std::uint64_t cost_of(std::uint64_t words) {
    constexpr std::uint64_t ideal = (passage_min_words + passage_max_words) / 2;
    const auto squared_distance = [words](std::uint64_t from) {
        return words < from ? (from - words) * (from - words) : (words - from) * (words - from);
    };
    return squared_distance(ideal) +
           (words < passage_min_words ? 8 * squared_distance(passage_min_words) : 0);
}

// A cut inside a paragraph weighs as much as 20 words too many or too few.
constexpr std::uint64_t cut_inside_paragraph = 400;

// The cheapest way to group neighbouring blocks into passages of at most the greatest length: for
// each passage the index after its last block. A block that is longer stands alone.
std::vector<std::size_t> group(const std::vector<Block>& blocks) {
    std::vector<std::uint64_t> least(blocks.size() + 1, std::numeric_limits<std::uint64_t>::max());
    std::vector<std::size_t> first_block(blocks.size() + 1, 0);
    least[0] = 0;
    for (std::size_t end = 1; end <= blocks.size(); ++end) {
        const std::uint64_t cut = blocks[end - 1].ends_paragraph ? 0 : cut_inside_paragraph;
        std::uint64_t words = 0;
        for (std::size_t begin = end; begin-- > 0;) {
            words += blocks[begin].words;
            if (words > passage_max_words && begin + 1 < end) break;
            const std::uint64_t cost = least[begin] + cost_of(words) + cut;
            if (cost >= least[end]) continue;
            least[end] = cost;
            first_block[end] = begin;
        }
    }
    std::vector<std::size_t> ends;
    for (std::size_t end = blocks.size(); end > 0; end = first_block[end]) ends.push_back(end);
    std::ranges::reverse(ends);
    return ends;
}

// The breaks that lie in `range`, relative to it.
std::vector<TextBreak> breaks_in(TextRange range, const std::vector<TextBreak>& breaks) {
    const auto first = std::ranges::upper_bound(breaks, range.begin, {}, &TextBreak::offset);
    const auto last = std::ranges::upper_bound(breaks, range.end, {}, &TextBreak::offset);
    std::vector<TextBreak> inside(first, last);
    for (TextBreak& text_break : inside) text_break.offset -= range.begin;
    return inside;
}

}  // namespace

struct PassageSplitter::Impl {
    SentenceSplitter sentences;
    LongSentenceSplitter long_sentences;

    std::vector<Block> parts_of(std::string_view body, TextRange sentence) {
        std::vector<Block> parts;
        for (const TextRange part : long_sentences.split(sentence.in(body), passage_max_words)) {
            const TextRange range{sentence.begin + part.begin, sentence.begin + part.end};
            parts.push_back({range, count_words(range.in(body)), false});
        }
        return parts;
    }

    // One block where the paragraph fits into a passage.
    std::vector<Block> blocks_of(std::string_view body, TextRange paragraph,
                                 std::span<const TextBreak> sentence_ends) {
        std::vector<Block> blocks;
        std::uint32_t words = 0;
        std::uint32_t begin = paragraph.begin;
        for (const TextBreak& end : sentence_ends) {
            const TextRange sentence{begin, end.offset};
            blocks.push_back({sentence, count_words(sentence.in(body)), false});
            words += blocks.back().words;
            begin = end.offset + size32(leading_white_space(body.substr(end.offset)));
        }
        if (words <= passage_max_words) return {{paragraph, words, true}};
        std::vector<Block> cut;
        for (const Block& sentence : blocks) {
            if (sentence.words <= passage_max_words) {
                cut.push_back(sentence);
            } else {
                std::ranges::copy(parts_of(body, sentence.range), std::back_inserter(cut));
            }
        }
        cut.back().ends_paragraph = true;
        return cut;
    }

    Outline outline_of(std::string_view body, std::string_view language) {
        Outline outline;
        for (const TextRange paragraph : paragraphs_of(body)) {
            const std::size_t known = outline.breaks.size();
            for (const std::uint32_t end : sentences.sentence_ends(paragraph.in(body), language))
                outline.breaks.push_back({paragraph.begin + end, end == paragraph.size()});
            const std::vector<Block> blocks =
                blocks_of(body, paragraph, std::span(outline.breaks).subspan(known));
            outline.blocks.insert(outline.blocks.end(), blocks.begin(), blocks.end());
        }
        return outline;
    }
};

PassageSplitter::PassageSplitter() : impl_(std::make_unique<Impl>()) {}
PassageSplitter::~PassageSplitter() = default;
PassageSplitter::PassageSplitter(PassageSplitter&&) noexcept = default;
PassageSplitter& PassageSplitter::operator=(PassageSplitter&&) noexcept = default;

std::vector<Passage> PassageSplitter::split(std::string_view body, std::string_view language) {
    const Outline outline = impl_->outline_of(body, language);
    std::vector<Passage> passages;
    std::size_t begin = 0;
    for (const std::size_t end : group(outline.blocks)) {
        const TextRange range{outline.blocks[begin].range.begin, outline.blocks[end - 1].range.end};
        passages.push_back({size32(passages.size()) + 1, range, breaks_in(range, outline.breaks)});
        begin = end;
    }
    if (passages.empty()) passages.emplace_back();
    return passages;
}

}  // namespace dateline
