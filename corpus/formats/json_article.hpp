#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/formats/json_dom.hpp"
#include "corpus/reader.hpp"

namespace dateline {

/// What a JSON record says, or one of several in an envelope.
struct JsonReading {
    std::optional<Article> article;     ///< without origin
    std::string problem;                ///< why there is no article
    bool is_skip = false;               ///< it is none by nature
    std::vector<std::string> warnings;  ///< what of the article is not taken
    std::optional<std::size_t> offset;  ///< of one in an envelope: where it begins in the record
};
using JsonReadingSink = std::function<void(JsonReading&&)>;

/// Reads a document as articles: by the map of the options, by its schema, by the table in
/// json_keys.hpp. `bytes`: the document's, as they are in the file.
void read_json_articles(dom::element document, std::string_view bytes, const ReadOptions& options,
                        const JsonReadingSink& sink);

}  // namespace dateline
