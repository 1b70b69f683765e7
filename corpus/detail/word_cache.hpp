#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/text_range.hpp"

namespace dateline::detail {

/// A word as written, told from all others: its bytes in `head` and `tail`, or of more than 16
/// their 128-bit hash.
struct WordKey {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::uint32_t size = 0;  ///< of the word, in bytes; never 0
    std::uint32_t hash = 0;  ///< of the other three
    bool operator==(const WordKey&) const = default;
};

WordKey word_key(std::string_view text, TextRange range);

/// Every form of word met, with what is known of it. Bounded: when a generation is full a new one
/// begins, and the words of the one before stay valid until that is full as well.
class WordCache {
  public:
    /// `generation_words` is the most that one generation holds.
    explicit WordCache(std::size_t generation_words);

    /// Fetches from memory what find() will look at first; so words are best looked up in batches.
    void prefetch(const WordKey& key) const;
    /// nullptr for a word that is not there.
    const Word* find(const WordKey& key) const;
    /// `key` must not be there. Copies the texts of `word`, and gives it number and generation.
    const Word* add(const WordKey& key, const Word& word);
    /// The one place where a generation ends: until the next call a form is one object.
    void begin_text();

  private:
    struct Slot {
        WordKey key;
        const Word* word = nullptr;
    };
    struct Generation {
        /// Where the key is, or the empty slot where it would be.
        Slot& slot_of(const WordKey& key);
        void grow();

        std::pmr::monotonic_buffer_resource memory;
        std::vector<Slot> slots = std::vector<Slot>(64);  ///< a power of two, at most 2/3 full
        std::size_t words = 0;
    };

    std::size_t generation_words_;
    std::uint32_t generation_ = 1;
    std::unique_ptr<Generation> now_;
    std::unique_ptr<Generation> before_;
};

}  // namespace dateline::detail
