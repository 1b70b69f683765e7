#include "corpus/formats/json.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/json_article.hpp"
#include "corpus/formats/json_layout.hpp"
#include "corpus/formats/json_parser.hpp"
#include "corpus/formats/json_records.hpp"

#include <algorithm>

namespace dateline {
namespace {

template <typename Event>
Event event_at(const Origin& origin, std::string_view format, std::string reason) {
    return Event{{origin, std::string(format), std::move(reason)}};
}

/// Gives the readings of one record to the sink, each with its place.
class PlacedReadings {
  public:
    PlacedReadings(const JsonRecord& record, std::string_view format, const ReadSink& sink)
        : bytes_(record.bytes), origin_(record.origin), format_(format), sink_(sink) {}

    void take(JsonReading reading) {
        if (reading.offset) go_to(*reading.offset);
        for (std::string& warning : reading.warnings)
            sink_(event_at<Warning>(origin_, format_, std::move(warning)));
        if (reading.article) {
            reading.article->origin = origin_;
            sink_(std::move(*reading.article));
        } else if (reading.is_skip) {
            sink_(event_at<Skip>(origin_, format_, std::move(reading.problem)));
        } else {
            sink_(event_at<Rejection>(origin_, format_, std::move(reading.problem)));
        }
        ++taken_;
    }

    std::uint32_t taken() const { return taken_; }

  private:
    /// To a record inside of the one in the file; they come in their order.
    void go_to(std::size_t offset) {
        origin_.record = taken_ == 0 ? std::max(origin_.record, 1U) : origin_.record + 1;
        if (offset < passed_) return;
        const std::string_view step = bytes_.substr(passed_, offset - passed_);
        origin_.line += static_cast<std::uint64_t>(std::count(step.begin(), step.end(), '\n'));
        origin_.offset += step.size();
        passed_ = offset;
    }

    std::string_view bytes_;
    Origin origin_;
    std::string_view format_;
    const ReadSink& sink_;
    std::size_t passed_ = 0;
    std::uint32_t taken_ = 0;
};

/// `Records`: JsonLines or JsonValues.
template <typename Records>
class JsonReader final : public ArticleReader {
  public:
    explicit JsonReader(std::string_view format) : format_(format) {}

    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        Records records(stream, options.max_record_bytes);
        JsonParser parser;
        bool is_empty = true;
        for (;; is_empty = false) {
            std::optional<JsonRecord> record;
            try {
                record = records.next();
            } catch (const Error& failure) {
                return sink(event_at<Rejection>(records.origin(), format_, failure.what()));
            }
            if (!record) break;
            if (record->problem.empty())
                read_record(*record, parser, records, options, sink);
            else
                sink(event_at<Rejection>(record->origin, format_, std::move(record->problem)));
        }
        if (is_empty) sink(event_at<Skip>({}, format_, "holds no record"));
    }

  private:
    void read_record(const JsonRecord& record, JsonParser& parser, Records& records,
                     const ReadOptions& options, const ReadSink& sink) const {
        std::optional<dom::element> document = parser.parse(record);
        if (!document) {
            if (records.open_envelope()) return;
            document = parser.mend(record);
        }
        if (!document) {
            std::string problem = parser.problem();
            if (!records.recover()) problem += "; the rest of the file is passed over";
            return sink(event_at<Rejection>(record.origin, format_, std::move(problem)));
        }
        PlacedReadings readings(record, format_, sink);
        read_json_articles(*document, record.bytes, options, [&](JsonReading&& reading) {
            if (readings.taken() == 0)
                reading.warnings.insert(reading.warnings.begin(), parser.losses().begin(),
                                        parser.losses().end());
            readings.take(std::move(reading));
        });
        records.recount_last(readings.taken());
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
