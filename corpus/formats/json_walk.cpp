#include "corpus/formats/json_walk.hpp"

#include "corpus/formats/json_layout.hpp"
#include "corpus/formats/json_scanner.hpp"

#include <algorithm>

namespace dateline {

char JsonWalk::next() {
    at_ = std::min(text_.find_first_not_of(json_blanks, at_), text_.size());
    return ended() ? '\0' : text_[at_];
}

bool JsonWalk::enter(char bracket) {
    if (next() != bracket) return false;
    ++at_;
    return true;
}

bool JsonWalk::next_member(std::string_view& key) {
    if (next() == ',') ++at_;
    if (next() != '"') return false;
    const std::size_t begin = at_ + 1;
    skip_value();
    key = text_.substr(begin, at_ - begin - (ended() ? 0 : 1));
    if (next() != ':') return false;
    ++at_;
    return next() != '\0';
}

bool JsonWalk::next_element() {
    if (next() == ',') ++at_;
    return next() != ']' && !ended();
}

void JsonWalk::skip_value() {
    const char first = next();
    if (first == '{' || first == '[' || first == '"') {
        at_ += JsonScanner().scan(text_.substr(at_));
    } else {
        at_ = std::min(text_.find_first_of(",]} \t\r\n", at_ + 1), text_.size());
    }
}

}  // namespace dateline
