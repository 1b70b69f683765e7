#include "corpus/formats/whole_text.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/record_text.hpp"
#include "corpus/formats/zero_bytes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dateline {
namespace {

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string problem_of(std::string_view bytes, const ReadOptions& options) {
    if (bytes.size() > options.max_record_bytes) {
        return fmt::format("record of more than {} bytes, the limit", options.max_record_bytes);
    }
    if (is_utf16(bytes) || has_few_zero_bytes(bytes)) return {};
    const std::size_t zeros = count_zero_bytes(bytes);
    return fmt::format("binary data: {} zero {} at byte {} of the file", zeros,
                       zeros == 1 ? "byte," : "bytes, the first", bytes.find('\0'));
}

/// A page ends between lines or within one: beside a newline a form feed is nothing.
bool is_beside_newline(std::string_view text, std::size_t at) {
    return (at > 0 && text[at - 1] == '\n') || (at + 1 < text.size() && text[at + 1] == '\n');
}

std::string with_newlines(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00A0";
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = text.find_first_of("\r\f\xC2"); at != text.npos;
         at = text.find_first_of("\r\f\xC2")) {
        result += text.substr(0, at);
        std::size_t size = 1;
        if (text[at] == '\r') {
            result += '\n';
            if (text.substr(at).starts_with("\r\n")) size = 2;
        } else if (text[at] == '\f') {
            const bool ends_line = result.ends_with('\n') || is_beside_newline(text, at);
            if (!ends_line) result += '\n';
        } else if (text.substr(at).starts_with(no_break_space)) {
            result += ' ';
            size = no_break_space.size();
        } else {
            result += text[at];
        }
        text.remove_prefix(at + size);
    }
    result += text;
    return result;
}

/// Whether nothing is left of it once it is clean: zero-width characters are as blank as a tab.
bool is_blank(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\n\v");
    if (first == text.npos) return true;
    const bool is_ascii = text[first] > ' ' && text[first] <= '~';
    return !is_ascii && clean_line(text).empty();
}

}  // namespace

std::optional<std::string> read_whole_text(ByteStream& stream, const ReadOptions& options,
                                           std::string_view format, const ReadSink& sink) {
    const std::string_view bytes = stream.peek(options.max_record_bytes + 1);
    if (const std::string problem = problem_of(bytes, options); !problem.empty()) {
        sink(Rejection{{{}, std::string(format), problem}});
        return std::nullopt;
    }
    const std::size_t zeros = is_utf16(bytes) ? 0 : count_zero_bytes(bytes);
    std::string without_zeros;
    if (zeros > 0) {
        std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(without_zeros),
                     [](char c) { return c != '\0'; });
        sink(Warning{{{}, std::string(format), zero_byte_warning(zeros)}});
    }
    RecordText decoded = read_record_text(zeros > 0 ? std::string_view(without_zeros) : bytes);
    std::string text = with_newlines(decoded.text);
    if (is_blank(text)) {
        sink(Skip{{{}, std::string(format), "holds nothing but white space"}});
        return std::nullopt;
    }
    if (!decoded.warning.empty()) {
        sink(Warning{{{}, std::string(format), std::move(decoded.warning)}});
    }
    return text;
}

}  // namespace dateline
