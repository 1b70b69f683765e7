#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/schema.hpp"
#include "corpus/text_range.hpp"
#include "searcher/query.hpp"

namespace dateline {

/// The forms of an index, in all its languages, that a pattern or fuzzy word stands for.
struct Expansion {
    /// Only so many are taken, the most frequent ones.
    static constexpr std::size_t most_forms = 5000;

    std::vector<std::string> forms;  ///< folded; sorted
    std::vector<std::string> terms;  ///< of the forms; sorted, each once
    std::size_t form_total = 0;      ///< how many fit
};

/// One token of a word or phrase of a query, in one language.
struct AskedToken {
    WordMatch match = WordMatch::stem;
    std::string term;     ///< whose postings propose passages; "U" + acronym for an acronym
    std::string folded;   ///< but of stem: the form, or what forms are compared with
    std::string acronym;  ///< of stem, not empty: only this acronym matches, not the common word
    std::string letters;  ///< of letters: the word as it must be written
    std::uint32_t edits = 0;  ///< of fuzzy
    std::shared_ptr<const Expansion>
        expansion;      ///< of pattern and fuzzy, set by expand(); not compared
    std::string typed;  ///< in the query; not compared

    bool operator==(const AskedToken& other) const {
        return match == other.match && term == other.term && folded == other.folded &&
               acronym == other.acronym && letters == other.letters && edits == other.edits;
    }
};

/// What is looked for in a text, over the tokens of an AskedWords.
struct SpanNode {
    enum class Kind : std::uint8_t {
        words,     ///< tokens [first, end) side by side, or in order with `number` others between
        any,       ///< one of the children
        near,      ///< both children, or the one that is not denied without the other
        at_least,  ///< the child, `number` times or more in the article
    };
    enum class Denied : std::uint8_t { none, left, right };

    Kind kind = Kind::words;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    Field field = Field::any;  ///< of words
    std::uint32_t number = 0;
    Reach reach = Reach::words;
    bool is_ordered = false;
    bool in_passage = false;  ///< of at_least: that often in one passage
    Denied denied = Denied::none;
    std::vector<SpanNode> children;

    bool operator==(const SpanNode&) const = default;
};

/// What a leaf asks for in articles of one language.
struct AskedWords {
    std::vector<AskedToken> tokens;
    SpanNode tree;
    bool is_stop_word = false;
    bool is_asking = false;  ///< asking_words.hpp

    bool operator==(const AskedWords&) const = default;
    /// Tokens side by side, compared by stem or form: what phrase_match.hpp looks for.
    bool is_plain() const;
};

/// A word, phrase, near or at_least of a query under every language of the index.
struct TextLeaf {
    std::string text;               ///< of a word or phrase: as typed; else the query text of it
    Field field = Field::any;       ///< of a word or phrase
    bool ranks = false;             ///< stands somewhere where it is not denied
    std::uint32_t boost = 1000;     ///< thousandths
    std::vector<AskedWords> words;  ///< one for each of Plan::languages
};

/// A node of the query, with the leaf that what is looked for in texts became. Boosts are no nodes.
struct PlanNode {
    static constexpr std::size_t no_leaf = std::numeric_limits<std::size_t>::max();

    const Query* query = nullptr;
    Occur occur = Occur::wanted;  ///< in a sequence
    std::size_t leaf = no_leaf;   ///< index into Plan::leaves
    bool ranks = false;           ///< holds a leaf that it does not deny
    std::vector<PlanNode> children;
};

/// Whether a leaf below the node can hold where the node holds, and yet be no reason for it.
bool may_leave_idle(const PlanNode& node);

/// How many of the bare words side by side an article must have; stop words apart, unless there is
/// nothing else.
struct WordsNeeded {
    static constexpr std::uint32_t all = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t count = 1;  ///< of fewer words all
    bool operator==(const WordsNeeded&) const = default;
};

/// What an answer consists of: what AND, OR, NOT, + and - hold over, what is ranked and counted.
/// Words of the headline count as the first passage's.
enum class AnswerUnit : std::uint8_t { article, passage };

/// What a leaf does for articles of one language.
struct LeafRole {
    bool scores = false;  ///< ranks, and no leaf before it asks for the same in that language
    bool counts = false;  ///< scores, and is one of the query's words: no stop word, and in a long
                          ///< query no word of asking, unless all are

    bool operator==(const LeafRole&) const = default;
};

/// A query made ready for an index: equal words and phrases are one leaf. Points into the query,
/// which must outlive it.
struct Plan {
    std::vector<std::string> languages;
    std::vector<TextLeaf> leaves;
    PlanNode root;
    WordsNeeded needed;
    AnswerUnit unit = AnswerUnit::article;

    /// The number of `code` in `languages`, which must be one of them.
    std::size_t language_number(std::string_view code) const;
    /// What each leaf does for articles of a language.
    const std::vector<LeafRole>& roles(std::size_t language) const { return roles_[language]; }
    /// Of each leaf the first one that asks for the same in that language.
    const std::vector<std::size_t>& first_alike(std::size_t language) const {
        return first_alike_[language];
    }

  private:
    friend Plan make_plan(const Query&, std::vector<std::string>, Analyzers&, WordsNeeded,
                          AnswerUnit);
    void compare_leaves();
    std::vector<std::size_t> find_alike(std::size_t language) const;
    std::vector<LeafRole> find_roles(std::size_t language) const;
    void leave_out_asking(std::vector<LeafRole>& roles, std::size_t language) const;

    std::vector<std::vector<LeafRole>> roles_;           // by language, by leaf
    std::vector<std::vector<std::size_t>> first_alike_;  // likewise
};

/// `query`: lifted_out_of_text. `languages`: sorted codes, each once.
Plan make_plan(const Query& query, std::vector<std::string> languages, Analyzers& analyzers,
               WordsNeeded needed = {}, AnswerUnit unit = AnswerUnit::article);

}  // namespace dateline
