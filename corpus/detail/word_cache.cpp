#include "corpus/detail/word_cache.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <utility>

namespace dateline::detail {

namespace {

constexpr std::size_t half = sizeof(std::uint64_t);

// The first `count` bytes of a word in memory order.
constexpr std::uint64_t mask(std::size_t count) {
    if (count == 0) return 0;
    const std::size_t unused_bits = 64 - 8 * std::min(count, half);
    return std::endian::native == std::endian::little ? ~std::uint64_t{0} >> unused_bits
                                                      : ~std::uint64_t{0} << unused_bits;
}

constexpr auto masks = [] {
    std::array<std::uint64_t, 2 * half + 1> all{};
    for (std::size_t count = 0; count < all.size(); ++count) all[count] = mask(count);
    return all;
}();

std::uint64_t load(const char* bytes) {
    std::uint64_t value;
    std::memcpy(&value, bytes, half);
    return value;
}

WordKey with_hash(std::uint64_t head, std::uint64_t tail, std::uint32_t size) {
    std::uint64_t mixed = (head ^ (tail * 0x9E3779B97F4A7C15)) + size;
    mixed *= 0xBF58476D1CE4E5B9;
    mixed ^= mixed >> 32;
    mixed *= 0x94D049BB133111EB;
    return {head, tail, size, static_cast<std::uint32_t>(mixed >> 32)};
}

std::string_view copied(std::string_view text, std::pmr::memory_resource& memory) {
    if (text.empty()) return {};
    char* bytes = static_cast<char*>(memory.allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
}

}  // namespace

WordKey word_key(std::string_view text, TextRange range) {
    const char* word = text.data() + range.begin;
    const std::size_t size = range.size();
    if (size > 2 * half) {
        const XXH128_hash_t hash = XXH3_128bits(word, size);
        return with_hash(hash.low64, hash.high64, range.size());
    }
    if (range.begin + 2 * half <= text.size()) {
        const std::uint64_t tail_mask = masks[size > half ? size - half : 0];
        return with_hash(load(word) & masks[size], load(word + half) & tail_mask, range.size());
    }
    std::array<char, 2 * half> bytes{};
    std::memcpy(bytes.data(), word, size);
    return with_hash(load(bytes.data()), load(bytes.data() + half), range.size());
}

WordCache::WordCache(std::size_t generation_words)
    : generation_words_(generation_words), now_(std::make_unique<Generation>()) {}

void WordCache::prefetch(const WordKey& key) const {
    __builtin_prefetch(&now_->slots[key.hash & (now_->slots.size() - 1)]);
}

const Word* WordCache::find(const WordKey& key) const { return now_->slot_of(key).word; }

const Word* WordCache::add(const WordKey& key, const Word& word) {
    Generation& now = *now_;
    if (3 * (now.words + 1) > 2 * now.slots.size()) now.grow();
    const std::string_view folded = copied(word.folded, now.memory);
    const std::string_view term = word.term == folded ? folded : copied(word.term, now.memory);
    const std::string_view acronym = copied(word.acronym, now.memory);
    void* place = now.memory.allocate(sizeof(Word), alignof(Word));
    const auto number = static_cast<std::uint32_t>(now.words);
    const Word* kept =
        new (place) Word{folded, term, acronym, word.is_stop_word, generation_, number};
    now.slot_of(key) = {key, kept};
    ++now.words;
    return kept;
}

void WordCache::begin_text() {
    if (now_->words < generation_words_) return;
    ++generation_;
    before_ = std::exchange(now_, std::make_unique<Generation>());
    before_->slots = {};
}

WordCache::Slot& WordCache::Generation::slot_of(const WordKey& key) {
    std::size_t at = key.hash & (slots.size() - 1);
    while (slots[at].word != nullptr && slots[at].key != key) at = (at + 1) & (slots.size() - 1);
    return slots[at];
}

void WordCache::Generation::grow() {
    const std::vector<Slot> smaller = std::exchange(slots, std::vector<Slot>(2 * slots.size()));
    for (const Slot& slot : smaller) {
        if (slot.word != nullptr) slot_of(slot.key) = slot;
    }
}

}  // namespace dateline::detail
