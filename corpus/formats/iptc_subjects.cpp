#include "corpus/formats/iptc_subjects.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace dateline {
namespace {

// IPTC NewsCodes, scheme subjectcode, 01000000 to 17000000.
constexpr std::array<std::string_view, 17> subjects{
    "arts, culture and entertainment",
    "crime, law and justice",
    "disaster and accident",
    "economy, business and finance",
    "education",
    "environmental issue",
    "health",
    "human interest",
    "labour",
    "lifestyle and leisure",
    "politics",
    "religion and belief",
    "science and technology",
    "social issue",
    "sport",
    "unrest, conflicts and war",
    "weather",
};

}  // namespace

std::string_view iptc_subject_name(std::string_view code) {
    constexpr std::size_t digits = 8;
    const bool is_code =
        code.size() == digits &&
        std::all_of(code.begin(), code.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (!is_code) return {};
    const auto number = static_cast<unsigned>((code[0] - '0') * 10 + (code[1] - '0'));
    return number >= 1 && number <= subjects.size() ? subjects[number - 1] : std::string_view();
}

}  // namespace dateline
