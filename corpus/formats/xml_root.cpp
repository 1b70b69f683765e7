#include "corpus/formats/xml_root.hpp"

#include "corpus/formats/xml_markup.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_junk_bytes = 1024;

/// The ASCII characters of UTF-16 or UTF-32 as one byte each.
std::string narrowed(std::string_view head) {
    constexpr std::size_t enough_bytes = 16UL << 10;
    std::string narrow(head.substr(0, enough_bytes));
    std::erase_if(narrow, [](char c) { return c == '\0' || c == '\xFE' || c == '\xFF'; });
    return narrow;
}

/// Other formats hold XML too: mail and web archives, JSON.
bool may_be_junk(std::string_view text) {
    constexpr std::array<std::string_view, 4> other{"WARC/", "From ", "{", "["};
    const auto begins = [&](std::string_view opening) { return text.starts_with(opening); };
    if (std::any_of(other.begin(), other.end(), begins)) return false;
    constexpr std::array<std::string_view, 4> mail{
        "From:", "Subject:", "MIME-Version:", "Received:"};
    const auto holds = [&](std::string_view header) { return text.find(header) != text.npos; };
    return text.find('\0') == text.npos && std::none_of(mail.begin(), mail.end(), holds);
}

/// Where the document begins, after white space or junk; npos where there is none.
std::size_t document_begin(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(blanks);
    // PHP prints its warnings as HTML.
    const bool is_warning =
        begin != text.npos && (text.substr(begin).starts_with("<br") || text[begin] != '<');
    if (!is_warning) return begin;
    const std::size_t declaration = text.substr(0, longest_junk_bytes).find("<?xml ");
    if (declaration == text.npos || !may_be_junk(text.substr(begin, declaration - begin))) {
        return text.npos;
    }
    return declaration;
}

bool is_html_doctype(std::string_view doctype) {
    constexpr std::string_view opening = "<!DOCTYPE";
    const std::size_t name = doctype.find_first_not_of(blanks, opening.size());
    return name != doctype.npos && is_same_xml_name(doctype.substr(name, 4), "html");
}

std::optional<XmlRoot> root_after(std::string_view text, std::size_t begin) {
    XmlRoot root;
    root.has_junk = text.find_first_not_of(blanks) != begin;
    for (std::size_t at = begin;;) {
        const XmlMark mark = next_xml_mark(text, at);
        // Between the pieces of a prolog stands nothing.
        if (text.substr(at, mark.begin - at).find_first_not_of(blanks) != text.npos) break;
        if (mark.kind == XmlMarkup::doctype && is_html_doctype(text.substr(mark.begin))) break;
        root.has_declaration |= mark.kind == XmlMarkup::declaration;
        if (!mark.name.empty()) {
            if (mark.kind == XmlMarkup::end_tag || is_same_xml_name(mark.name, "html")) break;
            root.name = mark.name;
            root.tag = text.substr(mark.begin, mark.end - mark.begin);
            root.prolog = text.substr(0, mark.begin);
            return root;
        }
        if (mark.kind == XmlMarkup::none || mark.kind == XmlMarkup::partial) break;
        at = mark.end;
    }
    return std::nullopt;
}

}  // namespace

std::string_view XmlRoot::local_name() const { return xml_local_name(name); }

std::optional<XmlRoot> xml_root(std::string_view head) {
    if (has_wide_characters(head)) {
        const std::string narrow = narrowed(head);
        const std::size_t wide_begin = document_begin(narrow);
        return wide_begin == std::string::npos ? std::nullopt : root_after(narrow, wide_begin);
    }
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    const std::size_t begin = document_begin(head);
    return begin == head.npos ? std::nullopt : root_after(head, begin);
}

bool may_be_xml_root(std::string_view name) {
    constexpr std::array<std::string_view, 5> tags{"b", "br", "a", "i", "p"};
    return std::none_of(tags.begin(), tags.end(),
                        [&](std::string_view tag) { return is_same_xml_name(tag, name); });
}

bool has_wide_characters(std::string_view head) {
    using namespace std::string_view_literals;
    constexpr std::array openings{"\xFF\xFE"sv, "\xFE\xFF"sv, "<\0"sv,
                                  "\0<"sv,      "\0\0\0<"sv,  "\0\0\xFE\xFF"sv};
    return std::any_of(openings.begin(), openings.end(),
                       [&](std::string_view opening) { return head.starts_with(opening); });
}

std::string_view xml_encoding(std::string_view declaration) {
    const std::size_t begin = declaration.find("<?xml");
    if (begin == declaration.npos) return {};
    declaration = declaration.substr(begin, declaration.find("?>", begin) - begin);
    const std::size_t word = declaration.find("encoding");
    const std::size_t open = declaration.find_first_of("\"'", std::min(word, declaration.size()));
    if (word == declaration.npos || open == declaration.npos) return {};
    const std::size_t close = declaration.find(declaration[open], open + 1);
    return close == declaration.npos ? std::string_view()
                                     : declaration.substr(open + 1, close - open - 1);
}

}  // namespace dateline
