#include "corpus/member_path.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t longest_path_bytes = 1000;
constexpr std::size_t longest_shown_bytes = 100;

std::string_view cut(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    std::size_t size = most_bytes;
    while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
    return text.substr(0, size);
}

/// Calls `take` for each part between slashes, without blanks at its ends.
template <typename Take>
void each_part(std::string_view path, const Take& take) {
    while (!path.empty()) {
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(part.size() + 1, path.size()));
        const std::size_t begin = std::min(part.find_first_not_of(' '), part.size());
        take(part.substr(begin, part.find_last_not_of(' ') + 1 - begin));
    }
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string decoded(std::string_view raw, std::string_view charset) {
    // Control characters may well be the only ones of their part.
    std::string text(first_invalid_utf8(raw) ? decode_text(raw, charset).text : std::string(raw));
    std::replace_if(text.begin(), text.end(), is_control, ' ');
    return clean_line(text);
}

std::string problem_of(std::string_view shown, std::string_view what) {
    const std::string_view beginning = cut(shown, longest_shown_bytes);
    return fmt::format("member path \"{}{}\" {}", beginning,
                       beginning.size() < shown.size() ? "..." : "", what);
}

}  // namespace

MemberPath member_path(std::string_view raw, std::uint64_t number, std::string_view charset) {
    const std::string given = decoded(raw, charset);
    MemberPath path;
    bool leads_out = given.starts_with('/');
    each_part(given, [&](std::string_view part) {
        leads_out = leads_out || part == "..";
        if (part.empty() || part == "." || part == "..") return;
        path.is_hidden = path.is_hidden || part.starts_with('.') || part == "__MACOSX";
        if (!path.text.empty()) path.text += '/';
        path.text += part;
    });
    if (path.text.empty()) path.text = fmt::format("member {}", number);
    if (leads_out) path.problem = problem_of(given, "leads out of the archive");
    if (std::any_of(raw.begin(), raw.end(), is_control))
        path.problem = problem_of(given, "holds control characters");
    if (path.text.size() > longest_path_bytes) {
        path.problem = problem_of(given, fmt::format("has {} bytes, and was cut", raw.size()));
        path.text = fmt::format("{}~{}", cut(path.text, longest_path_bytes), number);
    }
    return path;
}

}  // namespace dateline
