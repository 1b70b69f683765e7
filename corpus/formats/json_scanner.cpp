#include "corpus/formats/json_scanner.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<bool, 256> is_structural = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("\"{}[]")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::size_t trailing_backslashes(std::string_view text) {
    const std::size_t last_other = text.find_last_not_of('\\');
    return last_other == text.npos ? text.size() : text.size() - last_other - 1;
}

}  // namespace

std::size_t JsonScanner::scan(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        if (in_string_) {
            at = scan_string(piece, at);
            if (is_broken_) return at;
            ended_ = !in_string_ && depth_ == 0;
            if (ended_) return at;
            continue;
        }
        const char c = piece[at++];
        if (!is_structural[static_cast<unsigned char>(c)]) continue;
        if (c == '"') in_string_ = true;
        if (c == '{' || c == '[') ++depth_;
        if (c == '}' || c == ']') ended_ = --depth_ == 0;
        if (ended_) return at;
    }
    return piece.size();
}

/// From inside a string to behind its end, or to the end of the piece.
std::size_t JsonScanner::scan_string(std::string_view piece, std::size_t at) {
    std::size_t begin = at;
    if (is_escaped_) begin = at + 1;
    is_escaped_ = false;
    std::size_t quote = begin;
    for (;; ++quote) {
        quote = std::min(piece.find('"', quote), piece.size());
        const std::string_view string = piece.substr(begin, quote - begin);
        const bool is_escaped = trailing_backslashes(string) % 2 == 1;
        if (quote < piece.size() && is_escaped) continue;
        if (const std::size_t newline = string.find('\n'); newline != string.npos) {
            is_broken_ = true;
            return begin + newline;
        }
        in_string_ = quote == piece.size();
        is_escaped_ = in_string_ && is_escaped;
        return std::min(quote + 1, piece.size());
    }
}

}  // namespace dateline
