#include "corpus/charset.hpp"

#include "corpus/ascii.hpp"
#include "corpus/detail/converter.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace dateline {
namespace {

using detail::Converter;
using detail::open_converter;

struct CharsetRow {
    std::string_view name;
    std::string_view converter;
    std::string_view labels;  // each between two blanks; the name is one anyway
};

// The rows of https://encoding.spec.whatwg.org/#names-and-labels in which the standard and ICU do
// not mean the same, or of which ICU lacks a label.
constexpr std::array<CharsetRow, 28> charset_rows{{
    {"utf-8", "UTF-8",
     " utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8-sig utf8mb4 "},
    {"windows-1252", "windows-1252",
     " ansi_x3.4-1968 ascii us-ascii cp1252 x-cp1252 cp819 ibm819 csisolatin1 iso-8859-1 iso8859-1 "
     "iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100 l1 latin1 latin-1 ansi cp-1252 win-1252 "},
    {"windows-1254", "windows-1254",
     " cp1254 x-cp1254 csisolatin5 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 "
     "iso-ir-148 l5 latin5 win-1254 "},
    {"windows-874", "windows-874-2000",
     " dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620 cp874 "},
    {"windows-1250", "windows-1250", " cp1250 x-cp1250 win-1250 "},
    {"windows-1251", "windows-1251", " cp1251 x-cp1251 win-1251 "},
    {"windows-1253", "windows-1253", " cp1253 x-cp1253 win-1253 "},
    {"windows-1255", "windows-1255", " cp1255 x-cp1255 win-1255 "},
    {"windows-1256", "windows-1256", " cp1256 x-cp1256 win-1256 "},
    {"windows-1257", "windows-1257", " cp1257 x-cp1257 win-1257 "},
    {"windows-1258", "windows-1258", " cp1258 x-cp1258 win-1258 "},
    {"iso-8859-2", "ISO-8859-2",
     " csisolatin2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 iso-ir-101 l2 latin2 latin-2 "},
    {"iso-8859-5", "ISO-8859-5",
     " csisolatincyrillic cyrillic iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 iso-ir-144 "},
    {"iso-8859-7", "ISO-8859-7",
     " csisolatingreek ecma-118 elot_928 greek greek8 iso8859-7 iso88597 iso_8859-7 "
     "iso_8859-7:1987 iso-ir-126 sun_eu_greek "},
    {"iso-8859-8", "ISO-8859-8",
     " csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso8859-8 iso88598 iso_8859-8 "
     "iso_8859-8:1988 iso-ir-138 visual csiso88598i iso-8859-8-i logical "},
    {"iso-8859-15", "ISO-8859-15",
     " csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin-9 latin9 "},
    {"koi8-r", "KOI8-R", " cskoi8r koi koi8 koi8_r "},
    {"koi8-u", "KOI8-U", " koi8-ru "},
    {"macintosh", "macintosh", " csmacintosh mac x-mac-roman "},
    {"x-mac-cyrillic", "x-mac-cyrillic", " x-mac-ukrainian mac-cyrillic "},
    {"gb18030", "gb18030",
     " chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936 "
     "euc-cn windows-936 "},
    {"big5", "Big5-HKSCS", " big5-hkscs cn-big5 csbig5 x-x-big5 cp950 "},
    {"euc-jp", "EUC-JP", " cseucpkdfmtjapanese x-euc-jp eucjp "},
    {"shift_jis", "windows-31j",
     " csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis cp932 "},
    {"iso-2022-jp", "ISO-2022-JP-2", " csiso2022jp "},
    {"euc-kr", "windows-949-2000",
     " cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 "
     "windows-949 uhc cp949 "},
    {"utf-16be", "UTF-16BE", " unicodefffe "},
    {"utf-16le", "UTF-16LE", " csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf16 "},
}};

std::string plain_label(std::string_view label) {
    constexpr std::string_view around = " \t\r\n\f\"'";
    const std::size_t begin = label.find_first_not_of(around);
    if (begin == label.npos) return {};
    label = label.substr(begin, label.find_last_not_of(around) + 1 - begin);
    return lower_ascii(label);
}

bool is_possible_label(std::string_view label) {
    constexpr std::size_t longest_label = 40;
    return !label.empty() && label.size() <= longest_label &&
           std::all_of(label.begin(), label.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                      c == '.' || c == ':';
           });
}

