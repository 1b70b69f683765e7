#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/matched_index.hpp"

namespace dateline {

/// A term that proposes passages, in one language.
struct ExplainedTerm {
    std::string term;
    std::string language;
    std::uint64_t passages = 0;  ///< that hold it, headlines with the first one
};

/// How something that is looked for in texts was found.
struct ExplainedLeaf {
    std::string text;
    std::vector<ExplainedTerm> terms;  ///< of patterns and fuzzy words the most frequent ones
    std::uint64_t further_terms = 0;   ///< that are not in `terms`
    std::uint64_t candidates = 0;      ///< articles that the terms propose
    std::string decided_by;            ///< "terms", "words side by side", "words of the article"
    std::uint64_t articles = 0;
    std::uint64_t passages = 0;
    std::uint64_t weight = 0;  ///< thousandths; 0 where it is denied
};

/// A node of the query and how many articles, or passages, it holds for.
struct ExplainedNode {
    std::size_t depth = 0;
    std::string role;  ///< "all of", "any of", "not", "wanted", "required", ...; empty at the root
    std::string text;
    std::uint64_t units = 0;
};

struct Explanation {
    AnswerUnit unit = AnswerUnit::article;
    std::string query;  ///< as it was read
    std::string asked;  ///< as it is asked, where AND and NOT were lifted out of nearness
    std::vector<ExplainedNode> nodes;  ///< each before its children
    std::vector<ExplainedLeaf> leaves;
    std::vector<std::string> notes;
};

/// What a leaf asks for, with its field.
std::string shown_leaf(const TextLeaf& leaf);

Explanation explain(const MatchedIndex& matched, const Query& as_read);

std::string render_explanation_text(const Explanation& explanation, std::size_t width_columns);
/// One object: query, asked, nodes, leaves, notes, with the members of the structs; a node's units
/// are called articles or passages.
std::string render_explanation_jsonl(const Explanation& explanation);

}  // namespace dateline
