#include "corpus/date_fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "corpus/ascii.hpp"
#include "corpus/date_words.hpp"
#include "corpus/unicode.hpp"

namespace dateline {

namespace {

// No form of a date is longer; what is longer need not be looked at.
constexpr std::size_t max_date_bytes = 100;

constexpr unsigned char first_byte_of_arabic = 0xD8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
// The scripts from Arabic on have digits of their own.
std::string with_ascii_digits(std::string_view text) {
    const bool has_own = std::ranges::any_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= first_byte_of_arabic; });
    return has_own ? to_utf8(lower_case(to_utf32(text))) : std::string(text);
}

// Lower case (ASCII and Latin-1, the only letters that are asked for by their bytes), one kind of
// blank (also for the no-break ones and the apostrophe of d'abril), one kind of dash. The signs for
// year, month and day of East Asia become what they mean, 2020-1-5.
std::string normal_form(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 12> plain = {{{"\u00A0", ' '},
                                                                          {"\u202F", ' '},
                                                                          {"\u2019", ' '},
                                                                          {"،", ','},
                                                                          {"\u2013", '-'},
                                                                          {"\u2014", '-'},
                                                                          {"年", '-'},
                                                                          {"월", '-'},
                                                                          {"月", '-'},
                                                                          {"년", '-'},
                                                                          {"日", ' '},
                                                                          {"일", ' '}}};
    constexpr std::size_t first_sign = 6;
    const std::string plain_digits = with_ascii_digits(text);
    text = plain_digits;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const char c = text.front();
        const auto wide = static_cast<unsigned char>(c) < 0x80
                              ? plain.end()
                              : std::ranges::find_if(plain, [&](const auto& row) {
                                    return text.starts_with(row.first);
                                });
        const bool is_latin1_capital = !out.empty() && out.back() == '\xC3' &&
                                       static_cast<unsigned char>(c) >= 0x80 &&
                                       static_cast<unsigned char>(c) <= 0x9E;
        if (wide != plain.end()) {
            const std::string_view rest = text.substr(wide->first.size());
            const bool is_sign = wide - plain.begin() >= static_cast<std::ptrdiff_t>(first_sign);
            if (is_sign && wide->second == '-') {
                if (rest.empty()) break;
                text.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            }
            out += wide->second;
        } else if (c == '\t' || c == '\n' || c == '\r' || c == '\'') {
            out += ' ';
        } else {
            out += is_latin1_capital ? static_cast<char>(c + 0x20) : lower_ascii(c);
        }
        text.remove_prefix(wide == plain.end() ? 1 : wide->first.size());
    }
    return out;
}

// East Asia says the half before the time.
HalfDay half_day_before(std::string_view word) {
    for (const std::string_view form : {"오전", "午前", "上午"})
        if (word == form) return HalfDay::am;
    for (const std::string_view form : {"오후", "午後", "下午"})
        if (word == form) return HalfDay::pm;
    return HalfDay::none;
}

struct HalfDayMark {
    HalfDay half = HalfDay::none;
    std::size_t size = 0;  // of the mark and the blank before it
};

// "am", " pm", " p.m."
HalfDayMark leading_half_day(std::string_view text) {
    const std::size_t blank = text.starts_with(' ') ? 1 : 0;
    const std::string_view mark = text.substr(blank);
    for (const std::string_view form : {"am", "pm", "a.m.", "p.m.", "a.m", "p.m"}) {
        if (!mark.starts_with(form)) continue;
        if (mark.size() > form.size() && is_word_byte(mark[form.size()])) continue;
        return {form.front() == 'a' ? HalfDay::am : HalfDay::pm, blank + form.size()};
    }
    return {};
}

// Walks over a text in normal form once, item by item (number, word, sign), and files each under
// the only thing that it can mean there. A read_ function that returns false has found no date.
class FieldScanner {
  public:
    explicit FieldScanner(std::string_view text) : rest_(text) {}

    std::optional<DateFields> scan() {
        if (read_epoch()) return fields_;
        while (!rest_.empty())
            if (!read_item()) return std::nullopt;
        const bool ends_well = separator_ == '\0' || separator_ == '.';
        return has_items_ && ends_well && !after_t_ ? std::optional(fields_) : std::nullopt;
    }

  private:
    char peek(std::size_t ahead = 0) const { return ahead < rest_.size() ? rest_[ahead] : '\0'; }
    void skip(std::size_t bytes) { rest_.remove_prefix(bytes); }
    std::size_t count_digits() const {
        return static_cast<std::size_t>(std::ranges::find_if_not(rest_, is_digit) - rest_.begin());
    }
    // The next `digits` bytes, which must be digits, at most nine.
    std::uint32_t take_number(std::size_t digits) {
        std::uint32_t value = 0;
        for (const char c : rest_.substr(0, digits))
            value = value * 10 + static_cast<std::uint32_t>(c - '0');
        skip(digits);
        return value;
    }
    bool has_date() const {
        return fields_.year || fields_.month || fields_.day || fields_.numbers;
    }

