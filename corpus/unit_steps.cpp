#include "corpus/unit_steps.hpp"

#include <limits>

namespace dateline {

UnitSteps::UnitSteps(const WordsFile& words) : words_(words), stoppers_(words.code().stoppers()) {
    // From two bytes that go on a unit has three at least.
    table_.resize(std::size_t{257 - stoppers_} << 8, look);
    for (std::uint32_t row = 0; row <= 256 - stoppers_; ++row)
        for (std::uint32_t last = 0; last < 256; ++last)
            if (last < stoppers_)
                table_[row << 8 | last] = step(row * stoppers_ + last);
            else if (row == 0)
                table_[last] = 0;
}

const std::vector<std::uint32_t>& UnitSteps::sizes() const {
    std::call_once(sized_, [&] {
        sizes_ = words_.unit_sizes();
        are_sized_.store(true, std::memory_order_release);
    });
    return sizes_;
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
