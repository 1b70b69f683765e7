#include "corpus/unit_steps.hpp"

#include <limits>

namespace dateline {

UnitSteps::UnitSteps(const WordsFile& words) : words_(words), stoppers_(words.code().stoppers()) {
    for (std::uint32_t byte = 0; byte < rows_.size(); ++byte)
        rows_[byte] = static_cast<std::uint16_t>(row(static_cast<unsigned char>(byte)));
    // From two bytes that go on a unit has three at least.
    word_table_.resize(std::size_t{257 - stoppers_} << 8, look_for_word);
    fill(word_table_, [&](UnitId unit) { return word_step(unit); });
}

const std::vector<UnitSteps::Step>& UnitSteps::table() const {
    std::call_once(stepped_, [&] {
        table_.resize(std::size_t{257 - stoppers_} << 8, look);
        fill(table_, [&](UnitId unit) { return step(unit); });
    });
    return table_;
}

template <class Table, class StepOf>
void UnitSteps::fill(Table& table, const StepOf& step_of) const {
    for (std::uint32_t row = 0; row <= 256 - stoppers_; ++row)
        for (std::uint32_t last = 0; last < stoppers_; ++last)
            table[row << 8 | last] = step_of(row * stoppers_ + last);
    for (std::uint32_t first = stoppers_; first < 256; ++first) table[first] = 0;
}

const std::vector<std::uint32_t>& UnitSteps::sizes() const {
    std::call_once(sized_, [&] {
        sizes_ = words_.unit_sizes();
        are_sized_.store(true, std::memory_order_release);
    });
    return sizes_;
}

UnitSteps::WordStep UnitSteps::word_step(UnitId unit) const {
    if (unit >= words_.unit_count()) return look_for_word;
    return words_.is_word(unit) ? word : WordStep{0};
}

UnitSteps::Step UnitSteps::step(UnitId unit) const {
    constexpr std::int64_t most = std::numeric_limits<Step>::max() >> weight_shift;
    if (unit >= words_.unit_count()) return look;
    const bool is_word = words_.is_word(unit);
    const std::int64_t grown = weight(words_.unit(unit).text.size(), is_word);
    if (grown > most) return look;
    return static_cast<Step>(grown * (1 << weight_shift) + (is_word ? word : 0));
}

}  // namespace dateline
