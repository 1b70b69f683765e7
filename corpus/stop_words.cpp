#include "corpus/stop_words.hpp"

#include <algorithm>
#include <array>
#include <mutex>

namespace dateline {

namespace {

struct StopWordList {
    std::string_view language;
    std::string_view words;  // folded as the language folds, between blanks
};

constexpr std::string_view english =
    "a about after again against all also am an and any are aren't as at be because been "
    "before being between both but by can can't could couldn't did didn't do does doesn't "
    "doing don't down during each few for from further had hadn't has hasn't have haven't "
    "having he he's her here hers herself him himself his how i i'd i'll i'm i've if in into "
    "is isn't it it's its itself just may me might more most must my myself no nor not of off "
    "on once only or other our ours ourselves out over own shall she she's should so some "
    "such than that that's the their theirs them themselves then there there's these they "
    "they're this those through to too under until up upon us very was wasn't we we're were "
    "weren't what when where whether which while who whom whose why will with won't would "
    "wouldn't you you're your yours yourself yourselves";

constexpr std::string_view german =
    "aber alle als also am an auch auf aus bei bin bis da damit dann das dass dem den denn "
    "der des dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem "
    "einen einer eines er es euch fur hat hatte hatten habe haben hier ich ihm ihn ihnen ihr "
    "ihre im in ins ist ja kann kein keine man mehr mich mit nach nicht noch nun nur ob oder "
    "ohne schon sehr sein seine sich sie sind so soll uber um und uns unter vom von vor wann "
    "war waren warum was weil welche wenn wer werden wie wieder wird wir wo wurde wurden zu "
    "zum zur";

constexpr std::string_view french =
    "a ai ainsi alors apres au aussi autre aux avaient avait avant avec avoir c car ce ceci "
    "cela celle celui ces cet cette ceux chez comme comment contre d dans de depuis des dont "
    "du elle elles en encore entre est et etaient etait ete etre eux il ils j je jusqu l la "
    "le les leur leurs lors lorsqu lui m ma mais me meme mes mon n ne ni nos notre nous on "
    "ont ou par parce pas pendant peu plus pour pourquoi puis puisqu qu quand que quel quelle "
    "quelles quels qui quoi quoiqu s sa sans se sera ses si son sont sous sur t ta te tes ton "
    "tous tout toute toutes tres tu un une vers vos votre vous y";

constexpr std::string_view spanish =
    "a al algo ante antes asi aun aunque cada como con contra cual cuando de del desde donde "
    "dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba estan "
    "estas este esto estos fue fueron ha habia habian han hasta hay la las le les lo los mas "
    "me mi mientras mis muy nada ni no nos o otra otro para pero poco por porque pues que "
    "quien quienes se sea segun ser si sido sin sobre son su sus tambien te tiene tras tu u "
    "un una unas uno unos y ya yo";

constexpr std::string_view portuguese =
    "a ainda ao aos apos as ate com como contra da das de dela dele deles depois desde do dos "
    "e ela elas ele eles em entre era eram essa esse esta estao estava este eu foi foram ha "
    "isso isto ja lhe mais mas me mesmo meu minha muito na nao nas nem no nos o onde os ou "
    "para pela pelas pelo pelos por porque quais qual quando que quem se sem ser seu seus "
    "sido so sob sobre sua suas tambem te tem tinha um uma voce";

constexpr std::string_view italian =
    "a ad agli ai al all alla alle allo anche c che chi ci coi col come con contro cui d da "
    "dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello di dopo dove e "
    "ed era erano fra fu gia gli ha hanno i il in io l la le lei li lo loro lui ma mi ne "
    "negli nei nel nell nella nelle nello no noi non o ogni per perche piu poi pur quale "
    "quali quando quell quella quelle quelli quello quest questa queste questi questo qui s "
    "se sei senza si sia sono sopra sotto stata stati stato su sua sue sugli sui sul sull "
    "sulla sulle sullo suo suoi tra tu tutti tutto un una uno vi voi";

constexpr std::string_view dutch =
    "aan al alle als altijd andere ben bij daar dan dat de deze die dit doch doen door dus "
    "een en er ge had hadden heb hebben heeft hem het hier hij hoe hun ik in is ja je kan kon "
    "kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om onder ons onze "
    "ook op over reeds te tegen toch toen tot u uit uw van veel voor waar waarom wanneer want "
    "waren was wat we wel werd werden wie wij wil worden wordt zal ze zei zelf zich zij zijn "
    "zo zonder zou";

constexpr std::string_view swedish =
    "alla allt att av bara blev bli blir de dem den denna deras dess dessa det detta dig din "
    "du där då efter ej eller en er ett från för ha hade han hans har henne hennes hon honom "
    "hur här i icke inom inte jag ju kan kunde man med mellan men mig min mot mycket ni nu "
    "när och om oss på samma sedan sig sin sina sitt skall ska som så till under upp ut utan "
    "vad var vara varför vem vi vid vilka vilken än är även över";

constexpr std::string_view danish =
    "af alle alt at blev blive bliver da de dem den denne der deres det dette dig din disse "
    "du efter eller en end er et for fra få ham han hans har havde have hende hendes her hos "
    "hun hvad hvem hvis hvor hvordan hvorfor i ikke ind jeg jo kan kunne man med mellem men "
    "mig min mod ned noget nogle nu når og også om op os over på sig sin sine sit skal skulle "
    "som så til ud under uden var ved vi vil ville være været";

constexpr std::string_view norwegian =
    "alle at av bare ble bli blir både da de dei deg dem den denne der deres det dette din "
    "disse du eg ein eit eller en enn er et etter for fordi fra før ha hadde han hans har "
    "henne her hos hun hva hvem hvis hvor hvordan hvorfor i ikke ikkje inn jeg kan kunne man "
    "med mellom men mens mer mot må noe noen nå når og også om opp oss over på seg sin sine "
    "sitt skal skulle som så til ut uten var ved vi vil ville være vært";

constexpr std::string_view finnish =
    "ei eivät en että han he hän ja jo joka jos jossa jotka kanssa kuin kuka kun me mikä minä "
    "missä mitä mukaan mutta myös ne niin niiden nyt ole oli olisi olivat olla on ovat se "
    "sekä sen siitä sitä tai te tämä tämän vaan vai vain vielä voi";

constexpr std::string_view turkish =
    "ama ancak bir biri bu bunu bunun da daha de değil diye en gibi göre hem hep her için ile "
    "ise ki kim mi mu mü mı nasıl ne neden nerede o olan olarak oldu olduğu olduğunu onu onun "
    "sadece siz çok ya ve veya şu";

constexpr std::string_view russian =
    "а без бы был была были было быть в вам вас во вот все всех вы где да для до его ее если "
    "есть еще же за и из или им их к как когда который которые которая ко кто ли либо мне мы "
    "на над не нет ни но о об он она они оно от по под после при про с себя со так также там "
    "то того тоже только том ты у уже чего чем через что чтобы эта эти это этого этой этом "
    "этот я";

constexpr std::string_view polish =
    "a aby albo ale byc byl byla bylo byly bez ci co czy dla do gdy gdzie go i ich ile im ja "
    "jak jako je jego jej jest jeszcze juz kiedy kto ktora ktore ktory ktorych lub ma mi mnie "
    "moze my na nad nas nie nim niz o od on ona one oni oraz po pod przed przez przy sa sie "
    "swoje ta tak takze tam te tego tej ten to tylko tym u w we wszystko z za ze";

constexpr std::array lists{
    StopWordList{"da", danish},     StopWordList{"de", german},    StopWordList{"en", english},
    StopWordList{"es", spanish},    StopWordList{"fi", finnish},   StopWordList{"fr", french},
    StopWordList{"it", italian},    StopWordList{"nb", norwegian}, StopWordList{"nl", dutch},
    StopWordList{"nn", norwegian},  StopWordList{"no", norwegian}, StopWordList{"pl", polish},
    StopWordList{"pt", portuguese}, StopWordList{"ru", russian},   StopWordList{"sv", swedish},
    StopWordList{"tr", turkish},
};

using Words = std::vector<std::string_view>;

Words sorted_words(std::string_view words) {
    Words sorted;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        sorted.push_back(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

// Sorted when first asked for: each query asks again.
const Words& words_of(std::size_t list) {
    static std::array<Words, lists.size()> words;
    static std::array<std::once_flag, lists.size()> are_sorted;
    std::call_once(are_sorted[list], [&] { words[list] = sorted_words(lists[list].words); });
    return words[list];
}

}  // namespace

StopWords::StopWords(std::string_view language) {
    static const Words none;
    const auto list = std::ranges::find(lists, language, &StopWordList::language);
    words_ =
        list == lists.end() ? &none : &words_of(static_cast<std::size_t>(list - lists.begin()));
}

bool StopWords::contains(std::string_view folded) const {
    return std::ranges::binary_search(*words_, folded);
}

std::vector<std::string_view> languages_with_stop_words() {
    std::vector<std::string_view> languages;
    for (const StopWordList& list : lists) languages.push_back(list.language);
    return languages;
}

}  // namespace dateline
