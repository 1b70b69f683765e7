#pragma once

#include <string>

#include "corpus/formats/mail_message.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// What a message says as an article.
struct MailReading {
    Article article;      ///< without origin
    std::string warning;  ///< empty, or what of it is not taken
    std::string no_text;  ///< why it is no article by nature, or empty
};
MailReading read_mail_article(const MailMessage& message, const DateOptions& dates);

}  // namespace dateline
