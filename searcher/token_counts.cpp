#include "searcher/token_counts.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "corpus/distinct.hpp"
#include "corpus/unit_steps.hpp"
#include "searcher/asked_units.hpp"

namespace dateline {

TokenCounts::TokenCounts(const WordsFile& words, std::span<const AskedToken> tokens,
                         const std::vector<bool>& languages)
    : words_(words) {
    const std::uint32_t stoppers = words.code().stoppers();
    for (std::uint32_t byte = 0; byte < 256; ++byte)
        rows_.push_back(
            static_cast<std::uint16_t>(UnitSteps::row(static_cast<unsigned char>(byte), stoppers)));
    endings_.resize(std::size_t{257 - stoppers} << 8);
    std::vector<std::pair<UnitId, std::uint32_t>> asked;
    const std::vector<std::vector<UnitId>> units = units_of(words, tokens, languages);
    for (std::uint32_t token = 0; token < tokens.size(); ++token)
        for (const UnitId unit : units[token]) asked.emplace_back(unit, token);
    sort_distinct(asked);
    slots_.resize(std::bit_ceil(4 * asked.size() + 1));
    slot_mask_ = slots_.size() - 1;
    for (std::uint32_t at = 0, end = 0; at < asked.size(); at = end) {
        for (; end < asked.size() && asked[end].first == asked[at].first; ++end)
            tokens_.push_back(asked[end].second);
        add({asked[at].first, at, end});
    }
}

void TokenCounts::add(const Slot& asked) {
    std::size_t slot = asked.unit & slot_mask_;
    while (slots_[slot].end != 0) slot = (slot + 1) & slot_mask_;
    slots_[slot] = asked;
    std::string code;
    words_.code().append(code, asked.unit);
    const auto byte = [&](std::size_t from_end) {
        return static_cast<unsigned char>(code[code.size() - from_end]);
    };
    endings_[code.size() == 1 ? byte(1) : ending(byte(2), byte(1))] = 1;
}

// Four bytes at once, since nearly none of them ends an asked unit.
void TokenCounts::add(std::string_view code, std::span<std::uint32_t> counts) const {
    if (code.empty()) return;
    const unsigned char* const endings = endings_.data();
    const std::uint16_t* const rows = rows_.data();
    const char* at = code.data();
    const char* const end = at + code.size();
    const auto byte = [&](int i) { return static_cast<unsigned char>(at[i]); };
    std::uint32_t row = 0;
    for (; end - at >= 4; at += 4) {
        const unsigned char marks[] = {endings[row | byte(0)], endings[rows[byte(0)] | byte(1)],
                                       endings[rows[byte(1)] | byte(2)],
                                       endings[rows[byte(2)] | byte(3)]};
        row = rows[byte(3)];
        if ((marks[0] | marks[1] | marks[2] | marks[3]) == 0) continue;
        for (int i = 0; i < 4; ++i)
            if (marks[i] != 0) count(code, at + i, counts);
    }
    for (; at != end; ++at) {
        if (endings[row | byte(0)] != 0) count(code, at, counts);
        row = rows[byte(0)];
    }
    if (row != 0) words_.code().next(at = end - 1, end);  // throws: it ends inside of a number
}

// The unit that ends with the byte `last`, where it is an asked one.
void TokenCounts::count(std::string_view code, const char* last,
                        std::span<std::uint32_t> counts) const {
    const char* begin = last;
    while (begin != code.data() && rows_[static_cast<unsigned char>(begin[-1])] != 0) --begin;
    const UnitId unit = words_.code().next(begin, last + 1);
    std::size_t slot = unit & slot_mask_;
    while (slots_[slot].end != 0 && slots_[slot].unit != unit) slot = (slot + 1) & slot_mask_;
    for (std::uint32_t i = slots_[slot].begin; i < slots_[slot].end; ++i) ++counts[tokens_[i]];
}

}  // namespace dateline
