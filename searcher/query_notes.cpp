#include "searcher/query_notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "corpus/ascii.hpp"
#include "corpus/unicode.hpp"
#include "searcher/query_word.hpp"

namespace dateline {

namespace {

/// A word that would be an operator if it were written otherwise.
struct Lookalike {
    std::string_view word;
    const char* note;
};
// Not "and": it joins words of names, and asks for no other articles.
constexpr std::array<Lookalike, 3> lookalikes{{
    {"near", "near is taken as a word; NEAR in capitals or near/5 asks for words near each other"},
    {"not", "not is taken as a word; NOT in capitals, or - right before a word, excludes"},
    {"or", "or is taken as a word; OR in capitals joins alternatives"},
}};

bool holds_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const CharacterClass kind = character_class(character.code);
        if (kind == CharacterClass::letter || kind == CharacterClass::digit ||
            kind == CharacterClass::unspaced)
            return true;
        at += character.size;
    }
    return false;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, text) != words.end();
}

bool begins_quote(std::string_view word) {
    return word.size() > 1 && (word.starts_with('\'') || word.starts_with("\u2018"));
}
bool ends_quote(std::string_view word) { return word.ends_with('\'') || word.ends_with("\u2019"); }

// w5, n5: near operators elsewhere.
bool is_glued_near(std::string_view word) {
    return word.size() > 1 && is_one_of(lower_ascii(word.substr(0, 1)), {"w", "n"}) &&
           word.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool holds_operator(std::string_view phrase) {
    for (std::size_t begin = 0; begin < phrase.size();) {
        const std::size_t end = std::min(phrase.find(' ', begin), phrase.size());
        const std::string_view word = phrase.substr(begin, end - begin);
        if (is_one_of(word, {"AND", "OR", "NOT"}) || near_operator(word)) return true;
        begin = end + 1;
    }
    return false;
}

class NoteTaker {
  public:
    void look_at(const Query& query) {
        if (query.kind == QueryKind::word) look_at_word(query);
        if (query.kind == QueryKind::phrase) look_at_phrase(query.text);
        if (query.field == Field::language && query.kind == QueryKind::value &&
            query.text.size() > 3)
            add("lang: takes codes such as en, de or fr");
        if (query.kind == QueryKind::sequence) look_at_sequence(query.children);
        for (const Query& child : query.children) look_at(child);
    }

    std::vector<std::string> notes() && { return std::move(notes_); }

  private:
    void add(std::string note) {
        if (std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(std::move(note));
    }

    void look_at_word(const Query& query) {
        const std::string_view word = query.text;
        if (!word.empty() && !holds_letter(word))
            return add("signs without a letter or digit find nothing, and are left out");
        if (word.find('\\') != std::string_view::npos)
            add("a backslash changes nothing; quotes around a word take it as it stands");
        if (word.find_first_of("[{") != std::string_view::npos)
            add("[ ] and { } are left out; ( ) group, date:FROM..TO is a range");
        constexpr std::string_view signs = ",;+=<>.:!?'";
        const std::size_t first = std::min(word.find_first_not_of(signs), word.size());
        const std::size_t joint = word.find_first_of(",;+=<>", first);
        if (joint < word.find_last_not_of(signs))
            add("words joined by signs, without a blank, are looked for side by side");
    }

    void look_at_phrase(std::string_view phrase) {
        if (holds_operator(phrase)) add("between quotes AND, OR, NOT, w/5 are words");
        if (phrase.find('\\') != std::string_view::npos)
            add("a backslash changes nothing; quotes around a word take it as it stands");
    }

    // Between other words side by side, where the operator would stand.
    void look_at_sequence(const std::vector<Query>& items) {
        bool is_quoted = false;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (items[i].kind != QueryKind::word || items[i].match != WordMatch::stem) continue;
            const std::string_view word = items[i].text;
            if (is_quoted && ends_quote(word))
                add("single quotes make no phrase: write it between double quotes");
            is_quoted |= begins_quote(word);
            if (i == 0 || i + 1 == items.size()) {
                if (i == 0 && word == "date") look_at_date(items);
                continue;
            }
            for (const auto& [lookalike, note] : lookalikes)
                if (word == lookalike) add(note);
            if (is_glued_near(word))
                add(std::string(word) + " is taken as a word; w/5 asks for words near each other");
        }
    }

    void look_at_date(const std::vector<Query>& items) {
        const std::string word = lower_ascii(items[1].text);
        if (items[1].kind == QueryKind::word &&
            is_one_of(word, {"is", "aft", "bef", "geq", "leq", "after", "before"}))
            add("date is taken as a word; date:FROM..TO, after:2019 ask for a time");
    }

    std::vector<std::string> notes_;
};

// Of a sign that stands between two letters or digits.
bool is_joined(std::string_view word) {
    for (std::size_t at = word.find_first_of("/-.&"); at != word.npos;
         at = word.find_first_of("/-.&", at + 1))
        if (holds_letter(word.substr(0, at)) && holds_letter(word.substr(at + 1))) return true;
    return false;
}

}  // namespace

std::optional<std::string> joined_words_note(const Query& query) {
    if (query.kind == QueryKind::word && is_joined(query.text))
        return fmt::format(
            "{} is looked for as words side by side; a blank between them asks for each",
            query.text);
    for (const Query& child : query.children)
        if (auto note = joined_words_note(child)) return note;
    return std::nullopt;
}

std::vector<std::string> query_notes(const Query& query) {
    NoteTaker taker;
    taker.look_at(query);
    return std::move(taker).notes();
}

}  // namespace dateline
