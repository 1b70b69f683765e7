#include "corpus/long_sentence.hpp"

#include "corpus/text_boundaries.hpp"
#include "corpus/unicode.hpp"
#include "corpus/white_space.hpp"
#include "corpus/word_count.hpp"

#include <unicode/uchar.h>
#include <optional>

namespace dateline {

namespace {

// The longest run of text that is moved to the next part as a whole.
constexpr std::uint32_t max_chunk_words = 10;

struct Chunk {
    TextRange range;
    std::uint32_t words = 0;
};

std::uint32_t words_in(std::string_view text, TextRange range) {
    return measure_run(range.in(text)).words();
}

// A comma or closing bracket stays with the word before it.
bool begins_with_punctuation(std::string_view text) {
    return u_ispunct(static_cast<UChar32>(character_at(text, 0).code));
}

// Neighbours joined as long as they stay within the size of a chunk.
std::vector<Chunk> joined(std::string_view text, const std::vector<TextRange>& ranges) {
    std::vector<Chunk> chunks;
    RunMeasure measure;
    for (const TextRange range : ranges) {
        RunMeasure extended = measure;
        extended += measure_run(range.in(text));
        if (chunks.empty() || extended.words() > max_chunk_words) {
            measure = measure_run(range.in(text));
            chunks.push_back({range, measure.words()});
        } else {
            measure = extended;
            chunks.back() = {{chunks.back().range.begin, range.end}, measure.words()};
        }
    }
    return chunks;
}

// Ranges of whole chunks: as many words in each as there are to share, and never over `max_words`
// where a chunk is not.
std::vector<TextRange> packed(const std::vector<Chunk>& chunks, std::uint32_t max_words) {
    std::uint32_t total = 0;
    for (const Chunk& chunk : chunks) total += chunk.words;
    const std::uint32_t part_count = (total + max_words - 1) / max_words;
    const std::uint32_t wanted = (total + part_count - 1) / part_count;
    std::vector<TextRange> parts;
    std::uint32_t words = wanted;
    for (const Chunk& chunk : chunks) {
        if (words >= wanted || words + chunk.words > max_words) {
            parts.push_back(chunk.range);
            words = chunk.words;
        } else {
            parts.back().end = chunk.range.end;
            words += chunk.words;
        }
    }
    return parts;
}

}  // namespace

struct LongSentenceSplitter::Impl {
    std::optional<BoundaryFinder> words;  // made when first needed: dictionaries are large
    std::optional<BoundaryFinder> characters;

    std::vector<TextRange> ranges(BoundaryKind kind, std::string_view text, TextRange range) {
        std::optional<BoundaryFinder>& finder = kind == BoundaryKind::word ? words : characters;
        if (!finder) finder.emplace(kind, "");
        std::vector<TextRange> found;
        std::uint32_t begin = range.begin;
        for (const std::uint32_t boundary : finder->boundaries(range.in(text))) {
            const std::uint32_t end = range.begin + boundary;
            const bool is_inside = end < range.end;
            if (kind == BoundaryKind::word && is_inside &&
                begins_with_punctuation(text.substr(end)))
                continue;
            found.push_back({begin, end});
            begin = end;
        }
        return found;
    }

    // A run of text without white space, in pieces where it is too long for a chunk.
    std::vector<Chunk> chunks_of_run(std::string_view text, TextRange run) {
        const std::uint32_t run_words = words_in(text, run);
        if (run_words <= max_chunk_words) return {{run, run_words}};
        std::vector<TextRange> pieces;
        for (const TextRange word : ranges(BoundaryKind::word, text, run)) {
            if (words_in(text, word) <= max_chunk_words) {
                pieces.push_back(word);
                continue;
            }
            const auto characters_of_word = ranges(BoundaryKind::character, text, word);
            pieces.insert(pieces.end(), characters_of_word.begin(), characters_of_word.end());
        }
        return joined(text, pieces);
    }
};

LongSentenceSplitter::LongSentenceSplitter() : impl_(std::make_unique<Impl>()) {}
LongSentenceSplitter::~LongSentenceSplitter() = default;
LongSentenceSplitter::LongSentenceSplitter(LongSentenceSplitter&&) noexcept = default;
LongSentenceSplitter& LongSentenceSplitter::operator=(LongSentenceSplitter&&) noexcept = default;

std::vector<TextRange> LongSentenceSplitter::split(std::string_view sentence,
                                                   std::uint32_t max_words) {
    std::vector<Chunk> chunks;
    for (std::size_t at = 0; at < sentence.size();) {
        const std::size_t end = at + run_size(sentence.substr(at));
        const TextRange run{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        const std::vector<Chunk> run_chunks = impl_->chunks_of_run(sentence, run);
        chunks.insert(chunks.end(), run_chunks.begin(), run_chunks.end());
        at = end + leading_white_space(sentence.substr(end));
    }
    return packed(chunks, max_words);
}

}  // namespace dateline
