#include "corpus/formats/json_keys.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr auto rows_by_name = [] {
    std::array<std::size_t, json_keys.size()> rows{};
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i;
    std::sort(rows.begin(), rows.end(),
              [](std::size_t a, std::size_t b) { return json_keys[a].name < json_keys[b].name; });
    return rows;
}();

constexpr std::size_t longest_name = [] {
    std::size_t longest = 0;
    for (const JsonKey& key : json_keys) longest = std::max(longest, key.name.size());
    return longest;
}();

}  // namespace

std::optional<std::size_t> json_key_row(std::string_view key) {
    std::array<char, longest_name> folded{};
    std::size_t size = 0;
    for (char c : key) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) continue;
        if (size == longest_name) return std::nullopt;
        folded[size++] = c;
    }
    const std::string_view name(folded.data(), size);
    const auto row =
        std::lower_bound(rows_by_name.begin(), rows_by_name.end(), name,
                         [](std::size_t i, std::string_view n) { return json_keys[i].name < n; });
    if (row == rows_by_name.end() || json_keys[*row].name != name) return std::nullopt;
    return *row;
}

}  // namespace dateline
