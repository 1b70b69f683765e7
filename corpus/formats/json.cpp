#include "corpus/formats/json.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/json_article.hpp"
#include "corpus/formats/json_layout.hpp"
#include "corpus/formats/json_records.hpp"

namespace dateline {
namespace {

template <typename Event>
Event event_at(const Origin& origin, std::string_view format, std::string reason) {
    return Event{{origin, std::string(format), std::move(reason)}};
}

/// `Records`: JsonLines or JsonValues.
template <typename Records>
class JsonReader final : public ArticleReader {
  public:
    explicit JsonReader(std::string_view format) : format_(format) {}

    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        Records records(stream, options.max_record_bytes);
        JsonArticleParser parser(options.dates);
        bool is_empty = true;
        for (;; is_empty = false) {
            std::optional<JsonRecord> record;
            try {
                record = records.next();
            } catch (const Error& failure) {
                return sink(event_at<Rejection>(records.origin(), format_, failure.what()));
            }
            if (!record) break;
            if (record->problem.empty()) {
                read_record(*record, parser, records, sink);
            } else {
                sink(event_at<Rejection>(record->origin, format_, std::move(record->problem)));
            }
        }
        if (is_empty) sink(event_at<Skip>({}, format_, "holds no record"));
    }

  private:
    void read_record(const JsonRecord& record, JsonArticleParser& parser, Records& records,
                     const ReadSink& sink) const {
        JsonReading reading = parser.parse(record);
        const Origin origin = record.origin;
        if (!reading.is_json && !records.recover()) {
            reading.problem += "; the rest of the file is passed over";
        }
        if (!reading.warning.empty()) {
            sink(event_at<Warning>(origin, format_, std::move(reading.warning)));
        }
        if (!reading.article) {
            return sink(event_at<Rejection>(origin, format_, std::move(reading.problem)));
        }
        reading.article->origin = origin;
        sink(std::move(*reading.article));
    }

    std::string_view format_;
};

}  // namespace

bool recognises_json_lines(std::string_view head) { return json_layout(head) == JsonLayout::lines; }

const ArticleReader& json_lines_reader() {
    static const JsonReader<JsonLines> reader("json lines");
    return reader;
}

bool recognises_json(std::string_view head) { return json_layout(head).has_value(); }

const ArticleReader& json_reader() {
    static const JsonReader<JsonValues> reader("json");
    return reader;
}

}  // namespace dateline
