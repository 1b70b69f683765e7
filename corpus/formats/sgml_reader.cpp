#include "corpus/formats/sgml_reader.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/record_text.hpp"
#include "corpus/formats/sgml_records.hpp"

#include <fmt/format.h>

namespace dateline {
namespace {

template <typename Event>
Event event_at(const Origin& origin, std::string_view format, std::string reason) {
    return Event{{origin, std::string(format), std::move(reason)}};
}

/// Reads one file.
class SgmlRun {
  public:
    SgmlRun(std::string_view format, std::string_view element, const DateOptions& dates,
            const ReadSink& sink)
        : format_(format), element_(element), dates_(dates), sink_(sink) {}

    void take(SgmlRecord& record, ReadSgmlRecord read_record) {
        if (record.is_stray_text) {
            return skip(record.origin, fmt::format("text that stands in no <{}>", element_));
        }
        if (!record.problem.empty()) return reject(record.origin, std::move(record.problem));
        RecordText text = read_record_text(record.bytes);
        const RecordText attributes = read_record_text(record.attributes);
        SgmlReading reading = read_record(text.text, attributes.text, dates_);
        if (!reading.article) return reject(record.origin, std::move(reading.problem));
        warn(record.origin, std::move(text.warning));
        if (!record.is_closed) {
            warn(record.origin, fmt::format("no </{}>: the record may be cut short", element_));
        }
        for (std::string& warning : reading.warnings) warn(record.origin, std::move(warning));
        reading.article->origin = record.origin;
        sink_(std::move(*reading.article));
    }

    void reject(const Origin& origin, std::string reason) {
        sink_(event_at<Rejection>(origin, format_, std::move(reason)));
    }

    void skip(const Origin& origin, std::string reason) {
        sink_(event_at<Skip>(origin, format_, std::move(reason)));
    }

  private:
    void warn(const Origin& origin, std::string reason) {
        if (!reason.empty()) sink_(event_at<Warning>(origin, format_, std::move(reason)));
    }

    std::string_view format_;
    std::string_view element_;
    const DateOptions& dates_;
    const ReadSink& sink_;
};

}  // namespace

void SgmlReader::read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const {
    SgmlRecords records(stream, element_, options.max_record_bytes);
    SgmlRun run(format_, element_, options.dates, sink);
    bool is_empty = true;
    for (;; is_empty = false) {
        std::optional<SgmlRecord> record;
        try {
            record = records.next();
        } catch (const Error& failure) {
            return run.reject(records.origin(), failure.what());
        }
        if (!record) break;
        run.take(*record, read_record_);
    }
    if (is_empty) run.skip({}, "holds no record");
}

}  // namespace dateline
