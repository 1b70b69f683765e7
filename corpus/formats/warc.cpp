#include "corpus/formats/warc.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/error.hpp"
#include "corpus/formats/html.hpp"
#include "corpus/formats/html_article.hpp"
#include "corpus/formats/http_response.hpp"
#include "corpus/formats/warc_records.hpp"
#include "corpus/html_charset.hpp"
#include "corpus/language_code.hpp"
#include "corpus/source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <type_traits>

namespace dateline {
namespace {

constexpr std::string_view format_name = "warc";

/// Contents of a record, whatever it is wrapped in.
struct Payload {
    std::string_view bytes;
    std::string_view content_type;
    std::string url;
};

bool is_html(std::string_view type, std::string_view bytes) {
    if (type == "text/html" || type == "application/xhtml+xml") return true;
    return (type.empty() || type == "text/plain" || type == "application/octet-stream") &&
           recognises_html(bytes.substr(0, 64UL << 10));
}

/// Images, sounds, scripts, styles: no news by their type.
bool may_hold_articles(std::string_view type) {
    if (type.starts_with("text/")) {
        return type != "text/css" && type != "text/javascript" && type != "text/dns";
    }
    return type.empty() || type.find("json") != type.npos || type.find("xml") != type.npos ||
           type == "application/octet-stream";
}

/// The first line that a URL may have in it, as "<https://...>" of version 1.0 too.
std::string url_of(std::string_view target) {
    if (target.starts_with('<') && target.ends_with('>'))
        target = target.substr(1, target.size() - 2);
    const DecodedText decoded = decode_text(target);
    return clean_line(decoded.text);
}

/// Reading of one archive.
class WarcReading {
  public:
    WarcReading(ByteStream& stream, const ReadOptions& options, const ReadSink& sink)
        : records_(stream, options.max_record_bytes), options_(options), sink_(sink) {}

    void read() {
        bool is_empty = true;
        for (;;) {
            std::optional<WarcRecord> record;
            try {
                record = records_.next();
            } catch (const Error& failure) {
                origin_ = records_.origin();
                return tell<Rejection>(fmt::format("{}; the rest is lost", failure.what()));
            }
            if (!record) break;
            origin_ = record->origin;
            is_empty = !read_record(*record) && is_empty;
        }
        origin_ = {};
        if (is_empty) tell<Skip>("holds no pages, only records about their capture");
    }

  private:
    template <typename Event>
    void tell(std::string reason) {
        sink_(Event{{origin_, std::string(format_name), std::move(reason)}});
    }

    /// True where the record has contents of its own.
    bool read_record(const WarcRecord& record) {
        if (!record.problem.empty()) return tell<Rejection>(record.problem), true;
        const std::string_view type = record.fields["WARC-Type"];
        if (type == "warcinfo" || type == "request" || type == "metadata") return false;
        const std::string_view segment = record.fields["WARC-Segment-Number"];
        if (type == "revisit") {
            tell<Skip>("a revisit: the page is in an earlier record");
        } else if (type == "continuation" || (!segment.empty() && segment != "1")) {
            tell<Skip>("a part of a record that was cut into several");
        } else if (type == "response") {
            read_response(record);
        } else if (type == "resource") {
            warn_of_truncation(record);
            read_payload({record.block, record.fields["Content-Type"],
                          url_of(record.fields["WARC-Target-URI"])});
        } else if (type == "conversion") {
            read_conversion(record);
        } else {
            tell<Skip>(fmt::format("a record of type \"{}\"", clean_line(decode_text(type).text)));
        }
        return true;
    }

    void warn_of_truncation(const WarcRecord& record) {
        const std::string_view reason = record.fields["WARC-Truncated"];
        if (!reason.empty())
            warnings_.push_back(fmt::format("the capture was cut short ({})",
                                            clean_line(decode_text(reason).text)));
    }

