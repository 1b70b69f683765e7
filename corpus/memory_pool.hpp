#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <vector>

namespace dateline {

/// Memory for many small objects that go all at once. Never throws: parsers written in C ask it.
class MemoryPool {
  public:
    explicit MemoryPool(std::size_t max_bytes) : max_bytes_(max_bytes) {}

    /// Aligned for any type. nullptr where `max_bytes` are used up, or the system has no more.
    void* allocate(std::size_t bytes);
    /// The last block given out, where `block` is that one, can be given out again.
    void release(void* block);

  private:
    struct Free {
        void operator()(char* memory) const { std::free(memory); }
    };

    bool add_chunk(std::size_t bytes);

    std::size_t max_bytes_;
    std::size_t reserved_ = 0;
    char* next_ = nullptr;
    char* end_ = nullptr;
    char* last_ = nullptr;
    std::vector<std::unique_ptr<char, Free>> chunks_;
};

}  // namespace dateline
