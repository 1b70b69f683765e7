#pragma once

#include <string>
#include <string_view>

#include "corpus/glass/table_reader.hpp"

namespace dateline::glass {

/// The terms of a postlist table that begin with a prefix, in byte order. All throw Error{index}
/// where the table is damaged.
class TermList {
  public:
    /// On the first of them. The table must outlive the list.
    TermList(const TableReader& table, std::string_view prefix);

    bool at_end() const { return at_end_; }
    /// As long as the list stays there.
    const std::string& term() const { return term_; }
    void next();

  private:
    void take_term();

    TableCursor cursor_;
    std::string prefix_;
    std::string term_;
    bool at_end_ = false;
};

}  // namespace dateline::glass
