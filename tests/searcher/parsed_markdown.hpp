#pragma once

#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// What a parser of CommonMark reads of a text.
struct MarkdownParagraph {
    std::string text;  ///< with code, without marks; anything but text as its XML tag
    std::string bold;  ///< what of it is bold
    bool is_quotation = false;

    bool operator==(const MarkdownParagraph&) const = default;
};

inline std::string markdown_as_xml(const std::string& markdown) {
    const TemporaryFolder folder;
    const std::string command =
        DATELINE_CMARK " --to xml " + folder.write("answer.md", markdown).string();
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(::popen(command.c_str(), "r"),
                                                               &::pclose);
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string xml;
    for (int c = 0; (c = std::fgetc(pipe.get())) != EOF;) xml += static_cast<char>(c);
    return xml;
}

inline std::string without_entities(std::string text) {
    for (const auto& [entity, character] :
         {std::pair("&lt;", "<"), {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at)
            text.replace(at, std::string_view(entity).size(), character);
    return text;
}

/// The paragraphs of a list.
inline std::vector<MarkdownParagraph> paragraphs_of(const std::string& markdown) {
    std::vector<MarkdownParagraph> paragraphs;
    const std::string xml = markdown_as_xml(markdown);
    bool is_quotation = false;
    bool is_bold = false;
    for (std::size_t at = xml.find("<document"); (at = xml.find('<', at)) != std::string::npos;) {
        const std::size_t end = xml.find('>', at);
        const std::string tag = xml.substr(at + 1, end - at - 1);
        const std::string name = tag.substr(0, tag.find(' '));
        at = end + 1;
        if (name == "block_quote" || name == "/block_quote") is_quotation = name[0] != '/';
        if (name == "strong" || name == "/strong") is_bold = name[0] != '/';
        if (name == "paragraph") paragraphs.push_back({"", "", is_quotation});
        if (name == "text" || name == "code") {
            const std::string text = without_entities(xml.substr(at, xml.find('<', at) - at));
            paragraphs.back().text += text;
            if (is_bold) paragraphs.back().bold += text;
        }
        const bool is_known = name.front() == '/' || name == "document" || name == "list" ||
                              name == "item" || name == "block_quote" || name == "strong" ||
                              name == "paragraph" || name == "text" || name == "code" ||
                              name == "link";
        if (!is_known) paragraphs.push_back({"<" + tag + ">", "", is_quotation});
    }
    return paragraphs;
}

}  // namespace dateline::test
