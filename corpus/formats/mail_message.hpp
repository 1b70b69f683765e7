#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What one message says: fields of its header as UTF-8, encoded words decoded, and empty where it
/// has none. Not cleaned.
struct MailMessage {
    std::size_t offset = 0;  ///< of its first header field in the bytes that were parsed
    std::string subject;
    std::string from;    ///< names of the authors; empty where there are only addresses
    std::string domain;  ///< of the first author's address
    std::string date;
    std::string id;       ///< of Message-ID, without brackets
    std::string list;     ///< the list's or newsgroup's name
    std::string url;      ///< where it can be read
    std::string section;  ///< the first keyword
    std::string language;
    std::string text;      ///< plain, whatever the parts were; without signatures
    std::string no_texts;  ///< types of the parts without text: "image/png, application/pdf"
};

/// The message (RFC 5322, MIME) and those inside it: of digests, or forwarded; in the order in
/// which they begin. Whatever is wrong in it: what can be read is.
std::vector<MailMessage> parse_mail(std::string_view bytes);

}  // namespace dateline
