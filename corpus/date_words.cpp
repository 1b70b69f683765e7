#include "corpus/date_words.hpp"

#include "corpus/unicode.hpp"
#include "corpus/word_set.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace dateline {

namespace {

struct NumberedWord {
    std::string_view word;
    std::uint32_t number = 0;
};

// Each row holds the names of one month, as all words here in lower case without diacritics; those
// that several languages share stand once, '_' is a blank. After Unicode's CLDR. What is one month
// in Croatian and another in Polish or Czech (listopad, lip, srp) is none.
constexpr std::array<std::string_view, 12> month_rows = {
    "gen gener ean eanair ene enero gennaio ian ianuarie jaan jaanuar jan janeiro janner "
    "januar januara januari january janv janvier led leden ledna oca ocak saus sausio sausis "
    "sij sijecanj sijecnja sty styczen stycznia tammi tammik tammikuu tammikuuta urt "
    "urtarrila xan xaneiro yan yanvar ιαν ιανουαριοσ ιανουαριου січ січень січня янв январь "
    "января яну януари јан јануар հնվ հունվար հունվարի יאנ יאנואר جانفي يناير जनवरी जन॰ ஜன "
    "ஜனவரி jaen كانون_الثاني",
    "febr febrer feabh feabhra feb febbraio febreiro febrero februar februara februari "
    "februarie february fev fevereiro fevr fevral fevrier helmi helmik helmikuu helmikuuta "
    "lut lutego luty ots otsaila sub subat uno unor unora vas vasario vasaris veebr veebruar "
    "velj veljaca veljace φεβ φεβρουαριοσ φεβρουαριου лют лютий лютого феб фебруар фев февр "
    "февраль февраля февруари փետրվար փետրվարի փտվ פעב פעברואר شباط فبراير فيفري फ़रवरी फ़र॰ "
    "फेब्रुअरी பிப் பிப்ரவரி peb",
    "bre brezen brezna marc kov kovas kovo maalis maalisk maaliskuu maaliskuuta maart mar "
    "marca march marcius marco marec maret mars mart marta martie marts martxoa marz marzec "
    "marzo mrt ozu ozujak ozujka μαρ μαρτιοσ μαρτιου бер березень березня мар март марта մարտ "
    "մարտի մրտ מערץ اذار مارس मार्च மார் மார்ச் mrz maerz machi",
    "abr abril aib aibrean api apirila apr aprel april aprila aprile aprilie aprilis aprill "
    "avr avril bal balandis balandzio dub duben dubna huhti huhtik huhtikuu huhtikuuta kwi "
    "kwiecien kwietnia nis nisan tra travanj travnja απρ απριλιοσ απριλιου апр апрель апреля "
    "април кві квіт квітень квітня ապր ապրիլ ապրիլի אפר אפריל ابريل افريل نيسان अप्रिल अप्रैल "
    "ஏப் ஏப்ரல் aprili",
    "beal bealtaine maig geg geguze geguzes kve kveten kvetna mag maggio mai maiatza maio maj "
    "maja majus may mayis mayo mei svi svibanj svibnja touko toukok toukokuu toukokuuta μαι "
    "μαιοσ μαιου май мая мај тра трав травень травня մայիս մայիսի մյս מיי ايار ماي مايو मई मे "
    "மே",
    "birz birzelio birzelis cerven cervna cvn cze czerwca czerwiec juny eka ekaina giu giugno "
    "haz haziran iun iunie iyn iyun juin jun juna june junho juni junij junio junius juuni "
    "kesa kesak kesakuu kesakuuta lipanj lipnja meith meitheamh xuno ιουν ιουνιοσ ιουνιου июн "
    "июнь июня чер черв червень червня юни јун հնս հունիս հունիսի יוני جوان حزيران يونيو जुन "
    "जून ஜூன் ιον",
    "cervence cervenec cvc jul juliol heina heinak heinakuu heinakuuta iuil iul iulie iyl "
    "iyul juil juillet jula julho juli julij julio julius july juuli liep liepa liepos lipca "
    "lipiec lug luglio srpanj srpnja tem temmuz uzt uztaila xul xullo ιουλ ιουλιοσ ιουλιου "
    "июл июль июля лип липень липня юли јул հլս հուլիս հուլիսի יולי تموز جويلية يوليو जुलाई "
    "जुल॰ ஜூலை ιολ julai",
    "abu abuztua ag ago agost agosto agu agustos agustus aout aug august augusta augusti "
    "augustus augusztus avg avgust avq avqust elo elok elokuu elokuuta kol kolovoz kolovoza "
    "lunasa rugp rugpjucio rugpjutis sie sierpien sierpnia srpen srpna αυγ αυγουστοσ "
    "αυγουστου авг август августа сер серп серпень серпня օգոստոս օգոստոսի օգս אויג אויגוסט "
    "اب اغسطس اوت अगस्ट अगस्त अग॰ ஆக ஆகஸ்ட் agt ags agosti ogos",
    "set setembre eyl eylul ira iraila mfomh rugs rugsejis rugsejo ruj rujan rujna sentyabr "
    "sep sept septembar september septembra septembre septembrie septiembre setembro "
    "settembre syys syysk syyskuu syyskuuta szept szeptember wrz wrzesien wrzesnia zar zari "
    "σεπ σεπτεμβριοσ σεπτεμβριου вер вересень вересня сент сентябрь сентября сеп септембар "
    "септември սեպ սեպտեմբեր սեպտեմբերի סעפ סעפטעמבער ايلول سبتمبر सितंबर सित॰ सेप्टेम्बर "
    "செப் செப்டம்பர் сен mean_fomhair setiembre septemba",
    "dfomh eki ekim loka lokak lokakuu lokakuuta oct october octobre octombrie octubre okt "
    "oktobar oktober oktobra oktoober oktyabr ott ottobre out outubro paz pazdziernik "
    "pazdziernika rij rijen rijna spal spalio spalis urr urria οκτ οκτωβριοσ οκτωβριου жов "
    "жовт жовтень жовтня окт октобар октомври октябрь октября հոկ հոկտեմբեր հոկտեմբերի אקט "
    "אקטאבער اكتوبر अक्टोबर अक्तूबर अक्तू॰ அக் அக்டோபர் تشرين_الاول deireadh_fomhair oktoba",
    "aza azaroa nov novembre kas kasim lapkr lapkricio lapkritis listopadu marras marrask "
    "marraskuu marraskuuta noiembrie novembar november novembra novembro noviembre noy noyabr "
    "samh samhain stu studeni studenoga νοε νοεμβριοσ νοεμβριου лис лист листопад листопада "
    "нов новембар ное ноември нояб ноябрь ноября նոյ նոյեմբեր նոյեմբերի נאוו נאוועמבער نوفمبر "
    "नवंबर नव॰ नोभेम्बर நவ நவம்பர் nop ноя تشرين_الثاني novemba",
    "abe abendua ara aralik des desembre dec decembar december decembra decembre decembrie "
    "decembro dek dekabr desember dets detsember dez dezember dezembro dic dicembre diciembre "
    "gru grudnia grudzien gruod gruodis gruodzio joulu jouluk joulukuu joulukuuta noll "
    "nollaig pro prosinac prosinca prosince prosinec δεκ δεκεμβριοσ δεκεμβριου гру груд "
    "грудень грудня дек декабрь декабря декември дец децембар դեկ դեկտեմբեր դեկտեմբերի דעצ "
    "דעצעמבער ديسمبر डिसेम्बर दिसंबर दिस॰ டிச டிசம்பர் كانون_الاول desemba disember",
};

constexpr std::string_view weekday_row =
    "bazar domhnaigh dim dimanche diumenge dom domenica domh domingo dum duminica igandea "
    "minggu ned nedela nedele nedelja nedjelja niedz niedziela paz pazar puhapaev sekmadienis "
    "son sondag sonntag sun sunday sunnuntai sunnuntaina vasarnap zondag κυρ κυριακη "
    "воскресенье нед неделя недеља неділя կիր կիրակի זונטיק الاحد आइत आइतबार रवि रविवार ஞாயி "
    "ஞாயிறு astelehena ertəsi luain dilluns esmaspaev hetfo luan lun lundi lunedi lunes luni "
    "luns maanantai maanantaina maandag man mandag mon monday montag pazartesi pirmadienis "
    "pon pondeli pondelok ponedeljak ponedeljek ponedjeljak poniedzialek pzt seg segunda "
    "feira sen senin δευ δευτερα пон понеделник понедельник понедељак понеділок երկ "
    "երկուշաբթի מאנטיק الاثنين सोम सोमबार सोमवार திங் திங்கள் antradienis asteartea cərsənbə "
    "axsami mairt dienstag dimarts dinsdag kedd mar mardi martedi martes marti sal sali sel "
    "selasa teisipaev ter terca tiistai tiistaina tir tirs tirsdag tis tisdag tor torek tue "
    "tuesday tys tysdag utery uto utorak utorok wtorek τρι τριτη вторник вівторок уто уторак "
    "երեքշաբթի երք דינסטיק الثلاثاء मंगल मंगलवार मङ्गल मङ्गलबार செவ் செவ்வாய் asteazkena "
    "carsamba cead ceadaoin dimecres keskiviikko keskiviikkona kolmapaev mer mercoledi "
    "mercores mercredi mie miercoles miercuri mittwoch ons onsdag qua quarta rab rabu sre "
    "sreda sri srijeda sroda streda sze szerda treciadienis wed wednesday woensdag τετ "
    "τεταρτη середа сре среда сряда չորեքշաբթի չրք מיטוואך الاربعاء बुध बुधबार बुधवार புத "
    "புதன் cet cetrtek cetvrtak csutortok ctvrtek cumə czw czwartek dear deardaoin dijous "
    "donderdag donnerstag gio giovedi jeu jeudi joi jue jueves kam kamis ketvirtadienis "
    "neljapaev osteguna per persembe qui quinta stvrtok thu thursday tors torsdag torstai "
    "torstaina xov xoves πεμ πεμπτη чет четвер четверг четвртак четвъртък հինգշաբթի հնգ "
    "דאנערשטיק الخميس गुरु गुरुवार बिहि बिहिबार வியா வியாழன் aoine cum cuma haoine divendres "
    "fre fredag freitag fri friday jum jumat ostirala patek penktadienis pentek perjantai "
    "perjantaina petak petek piatek piatok reede sex sexta ven vendredi venerdi venres vie "
    "viernes vineri vrijdag παρ παρασκευη пет петак петък пятница ուր ուրբաթ פרײטיק الجمعة "
    "शुक्र शुक्रबार शुक्रवार வெள் வெள்ளி cmt cumartesi sathairn dissabte larunbata lau "
    "lauantai lauantaina laupaev laurdag lor lordag sab sabado sabato sabtu sam sambata "
    "samedi samstag sat sath saturday sestadienis sob sobota sub subota szo szombat sənbə "
    "zaterdag σαβ σαββατο суб суббота субота събота շաբաթ շբթ שבת السبت शनि शनिबार शनिवार சனி "
    "tues weds thurs thur so mo di mi do fr sonnabend sa zo ma wo vr za mit don";

constexpr std::string_view filler_row =
    "the on of at de del den der le el il um as a la las alle ore om op uur uhr · d l an m r en an "
    "kl klo klokken saat ora orele ora godz roku hod ob jam pukul ko г год года го р року в у στις "
    "dg ig ne sk su вс нд al dl po pr пн ar dt ti ty ut wt вт az dc ke sr st tr ср cs ct dj kt og "
    "to чт dv or pa pe pi pn pt пт ds lr сб";

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

// The table's form of a word: ASCII as it is.
std::string folded(std::string_view word) {
    std::string out =
        is_ascii(word) ? std::string(word) : to_utf8(fold_diacritics(lower_case(to_utf32(word))));
    std::ranges::replace(out, ' ', '_');
    return out;
}

constexpr WordSet<words_in_row(weekday_row)> weekdays(weekday_row);
constexpr WordSet<words_in_row(filler_row)> fillers(filler_row);

}  // namespace

std::optional<std::uint32_t> month_number(std::string_view printed) {
    const std::string word = folded(printed);
    const auto found =
        std::ranges::lower_bound(months, std::string_view(word), {}, &NumberedWord::word);
    if (found == months.end() || found->word != word) return std::nullopt;
    return found->number;
}

std::string_view month_name(std::uint32_t month) {
    constexpr std::array<std::string_view, 12> names = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    return names[month - 1];
}

bool is_weekday(std::string_view word) { return weekdays.contains(folded(word)); }

bool is_date_filler(std::string_view word) { return fillers.contains(folded(word)); }

}  // namespace dateline
