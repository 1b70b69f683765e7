#pragma once

#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// The bytes that one number is written as, ready to be copied: four at most.
struct PackedCode {
    std::uint32_t bytes = 0;  ///< in memory order
    std::uint32_t size = 0;
};

/// A byte code for numbers that are smaller the more frequent they are: (s,c)-dense code (Brisaboa,
/// Farina, Navarro, Esteller: "(S,C)-Dense Coding", SPIRE 2003). Bytes below s end a number, the
/// 256 - s others go on; s numbers take one byte, s(256 - s) two, and so on, without holes.
class DenseCode {
  public:
    /// 1 to 255. Throws Error{index} for another number.
    explicit DenseCode(std::uint32_t stoppers);
    std::uint32_t stoppers() const { return stoppers_; }

    void append(std::string& out, std::uint32_t number) const {
        if (number < stoppers_)
            out.push_back(static_cast<char>(number));
        else
            append_long(out, number);
    }

    /// Throws Error{index} for a number of more than four bytes: 50 million with 192 stoppers.
    PackedCode packed(std::uint32_t number) const;

    /// Reads the number at `at` and steps past it. `at` must be before `end`. Throws Error{index}
    /// where the bytes end inside of a number or it is wider than 32 bits.
    std::uint32_t next(const char*& at, const char* end) const {
        if (at != end && static_cast<unsigned char>(*at) < stoppers_)
            return static_cast<unsigned char>(*at++);
        std::uint64_t before = 0;  // a bijective numeral of the bytes that go on
        while (at != end && before <= widest) {
            const std::uint64_t byte = static_cast<unsigned char>(*at++);
            if (byte >= stoppers_) {
                before = before * (256 - stoppers_) + (byte - stoppers_ + 1);
            } else if (const std::uint64_t number = before * stoppers_ + byte; number <= widest) {
                return static_cast<std::uint32_t>(number);
            } else {
                break;
            }
        }
        throw_no_number();
    }

    /// The s that takes the fewest bytes for numbers 0, 1, 2, ... that occur so often, of those
    /// that write each of them in four bytes at most.
    static std::uint32_t best_stoppers(std::span<const std::uint64_t> occurrences);

  private:
    static constexpr std::uint64_t widest = std::numeric_limits<std::uint32_t>::max();

    void append_long(std::string& out, std::uint32_t number) const;
    [[noreturn]] static void throw_no_number();

    std::uint32_t stoppers_;
};

/// Appends numbers that were packed before: for hot loops.
class CodeWriter {
  public:
    /// Begins anew, with room for that many numbers.
    void begin(std::size_t most) {
        size_ = 0;
        if (bytes_.size() < 4 * most) bytes_.resize(4 * most);
    }
    void append(PackedCode code) {
        std::memcpy(bytes_.data() + size_, &code.bytes, sizeof(code.bytes));
        size_ += code.size;
    }
    std::string_view bytes() const { return {bytes_.data(), size_}; }

  private:
    std::string bytes_;
    std::size_t size_ = 0;
};

}  // namespace dateline
