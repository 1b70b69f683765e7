#include "corpus/formats/xml_reader.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/newsml.hpp"
#include "corpus/formats/newsml1.hpp"
#include "corpus/formats/nitf.hpp"
#include "corpus/formats/rcv1.hpp"
#include "corpus/formats/xml_document.hpp"

namespace dateline {
namespace {

template <typename Event>
Event event_at(const Origin& origin, const XmlFormat& format, std::string reason) {
    return Event{{origin, std::string(format.name), std::move(reason)}};
}

void report(XmlReading&& reading, const Origin& origin, const XmlFormat& format,
            const ReadSink& sink) {
    if (!reading.problem.empty()) {
        return sink(event_at<Rejection>(origin, format, std::move(reading.problem)));
    }
    if (!reading.warning.empty()) {
        sink(event_at<Warning>(origin, format, std::move(reading.warning)));
    }
    if (!reading.article) return sink(event_at<Skip>(origin, format, std::move(reading.skip)));
    reading.article->origin = origin;
    sink(std::move(*reading.article));
}

bool is_news_record(std::string_view local_name) {
    return local_name == "nitf" || local_name == "newsitem" || local_name == "NewsItem" ||
           is_newsml_item(local_name);
}

XmlReading read_root(XmlNode root, const DateOptions& dates) {
    const std::string_view name = xml_local_name(root.name());
    if (name == "nitf") return read_nitf(root, dates);
    if (name == "newsitem") return read_rcv1(root, dates);
    return name == "NewsItem" ? read_newsml1_item(root, dates) : read_newsml_item(root, dates);
}

}  // namespace

void read_xml_records(XmlSource& source, const XmlFormat& format, const ReadOptions& options,
                      const ReadXmlRecord& read, const ReadSink& sink) {
    if (!source.problem().empty()) {
        return sink(event_at<Rejection>({}, format, source.problem()));
    }
    XmlRecords records(source.stream(), options.max_record_bytes, format.is_record);
    for (bool is_empty = true;; is_empty = false) {
        std::optional<XmlRecord> record;
        Origin origin;
        try {
            record = records.next();
            origin = record ? record->origin : records.origin();
            origin.offset = source.file_offset(origin.offset);
        } catch (const Error& failure) {
            return sink(event_at<Rejection>(records.origin(), format, failure.what()));
        }
        if (!record) {
            if (is_empty) sink(event_at<Skip>({}, format, std::string(format.without_records)));
            return;
        }
        XmlReading reading;
        if (record->problem.empty())
            reading = read(*record);
        else
            reading.problem = std::move(record->problem);
        report(std::move(reading), origin, format, sink);
    }
}

void XmlNewsReader::read(ByteStream& stream, const ReadOptions& options,
                         const ReadSink& sink) const {
    XmlSource source(stream, options.max_record_bytes);
    XmlDocument document;
    const auto read_record = [&](const XmlRecord& record) {
        XmlReading reading;
        reading.problem = document.parse(record);
        if (!reading.problem.empty()) return reading;
        reading = read_root(document.root(), options.dates);
        if (reading.warning.empty()) reading.warning = document.warning();
        return reading;
    };
    const XmlFormat format{name_, is_news_record, "a news message without items"};
    read_xml_records(source, format, options, read_record, sink);
}

}  // namespace dateline
