#include "corpus/byline.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"
#include "corpus/news_agencies.hpp"
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
    bool may_be_name = false;  ///< with a capital it begins names: "Di Maio", "Per Olov"
};

constexpr std::array<Introduction, 14> introductions_by_language{{{"de", "von"},
                                                                  {"fr", "par"},
                                                                  {"es", "por"},
                                                                  {"pt", "por"},
                                                                  {"gl", "por"},
                                                                  {"ca", "per", true},
                                                                  {"nl", "door"},
                                                                  {"it", "da", true},
                                                                  {"it", "di", true},
                                                                  {"sv", "av", true},
                                                                  {"no", "av", true},
                                                                  {"nb", "av", true},
                                                                  {"da", "af", true},
                                                                  {"id", "oleh"}}};

// What stands after "von ", "Von: "; nothing where the line does not begin so.
std::string_view after_introduction(std::string_view line, const Introduction& introduction) {
    const std::string_view printed = line.substr(0, introduction.word.size());
    if (lower_ascii(printed) != introduction.word) return {};
    line.remove_prefix(printed.size());
    const bool has_colon = line.starts_with(':');
    if (has_colon) line.remove_prefix(1);
    const bool is_lower = printed == introduction.word;
    if (!line.starts_with(' ') || (introduction.may_be_name && !is_lower && !has_colon)) return {};
    return line.substr(1);
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

// "Hans Müller" of "Hans Müller, dpa": agencies need no capital.
std::string_view without_agency(std::string_view authors) {
    const std::size_t comma = authors.rfind(", ");
    const bool has_agency = comma != authors.npos && is_news_agency(authors.substr(comma + 2));
    return has_agency ? authors.substr(0, comma) : authors;
}

}  // namespace

bool is_byline(std::string_view line) {
    constexpr std::size_t longest_byline_bytes = 100;
    const std::size_t size = introduction_size(line);
    if (size == 0 || line.size() > longest_byline_bytes) return false;
    const std::string_view names = without_agency(line.substr(size));
    const bool is_english = line[0] == 'B' || line[0] == 'b';
    return has_names(names) && (is_english || names.find(' ') != names.npos);
}

std::string_view without_introduction(std::string_view byline, std::string_view language) {
    for (const Introduction& introduction : introductions_by_language) {
        if (introduction.language != language) continue;
        const std::string_view authors = after_introduction(byline, introduction);
        const std::string_view names = without_agency(authors);
        const std::size_t blank = names.find(' ');
        const bool has_two = blank != names.npos && blank + 1 < names.size() &&
                             starts_upper(names) && has_names(names.substr(blank + 1));
        if (has_two) return authors;
    }
    return byline;
}

std::string authors_of(std::string_view line) {
    return is_byline(line) ? clean_line(line.substr(introduction_size(line))) : clean_byline(line);
}

}  // namespace dateline
