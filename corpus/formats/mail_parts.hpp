#pragma once

#include <string>
#include <string_view>
#include <vector>

using GMimeMessage = struct _GMimeMessage;

namespace dateline {

/// The text of a message, and what else is in it.
struct MailParts {
    std::string text;                     ///< UTF-8, HTML undone, signatures cut
    std::vector<std::string> no_texts;    ///< types of parts that are no text, each once
    std::vector<GMimeMessage*> messages;  ///< inside it, owned by it
};

/// Plain text where a message has it and it is not only a hint at the HTML; attachments are left
/// out.
MailParts mail_parts(GMimeMessage* message);

}  // namespace dateline
