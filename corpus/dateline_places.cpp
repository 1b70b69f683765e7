#include "corpus/dateline_places.hpp"

#include "corpus/known_places.hpp"
#include "corpus/trimmed.hpp"
#include "corpus/unicode.hpp"
#include "corpus/word_set.hpp"

#include <unicode/uchar.h>

#include <algorithm>

namespace dateline {

namespace {

constexpr std::string_view particle_row =
    "de da do dos das del du della di la le les los el al sur en of the and am an der den im in "
    "upon "
    "bin y e au aux sous near von van zu op aan st";
constexpr WordSet<words_in_row(particle_row)> particles(particle_row);

// What stands in capitals before a dash, or a name in brackets, and is no place.
constexpr std::string_view label_row =
    "update updated updates correction corrected corrects exclusive breaking file photo "
    "photos video watch listen opinion analysis factbox timeline newsmaker advisory note "
    "notice editor editorial editors commentary comment review preview interview feature "
    "special report poll developing urgent alert refile repeat wrapup snapshot highlights "
    "instant scenarios column blog caption graphic headline summary story related sources "
    "source image more see also from text test table press release statement spoiler warning "
    "question answer q part chapter episode season election trump obama biden clinton "
    "this that it if why how what when who where and or for with no yes i we he she you they "
    "our my your his her january february april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday by";
constexpr WordSet<words_in_row(label_row)> labels(label_row);

std::string_view take_until(std::string_view& text, char separator) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    return part;
}

std::string folded(std::string_view text) {
    std::string out = to_utf8(fold_diacritics(lower_case(to_utf32(text))));
    std::erase(out, '.');
    return out;
}

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
char32_t to_lower(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

// "McALLEN" counts as capitals.
bool has_lower(std::u32string_view text) {
    const std::size_t prefix = text.starts_with(U"Mc") ? 2 : 0;
    return std::ranges::any_of(text.substr(prefix), is_lower);
}

bool is_place_character(char32_t c) {
    return u_isalpha(static_cast<UChar32>(c)) || c == '.' || c == '\'' || c == U'\u2019' ||
           c == '-';
}

// A period ends an abbreviation ("St.", "Calif.", "Minneapolis-St.") or stands in one ("D.C.");
// after a longer word it ends a sentence.
bool has_sentence_period(std::u32string_view word) {
    constexpr std::size_t longest_abbreviation = 5;
    const std::size_t period = word.find(U'.');
    if (period == word.npos) return false;
    const std::size_t hyphen = word.rfind(U'-', period);
    return period - (hyphen == word.npos ? 0 : hyphen + 1) > longest_abbreviation;
}

bool is_place_word(std::string_view word, bool is_first) {
    const std::u32string letters = to_utf32(word);
    if (letters.empty() || !std::ranges::all_of(letters, is_place_character)) return false;
    if (has_sentence_period(letters)) return false;
    if (is_upper(letters.front())) return true;
    // "al-Asad", "d'Ivoire"
    const std::size_t joint = letters.find_first_of(U"-'\u2019");
    const bool is_joined =
        joint != letters.npos && joint + 1 < letters.size() && is_upper(letters[joint + 1]);
    return !is_first && (particles.contains(word) || is_joined);
}

bool is_place_part(std::string_view part) {
    constexpr int most_words = 6;
    int words = 0;
    bool has_name = false;
    while (!part.empty()) {
        const std::string_view word = take_until(part, ' ');
        if (word.empty() || !is_place_word(word, words == 0) || ++words > most_words) return false;
        has_name |= word.size() > 1;
    }
    return has_name;
}

// The parts between commas of one place.
bool is_one_place(std::string_view place) {
    constexpr int most_parts = 3;
    int parts = 0;
    std::string_view rest = place;
    while (!rest.empty())
        if (++parts > most_parts || !is_place_part(trimmed(take_until(rest, ',')))) return false;
    const std::string first_word = folded(place.substr(0, place.find_first_of(" ,")));
    return parts > 0 && !labels.contains(first_word);
}

bool is_kept_acronym(std::u32string_view word) {
    return word == U"UAE" || word == U"USA" || word == U"UK" || word == U"US" || word == U"DC" ||
           word.find(U'.') < word.size() - 1;
}

// A piece of a word in capitals, between hyphens.
void append_piece(std::u32string& out, std::u32string_view piece, bool may_be_particle) {
    const std::size_t quote = piece.find_first_of(U"'\u2019");
    const bool is_elided = quote == 1 && piece.size() > 2;  // D'Ivoire, N'Djamena
    const bool is_mac = piece.size() > 3 && (piece.starts_with(U"MC") || piece.starts_with(U"Mc"));
    const bool is_small =
        may_be_particle &&
        (particles.contains(to_utf8(piece.size() < 6 ? lower_case(piece) : U"")) ||
         (is_elided && (piece[0] == 'D' || piece[0] == 'L')));
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const bool begins = (i == 0 && !is_small) || (is_elided && i == 2) || (is_mac && i == 2);
        out += begins ? piece[i] : to_lower(piece[i]);
    }
}

void append_word(std::u32string& out, std::u32string_view word, bool is_first) {
    if (is_kept_acronym(word)) {
        out += word;
        return;
    }
    for (std::size_t begin = 0; begin <= word.size();) {
        const std::size_t end = std::min(word.find(U'-', begin), word.size());
        if (begin > 0) out += U'-';
        append_piece(out, word.substr(begin, end - begin), !is_first || begin > 0);
        begin = end + 1;
    }
}

std::u32string part_in_title_case(std::u32string_view part, bool is_region) {
    // "PORTLAND, OR"
    const bool is_state_code = is_region && part.size() == 2;
    if (has_lower(part) || is_state_code) return std::u32string(part);
    std::u32string out;
    for (std::size_t begin = 0; begin < part.size();) {
        const std::size_t end = std::min(part.find(U' ', begin), part.size());
        if (begin > 0) out += U' ';
        append_word(out, part.substr(begin, end - begin), begin == 0);
        begin = end + 1;
    }
    return out;
}

}  // namespace

bool is_place_form(std::string_view text) {
    constexpr std::size_t longest_bytes = 80;
    if (text.empty() || text.size() > longest_bytes) return false;
    if (text.ends_with(',') || text.ends_with('/')) return false;
    while (!text.empty())
        if (!is_one_place(trimmed(take_until(text, '/')))) return false;
    return true;
}

bool is_known_place(std::string_view text) {
    std::string_view place = take_until(text, '/');
    const std::string city = folded(trimmed(take_until(place, ',')));
    const std::string region = folded(trimmed(take_until(place, ',')));
    return region.empty() ? is_known_city(city) : is_known_region(region);
}

bool is_in_capitals(std::string_view text) {
    const std::u32string first = to_utf32(text.substr(0, text.find_first_of(",/")));
    return std::ranges::any_of(first, is_upper) && !has_lower(first);
}

std::string place_in_title_case(std::string_view text) {
    const std::u32string all = to_utf32(text);
    std::u32string out;
    bool is_region = false;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = std::min(all.find_first_of(U",/", begin), all.size());
        out += part_in_title_case(std::u32string_view(all).substr(begin, end - begin), is_region);
        is_region = end < all.size() && all[end] == ',';
        while (end < all.size() && (all[end] == ',' || all[end] == '/' || all[end] == ' '))
            out += all[end++];
        begin = end;
    }
    return to_utf8(out);
}

}  // namespace dateline
