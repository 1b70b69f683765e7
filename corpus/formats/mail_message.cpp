#include "corpus/formats/mail_message.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/mail_parts.hpp"
#include "corpus/formats/mail_words.hpp"
#include "corpus/trimmed.hpp"

#include <fmt/format.h>
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

namespace dateline {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
struct FreeOptions {
    void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};
using Options = std::unique_ptr<GMimeParserOptions, FreeOptions>;

/// GMime's tables, for as long as the program runs.
void start_gmime() {
    static const bool is_started = [] {
        g_mime_init();
        return true;
    }();
    static_cast<void>(is_started);
}

/// Between the first < and the > behind it; empty where there are none.
std::string_view in_brackets(std::string_view text) {
    const std::size_t open = text.find('<');
    const std::size_t close = text.find('>', open == text.npos ? text.size() : open);
    return close == text.npos ? std::string_view() : text.substr(open + 1, close - open - 1);
}

/// "(Jane Doe)" of "jdoe at example.com (Jane Doe)", as archives of lists hide addresses.
std::string_view last_comment(std::string_view text) {
    const std::size_t open = text.rfind('(');
    const std::size_t close = text.rfind(')');
    if (open == text.npos || close == text.npos || close < open) return {};
    return text.substr(open + 1, close - open - 1);
}

std::string_view before_comment(std::string_view date) {
    const std::size_t open = date.find('(');
    return date.substr(0, open);
}

/// The header of one message.
class Header {
  public:
    Header(GMimeMessage* message, GMimeParserOptions* options)
        : list_(g_mime_object_get_header_list(GMIME_OBJECT(message))), options_(options) {
        GMimeObject* const root = g_mime_message_get_mime_part(message);
        if (root) content_list_ = g_mime_object_get_header_list(root);
    }

    /// On one line, as UTF-8, encoded words as they are.
    std::string raw(const char* name) const {
        GMimeHeader* header = g_mime_header_list_get_header(list_, name);
        if (!header && content_list_) header = g_mime_header_list_get_header(content_list_, name);
        const char* const value = header ? g_mime_header_get_raw_value(header) : nullptr;
        if (!value) return {};
        const std::string_view bytes = value;
        return clean_line(first_invalid_utf8(bytes) ? decode_text(bytes).text : std::string(bytes));
    }
    std::string text(const char* name) const { return decode_words(raw(name)); }

    /// Bytes before the first field.
    std::size_t offset() const {
        if (g_mime_header_list_get_count(list_) == 0) return 0;
        const gint64 at = g_mime_header_get_offset(g_mime_header_list_get_header_at(list_, 0));
        return at < 0 ? 0 : static_cast<std::size_t>(at);
    }

    GMimeParserOptions* options() const { return options_; }

  private:
    GMimeHeaderList* list_;
    GMimeHeaderList* content_list_ = nullptr;  ///< Content-...: GMime gives those to the root part
    GMimeParserOptions* options_;
};

/// Encoded words inside quotes, which should not be there, are decoded here.
std::string name_of(InternetAddress* address) {
    const char* const name = internet_address_get_name(address);
    if (!name) return {};
    const std::string_view text = name;
    std::string decoded =
        text.find("=?") == text.npos ? std::string(trimmed(text)) : decode_words(text);
    const bool is_address = decoded.find('@') != decoded.npos && decoded.find(' ') == decoded.npos;
    return is_address ? std::string() : decoded;
}

std::string domain_of(InternetAddress* address) {
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) return {};
    const char* const text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    const std::string_view mailbox = text ? text : "";
    const std::size_t at = mailbox.rfind('@');
    return lower_ascii(at == mailbox.npos ? std::string_view() : mailbox.substr(at + 1));
}

void read_authors(MailMessage& message, const Header& header) {
    const std::string from = join_words(header.raw("From"));
    const std::unique_ptr<InternetAddressList, Unref> authors(
        internet_address_list_parse(header.options(), from.c_str()));
    const int count = authors ? internet_address_list_length(authors.get()) : 0;
    for (int i = 0; i < count; ++i) {
        InternetAddress* const author = internet_address_list_get_address(authors.get(), i);
        if (message.domain.empty()) message.domain = domain_of(author);
        const std::string name = name_of(author);
        if (!name.empty()) message.from += (message.from.empty() ? "" : ", ") + name;
    }
    if (count > 0) return;
    const std::string_view comment = last_comment(from);
    const bool is_name = comment.empty() && from.find('@') == from.npos;
    message.from = decode_words(is_name ? std::string_view(from) : comment);
}

