#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/text_range.hpp"

namespace dateline {

/// Adds date, date_precision and headline.
void add_heading(nlohmann::ordered_json& object, const Article& article);
/// Adds the other fields and the way back to the source: root, path, member, offset.
void add_fields(nlohmann::ordered_json& object, const Article& article);

/// null where it is empty.
nlohmann::ordered_json text_or_null(const std::string& text);
/// [[begin, end], ...]
nlohmann::ordered_json range_list(const std::vector<TextRange>& ranges);
/// Of a passage's text, to check a citation: the first 32 bits of its XXH3 hash in hex.
std::string digest(std::string_view text);

}  // namespace dateline
