#include "corpus/formats/trec_docno.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

struct Collection {
    std::string_view prefix;
    std::string_view source;
    bool is_american = false;
};

// The README files of TREC disks 1 to 5, AQUAINT (LDC2002T31), AQUAINT-2 (LDC2008T25) and English
// Gigaword (LDC2011T07).
constexpr std::array<Collection, 19> collections{{
    {"AP", "Associated Press", true},
    {"APW", "Associated Press", true},
    {"APW_ENG", "Associated Press", true},
    {"AFP_ENG", "Agence France-Presse"},
    {"CNA_ENG", "Central News Agency of Taiwan"},
    {"FBIS", "Foreign Broadcast Information Service", true},
    {"FR", "Federal Register", true},
    {"FT", "Financial Times"},
    {"LA", "Los Angeles Times", true},
    {"LTW_ENG", "Los Angeles Times/Washington Post", true},
    {"NYT", "New York Times", true},
    {"NYT_ENG", "New York Times", true},
    {"SJMN", "San Jose Mercury News", true},
    {"WPB_ENG", "Washington Post/Bloomberg", true},
    {"WSJ", "Wall Street Journal", true},
    {"XIE", "Xinhua News Agency"},
    {"XIN_ENG", "Xinhua News Agency"},
    {"ZBN", "Xinhua News Agency"},
    {"ZF", "Ziff-Davis", true},
}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view leading_digits(std::string_view text) {
    return text.substr(0, static_cast<std::size_t>(
                              std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()));
}

/// Years of two digits: TREC's collections end in 2010.
std::string with_century(std::string_view year) {
    return fmt::format("{}{}", year < "50" ? "20" : "19", year);
}

/// The Los Angeles Times puts the year last.
std::string date_of(std::string_view digits, std::string_view prefix) {
    if (digits.size() == 8)
        return fmt::format("{}-{}-{}", digits.substr(0, 4), digits.substr(4, 2), digits.substr(6));
    if (digits.size() != 6) return {};
    const std::string_view first = digits.substr(0, 2);
    const std::string_view second = digits.substr(2, 2);
    const std::string_view third = digits.substr(4);
    return prefix == "LA" ? fmt::format("{}-{}-{}", with_century(third), first, second)
                          : fmt::format("{}-{}-{}", with_century(first), second, third);
}

}  // namespace

TrecDocno read_trec_docno(std::string_view docno) {
    const std::size_t digits_begin = std::min(docno.find_first_of("0123456789"), docno.size());
    std::string_view prefix = docno.substr(0, digits_begin);
    while (prefix.ends_with('_') || prefix.ends_with('-')) prefix.remove_suffix(1);
    TrecDocno result;
    const auto known = std::find_if(collections.begin(), collections.end(),
                                    [&](const Collection& c) { return c.prefix == prefix; });
    if (known != collections.end()) {
        result.source = known->source;
        result.is_american = known->is_american;
    }
    const std::string_view digits = leading_digits(docno.substr(digits_begin));
    const std::string_view rest = docno.substr(digits_begin + digits.size());
    const bool goes_on = rest.starts_with('-') || rest.starts_with('.');
    if (goes_on && !prefix.empty()) result.date = date_of(digits, prefix);
    return result;
}

}  // namespace dateline
