#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "corpus/text_range.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// One token of a word or phrase of a query, in one language.
struct AskedToken {
    std::string term;     ///< whose postings propose passages; "U" + acronym for an acronym
    std::string folded;   ///< the exact form, in phrases only
    std::string acronym;  ///< not empty: only this acronym matches, not the common word
    TextRange range;      ///< in TextLeaf::text; not compared

    bool operator==(const AskedToken& other) const {
        return term == other.term && folded == other.folded && acronym == other.acronym;
    }
};

/// What a word or phrase asks for in articles of one language: its tokens side by side.
struct AskedWords {
    std::vector<AskedToken> tokens;
    bool is_stop_word = false;

    bool operator==(const AskedWords&) const = default;
};

/// A word or phrase of a query under every language of the index.
struct TextLeaf {
    std::string text;
    Field field = Field::any;
    bool exact_forms = false;       ///< a phrase: word forms as they stand, not stems
    bool ranks = false;             ///< stands somewhere where it is not denied
    std::vector<AskedWords> words;  ///< one for each of Plan::languages
};

/// A node of the query, with the leaf that words and phrases became.
struct PlanNode {
    static constexpr std::size_t no_leaf = std::numeric_limits<std::size_t>::max();

    const Query* query = nullptr;
    std::size_t leaf = no_leaf;  ///< index into Plan::leaves
    bool ranks = false;          ///< holds a word or phrase that it does not deny
    std::vector<PlanNode> children;
};

/// What a leaf does for articles of one language.
struct LeafRole {
    bool scores = false;  ///< ranks, and no leaf before it asks for the same in that language
    bool counts = false;  ///< scores, and is one of the query's words: no stop word, unless all are

    bool operator==(const LeafRole&) const = default;
};

/// A query made ready for an index: equal words and phrases are one leaf. Points into the query,
/// which must outlive it.
struct Plan {
    std::vector<std::string> languages;
    std::vector<TextLeaf> leaves;
    PlanNode root;

    /// The number of `code` in `languages`, which must be one of them.
    std::size_t language_number(std::string_view code) const;
    /// What each leaf does for articles of a language.
    std::vector<LeafRole> roles(std::size_t language) const;
};

/// `languages`: sorted codes, each once.
Plan make_plan(const Query& query, std::vector<std::string> languages, Analyzers& analyzers);

}  // namespace dateline
