#pragma once

#include <deque>
#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/article.hpp"
#include "corpus/passage.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

/// What one passage is indexed under. The terms are views of `made` and of the words of the
/// Analyzers that made them, so both must outlive them.
struct PassageTerms {
    std::vector<TermImpact> terms;  ///< sorted by term, each once
    std::deque<std::string> made;   ///< terms with prefixes; never moves its strings
};

/// The terms of each passage of an article. A word of the body gives its stem, and its acronym
/// under "U"; in the first passage the words of the headline count too, with a weight, and once
/// more alone under "S". The first passage also has the filter terms of the fields (schema.hpp).
std::vector<PassageTerms> passage_terms(const Article& article,
                                        const std::vector<Passage>& passages, Analyzers& analyzers);

}  // namespace dateline
