#include "corpus/html_charset.hpp"

#include "corpus/html_tags.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// Up to the end of a label, quoted or not.
std::string_view leading_label(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n\"'");
    if (begin == text.npos) return {};
    text.remove_prefix(begin);
    return text.substr(0, text.find_first_of(" \t\r\n\"';/>?"));
}

/// What follows `name` and an equals sign.
std::string_view value_after(std::string_view text, std::string_view name) {
    for (std::size_t at = 0; at + name.size() < text.size(); ++at) {
        if (!is_html_name(text.substr(at, name.size()), name)) continue;
        const std::size_t equals = text.find_first_not_of(" \t\r\n", at + name.size());
        if (equals != text.npos && text[equals] == '=')
            return leading_label(text.substr(equals + 1));
    }
    return {};
}

}  // namespace

std::string_view content_type_charset(std::string_view content_type) {
    return value_after(content_type, "charset");
}

std::string_view declared_html_charset(std::string_view bytes) {
    constexpr std::size_t searched_bytes = 4096;
    const std::string_view head = bytes.substr(0, searched_bytes);
    if (const std::size_t begin = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        begin != head.npos && head.substr(begin).starts_with("<?xml")) {
        const std::string_view declaration = head.substr(begin, head.find('>', begin) - begin);
        if (const std::string_view label = value_after(declaration, "encoding"); !label.empty())
            return label;
    }
    for (std::size_t at = head.find('<'); at != head.npos; at = head.find('<', at + 1)) {
        if (head.substr(at).starts_with("<!--")) {
            at = std::min(head.find("-->", at), head.size());
            continue;
        }
        const HtmlSourceTag tag = html_tag_at(head, at);
        if (tag.is_end_tag || !is_html_name(tag.name, "meta")) continue;
        const std::string_view label = value_after(head.substr(at, tag.end - at), "charset");
        if (!label.empty()) return label;
    }
    return {};
}

}  // namespace dateline
