#include "corpus/language.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline {

namespace {

constexpr std::string_view french_elisions = " c d j jusqu l lorsqu m n puisqu qu quoiqu s t ";
constexpr std::string_view italian_elisions =
    " agl all c coll d dagl dall degl dell gl l m n negl nell quell quest s sugl sull t un v ";
constexpr std::string_view catalan_elisions = " d l m n s t ";

constexpr Language with_decimal_comma(std::string_view code, std::u32string_view kept = {}) {
    return {.code = code, .kept_letters = kept, .has_decimal_comma = true};
}

constexpr Language with_elision(std::string_view code, std::string_view elisions) {
    return {.code = code,
            .apostrophe = ApostropheUse::elision,
            .elisions = elisions,
            .has_decimal_comma = true};
}

constexpr Language turkic(std::string_view code, std::u32string_view kept) {
    return {.code = code,
            .kept_letters = kept,
            .apostrophe = ApostropheUse::ending,
            .has_dotless_i = true,
            .has_decimal_comma = true};
}

constexpr Language default_rules{};

constexpr std::array rows{
    turkic("az", U"çğıöşü"),
    with_decimal_comma("bg"),
    with_elision("ca", catalan_elisions),
    with_decimal_comma("cs"),
    with_decimal_comma("da", U"åæø"),
    with_decimal_comma("de"),
    with_decimal_comma("el"),
    Language{.code = "en", .stems_folded = true},
    Language{.code = "es", .kept_letters = U"ñ"},
    with_decimal_comma("et", U"äõöü"),
    with_decimal_comma("eu", U"ñ"),
    with_decimal_comma("fi", U"åäö"),
    with_elision("fr", french_elisions),
    with_decimal_comma("gl", U"ñ"),
    with_decimal_comma("hr"),
    with_decimal_comma("hu", U"öőüű"),
    Language{.code = "id", .has_decimal_comma = true, .stems_folded = true},
    with_elision("it", italian_elisions),
    with_decimal_comma("lt"),
    with_decimal_comma("nb", U"åæø"),
    with_decimal_comma("nl"),
    with_decimal_comma("nn", U"åæø"),
    with_decimal_comma("no", U"åæø"),
    with_decimal_comma("pl"),
    with_decimal_comma("pt"),
    with_decimal_comma("ro"),
    with_decimal_comma("ru"),
    with_decimal_comma("sr"),
    with_decimal_comma("sv", U"åäö"),
    turkic("tr", U"çğıöşü"),
    with_decimal_comma("uk"),
};

}  // namespace

bool Language::elides(std::string_view folded) const {
    return elisions.find(' ' + std::string(folded) + ' ') != elisions.npos;
}

const Language& language_rules(std::string_view code) {
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const Language& rules) { return rules.code == code; });
    return row == rows.end() ? default_rules : *row;
}

}  // namespace dateline
