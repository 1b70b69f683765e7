#include "corpus/shell_word.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/ascii.hpp"
#include "corpus/terminal_text.hpp"

namespace dateline {

namespace {

bool means_itself(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) ||
           std::string_view("_@%+=:,./-").find(c) != std::string_view::npos;
}

std::string in_quotes(std::string_view text) {
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'')
            word += "'\\''";
        else
            word += c;
    }
    return word + "'";
}

std::string escaped(std::string_view text) {
    std::string word = "$'";
    for (const char c : text) {
        // Three octal digits end by themselves, which hexadecimal ones do not everywhere.
        if (means_itself(c) || c == ' ')
            word += c;
        else
            word += fmt::format("\\{:03o}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    return word + "'";
}

}  // namespace

std::string shell_word(std::string_view text) {
    if (!text.empty() && std::ranges::all_of(text, means_itself)) return std::string(text);
    return without_controls(text) == text ? in_quotes(text) : escaped(text);
}

}  // namespace dateline
