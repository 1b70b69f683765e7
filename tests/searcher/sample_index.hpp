#pragma once

#include <string>
#include <vector>

#include "corpus/article.hpp"
#include "searcher/index.hpp"
#include "tests/temporary_folder.hpp"

namespace dateline::test {

/// Articles written as JSON lines and indexed into a folder of their own.
class SampleIndex {
  public:
    /// Only these fields are taken: id, url, headline, body, source, section, byline, place,
    /// language, date.raw. A segment is closed after `batch_text_bytes` of text.
    explicit SampleIndex(const std::vector<Article>& articles,
                         std::uint64_t batch_text_bytes = 512ULL << 20);

    std::filesystem::path folder() const { return folder_ / "index"; }
    Index open() const { return Index::open(folder()); }

  private:
    TemporaryFolder folder_;
};

/// An article in English without date.
Article article(const std::string& id, const std::string& headline, const std::string& body);

/// Ids of a query's answer, in order.
std::vector<std::string> ids_of(const Index& index, const std::string& query);

}  // namespace dateline::test
