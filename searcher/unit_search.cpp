#include "searcher/unit_search.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace dateline {

namespace {

// The most frequent of a token's units; that of a token without units is rarer than any.
UnitId most_frequent(const std::vector<UnitId>& units) {
    return units.empty() ? std::numeric_limits<UnitId>::max() : std::ranges::min(units);
}

bool holds(std::string_view bytes, const PackedCode& unit) {
    const char* const code = reinterpret_cast<const char*>(&unit.bytes);
    const auto last = static_cast<unsigned char>(code[unit.size - 1]);
    const char* const end = bytes.data() + bytes.size();
    const char* at = bytes.data() + std::min<std::size_t>(unit.size - 1, bytes.size());
    while (at != end) {
        at = static_cast<const char*>(std::memchr(at, last, static_cast<std::size_t>(end - at)));
        if (at == nullptr) return false;
        ++at;
        if (std::memcmp(at - unit.size, code, unit.size) == 0) return true;
    }
    return false;
}

}  // namespace

UnitSearch::UnitSearch(const DenseCode& code, std::span<const UnitId> units) {
    for (const UnitId unit : units) units_.push_back(code.packed(unit));
}

bool UnitSearch::may_find_in(std::string_view bytes) const {
    return std::ranges::any_of(units_, [&](const PackedCode& unit) { return holds(bytes, unit); });
}

std::optional<UnitSearch> rarest_token(const DenseCode& code,
                                       std::span<const std::vector<UnitId>> units,
                                       std::span<const std::uint32_t> needed) {
    const std::vector<UnitId>* rarest = nullptr;
    for (const std::uint32_t token : needed) {
        const std::vector<UnitId>& of_token = units[token];
        if (of_token.size() <= UnitSearch::most_units &&
            (rarest == nullptr || most_frequent(of_token) > most_frequent(*rarest)))
            rarest = &of_token;
    }
    if (rarest == nullptr) return std::nullopt;
    return UnitSearch(code, *rarest);
}

}  // namespace dateline
