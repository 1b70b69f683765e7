#include "searcher/token_units.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "corpus/distinct.hpp"
#include "searcher/asked_units.hpp"

namespace dateline {

TokenUnits::TokenUnits(const UnitSteps& steps, const std::vector<AskedToken>& tokens,
                       const std::vector<bool>& languages)
    : unit_steps_(steps),
      words_(steps.words()),
      units_(units_of(steps.words(), tokens, languages)) {
    std::vector<std::pair<UnitId, std::uint32_t>> asked;
    for (std::uint32_t token = 0; token < tokens.size(); ++token)
        for (const UnitId unit : units_[token]) asked.emplace_back(unit, token);
    sort_distinct(asked);
    slots_.resize(std::bit_ceil(4 * asked.size() + 1));
    slot_mask_ = slots_.size() - 1;
    for (std::uint32_t at = 0, end = 0; at < asked.size(); at = end) {
        for (; end < asked.size() && asked[end].first == asked[at].first; ++end)
            tokens_.push_back(asked[end].second);
        add(asked[at].first, at, end);
    }
}

void TokenUnits::add(UnitId unit, std::uint32_t begin, std::uint32_t end) {
    std::size_t slot = unit & slot_mask_;
    while (slots_[slot].end != 0) slot = (slot + 1) & slot_mask_;
    slots_[slot] = {unit, begin, end};
}

void TokenUnits::find_steps(Counted counted) {
    constexpr std::size_t most_bytes = 2;  // of longer units all are looked at anyway
    const bool with_bytes = counted == Counted::bytes;
    if (with_bytes)
        steps_ = unit_steps_.table();
    else
        word_steps_ = unit_steps_.word_table();
    for (const Slot& slot : slots_) {
        if (slot.end == 0 || words_.code().packed(slot.unit).size > most_bytes) continue;
        const std::size_t place = place_of(slot.unit);
        if (with_bytes)
            steps_[place] |= UnitSteps::look;
        else
            word_steps_[place] = UnitSteps::look_for_word;
    }
}

// Of a unit of one or two bytes, in the tables.
std::size_t TokenUnits::place_of(UnitId unit) const {
    std::string bytes;
    words_.code().append(bytes, unit);
    const std::uint32_t row =
        bytes.size() == 1 ? 0 : unit_steps_.row(static_cast<unsigned char>(bytes.front()));
    return row | static_cast<unsigned char>(bytes.back());
}

// 1 where the text begins with one.
std::int64_t TokenUnits::first_gap(std::string_view code) const {
    if (code.empty()) return 0;
    const char* at = code.data();
    return words_.is_word(words_.code().next(at, code.data() + code.size())) ? 0 : 1;
}

}  // namespace dateline