void count_bad_place(const void* count, UConverterToUnicodeArgs* arguments, const char* bytes,
                     int32_t size, UConverterCallbackReason reason, UErrorCode* status) {
    if (reason > UCNV_IRREGULAR) return;
    ++*static_cast<std::size_t*>(const_cast<void*>(count));
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, bytes, size, reason, status);
}

bool is_text(const CharsetReading& reading) {
    // A surrogate may be cut at the end.
    return reading.bad_places <= 1 &&
           std::none_of(reading.text.begin(), reading.text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return byte < 0x20 && (byte < '\t' || byte > '\r');
           });
}

Charset known_charset(std::string_view name) { return *charset_of(name); }

}  // namespace

std::optional<Charset> charset_of(std::string_view label) {
    const std::string plain = plain_label(label);
    if (!is_possible_label(plain)) return std::nullopt;
    const std::string between_blanks = ' ' + plain + ' ';
    for (const CharsetRow& row : charset_rows)
        if (row.name == plain || row.labels.find(between_blanks) != row.labels.npos)
            return Charset{std::string(row.name), std::string(row.converter)};
    if (!open_converter(plain)) return std::nullopt;
    return Charset{plain, plain};
}

CharsetReading read_charset(std::string_view bytes, const Charset& charset) {
    CharsetReading reading;
    const Converter from = open_converter(charset.converter);
    const Converter to = open_converter("UTF-8");
    if (!from || !to) return {std::string(), std::max<std::size_t>(bytes.size(), 1)};
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(from.get(), count_bad_place, &reading.bad_places, nullptr, nullptr,
                        &status);
    std::array<UChar, 4096> between{};
    UChar* between_read = between.data();
    UChar* between_written = between.data();
    const char* source = bytes.data();
    std::size_t written = 0;
    do {
        status = U_ZERO_ERROR;
        reading.text.resize(std::max(2 * reading.text.size(), bytes.size() * 3 / 2 + 64));
        char* target = reading.text.data() + written;
        ucnv_convertEx(to.get(), from.get(), &target, reading.text.data() + reading.text.size(),
                       &source, bytes.data() + bytes.size(), between.data(), &between_read,
                       &between_written, between.data() + between.size(), 0, 1, &status);
        written = static_cast<std::size_t>(target - reading.text.data());
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (U_FAILURE(status)) ++reading.bad_places;
    reading.text.resize(written);
    return reading;
}

std::optional<ByteOrderMark> byte_order_mark(std::string_view head) {
    using namespace std::string_view_literals;
    // UTF-32's little-endian mark begins like UTF-16's.
    if (head.starts_with("\xEF\xBB\xBF")) return ByteOrderMark{known_charset("utf-8"), 3};
    if (head.starts_with("\xFF\xFE\0\0"sv)) return ByteOrderMark{{"utf-32le", "UTF-32LE"}, 4};
    if (head.starts_with("\0\0\xFE\xFF"sv)) return ByteOrderMark{{"utf-32be", "UTF-32BE"}, 4};
    if (head.starts_with("\xFF\xFE")) return ByteOrderMark{known_charset("utf-16le"), 2};
    if (head.starts_with("\xFE\xFF")) return ByteOrderMark{known_charset("utf-16be"), 2};
    return std::nullopt;
}

std::optional<Charset> utf16_without_mark(std::string_view head) {
    constexpr std::size_t most_bytes = 4096;
    constexpr std::size_t fewest_pairs = 4;
    head = head.substr(0, most_bytes);
    const std::size_t pairs = head.size() / 2;
    if (pairs < fewest_pairs || head.find('\0') == head.npos) return std::nullopt;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < 2 * pairs; ++i)
        if (head[i] == '\0') ++zeros[i % 2];
    // Blanks and punctuation alone make a tenth, whatever the language; the low half is zero in a
    // few Chinese characters.
    const auto is_high_half = [&](std::size_t half) {
        return zeros[half] * 10 >= pairs && zeros[1 - half] * 8 <= zeros[half];
    };
    for (const auto& [half, name] : {std::pair{1, "utf-16le"}, std::pair{0, "utf-16be"}}) {
        if (!is_high_half(static_cast<std::size_t>(half))) continue;
        const Charset charset = known_charset(name);
        if (is_text(read_charset(head.substr(0, 2 * pairs), charset))) return charset;
    }
    return std::nullopt;
}

}  // namespace dateline
