#include "corpus/charset_guess.hpp"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <vector>

namespace dateline {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// As much as tells the charset, from a little before the first byte that is not ASCII.
std::string_view telling_part(std::string_view bytes) {
    constexpr std::size_t most_bytes = 32UL << 10;
    constexpr std::size_t bytes_before = 512;
    const auto high = std::find_if(bytes.begin(), bytes.end(), is_high);
    const auto at = static_cast<std::size_t>(high - bytes.begin());
    return bytes.substr(at > bytes_before ? at - bytes_before : 0, most_bytes);
}

std::string uchardet_guess(std::string_view bytes) {
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                         uchardet_delete);
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
    uchardet_data_end(detector.get());
    return uchardet_get_charset(detector.get());
}

Charset known(std::string_view name) { return *charset_of(name); }

/// How much like any one language a text reads, by the statistics of CLD2.
double language_score(const std::string& text) {
    constexpr std::size_t most_bytes = 4096;
    std::size_t size = std::min(text.size(), most_bytes);
    while (size > 0 && size < text.size() && (text[size] & 0xC0) == 0x80) --size;
    const CLD2::CLDHints no_hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percents{};
    std::array<double, 3> scores{};
    int text_bytes = 0;
    bool is_reliable = false;
    const bool is_plain = text.find("</") == text.npos;
    CLD2::ExtDetectLanguageSummary(text.data(), static_cast<int>(size), is_plain, &no_hints, 0,
                                   languages.data(), percents.data(), scores.data(), nullptr,
                                   &text_bytes, &is_reliable);
    return languages[0] == CLD2::UNKNOWN_LANGUAGE ? 0 : scores[0] * percents[0] / 100;
}

/// Signs that stand inside words.
bool joins_letters(char16_t c) {
    return c == 0xAD || c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2018 || c == 0x2019;
}

int likelihood_of(char16_t before, char16_t c, char16_t after) {
    if (c < 0x80) return 0;
    if (c < 0xA0 || c == 0xFFFD) return -3;
    if (u_isalpha(c)) {
        if (u_isupper(c) && u_islower(before)) return -2;
        return u_isalpha(before) || u_isalpha(after) ? 1 : 0;
    }
    return u_isalpha(before) && u_isalpha(after) && !joins_letters(c) ? -2 : 0;
}

/// Of two readings of the same bytes the one with more letters, at their places in words, is right.
int letters_in_place(const std::string& text) {
    const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
    int sum = 0;
    // Beyond its ends the string has U+FFFF, which is no letter.
    for (int i = 0; i < units.length(); ++i)
        sum += likelihood_of(units.charAt(i - 1), units.charAt(i), units.charAt(i + 1));
    return sum;
}

/// `preferred`, unless the letters speak for the other.
Charset more_letters(std::string_view bytes, std::string_view preferred, std::string_view other) {
    const int letters = letters_in_place(read_charset(bytes, known(preferred)).text);
    const int other_letters = letters_in_place(read_charset(bytes, known(other)).text);
    return known(other_letters > letters ? other : preferred);
}

struct LetterCount {
    std::size_t all = 0;
    std::size_t high = 0;  // in one of the charsets of Latin script
};

LetterCount count_letters(std::string_view bytes) {
    constexpr std::string_view letters_below_c0 = "\x8A\x8C\x8D\x8E\x8F\x9A\x9C\x9D\x9E\x9F";
    LetterCount count;
    for (const char c : bytes) {
        const bool is_high_letter = static_cast<unsigned char>(c) >= 0xC0 ||
                                    letters_below_c0.find(c) != letters_below_c0.npos;
        count.high += is_high_letter ? 1 : 0;
        count.all += is_high_letter || std::isalpha(static_cast<unsigned char>(c)) != 0 ? 1 : 0;
    }
    return count;
}

