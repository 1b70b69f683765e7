#include "indexer/posting_merge.hpp"

#include <xapian.h>

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/bytes.hpp"
#include "corpus/table_error.hpp"

namespace dateline {

namespace {

constexpr DocId gone = 0;

template <class Call>
void reporting_damage(const std::filesystem::path& folder, const Call& call) {
    try {
        call();
    } catch (const Xapian::Error& error) {
        throw_table_error(folder.string(), error.get_msg(), error.get_error_string());
    }
}

/// One of the segments, term by term. Has a database of its own, since those of the segment serve
/// another thread.
class TermCursor {
  public:
    TermCursor(const StoredSegment& segment, std::vector<DocId> docids)
        : folder_(segment.folder()), docids_(std::move(docids)) {
        reporting_damage(folder_, [&] {
            database_ = Xapian::Database(folder_.string());
            at_ = database_.allterms_begin();
            read_term();
        });
    }

    bool at_end() const { return term_.empty(); }
    const std::string& term() const { return term_; }

    void add_lengths(std::vector<std::uint32_t>& lengths) {
        reporting_damage(folder_, [&] {
            const auto end = database_.postlist_end("");
            for (auto at = database_.postlist_begin(""); at != end; ++at)
                if (const DocId docid = place_of(*at); docid != gone)
                    lengths[docid - 1] = at.get_doclength();
        });
    }

    // Adds the postings of the term at hand and goes on to the next.
    void take(std::vector<Posting>& postings) {
        reporting_damage(folder_, [&] {
            const auto end = database_.postlist_end(term_);
            for (auto at = database_.postlist_begin(term_); at != end; ++at)
                if (const DocId docid = place_of(*at); docid != gone)
                    postings.push_back({docid, at.get_wdf()});
            ++at_;
            read_term();
        });
    }

  private:
    // In the new segment.
    DocId place_of(Xapian::docid docid) const {
        if (docid == 0 || docid > docids_.size())
            throw_damaged(folder_.string(), "a posting list names a passage that is not there");
        return docids_[docid - 1];
    }

    void read_term() { term_ = at_ == database_.allterms_end() ? std::string() : *at_; }

    std::filesystem::path folder_;
    std::vector<DocId> docids_;  // in the new segment, by old docid - 1
    Xapian::Database database_;
    Xapian::TermIterator at_;
    std::string term_;  // empty at the end
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