    bool read_item() {
        const char c = peek();
        if (c == ' ') return skip(1), true;
        if ((c == '+' || c == '-') && read_offset()) return true;
        if (c == '(') return read_comment();
        if (!is_digit(c) && !is_word_byte(c)) return read_separator();
        has_items_ = true;
        separator_ = '\0';
        return is_digit(c) ? read_number() : read_word();
    }

    // One punctuation mark between items; a period may stand before another.
    bool read_separator() {
        if (!has_items_ || (separator_ != '\0' && separator_ != '.')) return false;
        if (std::string_view(",.-/|").find(peek()) == std::string_view::npos) return false;
        separator_ = peek();
        return skip(1), true;
    }

    // 9 or 10 digits: seconds since 1970; 12 or 13: milliseconds. A fraction may follow.
    bool read_epoch() {
        const std::size_t digits = count_digits();
        const bool is_seconds = digits == 9 || digits == 10;
        if (!is_seconds && digits != 12 && digits != 13) return false;
        const std::string_view fraction = rest_.substr(digits);
        if (!fraction.empty() &&
            (fraction.front() != '.' || !std::ranges::all_of(fraction.substr(1), is_digit)))
            return false;
        const std::size_t kept = is_seconds ? digits : digits - 3;
        const std::uint64_t high = take_number(kept - 1);
        fields_.epoch_seconds = static_cast<std::int64_t>(high * 10 + take_number(1));
        return true;
    }

    bool read_number() {
        const std::size_t digits = count_digits();
        if (after_t_) return read_iso_time(digits);
        if (digits == 8 || digits == 14) return read_basic_date(digits);
        if (digits == 4) return read_year_first();
        if (digits > 2) return false;
        const std::uint32_t number = take_number(digits);
        if (starts_time()) return read_time(number);
        const bool is_pair = is_digit(peek(1)) && (peek() == '/' || peek() == '.' || peek() == '-');
        return is_pair ? read_pair(number) : read_day(number, digits);
    }

    // 20200105, 20200105101500
    bool read_basic_date(std::size_t digits) {
        if (has_date()) return false;
        fields_.year = PrintedYear{static_cast<std::int32_t>(take_number(4))};
        fields_.month = take_number(2);
        fields_.day = take_number(2);
        return digits == 8 || read_iso_time(6);
    }

    // After a T, or run together with the day: 10, 1015, 101500, and 10:15 as everywhere.
    bool read_iso_time(std::size_t digits) {
        after_t_ = false;
        if (digits == 1 && peek(1) == ':') return read_time(take_number(1));
        if (digits != 2 && digits != 4 && digits != 6) return false;
        const std::uint32_t hour = take_number(2);
        if (digits == 2) return read_time(hour);
        ClockTime time{.hour = hour, .minute = take_number(2)};
        if (digits == 6) time.second = take_number(2);
        return file_time(time);
    }

    // 2020, 2020-01, 2020-01-05, 2020/01/05
    bool read_year_first() {
        if (fields_.year) return false;
        fields_.year = PrintedYear{static_cast<std::int32_t>(take_number(4))};
        const char separator = peek();
        const bool goes_on = separator == '-' || separator == '/' || separator == '.';
        if (!goes_on || !is_digit(peek(1))) return true;
        if (fields_.month || fields_.day || fields_.numbers) return false;
        for (std::optional<std::uint32_t>* field : {&fields_.month, &fields_.day}) {
            if (peek() != separator || !is_digit(peek(1))) break;
            skip(1);
            const std::size_t digits = count_digits();
            if (digits > 2) return false;
            *field = take_number(digits);
        }
        return true;
    }

    // After the first number of 5/1/2020, 5.1.2020, 5-1-2020 and 1/2020.
    bool read_pair(std::uint32_t first) {
        if (has_date()) return false;
        const char separator = peek();
        skip(1);
        const std::size_t digits = count_digits();
        if (digits == 4) {
            fields_.month = first;
            return read_year(digits);
        }
        if (digits > 2) return false;
        fields_.numbers = NumberPair{first, take_number(digits)};
        if (peek() != separator || !is_digit(peek(1))) return true;
        skip(1);
        return read_year(count_digits());
    }

    bool read_year(std::size_t digits) {
        if (fields_.year || (digits != 2 && digits != 4)) return false;
        fields_.year = PrintedYear{static_cast<std::int32_t>(take_number(digits)), digits == 4};
        return true;
    }

