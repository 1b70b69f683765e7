#include "corpus/abbreviations.hpp"

#include "corpus/word_set.hpp"

#include <array>
#include <string>

namespace dateline {

namespace {

constexpr std::string_view shared_row =
    "Mr Mrs Ms Dr Drs Prof Profs St Sts Ste Ft Mt Messrs Mme Mlle Mgr Msgr Rev Revs Hon Fr Sr Jr "
    "Gen Lt Col Maj Brig Capt Cpl Sgt Pvt Pfc Adm Cmdr Cdr Comdr Cmdre Ens Insp Supt Det Ofc Const "
    "Sen Sens Rep Reps Gov Govs Pres Amb Atty Sec Dist Del Assn Assoc Dept Univ Inst Bros "
    "Inc Corp Co Cos Ltd Pty Plc PLC Intl Natl Mfg "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun "
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb "
    "Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo "
    "Ave Blvd Rd Hwy Pkwy Sq "
    "vs v etc cf al approx est dept ed eds viz Ph Ed Geo Wm Jas Chas Thos";

constexpr std::string_view german_row =
    "bzw Wr ca usw Nr Str Mio Mrd Tsd evtl ggf sog inkl exkl Abs Hr Fr Frl vgl Dipl Ing Bd Hrsg "
    "geb gest verh zzgl zB dh Std Tel bspw gem lt rd med phil jur rer nat habil "
    "Kl Jh Jhd Chr Aufl Anm Abb Verf dgl einschl ehem jr sen österr dt allg";
constexpr std::string_view french_row =
    "MM Mmes Mlles Me av apr env art p pp vol chap cf éd ex bd boul fig hab sec tél Cie Ets "
    "janv févr avr juil sept oct nov déc dir resp adj";
constexpr std::string_view spanish_row =
    "Sr Sra Srta Sres Sras Dra Ud Uds Vd Vds D Da EE UU art pág págs aprox av avda tel ej cap gral "
    "Gral Lic Ing Arq Mons Pte Pdte Prof Profa núm vol ene abr ago dic";
constexpr std::string_view portuguese_row =
    "Sr Sra Srta Srs Sras Dra Prof Profa Eng Exmo Exma art pág págs aprox av tel ex cap gal Cia "
    "Ltda fev abr mai ago set out dez núm vol";
constexpr std::string_view italian_row =
    "Sig Sigg sig dott Dott ssa prof ing avv on sen art pag pagg ecc ca tel es cap gen mons geom "
    "arch gen febb mag giu lug ago sett ott dic";
constexpr std::string_view dutch_row =
    "dhr mevr mw drs ir mr ing bijv ca enz nl resp incl excl evt jl tel blz nr art jr sr";
constexpr std::string_view turkish_row =
    "Av Op Hz Dt Doç Yrd Sn Alb Org Kor Tüm Bkz bkz vb vs Cad Sok Mah yy";
constexpr std::string_view finnish_row = "esim mm ns ts ko ao em klo puh jne mrd milj toim synt";

constexpr std::string_view swahili_row = "Dkt Dk Bw Bi Bwn Mh";

constexpr std::string_view before_number_row =
    "No Nos Nr Nrs Num Art Arts Sec Fig Figs Vol Vols Ch Chap p pp Pt Para Abs Rd Apt Rm Bd Kap S "
    "no nos nr art núm n num pág pag vol fig";

constexpr std::string_view english_openers =
    "The A An This That These Those There Here He She It They We You I Who What When Where Why How "
    "In On At By For From With Without After Before During Since Until Under Over About Among "
    "Between Despite Although Though While If As But And Or Yet So Nor However Meanwhile Moreover "
    "Also Still Then Now Once Later Earlier Only Even Both Some Many Most Several Such Other "
    "Others "
    "His Her Its Their Our My Your All Not No One Two Three Asked According To Of Is Was Are Were "
    "Do Does Did Has Have Had Because Nearly Instead Last Another Each Every Few More Much Neither "
    "Nobody Nothing Officials Police Yes Well Let Perhaps";
constexpr std::string_view german_openers =
    "Der Die Das Dem Den Des Ein Eine Einer Einem Einen Er Sie Es Wir Ihr Ich In Im Am An Auf Aus "
    "Bei Beim Für Mit Nach Von Vom Vor Zu Zum Zur Und Aber Oder Doch Denn Wenn Als Wie Wer Was Wo "
    "Dass Damit Da Dann Dort Dabei Dadurch Dafür Dagegen Daher Deshalb Auch Nur Noch Nun Jetzt "
    "Seit "
    "Sein Seine Seiner Diese Dieser Dieses Man Alle Bis Durch Gegen Ohne Um Über Unter Während So";
constexpr std::string_view french_openers =
    "Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces C L D En Dans "
    "Au "
    "Aux À Pour Par Avec Sans Sous Sur Selon Après Avant Depuis Mais Et Ou Or Donc Car Si Quand "
    "Comme Qui Que Son Sa Ses Leur Leurs Notre Votre Tout Tous";
constexpr std::string_view spanish_openers =
    "El La Los Las Un Una Unos Unas Lo Él Ella Ellos Ellas Se Su Sus Este Esta Estos Estas Ese Esa "
    "En De Del Al Con Sin Por Para Según Tras Desde Hasta Pero Y O Si Cuando Como Que Quien No Es "
    "Así Además También Ya Sobre Entre Ante Aunque A";
constexpr std::string_view portuguese_openers =
    "O A Os As Um Uma Uns Umas Ele Ela Eles Elas Se Seu Sua Seus Suas Este Esta Esse Essa Isso Em "
    "No "
    "Na Nos Nas De Do Da Dos Das Ao Com Sem Por Para Segundo Após Desde Até Mas E Ou Quando Como "
    "Que "
    "Quem Não É Já Também Além Entre Sobre Ainda";
constexpr std::string_view italian_openers =
    "Il Lo La I Gli Le L Un Uno Una Nel Nella Nei Nelle Del Della Dei Delle Al Alla Ai Alle Dal "
    "Dalla Di Da In Con Su Per Tra Fra Ma E O Se Quando Come Che Chi Non È Egli Ella Essi Questo "
    "Questa Quello Quella Anche Dopo Secondo";
constexpr std::string_view dutch_openers =
    "De Het Een Dit Dat Deze Die Hij Zij Ze Wij We Ik Je In Op Aan Bij Met Na Naar Om Over Te Tot "
    "Uit Van Voor Volgens Door En Maar Of Want Als Toen Er Hier Daar Ook Nu Dan Niet Zijn Haar Hun";

constexpr WordSet<words_in_row(shared_row)> shared(shared_row);
constexpr WordSet<words_in_row(before_number_row)> before_number(before_number_row);

constexpr WordSet<words_in_row(german_row)> german(german_row);
constexpr WordSet<words_in_row(french_row)> french(french_row);
constexpr WordSet<words_in_row(spanish_row)> spanish(spanish_row);
constexpr WordSet<words_in_row(portuguese_row)> portuguese(portuguese_row);
constexpr WordSet<words_in_row(italian_row)> italian(italian_row);
constexpr WordSet<words_in_row(dutch_row)> dutch(dutch_row);
constexpr WordSet<words_in_row(turkish_row)> turkish(turkish_row);
constexpr WordSet<words_in_row(finnish_row)> finnish(finnish_row);
constexpr WordSet<words_in_row(swahili_row)> swahili(swahili_row);

constexpr WordSet<words_in_row(english_openers)> opens_english(english_openers);
constexpr WordSet<words_in_row(german_openers)> opens_german(german_openers);
constexpr WordSet<words_in_row(french_openers)> opens_french(french_openers);
constexpr WordSet<words_in_row(spanish_openers)> opens_spanish(spanish_openers);
constexpr WordSet<words_in_row(portuguese_openers)> opens_portuguese(portuguese_openers);
constexpr WordSet<words_in_row(italian_openers)> opens_italian(italian_openers);
constexpr WordSet<words_in_row(dutch_openers)> opens_dutch(dutch_openers);

struct LanguageWords {
    std::string_view language;
    std::span<const std::string_view> abbreviations;  // besides the shared ones
    std::span<const std::string_view> openers;
};

constexpr std::array<LanguageWords, 11> language_words = {{
    {"", {}, opens_english.words()},
    {"en", {}, opens_english.words()},
    {"de", german.words(), opens_german.words()},
    {"fr", french.words(), opens_french.words()},
    {"es", spanish.words(), opens_spanish.words()},
    {"pt", portuguese.words(), opens_portuguese.words()},
    {"it", italian.words(), opens_italian.words()},
    {"nl", dutch.words(), opens_dutch.words()},
    {"tr", turkish.words(), {}},
    {"fi", finnish.words(), {}},
    {"sw", swahili.words(), {}},
}};

LanguageWords words_of(std::string_view language) {
    const auto found = std::ranges::find(language_words, language, &LanguageWords::language);
    return found == language_words.end() ? LanguageWords{} : *found;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// "Gen" for "GEN", so that texts in capitals know the same words; others as they are.
std::string title_case(std::string_view word) {
    std::string out(word);
    if (word.size() < 2 || !std::ranges::all_of(word, is_capital)) return out;
    for (char& c : std::span(out).subspan(1)) c = static_cast<char>(c + 0x20);
    return out;
}

}  // namespace

bool is_abbreviation(std::string_view word, std::string_view language) {
    const std::span<const std::string_view> own = words_of(language).abbreviations;
    const std::string form = title_case(word);
    return shared.contains(form) || std::ranges::binary_search(own, word) ||
           std::ranges::binary_search(own, std::string_view(form));
}

bool is_abbreviation_before_number(std::string_view word) {
    return before_number.contains(title_case(word));
}

bool is_sentence_opener(std::string_view word, std::string_view language) {
    return std::ranges::binary_search(words_of(language).openers,
                                      std::string_view(title_case(word)));
}

bool has_ordinal_period(std::string_view language) {
    constexpr std::string_view row = "bs cs da de et fi fo hr hu is lb lv nb nn no sk sl sr tr";
    constexpr WordSet<words_in_row(row)> languages(row);
    return languages.contains(language);
}

}  // namespace dateline
