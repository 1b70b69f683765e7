#pragma once

#include <memory>
#include <optional>
#include <string>

#include "corpus/formats/json_records.hpp"

namespace dateline {

/// What a JSON record says.
struct JsonReading {
    std::optional<Article> article;  ///< without origin
    std::string problem;             ///< why there is no article
    std::string warning;             ///< empty, or what of the article is not taken
    bool is_json = true;
};

/// Reads records as articles by the table in json_keys.hpp. Not for several threads at once.
class JsonArticleParser {
  public:
    explicit JsonArticleParser(const DateOptions& dates);
    ~JsonArticleParser();
    /// `record` has bytes.
    JsonReading parse(const JsonRecord& record);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
