#include "searcher/query_word.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/ascii.hpp"

namespace dateline {

namespace {

constexpr std::string_view digits = "0123456789";

bool is_word_byte(char c) { return is_ascii_digit(c) || is_ascii_letter(c) || is_beyond_ascii(c); }

bool all_of(std::string_view text, std::string_view set) {
    return text.find_first_not_of(set) == std::string_view::npos;
}

// 0 where it is none, 0, or more than `most`.
std::uint32_t number_of(std::string_view text, std::uint32_t most) {
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_whole = failure == std::errc() && end == text.data() + text.size();
    return is_whole && number <= most ? number : 0;
}

// "word^2" is "word" and "2"; a lone "^", and "x^y", are words.
std::string_view take_boost(std::string_view& word) {
    const std::size_t mark = word.rfind('^');
    if (mark == std::string_view::npos || mark == 0) return {};
    const std::string_view boost = word.substr(mark + 1);
    if (boost.empty() || !all_of(boost, "0123456789.")) return {};
    word = word.substr(0, mark);
    return boost;
}

// A '?' at the end of a word ("who won?") is punctuation.
std::optional<std::size_t> wildcard_in(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool inner = i + 1 < word.size() && (is_word_byte(word[i + 1]) || word[i + 1] == '*');
        if (word[i] == '*' || (word[i] == '?' && inner)) return i;
    }
    return std::nullopt;
}

bool can_stand_in_pattern(char c) { return is_word_byte(c) || is_wildcard(c) || c == '\''; }

void read_pattern(BareWord& read, std::size_t wildcard) {
    read.match = WordMatch::pattern;
    const std::string_view text = read.text;
    if (std::none_of(text.begin(), text.end(), is_word_byte)) {
        read.problem = {wildcard, "a wildcard without a letter fits every word",
                        "write at least one letter of the word"};
        return;
    }
    const auto other = std::find_if_not(text.begin(), text.end(), can_stand_in_pattern);
    if (other != text.end())
        read.problem = {static_cast<std::size_t>(other - text.begin()),
                        "a word with wildcards is one word, of letters and digits",
                        "leave out the other signs, or the wildcards and put quotes around it"};
}

void read_fuzzy(BareWord& read, std::size_t mark) {
    const std::string_view edits = read.text.substr(mark + 1);
    read.match = WordMatch::fuzzy;
    read.edits = edits.empty() ? 1 : number_of(edits, max_edits);
    if (read.edits == 0)
        read.problem = {mark, "a word can be one or two letters off", "write ~1 or ~2"};
    read.text = read.text.substr(0, mark);
}

// One form stands as it is written.
void read_form(BareWord& read) {
    read.match = WordMatch::form;
    read.text.remove_prefix(1);
    const std::size_t tilde = read.text.rfind('~');
    const bool is_fuzzy =
        tilde != std::string_view::npos && tilde > 0 && all_of(read.text.substr(tilde + 1), digits);
    if (const auto wildcard = wildcard_in(read.text))
        read.problem = {*wildcard + 1, "'=' asks for one form of a word, without wildcards",
                        "leave out the = or the wildcard"};
    else if (is_fuzzy)
        read.problem = {tilde + 1, "'=' asks for one form of a word, letter by letter",
                        "leave out the = or the ~"};
}

// "word^2^3" and "word^-1" are weights gone wrong.
std::optional<std::size_t> wrong_boost_in(std::string_view word) {
    const std::size_t mark = word.rfind('^');
    if (mark == std::string_view::npos || mark == 0 || mark + 1 == word.size()) return std::nullopt;
    return all_of(word.substr(mark + 1), "0123456789.-+") ? std::optional(mark) : std::nullopt;
}

struct NearName {
    std::string_view name;
    bool is_ordered;
};
constexpr std::array<NearName, 4> near_names{
    {{"w", false}, {"near", false}, {"pre", true}, {"adj", true}}};

}  // namespace

BareWord read_bare_word(std::string_view word) {
    BareWord read;
    read.text = word;
    if (word.size() > 1 && (word[0] == '~' || word[0] == '^') &&
        all_of(word.substr(1), "0123456789.")) {
        read.problem = {0, std::string(word) + " stands after no word or phrase",
                        "write it right after one, without a blank"};
        return read;
    }
    read.boost = take_boost(read.text);
    if (const auto mark = wrong_boost_in(read.text)) {
        read.problem = {*mark, "'^' takes one weight from 0.001 to 1000", "write x^2 or x^0.5"};
        return read;
    }
    if (read.text.size() > 1 && read.text[0] == '=') {
        read_form(read);
        return read;
    }
    const std::size_t tilde = read.text.rfind('~');
    if (tilde != std::string_view::npos && tilde > 0 && all_of(read.text.substr(tilde + 1), digits))
        read_fuzzy(read, tilde);
    const std::optional<std::size_t> wildcard = wildcard_in(read.text);
    if (wildcard && read.match == WordMatch::fuzzy)
        read.problem = {*wildcard, "a word has either wildcards or ~", "leave one of them out"};
    else if (wildcard)
        read_pattern(read, *wildcard);
    return read;
}

std::optional<NearOperator> near_operator(std::string_view word) {
    if (word == "NEAR") return NearOperator{Reach::words, 10, false};
    if (word == "ADJ") return NearOperator{Reach::words, 1, true};
    const std::size_t slash = word.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const std::string name = lower_ascii(word.substr(0, slash));
    const std::string reach = lower_ascii(word.substr(slash + 1));
    const auto* const row = std::find_if(near_names.begin(), near_names.end(),
                                         [&](const NearName& n) { return n.name == name; });
    if (row == near_names.end() || reach.empty()) return std::nullopt;
    if (reach == "s") return NearOperator{Reach::sentence, 0, row->is_ordered};
    if (reach == "p") return NearOperator{Reach::paragraph, 0, row->is_ordered};
    if (!all_of(reach, digits)) return std::nullopt;
    return NearOperator{Reach::words, number_of(reach, max_distance), row->is_ordered};
}

std::optional<std::uint32_t> at_least_count(std::string_view word) {
    constexpr std::string_view name = "atleast";
    if (word.size() <= name.size() || lower_ascii(word.substr(0, name.size())) != name)
        return std::nullopt;
    const std::string_view count = word.substr(name.size());
    if (!all_of(count, digits)) return std::nullopt;
    return number_of(count, max_times);
}

std::optional<std::uint32_t> read_boost(std::string_view number) {
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::string_view whole = number.substr(0, point);
    const std::string_view part = number.substr(std::min(point + 1, number.size()));
    if (whole.empty() || whole.size() > 4 || part.size() > 3 || !all_of(whole, digits) ||
        !all_of(part, digits))
        return std::nullopt;
    std::string thousandths(whole);
    thousandths += part;
    thousandths.append(3 - part.size(), '0');
    const std::uint32_t value = number_of(thousandths, 1'000'000);
    return value == 0 ? std::nullopt : std::optional(value);
}

std::string boost_text(std::uint32_t thousandths) {
    std::string part = std::to_string(1000 + thousandths % 1000).substr(1);
    part.erase(part.find_last_not_of('0') + 1);
    return std::to_string(thousandths / 1000) + (part.empty() ? "" : "." + part);
}

}  // namespace dateline
