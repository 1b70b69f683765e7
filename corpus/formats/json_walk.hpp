#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// Steps over JSON text value by value, without reading the values. Of broken text it tells
/// something, and never fails; of text that is cut, `ended` holds once something is missing.
class JsonWalk {
  public:
    explicit JsonWalk(std::string_view text) : text_(text) {}

    std::size_t offset() const { return at_; }
    bool ended() const { return at_ >= text_.size(); }
    /// The byte that comes next, white space passed over; 0 at the end.
    char next();
    /// Steps into the object or array that comes next; false where none does.
    bool enter(char bracket);
    /// To the next member of the object entered: its key, as it is written, and the walk stands
    /// before its value. False at the object's end.
    bool next_member(std::string_view& key);
    /// To the next element of the array entered. False at its end.
    bool next_element();
    void skip_value();

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace dateline
