#include "corpus/date_words.hpp"

#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>

namespace dateline {

namespace {

struct NumberedWord {
    std::string_view word;
    std::uint32_t number = 0;
};

// Each row holds the names of one month; those that several languages share stand once.
constexpr std::array<std::string_view, 12> month_rows = {
    "january jan januar jänner jän januari janvier janv enero ene gennaio gen janeiro január Ιαν",
    "february feb februar februari février fevrier févr fevr fév fev febrero febbraio fevereiro "
    "február Φεβ",
    "march mar märz maerz mär mrz maart mrt mars marzo março marco március Μαρ Μάρ",
    "april apr avril avr abril abr aprile április Απρ",
    "may mai mei mayo maggio mag maio május Μάι Μαϊ Μαι",
    "june jun juni juin junio giugno giu junho június Ιούν Ιουν Ιον",
    "july jul juli juillet juil julio luglio lug julho július Ιούλ Ιουλ Ιολ",
    "august aug augustus août aout agosto ago augusztus Αύγ Αυγ",
    "september sept sep septembre septiembre setiembre settembre set setembro szeptember Σεπ",
    "october oct oktober okt octobre octubre ottobre ott outubro out október Οκτ",
    "november nov novembre noviembre novembro Νοέ Νοε",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro Δεκ",
};

constexpr std::string_view weekday_row =
    "sunday sun monday mon tuesday tues tue wednesday weds wed thursday thurs thur thu friday fri "
    "saturday sat "
    "sonntag so montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa "
    "dimanche dim lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam "
    "domingo dom lunes martes miércoles miercoles mié mie jueves jue viernes vie sábado sabado sáb "
    "sab domenica lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi gio venerdì "
    "venerdi sabato segunda terça terca quarta quinta sexta feira seg ter qua qui sex "
    "zondag zo maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za "
    "son mit don fre Κυρ Δευ Τρι Τετ Πεμ Πέμ Παρ Σαβ Σάβ";

constexpr std::string_view filler_row =
    "the on of at de del den der le el il um às as à a las alle ore om op uur uhr ·";

constexpr std::size_t month_word_count = [] {
    std::size_t count = 0;
    for (const std::string_view row : month_rows) count += words_in_row(row);
    return count;
}();

constexpr auto months = [] {
    std::array<NumberedWord, month_word_count> words{};
    std::size_t filled = 0;
    for (std::uint32_t month = 1; month <= 12; ++month)
        for (std::string_view row = month_rows[month - 1]; !row.empty();) {
            const std::string_view word = row.substr(0, row.find(' '));
            words[filled++] = {word, month};
            row.remove_prefix(std::min(word.size() + 1, row.size()));
        }
    std::ranges::sort(words, {}, &NumberedWord::word);
    return words;
}();

constexpr WordSet<words_in_row(weekday_row)> weekdays(weekday_row);
constexpr WordSet<words_in_row(filler_row)> fillers(filler_row);

}  // namespace

std::optional<std::uint32_t> month_number(std::string_view word) {
    const auto found = std::ranges::lower_bound(months, word, {}, &NumberedWord::word);
    if (found == months.end() || found->word != word) return std::nullopt;
    return found->number;
}

std::string_view month_name(std::uint32_t month) {
    constexpr std::array<std::string_view, 12> names = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return names[month - 1];
}

bool is_weekday(std::string_view word) { return weekdays.contains(word); }

bool is_date_filler(std::string_view word) { return fillers.contains(word); }

}  // namespace dateline
