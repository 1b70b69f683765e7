#pragma once

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dateline::test {

/// A short article in the charsets that its language was written in before UTF-8.
struct CharsetText {
    std::string_view charset;    ///< as decode_text names it
    std::string_view converter;  ///< ICU's name
    std::string_view text;
};

inline constexpr std::string_view german =
    "Gewitter über dem Süden: Straßen überflutet, Züge fielen aus. „Wir hatten so etwas noch "
    "nicht“, sagte die Bürgermeisterin – und dankte den Helfern.";
inline constexpr std::string_view polish =
    "Burza nad miastem: zalane ulice, odwołane pociągi. Burmistrz podziękowała strażakom za "
    "całonocną pracę, choć szkody są większe, niż się spodziewano.";
inline constexpr std::string_view turkish =
    "Fırtına şehri vurdu: sokaklar su altında kaldı, trenler iptal edildi. Belediye başkanı "
    "gece boyunca çalışan itfaiyecilere teşekkür etti, hasarın büyük olduğunu söyledi.";
inline constexpr std::string_view lithuanian =
    "Audra miestą užklupo naktį: užlietos gatvės, sustabdyti traukiniai. Merė padėkojo "
    "ugniagesiams už visą naktį trukusį darbą, nors žala didesnė, nei tikėtasi.";
inline constexpr std::string_view russian =
    "Гроза над городом: улицы затоплены, поезда отменены. Мэр поблагодарила пожарных за работу "
    "всю ночь, хотя ущерб оказался больше, чем ожидали.";
inline constexpr std::string_view ukrainian =
    "Гроза над містом: вулиці затоплені, потяги скасовані. Міська голова подякувала пожежникам "
    "за роботу всю ніч, хоча збитки більші, ніж очікували її заступники.";
inline constexpr std::string_view greek =
    "Καταιγίδα στην πόλη: πλημμύρισαν οι δρόμοι, ακυρώθηκαν τα τρένα. Η δήμαρχος ευχαρίστησε "
    "τους πυροσβέστες για τη δουλειά τους όλη τη νύχτα.";
inline constexpr std::string_view chinese =
    "暴雨袭击城市：街道被淹，列车停运。市长感谢消防员整夜工作，虽然损失比预计的更大。"
    "学校星期一将照常上课。";
inline constexpr std::string_view taiwanese =
    "暴雨襲擊城市：街道被淹，列車停駛。市長感謝消防員整夜工作，雖然損失比預計的更大。"
    "學校星期一將照常上課。";
inline constexpr std::string_view japanese =
    "豪雨が町を襲い、道路が冠水し、列車が運休した。市長は夜通し働いた消防士に感謝したが、"
    "被害は予想より大きいという。学校は月曜日に再開する。";
inline constexpr std::string_view korean =
    "폭우가 도시를 덮쳐 거리가 물에 잠기고 열차 운행이 중단되었다. 시장은 밤새 일한 소방관들에게 "
    "감사했지만 피해는 예상보다 크다고 말했다.";

inline constexpr std::array<CharsetText, 19> charset_texts{{
    {"windows-1252", "windows-1252", german},
    {"iso-8859-2", "ISO-8859-2", polish},
    {"windows-1250", "windows-1250", polish},
    {"windows-1254", "windows-1254", turkish},
    {"windows-1257", "windows-1257", lithuanian},
    {"windows-1251", "windows-1251", russian},
    {"iso-8859-5", "ISO-8859-5", russian},
    {"ibm866", "ibm866", russian},
    {"koi8-u", "KOI8-R", russian},
    {"koi8-u", "KOI8-U", ukrainian},
    {"iso-8859-7", "ISO-8859-7", greek},
    {"gb18030", "gb18030", chinese},
    {"big5", "Big5", taiwanese},
    {"shift_jis", "windows-31j", japanese},
    {"euc-jp", "EUC-JP", japanese},
    {"euc-kr", "windows-949-2000", korean},
    {"windows-1255", "windows-1255",
     "סערה פקדה את העיר: רחובות הוצפו ורכבות בוטלו. ראשת העיר הודתה לכבאים על עבודתם כל הלילה."},
    {"windows-1256", "windows-1256",
     "عاصفة تضرب المدينة: غمرت المياه الشوارع وألغيت القطارات. شكرت رئيسة البلدية رجال الإطفاء على "
     "عملهم طوال الليل."},
    {"windows-874", "windows-874-2000",
     "พายุพัดถล่มเมือง ถนนถูกน้ำท่วม รถไฟถูกยกเลิก นายกเทศมนตรีขอบคุณเจ้าหน้าที่ดับเพลิงที่ทำงานตลอดทั้งคืน"},
}};

/// UTF-8 in another charset.
inline std::string encoded(std::string_view text, std::string_view converter) {
    const icu::UnicodeString characters =
        icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const to = ucnv_open(std::string(converter).c_str(), &status);
    ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::string bytes(4 * text.size() + 16, '\0');
    const auto size = ucnv_fromUChars(to, bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                      characters.getBuffer(), characters.length(), &status);
    ucnv_close(to);
    if (U_FAILURE(status)) throw std::runtime_error("no such text in " + std::string(converter));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

}  // namespace dateline::test
