#include "corpus/formats/json_mending.hpp"

#include "corpus/formats/json_scanner.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace dateline {
namespace {

constexpr std::size_t escape_bytes = 6;  // \uXXXX

/// The number of an escape \uXXXX at the beginning of the text.
std::optional<std::uint32_t> escaped_number(std::string_view text) {
    if (text.size() < escape_bytes || !text.starts_with("\\u")) return std::nullopt;
    std::uint32_t number = 0;
    const char* const end = text.data() + escape_bytes;
    const auto [stop, failure] = std::from_chars(text.data() + 2, end, number, 16);
    return failure == std::errc{} && stop == end ? std::optional(number) : std::nullopt;
}

bool is_high(std::uint32_t number) { return number >= 0xD800 && number < 0xDC00; }
bool is_low(std::uint32_t number) { return number >= 0xDC00 && number < 0xE000; }

class Mender {
  public:
    explicit Mender(std::string_view record) : rest_(record), uncopied_(record) {}

    std::optional<MendedJson> mend() {
        while (!rest_.empty()) {
            if (rest_.front() == '"')
                take_string(JsonScanner().scan(rest_));
            else
                take_outside();
        }
        if (!is_mended_) return std::nullopt;
        mended_.text += uncopied_;
        if (has_half_pair_) add_loss("halves of surrogate pairs");
        if (has_control_) add_loss("control characters");
        return std::move(mended_);
    }

  private:
    void take(std::size_t bytes) { rest_.remove_prefix(bytes); }

    void put(std::string_view text, std::size_t instead_of) {
        mended_.text += uncopied_.substr(0, uncopied_.size() - rest_.size());
        mended_.text += text;
        rest_.remove_prefix(instead_of);
        uncopied_ = rest_;
        is_mended_ = true;
    }

    void add_loss(std::string_view what) {
        mended_.loss += mended_.loss.empty() ? "has " : " and ";
        mended_.loss += what;
    }

    void take_outside() {
        for (const std::string_view word : {"NaN", "Infinity", "-Infinity"})
            if (rest_.starts_with(word)) return put("null", word.size());
        const std::size_t size = std::min(rest_.find_first_not_of("+-.eE0123456789"), rest_.size());
        if (size == 0) return take(1);
        // More than 19 digits fit no integer, and the parser refuses them.
        const bool is_whole = rest_.substr(1, size - 1).find_first_of("+-.eE") == rest_.npos;
        if (!is_whole || size < 20) return take(size);
        const std::string quoted = "\"" + std::string(rest_.substr(0, size)) + "\"";
        put(quoted, size);
    }

    void take_string(std::size_t bytes) {
        const std::size_t rest_after = rest_.size() - bytes;
        while (rest_.size() > rest_after) {
            if (static_cast<unsigned char>(rest_.front()) < 0x20) {
                put(" ", 1);
                has_control_ = true;
            } else if (rest_.front() == '\\') {
                take_escape(rest_.size() - rest_after);
            } else {
                take(1);
            }
        }
    }

    /// `bytes`: to the end of the string.
    void take_escape(std::size_t bytes) {
        const std::optional<std::uint32_t> number = escaped_number(rest_.substr(0, bytes));
        if (!number) return take(std::min<std::size_t>(2, bytes));
        if (!is_high(*number) && !is_low(*number)) return take(escape_bytes);
        const auto second = escaped_number(rest_.substr(0, bytes).substr(escape_bytes));
        if (is_high(*number) && second && is_low(*second)) return take(2 * escape_bytes);
        put("\\ufffd", escape_bytes);
        has_half_pair_ = true;
    }

    std::string_view rest_;
    std::string_view uncopied_;  ///< up to the end, as rest_
    MendedJson mended_;
    bool is_mended_ = false;
    bool has_half_pair_ = false;
    bool has_control_ = false;
};

}  // namespace

std::optional<MendedJson> mended_json(std::string_view record) { return Mender(record).mend(); }

}  // namespace dateline
