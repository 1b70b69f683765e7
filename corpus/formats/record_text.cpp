#include "corpus/formats/record_text.hpp"

#include <algorithm>

#include "corpus/encoding.hpp"

#include <fmt/format.h>

namespace dateline {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(replacement); at != text.npos;
         at = text.find(replacement, at + replacement.size()))
        ++count;
    return count;
}

}  // namespace

RecordText read_record_text(std::string_view bytes, std::string_view declared_charset) {
    DecodedText decoded = decode_text(bytes, declared_charset);
    const std::size_t shown = count_replacements(decoded.text);
    const std::size_t lost = shown > 0 ? shown - std::min(shown, count_replacements(bytes)) : 0;
    if (lost == 0) return {std::move(decoded.text), {}};
    return {std::move(decoded.text),
            fmt::format("{} {} in {} and shown as \"{}\"", lost,
                        lost == 1 ? "place is no character" : "places are no characters",
                        decoded.charset, replacement)};
}

}  // namespace dateline
