#include "corpus/formats/html_linked.hpp"

#include "corpus/formats/json_article.hpp"
#include "corpus/formats/json_parser.hpp"
#include "corpus/html_text.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// The script without what some pages put around the JSON: comments, CDATA sections, semicolons.
std::string_view json_of(std::string_view script) {
    constexpr std::string_view cdata = "<![CDATA[";
    if (const std::size_t at = script.find(cdata); at != script.npos && at < script.find('{'))
        script.remove_prefix(at + cdata.size());
    const std::size_t begin = script.find_first_of("{[");
    const std::size_t end = script.find_last_of("}]");
    if (begin == script.npos || end == script.npos || end < begin) return {};
    script = script.substr(begin, end + 1 - begin);
    // The brackets of "]]>".
    while (script.front() == '{' && script.ends_with(']')) script.remove_suffix(1);
    return script.substr(0, script.find_last_of("}]") + 1);
}

/// As written by the parser, or by hand with blanks: "@type": "NewsArticle", also in lists.
bool names_article(std::string_view json) {
    constexpr std::array<std::string_view, 3> types{"Article\"", "BlogPosting\"", "Report\""};
    return json.find("\"@type\"") != json.npos &&
           std::any_of(types.begin(), types.end(),
                       [&](std::string_view type) { return json.find(type) != json.npos; });
}

/// JSON written by hand or by a template: newlines in strings are blanks, as they are outside of
/// them; commas before a closing bracket go.
std::string mended(std::string_view json) {
    std::string text;
    bool is_in_string = false;
    bool is_escaped = false;
    for (char c : json) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
        if (!is_in_string && (c == '}' || c == ']')) {
            const std::size_t last = text.find_last_not_of(' ');
            if (last != text.npos && text[last] == ',') text.resize(last);
        }
        if (c == '"' && !is_escaped) is_in_string = !is_in_string;
        is_escaped = c == '\\' && !is_escaped;
        text += c;
    }
    return text;
}

class LinkedReading {
  public:
    LinkedReading(HtmlLinkedData& data, const ReadOptions& options)
        : data_(data), options_(options) {
        options_.map = {};  // a user's map speaks of files of JSON
    }

    void read(std::string_view json) {
        auto document = parser_.parse(record_of(json));
        std::string text;
        if (!document) {
            text = mended(json);
            document = parser_.parse(record_of(text));
            if (!document) document = parser_.mend(record_of(text));
        }
        if (!document) {
            if (data_.problem.empty() && names_article(json))
                data_.problem = "JSON-LD of the page: " + parser_.problem();
            return;
        }
        dom::array elements;
        if (document->get(elements) != simdjson::SUCCESS) return read(*document, json);
        for (const dom::element element : elements) read(element, json);
    }

  private:
    static JsonRecord record_of(std::string_view json) {
        JsonRecord record;
        record.bytes = json;
        record.readable_bytes = json.size();
        return record;
    }

    void read(dom::element element, std::string_view json) {
        dom::object object;
        if (element.get(object) != simdjson::SUCCESS) return;
        const bool is_typed = names_article(json);
        read_json_articles(element, json, options_, [&](JsonReading&& reading) {
            if (!reading.article) return;
            // A page tells of itself, too; what it calls an article comes first.
            if (data_.article && (data_.is_typed || !is_typed)) return;
            data_.article = std::move(reading.article);
            data_.is_typed = is_typed;
            data_.problem = reading.warnings.empty() ? "" : std::move(reading.warnings.front());
        });
    }

    HtmlLinkedData& data_;
    ReadOptions options_;
    JsonParser parser_;
};

}  // namespace

HtmlLinkedData read_html_linked_data(const std::vector<std::string_view>& scripts,
                                     const ReadOptions& options) {
    HtmlLinkedData data;
    LinkedReading reading(data, options);
    for (std::string_view script : scripts) {
        const std::string_view json = json_of(script);
        if (json.find('"') != json.npos || json.find("&quot;") == json.npos)
            reading.read(json);
        else
            reading.read(html_text(json));
    }
    if (data.article) data.article->id.clear();
    return data;
}

}  // namespace dateline
