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

// Where the code of the unit begins in [at, end), be it as the end of another one; `end`: nowhere.
const char* find(const PackedCode& unit, const char* at, const char* end) {
    const char* const code = reinterpret_cast<const char*>(&unit.bytes);
    const auto last = static_cast<unsigned char>(code[unit.size - 1]);
    at += std::min<std::ptrdiff_t>(unit.size - 1, end - at);
    while (at != end) {
        at = static_cast<const char*>(std::memchr(at, last, static_cast<std::size_t>(end - at)));
        if (at == nullptr) return end;
        ++at;
        if (std::memcmp(at - unit.size, code, unit.size) == 0) return at - unit.size;
    }
    return end;
}

}  // namespace

UnitSearch::UnitSearch(const DenseCode& code, std::span<const UnitId> units) : code_(code) {
    for (const UnitId unit : units) units_.push_back(code.packed(unit));
}

bool UnitSearch::may_find_in(std::string_view bytes) const {
    const char* const end = bytes.data() + bytes.size();
    return std::ranges::any_of(
        units_, [&](const PackedCode& unit) { return find(unit, bytes.data(), end) != end; });
}

const char* UnitSearch::next(const char* at, const char* end) const {
    const char* first = end;
    for (const PackedCode& unit : units_) {
        // What begins behind the first one is not looked for.
        const char* const stop = first + std::min<std::ptrdiff_t>(unit.size - 1, end - first);
        const char* found = find(unit, at, stop);
        while (found != stop && found != at &&
               static_cast<unsigned char>(found[-1]) >= code_.stoppers())
            found = find(unit, found + 1, stop);
        if (found != stop) first = found;
    }
    return first;
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
