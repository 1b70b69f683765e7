#pragma once

#include <stdexcept>
#include <string>

namespace dateline {

/// What went wrong, as far as a caller has to tell cases apart. Each kind has one exit code
/// (main.cpp).
enum class ErrorKind {
    usage,         ///< the command line, the configuration or the query: exit 2
    index,         ///< the index is missing, damaged, something else or of another version: exit 3
    input_output,  ///< a file could not be read or written: exit 4
    refused,       ///< nothing was changed, on purpose (another writer, too many removals): exit 5
    interrupted,   ///< SIGINT: exit 130
};

/// The one way to fail. what() is one sentence without a final period: what is wrong, and where.
class Error : public std::runtime_error {
  public:
    /// `hint` says what to do next (one sentence, may be empty). `excerpt` is shown as it is on
    /// lines of its own, such as a query with a caret under the wrong byte; no newline at its end.
    Error(ErrorKind kind, const std::string& message, std::string hint = {},
          std::string excerpt = {})
        : std::runtime_error(message),
          kind_(kind),
          hint_(std::move(hint)),
          excerpt_(std::move(excerpt)) {}

    ErrorKind kind() const { return kind_; }
    const std::string& hint() const { return hint_; }
    const std::string& excerpt() const { return excerpt_; }

  private:
    ErrorKind kind_;
    std::string hint_;
    std::string excerpt_;
};

}  // namespace dateline
