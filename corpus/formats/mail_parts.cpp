#include "corpus/formats/mail_parts.hpp"

#include "corpus/ascii.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/mail_text.hpp"
#include "corpus/html_text.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <cctype>
#include <memory>
#include <optional>

namespace dateline {
namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

enum class TextKind { plain, html };

/// A part that is read as text, not decoded yet.
struct TextPart {
    GMimePart* part = nullptr;
    TextKind kind = TextKind::plain;
};

std::string_view or_empty(const char* text) { return text ? std::string_view(text) : ""; }

std::string type_of(GMimeObject* part) {
    GMimeContentType* const type = g_mime_object_get_content_type(part);
    if (!type) return "text/plain";
    return lower_ascii(or_empty(g_mime_content_type_get_media_type(type))) + "/" +
           lower_ascii(or_empty(g_mime_content_type_get_media_subtype(type)));
}

std::string_view parameter(GMimePart* part, const char* name) {
    return or_empty(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), name));
}

bool is_attachment(GMimeObject* part) {
    return lower_ascii(or_empty(g_mime_object_get_disposition(part))) ==
           GMIME_DISPOSITION_ATTACHMENT;
}

std::string content_of(GMimePart* part) {
    GMimeDataWrapper* const content = g_mime_part_get_content(part);
    if (!content) return {};
    const std::unique_ptr<GMimeStream, Unref> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* const bytes =
        g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// Of seven bits nobody needs to be told, and bytes of eight are not what is declared so: then they
/// are guessed.
std::string_view declared_charset(GMimePart* part) {
    const std::string_view charset = parameter(part, "charset");
    const std::string name = lower_ascii(charset);
    return name == "us-ascii" || name == "ascii" ? std::string_view() : charset;
}

/// What a page says of itself at its beginning: <meta charset="utf-8">.
std::string_view charset_of_page(std::string_view page) {
    constexpr std::string_view name = "charset=";
    const std::size_t at = page.substr(0, 2048).find(name);
    if (at == page.npos) return {};
    page.remove_prefix(at + name.size());
    if (page.starts_with('"') || page.starts_with('\'')) page.remove_prefix(1);
    return page.substr(0, page.find_first_of("\"'>; \r\n"));
}

std::string text_of(const TextPart& text) {
    const std::string bytes = content_of(text.part);
    std::string_view charset = declared_charset(text.part);
    if (charset.empty() && text.kind == TextKind::html) charset = charset_of_page(bytes);
    std::string decoded = decode_text(bytes, charset).text;
    if (text.kind == TextKind::html) return without_newsletter_links(html_text(decoded));
    if (lower_ascii(parameter(text.part, "format")) == "flowed")
        decoded = unflowed(decoded, lower_ascii(parameter(text.part, "delsp")) == "yes");
    return std::string(without_signatures(decoded));
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

/// The parts of one message, found depth first. GMime nests 1,024 levels at most.
class PartWalk {
  public:
    std::string text_of_message(GMimeMessage* message) {
        GMimeObject* const root = g_mime_message_get_mime_part(message);
        return root ? text_of_object(root) : std::string();
    }
    MailParts parts() && { return std::move(parts_); }

  private:
    std::string text_of_object(GMimeObject* object) {
        if (GMIME_IS_MESSAGE_PART(object)) return note_message(GMIME_MESSAGE_PART(object));
        if (GMIME_IS_MULTIPART(object)) return text_of_multipart(GMIME_MULTIPART(object));
        const std::optional<TextPart> text = text_part(object);
        return text ? text_of(*text) : std::string();
    }

    std::string note_message(GMimeMessagePart* part) {
        if (GMimeMessage* const message = g_mime_message_part_get_message(part))
            parts_.messages.push_back(message);
        return {};
    }

    std::optional<TextPart> text_part(GMimeObject* object) {
        const std::string type = type_of(object);
        if (GMIME_IS_PART(object) && !is_attachment(object)) {
            GMimePart* const part = GMIME_PART(object);
            if (type == "text/html" || type == "application/xhtml+xml")
                return TextPart{part, TextKind::html};
            if (type == "text/plain" || type == "text/markdown")
                return TextPart{part, TextKind::plain};
        }
        if (std::find(parts_.no_texts.begin(), parts_.no_texts.end(), type) ==
            parts_.no_texts.end())
            parts_.no_texts.push_back(type);
        return std::nullopt;
    }

    std::string text_of_multipart(GMimeMultipart* multipart) {
        const std::string type = type_of(GMIME_OBJECT(multipart));
        if (type == "multipart/alternative") return text_of_alternative(multipart);
        if (type == "multipart/related") return text_of_related(multipart);
        std::string joined;
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
            const std::string text = text_of_object(g_mime_multipart_get_part(multipart, i));
            if (is_blank(text)) continue;
            if (!joined.empty()) joined += "\n\n";
            joined += text;
        }
        return joined;
    }

    /// The page, and pictures and styles for it. Its part may be named, and is the first else.
    std::string text_of_related(GMimeMultipart* multipart) {
        const char* const start =
            g_mime_object_get_content_type_parameter(GMIME_OBJECT(multipart), "start");
        GMimeObject* root =
            start ? g_mime_multipart_get_subpart_from_content_id(multipart, start) : nullptr;
        if (!root && g_mime_multipart_get_count(multipart) > 0)
            root = g_mime_multipart_get_part(multipart, 0);
        return root ? text_of_object(root) : std::string();
    }

    std::string text_of_alternative(GMimeMultipart* multipart) {
        std::string plain;
        std::vector<GMimeObject*> others;  // the best comes last
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
            GMimeObject* const object = g_mime_multipart_get_part(multipart, i);
            const bool is_plain = type_of(object).starts_with("text/") &&
                                  type_of(object) != "text/html" && plain.empty();
            if (is_plain)
                plain = text_of_object(object);
            else if (GMIME_IS_MESSAGE_PART(object))
                note_message(GMIME_MESSAGE_PART(object));
            else
                others.push_back(object);
        }
        return is_hint(plain) ? better_text(plain, others) : plain;
    }

    /// Short enough to be only "see this message in your browser".
    static bool is_hint(std::string_view plain) {
        constexpr std::size_t longest_hint_bytes = 300;
        return is_blank(plain) || plain.size() <= longest_hint_bytes;
    }

    std::string better_text(const std::string& plain, const std::vector<GMimeObject*>& others) {
        constexpr std::size_t times_longer = 3;
        for (auto object = others.rbegin(); object != others.rend(); ++object) {
            std::string text = text_of_object(*object);
            if (is_blank(text)) continue;
            if (is_blank(plain) || text.size() > times_longer * plain.size()) return text;
        }
        return plain;
    }

    MailParts parts_;
};

}  // namespace

MailParts mail_parts(GMimeMessage* message) {
    PartWalk walk;
    std::string text = walk.text_of_message(message);
    MailParts parts = std::move(walk).parts();
    parts.text = std::move(text);
    return parts;
}

}  // namespace dateline
