#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "corpus/dense_code.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// Says whether one of a few units may stand in the code of texts: for each of them the bytes are
/// searched for its last one, so that texts without them are passed over sooner than they are
/// read.
class UnitSearch {
  public:
    /// More units take longer than reading.
    static constexpr std::size_t most_units = 6;

    UnitSearch(const DenseCode& code, std::span<const UnitId> units);
    /// False: none does. True: one does, or seldom the end of another unit, or of what stands
    /// between texts, looks like it. `bytes`: of regular texts (text_file.hpp), or their records.
    bool may_find_in(std::string_view bytes) const;
    /// Where the first of the units begins in the code of a text, of which `at` is the beginning or
    /// that of a unit; `end` where there is none.
    const char* next(const char* at, const char* end) const;

  private:
    DenseCode code_;
    std::vector<PackedCode> units_;
};

/// For the one of some tokens that fewest texts can be expected to hold. `units`: of each token,
/// all that it may be (units_of); `needed`: the tokens that a text must hold. Nothing where each of
/// them may be too many units. Smaller units are more frequent ones.
std::optional<UnitSearch> rarest_token(const DenseCode& code,
                                       std::span<const std::vector<UnitId>> units,
                                       std::span<const std::uint32_t> needed);

}  // namespace dateline
