#include "corpus/formats/json_numbers.hpp"

#include "corpus/formats/json_scanner.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

std::size_t not_a_number_size(std::string_view text) {
    constexpr std::array<std::string_view, 3> words{"NaN", "Infinity", "-Infinity"};
    const auto word = std::find_if(words.begin(), words.end(),
                                   [&](std::string_view w) { return text.starts_with(w); });
    return word == words.end() ? 0 : word->size();
}

}  // namespace

std::optional<std::string> null_for_not_a_number(std::string_view record) {
    std::string replaced;
    std::size_t copied = 0;
    for (std::size_t at = 0; at < record.size();) {
        const char c = record[at];
        if (c == '"') {
            at += JsonScanner().scan(record.substr(at));
            continue;
        }
        const bool may_be = c == 'N' || c == 'I' || c == '-';
        const std::size_t size = may_be ? not_a_number_size(record.substr(at)) : 0;
        if (size > 0) {
            replaced.append(record, copied, at - copied).append("null");
            copied = at + size;
        }
        at += std::max<std::size_t>(size, 1);
    }
    if (copied == 0) return std::nullopt;
    return replaced.append(record, copied);
}

}  // namespace dateline
