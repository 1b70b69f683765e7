#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The bytes of a file that may be a pipe; "-" is standard input. Throws Error{input_output}.
std::string read_trec_file(const std::string& path);

/// A line of a file in TREC's forms, cut at its white space. Views of the text it was read from.
struct TrecLine {
    static constexpr std::size_t most_columns = 7;  ///< one more than any form has

    std::size_t number = 0;  ///< from 1
    std::array<std::string_view, most_columns> columns;
    std::size_t column_count = 0;  ///< more than most_columns when there are more
};

/// Reads a text line by line; passes over empty lines and, as trec_eval 10 does, over those that
/// begin with '#'. CR LF ends a line too; a byte order mark at the beginning is none of the text.
class TrecLineReader {
  public:
    /// `name` of the file, for messages. Both must outlive the reader and its lines.
    TrecLineReader(std::string_view text, std::string_view name);
    /// Nothing at the end.
    std::optional<TrecLine> next();
    /// Throws Error{input_output} with file and line unless it has as many columns as `form` names,
    /// such as "topic iteration docno grade".
    void require_form(const TrecLine& line, std::string_view what, std::string_view form) const;
    /// Error{input_output}: "FILE, line N: MESSAGE".
    [[noreturn]] void fail(std::size_t line, std::string_view message) const;

  private:
    std::string_view rest_;
    std::string_view name_;
    std::size_t number_ = 0;
};

}  // namespace dateline
