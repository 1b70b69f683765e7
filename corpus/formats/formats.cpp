#include "corpus/formats/html.hpp"
#include "corpus/formats/json.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/warc.hpp"
#include "corpus/reader.hpp"

#include <algorithm>
#include <array>

namespace dateline {

std::span<const Format> formats() {
    static constexpr std::array rows{
        Format{"json lines", "one JSON object a line", recognises_json_lines, json_lines_reader},
        Format{"json", "a JSON array, one object, or objects one after the other", recognises_json,
               json_reader},
        Format{"html", "a web page: JSON-LD, metadata, the text of the article", recognises_html,
               html_reader},
        Format{"warc", "web archives: pages, feeds, and text made of them (WET)", recognises_warc,
               warc_reader},
        Format{"plain text", "headline, date line, paragraphs", recognises_plain_text,
               plain_text_reader},
    };
    return rows;
}

const Format* recognise_format(std::string_view head) {
    const std::span<const Format> rows = formats();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Format& format) { return format.recognises(head); });
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace dateline
