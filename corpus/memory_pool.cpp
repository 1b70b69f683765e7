#include "corpus/memory_pool.hpp"

#include <algorithm>
#include <new>

namespace dateline {
namespace {

constexpr std::size_t alignment = alignof(std::max_align_t);
constexpr std::size_t smallest_chunk = 64UL << 10;
constexpr std::size_t largest_chunk = 1UL << 20;

}  // namespace

void* MemoryPool::allocate(std::size_t bytes) {
    if (bytes > max_bytes_) return nullptr;
    bytes = std::max((bytes + alignment - 1) / alignment * alignment, alignment);
    if (static_cast<std::size_t>(end_ - next_) < bytes && !add_chunk(bytes)) return nullptr;
    last_ = next_;
    next_ += bytes;
    return last_;
}

void MemoryPool::release(void* block) {
    if (block == nullptr || block != last_) return;
    next_ = last_;
    last_ = nullptr;
}

bool MemoryPool::add_chunk(std::size_t bytes) {
    const std::size_t size =
        std::max(bytes, std::clamp(reserved_ / 4, smallest_chunk, largest_chunk));
    if (size > max_bytes_ - std::min(reserved_, max_bytes_)) return false;
    std::unique_ptr<char, Free> chunk(static_cast<char*>(std::malloc(size)));
    if (!chunk) return false;
    next_ = chunk.get();
    end_ = next_ + size;
    reserved_ += size;
    try {
        chunks_.push_back(std::move(chunk));
    } catch (const std::bad_alloc&) {
        next_ = end_ = nullptr;
        return false;
    }
    return true;
}

}  // namespace dateline