/// "Desk news" of "\"Desk news\" <news.example.com>", else what is in the brackets.
std::string name_of_list(const Header& header) {
    const std::string list = header.text("List-Id");
    std::string phrase(trimmed(std::string_view(list).substr(0, list.find('<'))));
    std::erase(phrase, '"');
    if (!phrase.empty()) return phrase;
    if (!list.empty()) return std::string(in_brackets(list));
    const std::string groups = header.text("Newsgroups");
    return std::string(trimmed(std::string_view(groups).substr(0, groups.find(','))));
}

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

/// Archived-At is RFC 5064's; the others are those of programs that make mail of feeds.
std::string web_address(const Header& header) {
    for (const char* name : {"Archived-At", "X-RSS-URL", "Content-Base", "Content-Location"}) {
        const std::string value = header.text(name);
        const std::string_view bracketed = in_brackets(value);
        const std::string_view address = bracketed.empty() ? std::string_view(value) : bracketed;
        if (is_web_address(address)) return std::string(address);
    }
    return {};
}

std::string message_id(const Header& header) {
    const std::string raw = header.raw("Message-ID");
    std::string id(in_brackets(raw));
    if (id.empty()) id = raw;
    std::erase(id, ' ');
    return id;
}

std::string first_of_list(const std::string& list) {
    return std::string(trimmed(std::string_view(list).substr(0, list.find(','))));
}

/// Appends the message and those inside it.
void read_message(std::vector<MailMessage>& messages, GMimeMessage* parsed,
                  GMimeParserOptions* options) {
    const Header header(parsed, options);
    MailMessage message;
    message.offset = header.offset();
    message.subject = header.text("Subject");
    message.date = trimmed(before_comment(header.raw("Date")));
    message.id = message_id(header);
    message.list = name_of_list(header);
    message.url = web_address(header);
    message.section = first_of_list(header.text("Keywords"));
    message.language = first_of_list(header.raw("Content-Language"));
    read_authors(message, header);
    MailParts parts = mail_parts(parsed);
    message.text = std::move(parts.text);
    message.no_texts = fmt::format("{}", fmt::join(parts.no_texts, ", "));
    messages.push_back(std::move(message));
    for (GMimeMessage* const inner : parts.messages) read_message(messages, inner, options);
}

void note_truncation(gint64, GMimeParserWarning warning, const gchar*, gpointer is_cut) {
    if (warning == GMIME_WARN_TRUNCATED_MESSAGE) *static_cast<bool*>(is_cut) = true;
}

// GMime 3.2.15 wants to be told how the last argument is freed. A template, so that only the call
// that fits is looked at.
template <class ParserOptions>
void report_truncation(ParserOptions* options, bool* is_cut) {
    if constexpr (requires {
                      g_mime_parser_options_set_warning_callback(options, note_truncation, is_cut);
                  })
        g_mime_parser_options_set_warning_callback(options, note_truncation, is_cut);
    else
        g_mime_parser_options_set_warning_callback(options, note_truncation, is_cut, nullptr);
}

}  // namespace

std::vector<MailMessage> parse_mail(std::string_view bytes) {
    start_gmime();
    const Options options(g_mime_parser_options_new());
    bool is_cut = false;
    report_truncation(options.get(), &is_cut);
    const std::unique_ptr<GMimeStream, Unref> stream(
        g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const std::unique_ptr<GMimeParser, Unref> parser(g_mime_parser_new_with_stream(stream.get()));
    const std::unique_ptr<GMimeMessage, Unref> message(
        g_mime_parser_construct_message(parser.get(), options.get()));
    std::vector<MailMessage> messages;
    if (message) read_message(messages, message.get(), options.get());
    for (MailMessage& each : messages) each.is_cut = is_cut;
    std::ranges::stable_sort(messages, {}, &MailMessage::offset);
    return messages;
}

}  // namespace dateline
