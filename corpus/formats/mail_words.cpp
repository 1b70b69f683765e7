#include "corpus/formats/mail_words.hpp"

#include "corpus/ascii.hpp"
#include "corpus/encoding.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace dateline {
namespace {

struct EncodedWord {
    std::size_t begin = 0;  ///< in the text
    std::size_t end = 0;
    std::string charset;  ///< lower case
    std::string bytes;
};

std::string decoded_bytes(std::string payload, GMimeContentEncoding encoding) {
    if (encoding == GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
        std::replace(payload.begin(), payload.end(), '_', ' ');
    GMimeEncoding state;
    g_mime_encoding_init_decode(&state, encoding);
    std::string bytes(g_mime_encoding_outlen(&state, payload.size()), '\0');
    bytes.resize(g_mime_encoding_flush(&state, payload.data(), payload.size(), bytes.data()));
    return bytes;
}

std::optional<GMimeContentEncoding> encoding_named(char name) {
    if (name == 'B' || name == 'b') return GMIME_CONTENT_ENCODING_BASE64;
    if (name == 'Q' || name == 'q') return GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE;
    return std::nullopt;
}

/// "utf-8" of "UTF-8*en" (RFC 2231, 5).
std::string charset_named(std::string_view name) {
    return lower_ascii(name.substr(0, name.find('*')));
}

/// The word that begins with "=?" at `begin`. RFC 2047 allows 75 bytes, programs more.
std::optional<EncodedWord> word_at(std::string_view text, std::size_t begin) {
    constexpr std::size_t longest_word = 16UL << 10;
    text = text.substr(0, begin + longest_word);
    const std::size_t name = begin + 2;
    const std::size_t mark = text.find('?', name);
    if (mark == text.npos || mark == name || mark + 2 >= text.size() || text[mark + 2] != '?')
        return std::nullopt;
    const auto encoding = encoding_named(text[mark + 1]);
    const std::string_view charset = text.substr(name, mark - name);
    if (!encoding || charset.find(' ') != charset.npos) return std::nullopt;
    const std::size_t payload = mark + 3;
    const std::size_t close = text.find("?=", payload);
    // A header that was cut ends inside a word.
    if (close == text.npos && text.find_first_of(" ?", payload) != text.npos) return std::nullopt;
    EncodedWord word;
    word.begin = begin;
    word.end = close == text.npos ? text.size() : close + 2;
    word.charset = charset_named(charset);
    word.bytes = decoded_bytes(std::string(text.substr(payload, close - payload)), *encoding);
    return word;
}

std::optional<EncodedWord> next_word(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find("=?", from); at != text.npos; at = text.find("=?", at + 2))
        if (auto word = word_at(text, at)) return word;
    return std::nullopt;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// The words that begin with `first`, one behind the other; moves `first` to the last of them.
/// Characters may begin in one word and end in the next.
std::string text_of_run(std::string_view text, EncodedWord& first) {
    std::string decoded;
    std::string bytes = first.bytes;
    for (;;) {
        auto next = next_word(text, first.end);
        const bool is_run = next && is_blank(text.substr(first.end, next->begin - first.end));
        if (!is_run || next->charset != first.charset) {
            decoded += decode_text(bytes, first.charset).text;
            bytes.clear();
        }
        if (!is_run) return decoded;
        bytes += next->bytes;
        first = std::move(*next);
    }
}

/// The text with `written(decoded)` in place of each run of encoded words.
template <typename Written>
std::string replace_runs(std::string_view text, const Written& written) {
    std::string result;
    std::size_t taken = 0;
    for (auto word = next_word(text, 0); word; word = next_word(text, taken)) {
        result += text.substr(taken, word->begin - taken);
        result += written(text_of_run(text, *word));
        taken = word->end;
    }
    result += text.substr(taken);
    return result;
}

}  // namespace

std::string decode_words(std::string_view text) {
    return replace_runs(text, [](std::string decoded) { return decoded; });
}

std::string join_words(std::string_view text) {
    return replace_runs(text, [](const std::string& decoded) {
        gchar* const base64 =
            g_base64_encode(reinterpret_cast<const guchar*>(decoded.data()), decoded.size());
        std::string word = std::string("=?utf-8?B?") + base64 + "?=";
        g_free(base64);
        return word;
    });
}

}  // namespace dateline
