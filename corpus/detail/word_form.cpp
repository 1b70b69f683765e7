#include "corpus/detail/word_form.hpp"

#include <algorithm>
#include <utility>

#include "corpus/detail/word_scanner.hpp"
#include "corpus/schema.hpp"
#include "corpus/unicode.hpp"

namespace dateline::detail {

namespace {

// Acronyms in news that are also common words, of English or of another language (UN, EU, MIT).
constexpr std::string_view word_acronyms =
    " act ai aid aids am arm bat cap care cop das de doe dot era est eta eu hi ice in ins "
    "ira is it la lot ma man me mit mod nice now oh ok or pa pen pin rand sag salt sap sat "
    "seal sec start swat un uno ups us who ";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_possessive(std::string_view lower) {
    const bool has_one = lower.size() > 2 && lower.ends_with("'s");
    return has_one ? lower.substr(0, lower.size() - 2) : lower;
}

std::string lower_ascii(std::string_view word) {
    std::string lower(word);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return lower;
}

std::string lower(std::string_view word, const Language& language) {
    const bool is_plain =
        is_ascii(word) && (!language.has_dotless_i || word.find('I') == word.npos);
    if (is_plain) return lower_ascii(word);
    return to_utf8(lower_case(
        to_utf32(word), language.has_dotless_i ? CasingRules::dotless_i : CasingRules::standard));
}

// U.S. as us, F-16 as f16, 1,000 as 1000, and 3,5 as 3.5 where that is how decimals are written.
std::string without_inner_marks(std::string_view word, const Language& language) {
    std::string out;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        const bool is_number_mark = (c == '.' || c == ',') && at > 0 && is_digit(word[at - 1]) &&
                                    at + 1 < word.size() && is_digit(word[at + 1]);
        if (is_number_mark && !groups_digits(word, at, language))
            out += '.';
        else if (c != '-' && c != '.' && c != ',')
            out += c;
    }
    return out;
}

// F16s is more than one F16: a plural that no stemmer sees.
std::string_view without_plural_of_designation(std::string_view lower) {
    const std::size_t digit = lower.find_first_of("0123456789");
    if (digit == 0 || digit > 2 || !lower.ends_with('s')) return lower;
    const std::string_view digits = lower.substr(digit, lower.size() - digit - 1);
    return std::all_of(digits.begin(), digits.end(), is_digit) ? lower.substr(0, lower.size() - 1)
                                                               : lower;
}

std::string_view without_ending(std::string_view lower, const Language& language) {
    const std::size_t apostrophe = lower.find('\'');
    if (apostrophe == lower.npos) return without_plural_of_designation(lower);
    // One letter before it: a name such as O'Brien.
    if (language.apostrophe == ApostropheUse::ending && apostrophe > 1)
        return lower.substr(0, apostrophe);
    return without_plural_of_designation(without_possessive(lower));
}

std::string acronym_of(std::string_view word, std::string_view folded) {
    const std::string_view base = without_possessive(folded);
    const std::string_view written = word.substr(0, base.size());
    const bool is_upper_case =
        std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const bool is_written_so = is_upper_case || word.find('.') != word.npos;
    if (!is_written_so || base.size() < 2) return {};
    const bool is_known = word_acronyms.find(' ' + std::string(base) + ' ') != word_acronyms.npos;
    return is_known ? std::string(base) : std::string();
}

// The Romanian stemmer of Snowball 2 knows only the cedillas that older texts have for these
// commas.
std::string with_cedillas(std::string_view lower) {
    std::u32string text = to_utf32(lower);
    std::replace(text.begin(), text.end(), U'ș', U'ş');
    std::replace(text.begin(), text.end(), U'ț', U'ţ');
    return to_utf8(text);
}

}  // namespace

WordForms::WordForms(std::string_view code, const Language& language)
    : language_(language), stemmer_(code) {}

WordForm WordForms::form_of(std::string_view word) {
    const std::string plain = without_inner_marks(lower(word, language_), language_);
    const std::string all_folded = folded(plain);
    const std::string_view stemmed = language_.stems_folded ? all_folded : plain;
    std::string term = folded(stem(without_ending(stemmed, language_)));
    if (term.empty()) term = all_folded;
    return {field_term("", all_folded), field_term("", term), acronym_of(word, all_folded)};
}

std::string WordForms::folded(std::string_view lower) const {
    if (is_ascii(lower)) return lower_ascii(lower);
    return to_utf8(fold_diacritics(to_utf32(lower), language_.kept_letters));
}

std::string WordForms::stem(std::string_view lower) {
    if (lower.size() > max_term_bytes) return std::string(lower);
    if (language_.code == "ro" && !is_ascii(lower))
        return std::string(stemmer_.stem(with_cedillas(lower)));
    return std::string(stemmer_.stem(lower));
}

}  // namespace dateline::detail
