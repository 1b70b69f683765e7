#include "searcher/matched_index.hpp"

#include "searcher/expansion.hpp"
#include "searcher/query_in_text.hpp"
#include "searcher/rank.hpp"

namespace dateline {

MatchedIndex::MatchedIndex(const Index& index, const Query& query, WordsNeeded needed)
    : index_(index),
      query_(lifted_out_of_text(with_kept_ids(query, index.copies()))),
      plan_(make_plan(query_, index.languages(), analyzers_, needed)),
      notes_(expand(plan_, index.segments())) {
    scopes_.reserve(index.segments().size());
    for (const Segment& segment : index.segments()) {
        scopes_.emplace_back(segment, plan_, analyzers_);
        matches_.push_back(match_segment(scopes_.back()));
    }
    weights_ = leaf_weights(plan_, matches_, index.article_count());
}

}  // namespace dateline
