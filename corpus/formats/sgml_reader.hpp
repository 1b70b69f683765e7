#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.hpp"

namespace dateline {

/// What a record says. Without an article there is a problem.
struct SgmlReading {
    std::optional<Article> article;
    std::string problem;
    std::vector<std::string> warnings;
};

/// Reads the content of a record's element. `text`: valid UTF-8; `attributes`: of its start tag.
using ReadSgmlRecord = SgmlReading (*)(std::string_view text, std::string_view attributes,
                                       const DateOptions& options);

/// Reads streams of records that are set apart by an element and hold an article each.
class SgmlReader final : public ArticleReader {
  public:
    /// `format`, `element`: literals.
    SgmlReader(std::string_view format, std::string_view element, ReadSgmlRecord read_record)
        : format_(format), element_(element), read_record_(read_record) {}
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override;

  private:
    std::string_view format_;
    std::string_view element_;
    ReadSgmlRecord read_record_;
};

}  // namespace dateline
