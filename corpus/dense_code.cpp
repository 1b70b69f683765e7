#include "corpus/dense_code.hpp"

#include <algorithm>
#include <cstring>
#include <vector>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

constexpr std::string_view what = "a text in dense code";

// Bytes that the code with `stoppers` takes; `sums[i]` is how often the numbers below i occur.
std::uint64_t coded_bytes(std::uint64_t stoppers, std::span<const std::uint64_t> sums) {
    const std::uint64_t count = sums.size() - 1;
    std::uint64_t bytes = 0;
    std::uint64_t begin = 0;
    std::uint64_t numbers = stoppers;
    for (std::uint64_t length = 1; begin < count; ++length) {
        const std::uint64_t end = std::min(begin + numbers, count);
        bytes += length * (sums[end] - sums[begin]);
        begin = end;
        numbers *= 256 - stoppers;
    }
    return bytes;
}

// How many numbers take at most four bytes.
std::uint64_t numbers_of_four_bytes(std::uint64_t stoppers) {
    const std::uint64_t continuers = 256 - stoppers;
    return stoppers * (1 + continuers * (1 + continuers * (1 + continuers)));
}

}  // namespace

DenseCode::DenseCode(std::uint32_t stoppers) : stoppers_(stoppers) {
    if (stoppers < 1 || stoppers > 255) throw_damaged(what, "there is no such code");
}

void DenseCode::append_long(std::string& out, std::uint32_t number) const {
    const std::size_t begin = out.size();
    const std::uint32_t continuers = 256 - stoppers_;
    out.push_back(static_cast<char>(number % stoppers_));
    for (std::uint32_t left = number / stoppers_; left > 0; left /= continuers)
        out.push_back(static_cast<char>(stoppers_ + --left % continuers));
    std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

void DenseCode::throw_no_number() { throw_damaged(what, "a number in it is no number"); }

PackedCode DenseCode::packed(std::uint32_t number) const {
    std::string code;
    append(code, number);
    PackedCode packed;
    if (code.size() > sizeof(packed.bytes)) throw_damaged(what, "it has too many different units");
    packed.size = static_cast<std::uint32_t>(code.size());
    std::memcpy(&packed.bytes, code.data(), code.size());
    return packed;
}

std::uint32_t DenseCode::best_stoppers(std::span<const std::uint64_t> occurrences) {
    std::vector<std::uint64_t> sums{0};
    sums.reserve(occurrences.size() + 1);
    for (const std::uint64_t count : occurrences) sums.push_back(sums.back() + count);
    std::uint32_t best = 128;
    std::uint64_t least = coded_bytes(best, sums);
    for (std::uint32_t stoppers = 255; stoppers > 0; --stoppers) {
        if (numbers_of_four_bytes(stoppers) < occurrences.size()) continue;
        const std::uint64_t bytes = coded_bytes(stoppers, sums);
        if (bytes >= least) continue;
        best = stoppers;
        least = bytes;
    }
    return best;
}

}  // namespace dateline
