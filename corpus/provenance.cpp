#include "corpus/provenance.hpp"

#include <algorithm>
#include <ranges>

namespace dateline {

namespace {

constexpr std::array<std::string_view, 5> provenance_names = {"record", "text", "detected", "path",
                                                              "--set"};
constexpr unsigned bits_per_field = 3;
constexpr std::uint64_t field_mask = (1U << bits_per_field) - 1;

}  // namespace

std::string_view name_of(Provenance provenance) {
    return provenance_names[static_cast<std::size_t>(provenance)];
}

std::uint64_t FieldProvenance::packed() const {
    std::uint64_t number = 0;
    for (const Provenance provenance : fields_ | std::views::reverse)
        number = number << bits_per_field | static_cast<std::uint64_t>(provenance);
    return number;
}

std::optional<FieldProvenance> FieldProvenance::unpacked(std::uint64_t number) {
    FieldProvenance provenance;
    for (Provenance& field : provenance.fields_) {
        const std::uint64_t value = number & field_mask;
        if (value >= provenance_names.size()) return std::nullopt;
        field = static_cast<Provenance>(value);
        number >>= bits_per_field;
    }
    return number == 0 ? std::optional(provenance) : std::nullopt;
}

}  // namespace dateline
