#pragma once

#include <string_view>

namespace dateline {

/// Whether a word belongs to the asking and not to what is asked about: "find documents that
/// discuss", "name the kind of". What stop words are to sentences, these are to questions and topic
/// descriptions; in a query of a few words they may be the matter itself. `language`: ISO 639 code;
/// `folded` as in Word::folded.
bool is_asking_word(std::string_view language, std::string_view folded);

}  // namespace dateline
