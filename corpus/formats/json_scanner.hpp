#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Finds where a JSON object, array or string ends without reading it: counts brackets outside of
/// strings.
/// Text may come in pieces, so that a record too large to keep can be stepped over.
class JsonScanner {
  public:
    /// `depth`: how many objects and arrays are open already; then the first piece begins anywhere
    /// outside of a string.
    explicit JsonScanner(std::size_t depth = 0) : depth_(depth) {}
    /// The first piece begins with '{', '[' or '"'. Returns how many bytes of `piece` belong to the
    /// value, up to all of them. Once `ended` or `is_broken`, further pieces are not to be given.
    std::size_t scan(std::string_view piece);
    bool ended() const { return ended_; }
    /// A string with a raw newline, which JSON forbids: a quote is missing, and brackets no longer
    /// mean anything.
    bool is_broken() const { return is_broken_; }

  private:
    std::size_t scan_string(std::string_view piece, std::size_t at);

    std::size_t depth_;
    bool in_string_ = false;
    bool is_escaped_ = false;  ///< the piece before ended in the backslash of an escape
    bool ended_ = false;
    bool is_broken_ = false;
};

}  // namespace dateline
