#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.hpp"

namespace dateline {

/// What a record of XML says.
struct XmlReading {
    std::optional<Article> article;  ///< without origin
    std::string skip;                ///< without an article: what else the record is
    std::string problem;             ///< or why it cannot be read
    std::string warning;             ///< empty, or what of the article is not taken
};

/// An article without headline and body is none: `what` names it, "an entry".
XmlReading reading_of(Article&& article, std::string_view what);

struct ChosenDate {
    Date date;
    std::string warning;
};
/// The first of the texts that is a date; where none is, the first that is there, with its warning.
ChosenDate choose_date(std::span<const std::string> texts, const DateOptions& options);

/// "MOSCOW" of "MOSCOW, Monday (Reuters)", "NEW YORK, Oct. 21 (AP) -". Empty where there is none.
std::string dateline_place(std::string_view dateline);

/// What stands in brackets is no part of a name in "me@example.com (Jane Doe)"; what stands
/// between < and > is none either. An address without a name stays.
std::string name_beside_address(std::string_view text);

}  // namespace dateline
