#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/command.hpp"
#include "searcher/matched_index.hpp"
#include "searcher/set_option.hpp"

namespace dateline {

/// The days that a query leaves open: a date that it requires limits them, one that it excludes
/// does not. nullopt where it asks for undated articles alone.
std::optional<DayRange> asked_days(const Query& query);

/// The query of several arguments, as the shell gives them; empty where there are none. Throws
/// Error{usage} where they are blank: a script's variable that is not set asks for nothing.
std::string query_text(const std::vector<std::string>& words);

/// The articles that a query finds, exactly, copies included: what timelines, facets and typical
/// terms count. Bare words mean all words, unless the choice says otherwise. Refers to the index,
/// which must outlive it.
class AskedSet {
  public:
    /// No text but blanks: the whole archive. `within`: for a query that leaves all days open, the
    /// only ones that are asked for. Throws Error{usage} as parse_query and MatchedIndex.
    AskedSet(const GlobalOptions& global, const Index& index, const std::string& text,
             const SetChoice& choice, const DayRange& within = {});

    const MatchedIndex& matched() const { return matched_; }
    const Index& index() const { return matched_.index(); }
    const ArticleSet& articles(std::size_t segment) const {
        return matched_.matches()[segment].articles;
    }
    std::uint64_t article_total() const;
    std::optional<DayRange> days() const { return days_; }
    /// As it was typed; empty for the whole archive.
    const std::string& text() const { return text_; }
    /// "123 of 59369 articles, all of 2 words".
    std::string count_text() const;
    /// What the user must know, on stderr: unknown words, notes on the query.
    void print_notes(const GlobalOptions& global) const;

  private:
    AskedSet(const Index& index, const std::string& text, const Query& query, WordsNeeded needed);

    std::string text_;
    WordsNeeded needed_;
    std::optional<DayRange> days_;
    MatchedIndex matched_;
};

}  // namespace dateline