/// What uchardet calls charsets of Latin script. Charsets that news never came in, or that it takes
/// short western texts for, are no candidates themselves.
struct LatinRow {
    std::string_view guess;
    std::string_view candidate;
};
constexpr std::array<LatinRow, 17> latin_rows{{
    {"", ""},
    {"ASCII", ""},
    {"IBM852", ""},
    {"ISO-8859-1", "windows-1252"},
    {"ISO-8859-10", ""},
    {"ISO-8859-13", "windows-1257"},
    {"ISO-8859-15", "windows-1252"},
    {"ISO-8859-16", ""},
    {"ISO-8859-2", "iso-8859-2"},
    {"ISO-8859-3", ""},
    {"ISO-8859-4", ""},
    {"ISO-8859-9", "windows-1254"},
    {"MAC-CENTRALEUROPE", ""},
    {"VISCII", ""},
    {"WINDOWS-1250", "windows-1250"},
    {"WINDOWS-1252", "windows-1252"},
    {"WINDOWS-1257", "windows-1257"},
}};

const LatinRow* latin_row(std::string_view guess) {
    const auto row = std::find_if(latin_rows.begin(), latin_rows.end(),
                                  [&](const LatinRow& r) { return r.guess == guess; });
    return row == latin_rows.end() ? nullptr : &*row;
}

/// The factors were measured on news and program messages in 20 languages, 200 bytes and whole
/// texts of 1,200: other values give more mojibake.
std::string_view latin_candidate(std::string_view bytes, std::string_view guessed) {
    constexpr double trust_in_guess = 1.15;
    constexpr double trust_in_western = 1.02;
    const LetterCount letters = count_letters(bytes);
    const bool is_telling = letters.high >= 6 && letters.high * 50 >= letters.all;
    std::vector<std::string_view> others{"windows-1250", "windows-1254", "windows-1257"};
    if (!guessed.empty()) others = {guessed};
    std::string_view best = "windows-1252";
    double best_score =
        language_score(read_charset(bytes, known(best)).text) * trust_in_western + 1;
    for (const std::string_view other : others) {
        double score = language_score(read_charset(bytes, known(other)).text);
        if (other == guessed && is_telling) score *= trust_in_guess;
        if (score > best_score) {
            best = other;
            best_score = score;
        }
    }
    return best;
}

bool has_between(std::string_view bytes, unsigned char first, unsigned char last) {
    return std::any_of(bytes.begin(), bytes.end(), [&](char c) {
        return static_cast<unsigned char>(c) >= first && static_cast<unsigned char>(c) <= last;
    });
}

Charset latin_charset(std::string_view bytes, const LatinRow& row) {
    std::string_view best = row.candidate;
    if (best != "windows-1252") best = latin_candidate(bytes, row.candidate);
    if (best == "windows-1250") return more_letters(bytes, "windows-1250", "iso-8859-2");
    if (best == "iso-8859-2") return more_letters(bytes, "iso-8859-2", "windows-1250");
    if (best != "windows-1252" || has_between(bytes, 0x80, 0x9F)) return known(best);
    // Nobody means the currency sign, which ISO-8859-15 gave up for the euro.
    if (has_between(bytes, 0xA4, 0xA4)) return known("iso-8859-15");
    return more_letters(bytes, "windows-1252", "iso-8859-15");
}

/// A guess that the text is of another script, as the charset that holds all of it.
Charset charset_of_script(std::string_view bytes, std::string_view guess) {
    if (guess == "ISO-8859-7") return more_letters(bytes, "iso-8859-7", "windows-1253");
    if (guess == "ISO-8859-8") return known("windows-1255");
    if (guess == "KOI8-R") return known("koi8-u");
    if (guess == "MAC-CYRILLIC") return more_letters(bytes, "windows-1251", "x-mac-cyrillic");
    return charset_of(guess).value_or(known("windows-1252"));
}

}  // namespace

Charset guess_charset(std::string_view bytes) {
    bytes = telling_part(bytes);
    const std::string guess = uchardet_guess(bytes);
    if (const LatinRow* const row = latin_row(guess)) return latin_charset(bytes, *row);
    // Texts of another script consist of its letters.
    const LetterCount letters = count_letters(bytes);
    const auto high_bytes =
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
    if (high_bytes * 10 < letters.all) return latin_charset(bytes, *latin_row(""));
    return charset_of_script(bytes, guess);
}

}  // namespace dateline
