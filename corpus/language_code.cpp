#include "corpus/language_code.hpp"

#include "corpus/clean_text.hpp"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>
#include <unordered_map>

namespace dateline {
namespace {

struct Alias {
    std::string_view name;
    std::string_view code;
};

/// What ICU's tables lack: bibliographic codes (ISO 639-2/B), withdrawn codes, and names that
/// archives use.
constexpr std::array<Alias, 35> aliases{{
    {"alb", "sq"},       {"arm", "hy"},    {"baq", "eu"},      {"bur", "my"},
    {"chi", "zh"},       {"cze", "cs"},    {"dut", "nl"},      {"fre", "fr"},
    {"geo", "ka"},       {"ger", "de"},    {"gre", "el"},      {"ice", "is"},
    {"mac", "mk"},       {"mao", "mi"},    {"may", "ms"},      {"per", "fa"},
    {"rum", "ro"},       {"slo", "sk"},    {"tib", "bo"},      {"wel", "cy"},
    {"iw", "he"},        {"in", "id"},     {"ji", "yi"},       {"mo", "ro"},
    {"moldavian", "ro"}, {"farsi", "fa"},  {"mandarin", "zh"}, {"flemish", "nl"},
    {"castilian", "es"}, {"norsk", "no"},  {"tagalog", "tl"},  {"filipino", "fil"},
    {"panjabi", "pa"},   {"pushto", "ps"}, {"burmese", "my"},
}};

std::string folded(std::string_view text) {
    icu::UnicodeString name =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string utf8;
    name.foldCase().toUTF8String(utf8);
    return utf8;
}

std::string display_name(const char* code, const char* in_language) {
    std::array<UChar, 128> name{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = uloc_getDisplayLanguage(
        code, in_language, name.data(), static_cast<std::int32_t>(name.size()), &status);
    // ICU answers with the code, and a warning, where it knows no name.
    if (status != U_ZERO_ERROR) return {};
    std::string utf8;
    icu::UnicodeString(name.data(), size).foldCase().toUTF8String(utf8);
    return utf8;
}

using CodeByName = std::unordered_map<std::string, std::string>;

CodeByName make_code_table() {
    CodeByName codes;
    for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
        const std::string_view view(*code);
        if (view == "und" || view == "mul" || view == "zxx" || view == "mis") continue;
        codes.emplace(view, view);
        codes.emplace(uloc_getISO3Language(*code), view);
        codes.emplace(display_name(*code, "en"), view);
        // Of three-letter languages hardly any has a name of its own in ICU, and each costs a file.
        if (view.size() == 2) codes.emplace(display_name(*code, *code), view);
    }
    codes.erase("");
    for (const Alias& alias : aliases) codes.insert_or_assign(std::string(alias.name), alias.code);
    return codes;
}

}  // namespace

std::string language_code(std::string_view text) {
    static const CodeByName codes = make_code_table();
    if (const auto found = codes.find(std::string(text)); found != codes.end()) {
        return found->second;
    }
    const std::string name = folded(clean_line(text));
    if (const auto found = codes.find(name); found != codes.end()) return found->second;
    const std::string language = name.substr(0, name.find_first_of("-_,;/("));
    const auto found = codes.find(clean_line(language));
    return found == codes.end() ? std::string() : found->second;
}

}  // namespace dateline
