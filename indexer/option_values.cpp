#include "indexer/option_values.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <system_error>

#include "corpus/clean_text.hpp"
#include "corpus/error.hpp"
#include "corpus/language_code.hpp"

namespace dateline {

namespace {

std::uint64_t factor_of(char unit) {
    switch (unit) {
        case 'K':
        case 'k':
            return 1ULL << 10;
        case 'M':
        case 'm':
            return 1ULL << 20;
        case 'G':
        case 'g':
            return 1ULL << 30;
        default:
            return 0;
    }
}

std::string read_language(const std::string& text) {
    std::string code = language_code(text);
    if (!code.empty()) return code;
    throw Error(ErrorKind::usage, fmt::format("\"{}\" is no language that is known", text),
                "write its ISO 639 code: --set language=en");
}

}  // namespace

std::uint64_t read_size(std::string_view option, std::string_view text) {
    std::uint64_t size = 0;
    const char* const end_of_text = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), end_of_text, size);
    const bool has_unit = end + 1 == end_of_text;
    const std::uint64_t factor = end == end_of_text ? 1 : has_unit ? factor_of(*end) : 0;
    if (failure == std::errc{} && factor > 0 &&
        size <= std::numeric_limits<std::uint64_t>::max() / factor)
        return size * factor;
    throw Error(ErrorKind::usage, fmt::format("{} does not take \"{}\"", option, text),
                "write a size in bytes, or with K, M or G: 500M");
}

DateOrder read_date_order(std::string_view text) {
    if (text.empty()) return DateOrder::unknown;
    if (text == "dmy") return DateOrder::day_month_year;
    if (text == "mdy") return DateOrder::month_day_year;
    if (text == "ymd") return DateOrder::year_month_day;
    throw Error(ErrorKind::usage, fmt::format("--date-order is dmy, mdy or ymd, not \"{}\"", text));
}

std::int16_t read_zone_option(std::string_view text) {
    if (text.empty()) return 0;
    if (const auto minutes = read_zone(text)) return *minutes;
    throw Error(ErrorKind::usage, fmt::format("--zone does not know \"{}\"", text),
                "write it as +02:00, or UTC");
}

WriterKind read_writer(std::string_view text) {
    if (text == "auto") return WriterKind::automatic;
    if (text == "stock") return WriterKind::stock;
    throw Error(ErrorKind::usage, fmt::format("--writer is auto or stock, not \"{}\"", text));
}

FieldDefaults read_field_defaults(const std::vector<std::string>& texts) {
    FieldDefaults defaults;
    for (const std::string& text : texts) {
        const std::size_t mark = text.find('=');
        const std::string_view field = std::string_view(text).substr(0, mark);
        const std::string value = mark == std::string::npos ? "" : text.substr(mark + 1);
        std::string* wanted = field == "source"     ? &defaults.source
                              : field == "section"  ? &defaults.section
                              : field == "place"    ? &defaults.place
                              : field == "language" ? &defaults.language
                                                    : nullptr;
        if (!wanted || value.empty() || first_invalid_utf8(value))
            throw Error(ErrorKind::usage, fmt::format("--set does not take \"{}\"", text),
                        "it sets source, section, language or place: --set source=Reuters");
        *wanted = wanted == &defaults.language ? read_language(value) : clean_line(value);
    }
    return defaults;
}

}  // namespace dateline
