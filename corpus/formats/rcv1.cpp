#include "corpus/formats/rcv1.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_reader.hpp"
#include "corpus/formats/xml_root.hpp"
#include "corpus/formats/xml_text.hpp"
#include "corpus/language_code.hpp"
#include "corpus/section_keywords.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

namespace dateline {
namespace {

/// The four roots of the hierarchy of topics, to one of which each topic belongs (Lewis et al.,
/// RCV1: A New Benchmark Collection, JMLR 5, 2004).
std::string_view topic_name(std::string_view code) {
    if (code == "CCAT") return "Corporate/Industrial";
    if (code == "ECAT") return "Economics";
    if (code == "GCAT") return "Government/Social";
    return code == "MCAT" ? "Markets" : "";
}

/// The names of the root topics, then the codes of all others.
std::string section(XmlNode metadata) {
    std::vector<std::string> names;
    std::vector<std::string> others;
    for (XmlNode codes = child_named(metadata, "codes"); codes; codes = next_namesake(codes)) {
        if (codes.attribute("class").find("topics") == std::string_view::npos) continue;
        for (XmlNode code = child_named(codes, "code"); code; code = next_namesake(code)) {
            const std::string_view topic = code.attribute("code");
            const std::string_view name = topic_name(topic);
            if (name.empty()) {
                others.push_back(clean_line(topic));
            } else {
                names.emplace_back(name);
            }
        }
    }
    std::ranges::move(others, std::back_inserter(names));
    return joined_sections(names);
}

std::string dublin_core(XmlNode metadata, std::string_view element) {
    for (XmlNode node = child_named(metadata, "dc"); node; node = next_namesake(node))
        if (node.attribute("element") == element) return clean_line(node.attribute("value"));
    return {};
}

std::string text_of(XmlNode newsitem, std::string_view local) {
    return clean_line(inner_text(child_named(newsitem, local)));
}

}  // namespace

XmlReading read_rcv1(XmlNode newsitem, const DateOptions& dates) {
    const XmlNode metadata = child_named(newsitem, "metadata");
    Article article;
    article.headline = text_of(newsitem, "headline");
    // The title is the headline with the country before it.
    if (article.headline.empty()) article.headline = text_of(newsitem, "title");
    article.body = clean_body(block_text(child_named(newsitem, "text")));
    article.id = clean_line(newsitem.attribute("itemid"));
    article.byline = clean_byline(inner_text(child_named(newsitem, "byline")));
    article.place = dateline_place(inner_text(child_named(newsitem, "dateline")));
    if (article.place.empty()) article.place = dublin_core(metadata, "dc.creator.location");
    article.source = dublin_core(metadata, "dc.source");
    if (article.source.empty()) article.source = dublin_core(metadata, "dc.publisher");
    article.section = section(metadata);
    article.language = language_code(newsitem.attribute("lang"));
    const std::array<std::string, 2> texts{std::string(newsitem.attribute("date")),
                                           dublin_core(metadata, "dc.date.published")};
    ChosenDate chosen = choose_date(texts, dates);
    article.date = std::move(chosen.date);
    XmlReading reading = reading_of(std::move(article), "a news item");
    reading.warning = std::move(chosen.warning);
    return reading;
}

bool recognises_rcv1(std::string_view head) {
    const std::optional<XmlRoot> root = xml_root(head);
    return root && root->local_name() == "newsitem";
}

const ArticleReader& rcv1_reader() {
    static const XmlNewsReader reader("rcv1");
    return reader;
}

}  // namespace dateline
