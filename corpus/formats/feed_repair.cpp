#include "corpus/formats/feed_repair.hpp"

#include "corpus/formats/xml_markup.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

bool is_text_field(std::string_view name) {
    constexpr std::array<std::string_view, 8> fields{
        "title", "description", "encoded", "content", "summary", "body", "fullitem", "div"};
    const std::string_view local = xml_local_name(name);
    return std::any_of(fields.begin(), fields.end(),
                       [&](std::string_view field) { return is_same_xml_name(field, local); });
}

std::string in_section(std::string_view content) {
    std::string section = "<![CDATA[";
    for (std::size_t end = content.find("]]>"); end != content.npos; end = content.find("]]>")) {
        section += content.substr(0, end + 2);
        section += "]]><![CDATA[";
        content.remove_prefix(end + 2);
    }
    return section.append(content).append("]]>");
}

}  // namespace

std::string with_markup_in_sections(std::string_view entry) {
    // Each search for an end tag that is not there goes through the whole rest.
    constexpr int most_unclosed = 16;
    std::string repaired;
    std::size_t copied = 0;
    std::size_t at = 0;
    for (int unclosed = 0; unclosed < most_unclosed;) {
        const XmlMark mark = next_xml_mark(entry, at);
        if (mark.kind == XmlMarkup::none || mark.kind == XmlMarkup::partial) break;
        at = mark.end;
        if (mark.kind != XmlMarkup::start_tag || !is_text_field(mark.name)) continue;
        const std::size_t end = entry.find("</" + std::string(mark.name), mark.end);
        if (end == entry.npos) {
            ++unclosed;
            continue;
        }
        at = end;
        const std::string_view content = entry.substr(mark.end, end - mark.end);
        const bool is_section = content.find("<![CDATA[") != content.npos;
        if (is_section || content.find('<') == content.npos) continue;
        repaired += entry.substr(copied, mark.end - copied);
        repaired += in_section(content);
        copied = end;
    }
    return repaired.append(entry.substr(copied));
}

}  // namespace dateline
