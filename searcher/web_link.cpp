#include "searcher/web_link.hpp"

#include <fmt/format.h>

#include "corpus/ascii.hpp"

namespace dateline {

namespace {

constexpr std::size_t longest_on_terminals = 2083;  // of VTE and iTerm2

bool stands_in_addresses(char c) {
    constexpr std::string_view marks = "-._~:/?#[]@!$&'*+,;=%";
    return is_ascii_letter(c) || is_ascii_digit(c) || marks.find(c) != std::string_view::npos;
}

bool names_host(std::string_view url) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (lower_ascii(url.substr(0, scheme.size())) != scheme) continue;
        url.remove_prefix(scheme.size());
        return !url.empty() && url.find_first_of("/?#") != 0;
    }
    return false;
}

}  // namespace

std::string web_address(std::string_view url) {
    std::string address;
    if (!names_host(url)) return address;
    for (const char c : url)
        address += stands_in_addresses(c) ? std::string(1, c)
                                          : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    return address;
}

std::string linked(std::string_view text, std::string_view address) {
    if (address.empty() || address.size() > longest_on_terminals) return std::string(text);
    // With an id the lines of one text are one link.
    return fmt::format("\x1b]8;id=a;{}\x1b\\{}\x1b]8;;\x1b\\", address, text);
}

}  // namespace dateline
