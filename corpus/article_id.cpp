#include "corpus/article_id.hpp"

#include "corpus/terminal_text.hpp"
#include "corpus/utf8.hpp"
#include "corpus/white_space.hpp"

#include <algorithm>
#include <charconv>

namespace dateline {

namespace {

// Bytes at the start of a non-empty `text` that must be encoded: those of one character, one that
// is no UTF-8, or none.
std::size_t unsafe_size(std::string_view text) {
    if (text.front() == ' ' || text.front() == '#' || text.front() == '%') return 1;
    const std::size_t size = utf8_size(text);
    if (size == 0) return 1;
    return acts_on_terminal(text.substr(0, size)) ? size : white_space_size(text);
}

void append_encoded(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

}  // namespace

std::string encode_id(std::string_view raw) {
    std::string out;
    out.reserve(raw.size());
    while (!raw.empty()) {
        const std::size_t unsafe = unsafe_size(raw);
        const std::size_t size = std::max(unsafe, utf8_size(raw));
        if (unsafe == 0)
            out += raw.substr(0, size);
        else
            append_encoded(out, raw.substr(0, unsafe));
        raw.remove_prefix(unsafe == 0 ? size : unsafe);
    }
    return out;
}

std::string article_id(const Article& article) {
    if (!article.id.empty()) return encode_id(article.id);
    if (!article.url.empty()) return encode_id(article.url);
    const Origin& origin = article.origin;
    std::string place = encode_id(origin.path);
    if (!origin.member.empty()) place += '/' + encode_id(origin.member);
    if (origin.record > 0) place += ':' + std::to_string(origin.record);
    return place;
}

std::string passage_id(std::string_view article, std::uint32_t number) {
    return std::string(article) + '#' + std::to_string(number);
}

PassageId split_passage_id(std::string_view id) {
    const std::size_t mark = id.rfind('#');
    if (mark == std::string_view::npos) return {id, 0};
    const std::string_view digits = id.substr(mark + 1);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();
    if (!is_number || number == 0 || digits.front() == '0') return {id, 0};
    return {id.substr(0, mark), number};
}

}  // namespace dateline
