#include "corpus/byline.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace dateline {

namespace {

// "by" alone also stands in lower case.
constexpr std::array<std::string_view, 11> introductions{
    "By ", "BY ", "by ", "Von ", "VON ", "Par ", "PAR ", "Por ", "POR ", "Door ", "DOOR "};

struct Introduction {
    std::string_view language;
    std::string_view word;
};

constexpr std::array<Introduction, 14> introductions_by_language{{{"de", "von "},
                                                                  {"fr", "par "},
                                                                  {"es", "por "},
                                                                  {"pt", "por "},
                                                                  {"gl", "por "},
                                                                  {"ca", "per "},
                                                                  {"nl", "door "},
                                                                  {"it", "da "},
                                                                  {"it", "di "},
                                                                  {"sv", "av "},
                                                                  {"no", "av "},
                                                                  {"nb", "av "},
                                                                  {"da", "af "},
                                                                  {"id", "oleh "}}};

bool starts_with_word(std::string_view line, std::string_view lower_word) {
    const auto same = [](char a, char b) { return lower_ascii(a) == b; };
    return line.size() > lower_word.size() &&
           std::equal(lower_word.begin(), lower_word.end(), line.begin(),
                      [&](char expected, char c) { return same(c, expected); });
}

// Words of names and of what stands after them that are no names.
constexpr std::string_view lower_row =
    "and in of for the de van von der den del la le el bin al with und et y e em en aus dos da do "
    "di du des ten ter zu i";
constexpr WordSet<words_in_row(lower_row)> lower_words(lower_row);

// Words that begin sentences after "By", "Von", "Par" and "Por", but no names.
constexpr std::string_view opening_row =
    "THE ANY A AN ALL Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February "
    "March April May June July August September October November December Christmas Easter "
    "Wochen Montag Januar Anfang Beginn Ende Exemple Ailleurs Ejemplo Favor Fin Eso Supuesto Qué";
constexpr WordSet<words_in_row(opening_row)> openings(opening_row);

bool starts_upper(std::string_view word) {
    const auto c = static_cast<unsigned char>(word.front());
    return c >= 0x80 || std::isupper(c) != 0;
}

std::size_t introduction_size(std::string_view line) {
    const auto found = std::ranges::find_if(
        introductions, [&](std::string_view word) { return line.starts_with(word); });
    return found == introductions.end() ? 0 : found->size();
}

bool is_name_word(std::string_view word) {
    if (word.find_first_of("0123456789!?:;\"") != word.npos) return false;
    const std::string_view bare = word.substr(0, word.find(','));
    return starts_upper(word) || lower_words.contains(bare) || word.starts_with("al-");
}

// More than one word: "By Monday" and "Von Berlin" are no authors.
bool has_names(std::string_view names) {
    std::size_t capitalised = 0;
    std::string_view word;
    while (!names.empty()) {
        word = names.substr(0, names.find(' '));
        names.remove_prefix(std::min(word.size() + 1, names.size()));
        if (word.empty()) continue;
        if (!is_name_word(word) || (capitalised == 0 && openings.contains(word))) return false;
        if (!starts_upper(word) && capitalised == 0) return false;
        if (starts_upper(word)) ++capitalised;
    }
    constexpr std::size_t longest_abbreviation = 4;
    return capitalised > 0 && (!word.ends_with('.') || word.size() <= longest_abbreviation);
}

}  // namespace

bool is_byline(std::string_view line) {
    constexpr std::size_t longest_byline_bytes = 100;
    const std::size_t size = introduction_size(line);
    if (size == 0 || line.size() > longest_byline_bytes) return false;
    const std::string_view names = line.substr(size);
    const bool is_english = line[0] == 'B' || line[0] == 'b';
    return has_names(names) && (is_english || names.find(' ') != names.npos);
}

std::string_view without_introduction(std::string_view byline, std::string_view language) {
    for (const auto& [code, word] : introductions_by_language) {
        if (code != language || !starts_with_word(byline, word)) continue;
        const std::string_view names = byline.substr(word.size());
        const std::size_t blank = names.find(' ');
        const bool has_two = blank != names.npos && blank + 1 < names.size() &&
                             starts_upper(names) && has_names(names.substr(blank + 1));
        if (has_two) return names;
    }
    return byline;
}

std::string authors_of(std::string_view line) {
    return is_byline(line) ? clean_line(line.substr(introduction_size(line))) : clean_byline(line);
}

}  // namespace dateline
