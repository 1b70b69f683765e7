#include "searcher/indexed_article.hpp"

#include <fmt/format.h>

#include <vector>

#include "corpus/bytes.hpp"
#include "corpus/stored_passage.hpp"

namespace dateline {

Article indexed_article(const Segment& segment, std::uint32_t article) {
    std::vector<StoredPassage> passages;
    for (DocId docid = segment.articles().first_docid(article);
         docid < segment.articles().end_docid(article); ++docid)
        passages.push_back(segment.passage(docid));
    Article whole = assemble_article(passages);
    if (content_hash(whole) != segment.articles().entry(article).content_hash)
        throw_damaged(fmt::format("the stored article {}", whole.id), "it is not what was indexed");
    return whole;
}

}  // namespace dateline
