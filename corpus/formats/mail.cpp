#include "corpus/formats/mail.hpp"

#include "corpus/error.hpp"
#include "corpus/formats/mail_article.hpp"
#include "corpus/formats/mail_headers.hpp"
#include "corpus/formats/mail_message.hpp"
#include "corpus/formats/mbox_messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>

namespace dateline {
namespace {

constexpr std::string_view mail_name = "mail";
constexpr std::string_view mbox_name = "mbox";

/// Tells what messages say, and counts them.
class MailTeller {
  public:
    MailTeller(std::string_view format, const ReadOptions& options, const ReadSink& sink)
        : format_(format), options_(options), sink_(sink) {}

    /// `place_of`: of a byte of these bytes. `may_be_alone`: the message is its file's only one,
    /// and has no number unless there are others inside it.
    void tell(std::string_view bytes, const std::function<Origin(std::size_t)>& place_of,
              const Origin& origin, bool may_be_alone) {
        const std::vector<MailMessage> messages = parse_mail(bytes);
        if (messages.empty()) return reject(origin, "no message that can be parsed");
        for (const MailMessage& message : messages) {
            const bool is_outer = &message == messages.data();
            Origin place = is_outer ? origin : place_of(message.offset);
            ++records_;
            if (!may_be_alone || messages.size() > 1) place.record = records_;
            // A digest is its messages.
            const bool is_envelope = is_outer && messages.size() > 1;
            tell(message, place, is_envelope);
        }
    }

    void reject(Origin origin, std::string reason) {
        origin.record = ++records_;
        sink_(Rejection{{origin, std::string(format_), std::move(reason)}});
    }

  private:
    void tell(const MailMessage& message, const Origin& origin, bool is_envelope) {
        MailReading reading = read_mail_article(message, options_.dates);
        if (!reading.no_text.empty()) {
            if (is_envelope) reading.no_text = "holds only other messages";
            return sink_(Skip{{origin, std::string(format_), std::move(reading.no_text)}});
        }
        if (!reading.warning.empty())
            sink_(Warning{{origin, std::string(format_), std::move(reading.warning)}});
        reading.article.origin = origin;
        sink_(std::move(reading.article));
    }

    std::string_view format_;
    const ReadOptions& options_;
    const ReadSink& sink_;
    std::uint32_t records_ = 0;
};

class MailReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        MailTeller teller(mail_name, options, sink);
        const std::string_view bytes = stream.peek(options.max_record_bytes + 1);
        const auto place_of = [&](std::size_t byte) {
            Origin place;
            place.offset = stream.offset() + byte;
            place.line += static_cast<std::uint64_t>(
                std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(byte), '\n'));
            return place;
        };
        if (bytes.size() > options.max_record_bytes)
            return sink(Rejection{{place_of(0), std::string(mail_name),
                                   fmt::format("record of more than {} bytes, the limit",
                                               options.max_record_bytes)}});
        teller.tell(bytes, place_of, place_of(0), true);
    }
};

class MboxReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        MboxMessages messages(stream, options.max_record_bytes);
        MailTeller teller(mbox_name, options, sink);
        const auto place_of = [&](std::size_t byte) { return messages.place_of(byte); };
        for (;;) {
            std::optional<MboxMessage> message;
            try {
                message = messages.next();
            } catch (const Error& failure) {
                return teller.reject(messages.origin(), failure.what());
            }
            if (!message) return;
            if (message->problem.empty() && !is_header_line(message->bytes))
                message->problem = "a message without a header";
            if (message->problem.empty())
                teller.tell(message->bytes, place_of, message->origin, false);
            else
                teller.reject(message->origin, std::move(message->problem));
        }
    }
};

std::string_view without_mark(std::string_view head) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    return head.starts_with(byte_order_mark) ? head.substr(byte_order_mark.size()) : head;
}

}  // namespace

bool recognises_mail(std::string_view head) { return begins_with_mail_headers(without_mark(head)); }

const ArticleReader& mail_reader() {
    static const MailReader reader;
    return reader;
}

bool recognises_mbox(std::string_view head) {
    head = without_mark(head);
    head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
    return is_postmark(head, true);
}

const ArticleReader& mbox_reader() {
    static const MboxReader reader;
    return reader;
}

}  // namespace dateline