    void read_response(const WarcRecord& record) {
        const auto response = read_http_response(record.block, options_.max_record_bytes);
        const std::string type = media_type(record.fields["Content-Type"]);
        if (!response && type.starts_with("application/http"))
            return tell<Rejection>("no HTTP response, although declared as one");
        if (!response)
            return read_payload({record.block, type, url_of(record.fields["WARC-Target-URI"])});
        if (response->status != 200)
            return tell<Skip>(fmt::format("HTTP status {}", response->status));
        if (!response->problem.empty()) return skip_or_reject(*response);
        warn_of_truncation(record);
        if (!response->loss.empty()) warnings_.push_back(response->loss);
        read_payload({response->body, response->fields["Content-Type"],
                      url_of(record.fields["WARC-Target-URI"])});
    }

    void skip_or_reject(const HttpResponse& response) {
        if (response.problem.starts_with("content encoding")) return tell<Skip>(response.problem);
        tell<Rejection>(response.problem);
    }

    void read_payload(const Payload& payload) {
        const std::string type = media_type(payload.content_type);
        if (!may_hold_articles(type))
            tell<Skip>(fmt::format("content type {}", clean_line(decode_text(type).text)));
        else if (payload.bytes.find_first_not_of(" \t\r\n") == payload.bytes.npos)
            tell<Skip>("an empty response");
        else if (is_html(type, payload.bytes))
            read_page(payload);
        else
            read_other(payload);
        warnings_.clear();
    }

    void read_page(const Payload& payload) {
        HtmlReading reading = read_html_article(
            payload.bytes, content_type_charset(payload.content_type), payload.url, options_);
        if (!reading.warning.empty()) warnings_.push_back(std::move(reading.warning));
        if (reading.article) return give(std::move(*reading.article));
        if (reading.is_skip) return tell<Skip>(std::move(reading.problem));
        tell<Rejection>(std::move(reading.problem));
    }

    /// Feeds, JSON, text: whatever format takes them.
    void read_other(const Payload& payload) {
        constexpr std::size_t head_bytes = 64UL << 10;
        const std::string text =
            decode_text(payload.bytes, content_type_charset(payload.content_type)).text;
        const Format* const format = recognise_format(std::string_view(text).substr(0, head_bytes));
        if (format == nullptr || format->name == format_name)
            return tell<Skip>("a response in no known news format");
        const std::unique_ptr<ByteStream> stream = open_bytes(text);
        format->reader().read(*stream, options_, [&](ReadEvent&& event) {
            if (auto* article = std::get_if<Article>(&event)) {
                if (article->url.empty() && article->origin.record == 0) article->url = payload.url;
                return give(std::move(*article));
            }
            std::visit([&](auto& value) { value.origin = origin_; }, event);
            sink_(std::move(event));
        });
    }

    /// WET: what the extraction left of a page, its title first; language by CLD2.
    void read_conversion(const WarcRecord& record) {
        Article article;
        const std::string text =
            decode_text(record.block, content_type_charset(record.fields["Content-Type"])).text;
        std::string_view rest = text;
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if (rest.empty()) return tell<Skip>("an empty conversion");
        constexpr std::size_t longest_title = 300;
        const std::size_t end = rest.find('\n');
        if (end != rest.npos && end <= longest_title &&
            rest.find_first_not_of(" \t\r\n", end) != rest.npos) {
            article.headline = clean_line(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        article.body = clean_body(rest);
        article.url = url_of(record.fields["WARC-Target-URI"]);
        const std::string_view languages = record.fields["WARC-Identified-Content-Language"];
        article.language = language_code(languages.substr(0, languages.find(',')));
        warn_of_truncation(record);
        give(std::move(article));
        warnings_.clear();
    }

    void give(Article&& article) {
        for (std::string& warning : warnings_) tell<Warning>(std::move(warning));
        warnings_.clear();
        article.origin = origin_;
        sink_(std::move(article));
    }

    WarcRecords records_;
    const ReadOptions& options_;
    const ReadSink& sink_;
    Origin origin_;
    std::vector<std::string> warnings_;
};

class WarcReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        WarcReading(stream, options, sink).read();
    }
};

}  // namespace

bool recognises_warc(std::string_view head) {
    head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
    return begins_warc_record(head);
}

const ArticleReader& warc_reader() {
    static const WarcReader reader;
    return reader;
}

}  // namespace dateline
