#include "searcher/lenient_query.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "corpus/ascii.hpp"
#include "corpus/error.hpp"
#include "corpus/unicode.hpp"
#include "searcher/query_refusal.hpp"

namespace dateline {

namespace {

bool is_part_of_word(CharacterClass kind) {
    return kind == CharacterClass::letter || kind == CharacterClass::digit ||
           kind == CharacterClass::mark || kind == CharacterClass::unspaced;
}

bool joins_words(CharacterClass kind, char32_t code) {
    return kind == CharacterClass::apostrophe || kind == CharacterClass::hyphen || code == U'.' ||
           code == U'&';
}

// Runs of letters and digits, with what stands inside of them in al-Qaeda, U.S. and AT&T.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    std::string joint;  // after the word, part of it only where it goes on
    const auto finish = [&] {
        if (!word.empty()) words.push_back(word);
        word.clear();
        joint.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const CharacterClass kind = character_class(character.code);
        const std::string bytes(text.substr(at, character.size));
        at += character.size;
        if (is_part_of_word(kind)) {
            word += joint + bytes;
            joint.clear();
        } else if (!word.empty() && joint.empty() && joins_words(kind, character.code)) {
            joint = bytes;
        } else {
            finish();
        }
    }
    finish();
    return words;
}

// Capitals of operators are what made them operators.
std::string as_word(const std::string& word) {
    constexpr std::array<std::string_view, 5> operators{"AND", "OR", "NOT", "NEAR", "ADJ"};
    const bool is_operator = std::ranges::find(operators, word) != operators.end();
    return is_operator || refusal_of(word) ? lower_ascii(word) : word;
}

// near5 is refused in any case: one form of it is a word.
bool is_word_as_form_only(std::string_view word) { return refusal_of(word).has_value(); }

std::string bare_words(std::string_view text) {
    std::string words;
    for (const std::string& typed : words_of(text)) {
        const std::string word = as_word(typed);
        if (!words.empty()) words += ' ';
        words += (is_word_as_form_only(word) ? "=" : "") + word;
    }
    return words;
}

// What no article has.
Query nothing() {
    Query query;
    query.kind = QueryKind::word;
    return query;
}

}  // namespace

LenientQuery parse_leniently(std::string_view text, std::optional<Day> today) {
    try {
        return {parse_query(text, today), std::nullopt};
    } catch (const Error&) {
        std::string words = bare_words(text);
        if (words.empty()) return {nothing(), words};
        return {parse_query(words, today), words};
    }
}

std::optional<Query> query_of_words(std::string_view text) {
    Query query;
    for (const std::string& word : words_of(text)) {
        Query& child = query.children.emplace_back();
        child.kind = QueryKind::word;
        child.text = as_word(word);
        if (is_word_as_form_only(child.text)) child.match = WordMatch::form;
    }
    if (query.children.empty()) return std::nullopt;
    if (query.children.size() == 1) return std::move(query.children.front());
    return query;
}

}  // namespace dateline
