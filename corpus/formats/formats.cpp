#include "corpus/formats/cnn_story.hpp"
#include "corpus/formats/header_lines.hpp"
#include "corpus/formats/json.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/reuters21578.hpp"
#include "corpus/formats/trec.hpp"
#include "corpus/reader.hpp"

#include <algorithm>
#include <array>

namespace dateline {

std::span<const Format> formats() {
    static constexpr std::array rows{
        Format{"json lines", "one JSON object a line", recognises_json_lines, json_lines_reader},
        Format{"json", "a JSON array, one object, or objects one after the other", recognises_json,
               json_reader},
        Format{"reuters-21578", "Reuters-21578 SGML: <REUTERS> records", recognises_reuters21578,
               reuters21578_reader},
        Format{"trec sgml", "TREC, AQUAINT and Gigaword SGML: <DOC> records", recognises_trec,
               trec_reader},
        Format{"header lines", "text below \"-- \" lines: headline, authors, date, address",
               recognises_header_lines, header_lines_reader},
        Format{"cnn story", "CNN/Daily Mail .story: paragraphs, then @highlight lines",
               recognises_cnn_story, cnn_story_reader},
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
