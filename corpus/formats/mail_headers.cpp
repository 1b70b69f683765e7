#include "corpus/formats/mail_headers.hpp"

#include "corpus/ascii.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace dateline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The line at the beginning, without its end.
std::string_view line_of(std::string_view text) {
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string_view after_line(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end == text.npos ? std::string_view() : text.substr(end + 1);
}

std::string_view name_of_field(std::string_view line) {
    std::string_view name = line.substr(0, line.find(':'));
    while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
    return name;
}

bool is_named(std::string_view line, std::string_view name) {
    const std::string_view own = name_of_field(line);
    return std::equal(own.begin(), own.end(), name.begin(), name.end(),
                      [](char a, char b) { return lower_ascii(a) == b; });
}

template <std::size_t size>
bool is_one_of(std::string_view line, const std::array<std::string_view, size>& names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return is_named(line, name); });
}

/// What the fields of a block say.
struct HeaderSigns {
    bool has_sender = false;
    bool has_occasion = false;    ///< when, what about
    bool has_mail_field = false;  ///< one that only mail has
    bool is_mime = false;         ///< says so
};

void read_signs(HeaderSigns& signs, std::string_view line) {
    constexpr std::array<std::string_view, 4> senders{"from", "sender", "return-path", "received"};
    constexpr std::array<std::string_view, 3> occasions{"date", "subject", "message-id"};
    constexpr std::array<std::string_view, 18> mail_fields{
        "message-id",  "received",     "return-path",    "mime-version",
        "to",          "content-type", "list-id",        "delivered-to",
        "reply-to",    "newsgroups",   "in-reply-to",    "content-transfer-encoding",
        "references",  "x-mailer",     "dkim-signature", "nntp-posting-host",
        "envelope-to", "x-from-line"};
    signs.has_sender = signs.has_sender || is_one_of(line, senders);
    signs.has_occasion = signs.has_occasion || is_one_of(line, occasions);
    const bool is_address = is_named(line, "from") && line.find('@') != line.npos;
    signs.is_mime = signs.is_mime || is_named(line, "mime-version");
    signs.has_mail_field = signs.has_mail_field || is_address || is_one_of(line, mail_fields);
}

/// Takes the next word off the text.
std::string_view take_word(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    text.remove_prefix(word.size());
    return word;
}

bool is_weekday(std::string_view word) {
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (word.ends_with(',')) word.remove_suffix(1);
    return std::find(days.begin(), days.end(), word) != days.end();
}

bool has_time(std::string_view text) {
    for (std::size_t at = text.find(':'); at != text.npos; at = text.find(':', at + 1))
        if (at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]))
            return true;
    return false;
}

bool is_sender(std::string_view word) {
    return word.find('@') != word.npos || word == "-" || word == "MAILER-DAEMON";
}

}  // namespace

bool is_header_line(std::string_view line) {
    constexpr std::size_t longest_name = 76;
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return false;
    const std::string_view name = name_of_field(line);
    return !name.empty() && name.size() <= longest_name &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

bool begins_with_mail_headers(std::string_view head) {
    HeaderSigns signs;
    for (bool is_first = true; !head.empty(); is_first = false) {
        const std::string_view line = line_of(head);
        if (line.empty()) break;
        const bool goes_on = line.front() == ' ' || line.front() == '\t';
        if (goes_on ? is_first : !is_header_line(line)) return false;
        if (!goes_on) read_signs(signs, line);
        head = after_line(head);
    }
    return (signs.has_sender || signs.is_mime) && signs.has_occasion && signs.has_mail_field;
}

bool is_postmark(std::string_view text, bool is_after_blank) {
    std::string_view line = line_of(text);
    if (!line.starts_with("From ")) return false;
    const std::string_view next = line_of(after_line(text));
    const bool has_header = is_header_line(next);
    line.remove_prefix(5);
    const bool has_sender = is_sender(take_word(line));
    bool has_weekday = false;
    for (std::string_view rest = line; !rest.empty() && !has_weekday;)
        has_weekday = is_weekday(take_word(rest));
    const bool is_dated = has_weekday && has_time(line);
    if (is_dated) return has_header || (is_after_blank && has_sender);
    return has_header && is_after_blank && (has_sender || has_time(line));
}

}  // namespace dateline
