#include "indexer/posting_merge.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/bytes.hpp"
#include "corpus/glass/posting_list.hpp"
#include "corpus/glass/term_list.hpp"

namespace dateline {

namespace {

constexpr DocId gone = 0;

/// One of the segments, term by term.
class TermCursor {
  public:
    TermCursor(const StoredSegment& segment, std::vector<DocId> docids)
        : postlist_(&segment.tables().postlist()),
          docids_(std::move(docids)),
          terms_(*postlist_, "") {}

    bool at_end() const { return terms_.at_end(); }
    const std::string& term() const { return terms_.term(); }

    void add_lengths(std::vector<std::uint32_t>& lengths) const {
        for (auto list = glass::PostingList::lengths(*postlist_); !list.at_end(); list.next())
            if (const DocId docid = place_of(list.docid()); docid != gone)
                lengths[docid - 1] = list.wdf();
    }

    // Adds the postings of the term at hand and goes on to the next.
    void take(std::vector<Posting>& postings) {
        for (glass::PostingList list(*postlist_, term()); !list.at_end(); list.next())
            if (const DocId docid = place_of(list.docid()); docid != gone)
                postings.push_back({docid, list.wdf()});
        terms_.next();
    }

  private:
    // In the new segment.
    DocId place_of(DocId docid) const {
        if (docid > docids_.size())
            throw_damaged(postlist_->name(), "a posting list names a passage that is not there");
        return docids_[docid - 1];
    }

    const glass::TableReader* postlist_;
    std::vector<DocId> docids_;  // in the new segment, by old docid - 1
    glass::TermList terms_;
};

std::vector<TermCursor> open_cursors(std::span<StoredSegment* const> segments,
                                     std::span<const OrderedArticle> order) {
    std::vector<std::vector<DocId>> docids;
    for (const StoredSegment* segment : segments)
        docids.emplace_back(segment->articles().passage_count(), gone);
    for (const OrderedArticle& ordered : order) {
        const ArticlesFile& articles = segments[ordered.source]->articles();
        const DocId first = articles.first_docid(ordered.article);
        for (DocId docid = first; docid < articles.end_docid(ordered.article); ++docid)
            docids[ordered.source].at(docid - 1) = ordered.first_docid + (docid - first);
    }
    std::vector<TermCursor> cursors;
    for (std::size_t i = 0; i < segments.size(); ++i)
        cursors.emplace_back(*segments[i], std::move(docids[i]));
    return cursors;
}

std::size_t document_count(std::span<StoredSegment* const> segments,
                           std::span<const OrderedArticle> order) {
    if (order.empty()) return 0;
    const OrderedArticle& last = order.back();
    const ArticlesFile& articles = segments[last.source]->articles();
    return last.first_docid - 1 + articles.end_docid(last.article) -
           articles.first_docid(last.article);
}

}  // namespace

void write_merged(std::span<StoredSegment* const> segments, std::span<const OrderedArticle> order,
                  SegmentWriter& writer) {
    std::vector<TermCursor> cursors = open_cursors(segments, order);
    std::vector<std::uint32_t> lengths(document_count(segments, order));
    for (TermCursor& cursor : cursors) cursor.add_lengths(lengths);
    writer.add_lengths(lengths);

    std::vector<Posting> postings;
    while (true) {
        std::erase_if(cursors, [](const TermCursor& cursor) { return cursor.at_end(); });
        if (cursors.empty()) break;
        const std::string least = std::ranges::min_element(cursors, {}, &TermCursor::term)->term();
        postings.clear();
        for (TermCursor& cursor : cursors)
            if (cursor.term() == least) cursor.take(postings);
        std::ranges::sort(postings, {}, &Posting::docid);
        if (!postings.empty()) writer.add_term(least, postings);
    }
}

}  // namespace dateline
