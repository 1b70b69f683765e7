#include "corpus/news_agencies.hpp"

#include <algorithm>
#include <string>

#include "corpus/ascii.hpp"
#include "corpus/word_set.hpp"

namespace dateline {

namespace {

// In lower case; '_' stands for a blank.
constexpr std::string_view agency_row =
    "aa aap abc abc_news abr acn adnkronos afp afx agencia_brasil agenzia_nova agerpres agi "
    "agência_brasil aki anadolu anadolu_agency ani anp ansa antara ap apa apa-ots apanews app "
    "armenpress askanews associated_press ats azertac bbc bbc_news belga belta bernama "
    "billboard bloomberg bloomberg_news bna bss bta business_wire businesswire canadian_press "
    "canwest_news_service cbs cbs_news cbs/ap china_daily cihan cna cnn cnn_business "
    "cnn_money cnn_newsource cnn_wire cnn.com cnnmoney cnnmoney.com cns cnw cnw_group cp ctk "
    "ddp dha dow_jones dow_jones_newswires dpa dpa-afx dts efe epd europa_press europapress "
    "fars fides fox_news globe_newswire globenewswire gna hina hollywood_reporter ians ifr "
    "iha ilna ina inter_press_service interfax interfax-ukraine ips irin irna isna itar-tass "
    "jiji jiji_press jta kazinform kcna keystone-sda kna kuna kyodo kyodo_news lusa map "
    "marketwatch marketwire marketwired mehr mena mia mti nan nbc_news newsfile_corp. nna nnn "
    "notimex novinite npr ntb ots pa pajhwok pajhwok_afghan_news pap petra pna pr_newswire "
    "prensa_latina "
    "press_association press_trust_of_india prnewswire prnewswire-asianet "
    "prnewswire-firstcall prnewswire-usnewswire prweb pti qna radio_free_asia rapsi reuters "
    "reuters_breakingviews reuters_health reuters_legal reuters_life! reuters.com rfa rfe/rl "
    "ria ria_novosti ritzau rlpc rns sana sapa sda sid sita spa sputnik sta stt ta tanjug tap "
    "tasnim tass telam thaindian_news the_associated_press the_canadian_press "
    "thomson_financial thomson_reuters_foundation trend tt télam ukrinform unb uni unian "
    "united_press_international upi usnewswire variety variety.com vna voa wafa wam wenn "
    "xinhua xinhuanet yonhap yonhap_news zenit zenit.org čtk";
constexpr WordSet<words_in_row(agency_row)> agencies(agency_row);

std::string as_in_row(std::string_view name) {
    std::string out = lower_ascii(name);
    std::ranges::replace(out, ' ', '_');
    return out;
}

bool is_listed(std::string_view name) { return agencies.contains(name); }

// The regional services of dpa: "lsw", "tmn".
bool is_service(std::string_view name) {
    return name.size() >= 2 && name.size() <= 5 &&
           std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

bool is_news_agency(std::string_view name) {
    constexpr std::size_t longest_name_bytes = 40;
    if (name.empty() || name.size() > longest_name_bytes) return false;
    const std::string in_row = as_in_row(name);
    std::string_view rest = in_row;
    if (is_listed(rest)) return true;
    // Several in one: "AFP/APA", "dpa/lsw".
    const bool is_dpa = rest.starts_with("dpa/");
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('/'));
        if (!is_listed(part) && !(is_dpa && is_service(part))) return false;
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    }
    return true;
}

}  // namespace dateline
