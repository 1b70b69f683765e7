#include "corpus/formats/trec.hpp"

#include "corpus/formats/sgml_reader.hpp"
#include "corpus/formats/sgml_records.hpp"
#include "corpus/formats/sgml_tag.hpp"
#include "corpus/formats/trec_article.hpp"
#include "corpus/formats/trec_fields.hpp"

#include <algorithm>

namespace dateline {
namespace {

bool is_field(std::string_view name) {
    return std::any_of(trec_elements.begin(), trec_elements.end(),
                       [&](const SgmlElement& e) { return is_same_name(e.name, name); });
}

/// Whether the record says what it is: other XML has elements of that name too.
bool has_fields(std::string_view head, const SgmlTag& start) {
    if (!sgml_attribute(start.attributes, "id").empty()) return true;
    for (auto tag = next_sgml_tag(head, start.end); tag; tag = next_sgml_tag(head, tag->end)) {
        if (is_same_name(tag->name, "DOC")) return false;
        if (!tag->is_end && is_field(tag->name)) return true;
    }
    return false;
}

bool begins_with_record(std::string_view head) {
    if (!begins_with_sgml_record(head, "DOC")) return false;
    auto tag = next_sgml_tag(head, 0);
    while (!is_same_name(tag->name, "DOC")) tag = next_sgml_tag(head, tag->end);
    return has_fields(head, *tag);
}

/// A file that was cut out of a larger one begins within a record.
bool has_record_later(std::string_view head) {
    if (head.find("</DOC>\n") == head.npos && head.find("</DOC>\r\n") == head.npos) return false;
    for (auto tag = next_sgml_tag(head, 0); tag; tag = next_sgml_tag(head, tag->end)) {
        if (tag->is_end || tag->name != "DOC") continue;
        const auto next = next_sgml_tag(head, tag->end);
        if (next && is_same_name(next->name, "DOCNO")) return true;
    }
    return false;
}

}  // namespace

bool recognises_trec(std::string_view head) {
    return begins_with_record(head) || has_record_later(head);
}

const ArticleReader& trec_reader() {
    static const SgmlReader reader("trec sgml", "DOC", read_trec_article);
    return reader;
}

}  // namespace dateline
