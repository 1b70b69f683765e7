#include "corpus/formats/json_parser.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/json_mending.hpp"

#include <fmt/format.h>

namespace dateline {

std::optional<dom::element> JsonParser::parse(const JsonRecord& record) {
    losses_.clear();
    return parse(record.bytes, record.readable_bytes);
}

std::optional<dom::element> JsonParser::mend(const JsonRecord& record) {
    std::string text(record.bytes);
    if (error_ == simdjson::UTF8_ERROR) {
        const std::size_t bad = record.origin.offset + first_invalid_utf8(record.bytes).value_or(0);
        DecodedText decoded = decode_text(record.bytes);
        losses_.push_back(fmt::format("not valid UTF-8 at byte {} of the file: read as {}", bad,
                                      decoded.charset));
        text = std::move(decoded.text);
        if (const auto document = parse(text, text.size())) return document;
    }
    std::optional<MendedJson> mended = mended_json(text);
    if (!mended) return std::nullopt;
    if (!mended->loss.empty()) losses_.push_back(std::move(mended->loss));
    return parse(mended->text, mended->text.size());
}

std::optional<dom::element> JsonParser::parse(std::string_view bytes, std::size_t readable_bytes) {
    if (bytes.size() > parser_.capacity()) {
        // Twice as much as is needed: records of growing size shall not allocate each time.
        error_ = parser_.allocate(2 * bytes.size());
        if (error_ != simdjson::SUCCESS) return std::nullopt;
    }
    const bool is_padded = readable_bytes >= bytes.size() + simdjson::SIMDJSON_PADDING;
    if (!is_padded) {
        padded_.assign(bytes);
        padded_.append(simdjson::SIMDJSON_PADDING, ' ');
    }
    const char* const begin = is_padded ? bytes.data() : padded_.data();
    dom::element document;
    error_ = parser_.parse(begin, bytes.size(), false).get(document);
    return error_ == simdjson::SUCCESS ? std::optional(document) : std::nullopt;
}

std::string JsonParser::problem() const {
    std::string_view reason = simdjson::error_message(error_);
    reason = reason.substr(0, reason.find_last_not_of(". ") + 1);
    return fmt::format("not valid JSON: {}", reason);
}

}  // namespace dateline
