#include "searcher/matched_index.hpp"

#include "searcher/expansion.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/query_notes.hpp"

namespace dateline {

namespace {

std::uint64_t bytes_of_texts(const Index& index) {
    std::uint64_t bytes = 0;
    for (const Segment& segment : index.segments()) bytes += segment.texts().text().size_bytes();
    return bytes;
}

}  // namespace

ArchiveSize archive_size(const Index& index) {
    ArchiveSize size;
    for (const SegmentInfo& segment : index.manifest().segments) {
        size.articles += segment.articles;
        size.passages += segment.passages;
        size.text_bytes += segment.text_bytes;
    }
    return size;
}

MatchedIndex::MatchedIndex(const Index& index, const Query& query, WordsNeeded needed,
                           AnswerUnit unit)
    : index_(index),
      query_(lifted_out_of_text(with_kept_ids(query, index.copies()))),
      plan_(make_plan(query_, index.languages(), analyzers_, needed, unit)),
      notes_(expand(plan_, index.segments())),
      work_(bytes_of_texts(index)) {
    for (std::string& note : query_notes(query)) notes_.push_back(std::move(note));
    scopes_.reserve(index.segments().size());
    for (const Segment& segment : index.segments()) {
        scopes_.emplace_back(segment, plan_, analyzers_, &work_);
        matches_.push_back(match_segment(scopes_.back()));
    }
    // Showing what was found takes as long as what is asked to be shown.
    for (SegmentScope& scope : scopes_) scope.work = nullptr;
    weights_ = query_weights(archive_size(index), scopes_, matches_);
}

}  // namespace dateline
