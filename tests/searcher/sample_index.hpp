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
    /// language, date.raw. Indexed in so many runs, each of which leaves a segment: at most 3,
    /// since more small ones are merged.
    explicit SampleIndex(const std::vector<Article>& articles, std::size_t segments = 1);

    std::filesystem::path folder() const { return folder_ / "index"; }
    Index open() const { return Index::open(folder()); }
    /// Publishes the index without these articles: they get tombstones.
    void bury(const std::vector<std::string>& ids) const;

  private:
    TemporaryFolder folder_;
};

/// An article in English without date.
Article article(const std::string& id, const std::string& headline, const std::string& body);

/// All articles as the index gives them back, cleaned.
std::vector<Article> stored_articles(const Index& index);

/// Ids of a query's answer, in order.
std::vector<std::string> ids_of(const Index& index, const std::string& query);

}  // namespace dateline::test