    // "5", "5th", "1er", "1º"; after a day, a year of two digits.
    bool read_day(std::uint32_t number, std::size_t digits) {
        if (fields_.numbers) return false;
        if (fields_.day) {
            if (fields_.year || digits != 2) return false;
            fields_.year = PrintedYear{static_cast<std::int32_t>(number), false};
            return true;
        }
        fields_.day = number;
        const std::string_view word = leading_word();
        for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "e", "º", "ª", "°"})
            if (word == ending) return skip(word.size()), true;
        return true;
    }

    bool has_day() const {
        return fields_.year && (fields_.numbers || (fields_.month && fields_.day));
    }

    // Tells "3:30", "3 pm", "3.30pm", "10h05", "10.05 Uhr" and 10.05 behind a whole day from a day.
    bool starts_time() const {
        if (peek() == ':') return is_digit(peek(1));
        if (peek() == 'h') return !is_word_byte(peek(1));
        const bool has_minutes =
            peek() == '.' && is_digit(peek(1)) && is_digit(peek(2)) && !is_digit(peek(3));
        const std::string_view after = rest_.substr(has_minutes ? 3 : 0);
        return leading_half_day(after).size > 0 ||
               (has_minutes && (after.starts_with(" uhr") || has_day()));
    }

    bool read_time(std::uint32_t hour) {
        ClockTime time{.hour = hour};
        const bool may_lack_minutes = peek() == 'h';
        if (peek() == ':' || peek() == 'h' || (peek() == '.' && is_digit(peek(1)))) {
            skip(1);
            const std::size_t digits = count_digits();
            if (digits != 2 && !(digits == 0 && may_lack_minutes)) return false;
            time.minute = take_number(digits);
        }
        if (peek() == ':' && is_digit(peek(1))) {
            skip(1);
            if (count_digits() != 2) return false;
            time.second = take_number(2);
        }
        return file_time(time);
    }

    // After the last digit of the time: a fraction is dropped, "pm" is not.
    bool file_time(ClockTime time) {
        if (fields_.time) return false;
        if ((peek() == '.' || peek() == ',') && is_digit(peek(1))) {
            skip(1);
            skip(count_digits());
        }
        const HalfDayMark mark = leading_half_day(rest_);
        skip(mark.size);
        time.half = mark.size > 0 ? mark.half : half_before_;
        fields_.time = time;
        return true;
    }

    // After a time, or right after a day as in XML Schema's "2020-01-05+02:00".
    bool read_offset() {
        if (fields_.zone || (!fields_.time && !(fields_.day && peek(3) == ':'))) return false;
        fields_.zone = leading_zone(rest_);
        if (fields_.zone) skip(fields_.zone->size);
        return fields_.zone.has_value();
    }

    std::string_view leading_word() const {
        const auto end = std::ranges::find_if_not(rest_, is_word_byte);
        return rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    }

    // Two words where they are one month: تشرين الأول.
    std::string_view leading_month() const {
        const std::string_view word = leading_word();
        if (is_ascii(word) || rest_.size() == word.size() || rest_[word.size()] != ' ') return word;
        const std::string_view behind = rest_.substr(word.size() + 1);
        const auto end = std::ranges::find_if_not(behind, is_word_byte);
        const auto second = static_cast<std::size_t>(end - behind.begin());
        const std::string_view both = rest_.substr(0, word.size() + 1 + second);
        return second > 0 && month_number(both) ? both : word;
    }

    bool read_word() {
        const std::string_view word = leading_month();
        const bool may_be_zone = !fields_.zone && (fields_.time || (fields_.day && word == "z"));
        if (may_be_zone && (fields_.zone = leading_zone(rest_))) {
            skip(fields_.zone->size);
            return true;
        }
        skip(word.size());
        if (word == "t" && is_digit(peek()) && fields_.day) return after_t_ = true;
        if (const auto month = month_number(word)) return file_month(*month, word);
        if (const HalfDay half = half_day_before(word); half != HalfDay::none && !fields_.time) {
            half_before_ = half;
            return true;
        }
        const bool is_weekday_name = is_weekday(word);
        fields_.has_weekday |= is_weekday_name;
        return is_weekday_name || is_date_filler(word);
    }

    bool file_month(std::uint32_t month, std::string_view name) {
        const bool is_weekday_too = is_weekday(name);
        if (fields_.numbers || (fields_.month && !is_weekday_too && !month_may_be_weekday_))
            return false;
        // "mar. 5 janv." and "5 janv., mar.": one of them is mardi.
        fields_.has_weekday |= fields_.month.has_value();
        if (fields_.month && !month_may_be_weekday_) return true;
        month_may_be_weekday_ = is_weekday_too && !fields_.month;
        fields_.month = month;
        fields_.has_month_name = true;
        fields_.is_mail_day = fields_.day && name.size() == 3 && peek() != '.';
        return true;
    }

    // Mail repeats the zone or the weekday at the end: "-0500 (EST)".
    bool read_comment() {
        const std::size_t end = rest_.find(')');
        if (!has_items_ || end == std::string_view::npos || end + 1 != rest_.size()) return false;
        const std::string_view comment = rest_.substr(1, end - 1);
        const auto zone = leading_zone(comment);
        rest_ = {};
        return is_weekday(comment) || (zone && zone->size == comment.size());
    }

    std::string_view rest_;
    DateFields fields_;
    char separator_ = '\0';  // the punctuation since the last item
    bool has_items_ = false;
    bool after_t_ = false;
    bool month_may_be_weekday_ = false;
    HalfDay half_before_ = HalfDay::none;
};

}  // namespace

std::optional<DateFields> read_date_fields(std::string_view text) {
    if (text.size() > max_date_bytes) return std::nullopt;
    return FieldScanner(normal_form(text)).scan();
}

}  // namespace dateline
