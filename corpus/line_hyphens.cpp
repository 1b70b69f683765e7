#include "corpus/line_hyphens.hpp"

#include "corpus/ascii.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// First and second parts of compounds that news writes with a hyphen.
constexpr std::string_view first_parts_row =
    "well self non anti pro co ex semi half high low long short full part two three four five six "
    "seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety one first second "
    "third fourth last year old left right multi post pre mid so vice cross all ever much best "
    "most "
    "far hard open cease by how know run hand state large small big fast free front real single "
    "double top white black blue red green day week month time class less win zero";
constexpr std::string_view second_parts_row =
    "the of to in on at by up down out off over for year years old day days long term time style "
    "based like free wide led made class month week hour minute point part backed owned run "
    "related "
    "speed level end half third two three four five range scale profile tech quality risk cost "
    "price rate market state city party man mile foot inch pound member seat door back round "
    "through away around held line side bent win sum majority trigger action security";
constexpr WordSet<words_in_row(first_parts_row)> first_parts(first_parts_row);
constexpr WordSet<words_in_row(second_parts_row)> second_parts(second_parts_row);

// First parts that keep their hyphen in hyphenated texts too, but for the words that they begin.
constexpr std::string_view lasting_row = "well self non anti";
constexpr WordSet<words_in_row(lasting_row)> lasting_parts(lasting_row);
constexpr std::string_view syllable_row =
    "que ques quity quities quated dote dotes cipate cipates cipated cipating cipation biotic "
    "biotics body bodies pathy septic thesis gen gens podes lope ish ishly ishness less lessly "
    "same sense sensical etheless chalant chalantly descript ness";
constexpr WordSet<words_in_row(syllable_row)> syllables(syllable_row);

// "ex-" is a syllable of many words, so what follows must be a person.
constexpr std::string_view former_row =
    "minister ministers president presidents wife wives husband soldier soldiers officer officers "
    "king queen champion champions chief chiefs convict convicts prisoner prisoners policeman "
    "policemen police leader leaders boyfriend girlfriend partner communist communists member "
    "members mayor governor senator student students employee employees player players coach "
    "manager boss banker spy agent worker workers servicemen rebel rebels colonel general premier";
constexpr WordSet<words_in_row(former_row)> former_persons(former_row);

constexpr std::string_view suspended_row = "and bis et nor oder or ou to und";
constexpr WordSet<words_in_row(suspended_row)> after_suspended(suspended_row);

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view leading_letters(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::string_view trailing_letters(std::string_view text) {
    const auto end = std::find_if_not(text.rbegin(), text.rend(), is_letter);
    return text.substr(text.size() - static_cast<std::size_t>(end - text.rbegin()));
}

/// The parts of a word that a hyphen at the end of a line divides, which may have been added there.
struct DividedWord {
    std::string_view left;
    std::string_view right;
};

/// Empty parts where the hyphen surely belongs: behind digits, a word that has another one, or
/// before anything but a lower-case word without one.
DividedWord divided_word(std::string_view line, std::string_view next) {
    const std::string_view stem = line.substr(0, line.size() - 1);
    const std::string_view left = trailing_letters(stem);
    const std::string_view before = stem.substr(0, stem.size() - left.size());
    const std::string_view right = leading_letters(next);
    const std::string_view behind = next.substr(right.size());
    const bool has_other_hyphen = before.ends_with('-') || behind.starts_with('-');
    const bool is_part = before.ends_with('\'') || (!before.empty() && is_digit(before.back()));
    const bool may_be_added = !left.empty() && !right.empty() && !has_other_hyphen && !is_part &&
                              !(right.front() >= 'A' && right.front() <= 'Z');
    return may_be_added ? DividedWord{left, right} : DividedWord{};
}

/// Where the text does not tell. Participles make compounds: "government-controlled".
bool looks_compound(std::string_view left, const std::string& right) {
    const bool is_participle =
        right.size() > 4 && (right.ends_with("ed") || right.ends_with("ing"));
    return is_participle || !is_lower(left.front()) || first_parts.contains(left) ||
           second_parts.contains(right);
}

bool keeps_hyphen(std::string_view left, std::string_view right) {
    if (left == "ex") return former_persons.contains(right);
    return lasting_parts.contains(left) && !syllables.contains(right);
}

}  // namespace

HyphenJoin LineHyphens::join(std::string_view line, std::string_view next) {
    if (!line.ends_with('-') || line.size() < 2) return HyphenJoin::blank;
    const char before = line[line.size() - 2];
    const bool is_inside = (is_letter(before) || is_digit(before)) &&
                           (is_letter(next.front()) || is_digit(next.front()));
    const std::string_view word = next.substr(0, next.find_first_of(" \t,;"));
    if (!is_inside || after_suspended.contains(word)) return HyphenJoin::blank;
    const DividedWord parts = divided_word(line, next);
    if (parts.left.empty()) return HyphenJoin::hyphen;
    return is_added(parts.left, parts.right) ? HyphenJoin::word : HyphenJoin::hyphen;
}

bool LineHyphens::is_added(std::string_view left, std::string_view right) {
    constexpr std::size_t hyphenated_share = 15;
    constexpr std::size_t short_text_lines = 30;
    if (!has_looked_) look_at_text();
    const std::string first = lower_ascii(left);
    const std::string second = lower_ascii(right);
    const bool has_compound = words_.contains(first + '-' + second);
    if (has_compound) return false;
    if (words_.contains(first + second)) return true;
    if (keeps_hyphen(first, second)) return false;
    if (hyphens_ > 1) return hyphens_ * hyphenated_share >= breaks_;
    return breaks_ < short_text_lines && !looks_compound(left, second);
}

void LineHyphens::look_at_text() {
    has_looked_ = true;
    const std::vector<TextLine> lines = split_lines(text_);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view rest = lines[i].text;
        while (!rest.empty()) {
            const auto begin = std::find_if(rest.begin(), rest.end(), is_letter);
            rest.remove_prefix(static_cast<std::size_t>(begin - rest.begin()));
            std::string_view word = leading_letters(rest);
            while (word.size() + 1 < rest.size() && rest[word.size()] == '-' &&
                   is_letter(rest[word.size() + 1])) {
                const std::string_view more = leading_letters(rest.substr(word.size() + 1));
                word = rest.substr(0, word.size() + 1 + more.size());
            }
            if (!word.empty()) words_.insert(lower_ascii(word));
            rest.remove_prefix(word.size());
        }
        if (i + 1 == lines.size() || lines[i].text.empty() || lines[i + 1].text.empty()) continue;
        ++breaks_;
        if (lines[i].text.size() < 2 || !lines[i].text.ends_with('-')) continue;
        if (!divided_word(lines[i].text, lines[i + 1].text).left.empty()) ++hyphens_;
    }
}

}  // namespace dateline
