#include "corpus/formats/cnn_story.hpp"
#include "corpus/formats/csv.hpp"
#include "corpus/formats/feed.hpp"
#include "corpus/formats/header_lines.hpp"
#include "corpus/formats/html.hpp"
#include "corpus/formats/json.hpp"
#include "corpus/formats/mail.hpp"
#include "corpus/formats/newsml.hpp"
#include "corpus/formats/nitf.hpp"
#include "corpus/formats/plain_text.hpp"
#include "corpus/formats/rcv1.hpp"
#include "corpus/formats/reuters21578.hpp"
#include "corpus/formats/text_other.hpp"
#include "corpus/formats/trec.hpp"
#include "corpus/formats/warc.hpp"
#include "corpus/formats/xml_other.hpp"
#include "corpus/reader.hpp"

#include <algorithm>
#include <array>

namespace dateline {

std::span<const Format> formats() {
    static constexpr std::array rows{
        Format{"warc", "web archives: pages, feeds, and text made of them (WET)", recognises_warc,
               warc_reader},
        Format{"json lines", "one JSON object a line", recognises_json_lines, json_lines_reader},
        Format{"json", "a JSON array, one object, or objects one after the other", recognises_json,
               json_reader},
        Format{"other text", "JSONP, ARC and the like, which are reported and not read",
               recognises_other_text, other_text_reader},
        Format{"mbox", "mail, messages behind \"From \" lines", recognises_mbox, mbox_reader},
        Format{"mail", "one message: .eml, files of a Maildir", recognises_mail, mail_reader},
        Format{"csv", "rows with a header: CSV, TSV, also with ; or |", recognises_csv, csv_reader},
        Format{"reuters-21578", "Reuters-21578 SGML: <REUTERS> records", recognises_reuters21578,
               reuters21578_reader},
        Format{"trec sgml", "TREC, AQUAINT and Gigaword SGML: <DOC> records", recognises_trec,
               trec_reader},
        Format{"nitf", "News Industry Text Format", recognises_nitf, nitf_reader},
        Format{"newsml", "NewsML-G2 and NewsML 1.x: items, or messages of them", recognises_newsml,
               newsml_reader},
        Format{"rcv1", "Reuters Corpus, one <newsitem> or several", recognises_rcv1, rcv1_reader},
        Format{"feed", "RSS, Atom and CDF", recognises_feed, feed_reader},
        Format{"html", "a web page: JSON-LD, metadata, the text of the article", recognises_html,
               html_reader},
        Format{"xml", "other XML, which is reported and not read", recognises_other_xml,
               other_xml_reader},
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
