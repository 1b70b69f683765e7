#include "corpus/formats/feed.hpp"

#include "corpus/encoding.hpp"
#include "corpus/error.hpp"
#include "corpus/formats/feed_entry.hpp"
#include "corpus/formats/feed_header.hpp"
#include "corpus/formats/feed_repair.hpp"
#include "corpus/formats/xml_document.hpp"
#include "corpus/formats/xml_reader.hpp"
#include "corpus/formats/xml_root.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr XmlFormat format{"feed", is_feed_entry, "a feed without entries"};

/// What comes before the first entries, and, of a feed of common size, after the last.
std::string_view header_window(ByteStream& stream) {
    constexpr std::size_t window_bytes = 1UL << 20;
    try {
        return stream.peek(window_bytes).substr(0, window_bytes);
    } catch (const Error&) {
        return stream.peek(0);  // the stream fails again when that far is read
    }
}

class FeedReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        XmlSource source(stream, options.max_record_bytes);
        const std::vector<FeedHeader> headers = read_feed_headers(header_window(source.stream()));
        XmlDocument document;
        const auto read_record = [&](const XmlRecord& record) {
            XmlReading reading;
            reading.problem = parse(document, record);
            if (!reading.problem.empty()) return reading;
            const FeedHeader& header = headers[std::min(record.document, headers.size() - 1)];
            reading = read_feed_entry(document.root(), header, options.dates);
            if (reading.warning.empty()) reading.warning = document.warning();
            return reading;
        };
        read_xml_records(source, format, options, read_record, sink);
    }

  private:
    static std::string parse(XmlDocument& document, const XmlRecord& record) {
        std::string problem = document.parse(record);
        if (problem.empty()) return {};
        const std::string text = decode_text(record.bytes, record.charset).text;
        const bool is_repaired =
            document.parse(with_markup_in_sections(text), record.origin.line).empty();
        return is_repaired ? std::string() : problem;
    }
};

/// RDF holds much else.
bool is_rss_in_rdf(const XmlRoot& root, std::string_view head) {
    for (const std::string_view name :
         {"purl.org/rss/", "purl.org/net/rss", "netscape.com/rdf", "netscape.com/publish"})
        if (root.tag.find(name) != std::string::npos) return true;
    return head.find("<item") != head.npos && head.find("<channel") != head.npos;
}

}  // namespace

bool recognises_feed(std::string_view head) {
    const std::optional<XmlRoot> root = xml_root(head);
    if (!root) return false;
    const std::string_view name = root->local_name();
    if (name == "rss" || name == "feed" || is_same_xml_name(name, "channel")) return true;
    if (name == "entry") return root->tag.find("tom") != std::string::npos;
    return name == "RDF" && is_rss_in_rdf(*root, head);
}

const ArticleReader& feed_reader() {
    static const FeedReader reader;
    return reader;
}

}  // namespace dateline
