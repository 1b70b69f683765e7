#include "corpus/formats/xml_markup.hpp"

#include "corpus/ascii.hpp"
#include "corpus/byte_set.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr ByteSet tag_marks("\"'>");
constexpr ByteSet quote_ends("\"<");
constexpr ByteSet apostrophe_ends("'<");
constexpr ByteSet name_ends(" \t\r\n/><");

bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Of a mark that begins at `begin` and ends with `closing`.
XmlMark mark_until(std::string_view text, std::size_t begin, std::string_view closing,
                   XmlMarkup kind, std::size_t opening_bytes) {
    const std::size_t end = text.find(closing, begin + opening_bytes);
    if (end == text.npos) return {XmlMarkup::partial, begin, text.size()};
    return {kind, begin, end + closing.size()};
}

/// Where the tag's '>' is, quotes observed; npos where the text ends before.
std::size_t tag_end(std::string_view text, std::size_t at, std::size_t& quoted_values) {
    for (std::size_t i = at;;) {
        i = tag_marks.find_in(text, i);
        if (i == text.size()) return text.npos;
        if (text[i] == '>') return i;
        const std::size_t close =
            (text[i] == '"' ? quote_ends : apostrophe_ends).find_in(text, i + 1);
        if (close == text.size()) return text.npos;
        // No value holds a '<': a quote is missing.
        if (text[close] == '<') return text.find('>', at);
        ++quoted_values;
        i = close + 1;
    }
}

std::string_view name_at(std::string_view text, std::size_t at) {
    return text.substr(at, name_ends.find_in(text, at) - at);
}

XmlMark tag_at(std::string_view text, std::size_t begin) {
    XmlMark mark{XmlMarkup::partial, begin, text.size()};
    const bool is_end = text[begin + 1] == '/';
    const std::size_t at = begin + (is_end ? 2 : 1);
    mark.name = name_at(text, at);
    const std::size_t close = tag_end(text, at + mark.name.size(), mark.quoted_values);
    if (close == text.npos) return mark;
    mark.end = close + 1;
    mark.kind = XmlMarkup::start_tag;
    if (text[close - 1] == '/') mark.kind = XmlMarkup::empty_tag;
    if (is_end) mark.kind = XmlMarkup::end_tag;
    return mark;
}

XmlMark instruction_at(std::string_view text, std::size_t begin) {
    XmlMark mark = mark_until(text, begin, "?>", XmlMarkup::other, 2);
    constexpr std::string_view opening = "<?xml";
    const std::string_view rest = text.substr(begin, mark.end - begin);
    const bool is_declaration = rest.starts_with(opening) && rest.size() > opening.size() &&
                                blanks.find(rest[opening.size()]) != blanks.npos;
    if (is_declaration && mark.kind == XmlMarkup::other) mark.kind = XmlMarkup::declaration;
    return mark;
}

/// With its internal subset, in which quotes and comments may hold anything.
XmlMark doctype_at(std::string_view text, std::size_t begin) {
    for (std::size_t i = begin + 2, depth = 0;;) {
        i = text.find_first_of("[]>\"'<", i);
        if (i == text.npos) return {XmlMarkup::partial, begin, text.size()};
        const char c = text[i];
        if (c == '>' && depth == 0) return {XmlMarkup::doctype, begin, i + 1};
        if (c == '[') depth = 1;
        if (c == ']') depth = 0;
        std::string_view closing;
        if (text.substr(i).starts_with("<!--")) closing = "-->";
        if (c == '"') closing = "\"";
        if (c == '\'') closing = "'";
        if (!closing.empty()) i = text.find(closing, i + 1);
        i = i == text.npos ? i : i + std::max<std::size_t>(closing.size(), 1);
    }
}

XmlMark declaration_at(std::string_view text, std::size_t begin) {
    const std::string_view rest = text.substr(begin);
    if (rest.starts_with("<!--")) return mark_until(text, begin, "-->", XmlMarkup::other, 4);
    if (rest.starts_with("<![CDATA[")) return mark_until(text, begin, "]]>", XmlMarkup::other, 9);
    constexpr std::size_t longest_opening = 9;
    if (rest.size() < longest_opening) return {XmlMarkup::partial, begin, text.size()};
    return doctype_at(text, begin);
}

}  // namespace

XmlMark next_xml_mark(std::string_view text, std::size_t at) {
    for (;; ++at) {
        at = text.find('<', at);
        if (at == text.npos) return {XmlMarkup::none, text.size(), text.size()};
        if (at + 1 == text.size()) return {XmlMarkup::partial, at, text.size()};
        const char c = text[at + 1];
        if (c == '!') return declaration_at(text, at);
        if (c == '?') return instruction_at(text, at);
        if (begins_name(c)) return tag_at(text, at);
        if (c != '/') continue;
        if (at + 2 == text.size()) return {XmlMarkup::partial, at, text.size()};
        if (begins_name(text[at + 2])) return tag_at(text, at);
    }
}

std::string_view xml_local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

bool is_same_xml_name(std::string_view a, std::string_view b) {
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return x == y || lower_ascii(x) == lower_ascii(y);
           });
}

}  // namespace dateline
