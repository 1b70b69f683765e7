#include "corpus/byte_size.hpp"

#include <charconv>

namespace dateline {

namespace {

// Of the unit that follows the digits.
std::optional<unsigned> power_of_two(std::string_view unit) {
    if (unit.empty()) return 0;
    if (unit == "K" || unit == "k") return 10;
    if (unit == "M" || unit == "m") return 20;
    if (unit == "G" || unit == "g") return 30;
    return std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> read_byte_size(std::string_view text) {
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc()) return std::nullopt;
    const auto power = power_of_two({rest, static_cast<std::size_t>(end - rest)});
    if (!power || number > UINT64_MAX >> *power) return std::nullopt;
    return number << *power;
}

}  // namespace dateline
