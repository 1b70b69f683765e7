#include "corpus/html_notices.hpp"

#include "corpus/ascii.hpp"
#include "corpus/text_lines.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace dateline {
namespace {

using Phrases = std::span<const std::string_view>;

bool has_any(std::string_view text, Phrases phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](std::string_view phrase) { return text.find(phrase) != text.npos; });
}

/// Words of buttons and labels that stand alone, in lower case.
bool is_label(std::string_view text) {
    constexpr std::array<std::string_view, 41> labels{
        "ad",          "advert",       "advertisement",  "advertisment", "anuncio", "anzeige",
        "caption",     "hide caption", "toggle caption", "close",        "comment", "comments",
        "copy link",   "email",        "enlarge",        "facebook",     "fechar",  "follow us",
        "linkedin",    "loading",      "loading...",     "pinterest",    "print",   "publicidad",
        "publicidade", "publicité",    "read more",      "reddit",       "reklam",  "related",
        "report",      "save",         "share",          "skip",         "skip ad", "text size",
        "tweet",       "twitter",      "werbung",        "whatsapp",     "x"};
    constexpr std::size_t longest_label = 14;
    if (text.size() > longest_label) return false;
    return std::find(labels.begin(), labels.end(), lower_ascii(text)) != labels.end();
}

bool has_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               (c >= 'a' && c <= 'z');
    });
}

/// "We use cookies to improve your experience": a site that speaks of itself, or to its reader,
/// in its own voice.
bool is_cookie_notice(std::string_view text) {
    constexpr std::size_t longest_notice = 400;
    if (text.size() > longest_notice || text.find("ookie") == text.npos) return false;
    constexpr std::array<std::string_view, 6> quotation_marks{"\"", "“", "”", "«", "»", "„"};
    if (has_any(text, quotation_marks)) return false;
    constexpr std::array<std::string_view, 53> phrases{"we use cookies",
                                                       "we and our partners",
                                                       "this site uses",
                                                       "this website uses",
                                                       "this page uses",
                                                       "our site",
                                                       "our website",
                                                       "our use of cookies",
                                                       "our cookie",
                                                       "your consent",
                                                       "you consent",
                                                       "you agree",
                                                       "you accept",
                                                       "your browsing",
                                                       "your experience",
                                                       "accept cookies",
                                                       "accept all cookies",
                                                       "wir verwenden",
                                                       "wir nutzen",
                                                       "wir setzen",
                                                       "diese website verwendet",
                                                       "diese website nutzt",
                                                       "diese seite verwendet",
                                                       "diese seite nutzt",
                                                       "ihre einwilligung",
                                                       "ihre zustimmung",
                                                       "ihrer zustimmung",
                                                       "stimmen sie",
                                                       "cookies akzeptieren",
                                                       "nous utilisons",
                                                       "ce site utilise",
                                                       "votre consentement",
                                                       "vous acceptez",
                                                       "utilizamos",
                                                       "usamos cookies",
                                                       "este sitio utiliza",
                                                       "este sitio web utiliza",
                                                       "esta web utiliza",
                                                       "su consentimiento",
                                                       "tu consentimiento",
                                                       "acepta nuestra",
                                                       "aceptas nuestra",
                                                       "utilizziamo",
                                                       "usiamo i cookie",
                                                       "questo sito utilizza",
                                                       "questo sito usa",
                                                       "tuo consenso",
                                                       "este site utiliza",
                                                       "este site usa",
                                                       "seu consentimento",
                                                       "gebruiken cookies",
                                                       "deze website gebruikt",
                                                       "deze site gebruikt"};
    return has_any(lower_ascii(text), phrases);
}

bool begins_with_any(std::string_view text, Phrases beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) {
        return text.size() > beginning.size() &&
               std::equal(beginning.begin(), beginning.end(), text.begin(),
                          [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
    });
}

/// "Related: ...", "READ MORE: ...".
bool is_pointer(const HtmlBlock& block) {
    constexpr std::array<std::string_view, 17> beginnings{
        "related:",       "read more",      "read also",   "also read",    "also:",
        "more:",          "see also",       "watch:",      "don't miss",   "you may also",
        "lesen sie auch", "mehr zum thema", "leggi anche", "(leggi anche", "lea también",
        "leia também",    "lire aussi"};
    constexpr std::uint32_t most_characters = 250;
    constexpr std::uint32_t longest_label = 40;
    return block.characters <= most_characters && begins_with_any(block.text, beginnings) &&
           (block.link_share() > 0.4 ||
            (block.characters < longest_label && !ends_like_sentence(block.text)));
}

/// "Sign up for our newsletter": asks the reader to.
bool is_invitation(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 130;
    if (block.characters > most_characters || block.link_share() < 0.1) return false;
    constexpr std::array<std::string_view, 8> imperatives{
        "subscribe ", "subscribe:", "subscribe!", "sign up ",
        "sign up:",   "follow us",  "follow me",  "get our newsletter"};
    constexpr std::array<std::string_view, 9> requests{"subscribe", "sign up", "abonnier",
                                                       "anmelden",  "abonnez", "suscríb",
                                                       "inscrív",   "iscriv",  "assine"};
    constexpr std::array<std::string_view, 4> follows{"follow us on", "follow me on",
                                                      "follow him on", "follow her on"};
    const std::string lower = lower_ascii(block.text);
    return begins_with_any(block.text, imperatives) || has_any(lower, follows) ||
           (lower.find("newsletter") != lower.npos && has_any(lower, requests));
}

/// Little but a link that has such words.
bool is_linked_invitation(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 130;
    constexpr std::array<std::string_view, 6> subjects{
        "subscribe to", "subscribe now", "subscribe here", "newsletter", "sign up", "follow us"};
    return block.characters <= most_characters && block.link_share() > 0.8 &&
           has_any(lower_ascii(block.text), subjects);
}

/// "Your browser is out of date."
bool is_browser_notice(std::string_view text) {
    constexpr std::size_t longest_notice = 250;
    constexpr std::array<std::string_view, 9> phrases{
        "neueren browser",        "browser ist veraltet",     "browser ist leider veraltet",
        "browser is out of date", "browser is outdated",      "update your browser",
        "upgrade your browser",   "navegador desactualizado", "navigateur obsolète"};
    return text.size() <= longest_notice && has_any(lower_ascii(text), phrases);
}

/// "Lesezeit: 2 Minuten", "5 min read".
bool tells_reading_time(std::string_view text) {
    constexpr std::size_t longest = 40;
    constexpr std::array<std::string_view, 12> names{
        "lesezeit",         "lesedauer",        "reading time",     "read time",
        "min read",         "minute read",      "minutes read",     "tiempo de lectura",
        "temps de lecture", "tempo di lettura", "tempo de leitura", "leestijd"};
    return text.size() <= longest && text.find_first_of("0123456789") != text.npos &&
           has_any(lower_ascii(text), names);
}

/// "RELATED STORIES".
bool heads_list_of_articles(std::string_view text) {
    constexpr std::array<std::string_view, 38> headings{"related stories",
                                                        "related articles",
                                                        "related posts",
                                                        "related content",
                                                        "related news",
                                                        "related topics",
                                                        "more stories",
                                                        "more news",
                                                        "more on this story",
                                                        "more on this topic",
                                                        "see also",
                                                        "read also",
                                                        "also read",
                                                        "read next",
                                                        "you may also like",
                                                        "you might also like",
                                                        "recommended",
                                                        "recommended for you",
                                                        "recommended articles",
                                                        "mehr zum thema",
                                                        "weitere artikel",
                                                        "auch interessant",
                                                        "lesen sie auch",
                                                        "das könnte sie auch interessieren",
                                                        "ähnliche artikel",
                                                        "ähnliche beiträge",
                                                        "artículos relacionados",
                                                        "notas relacionadas",
                                                        "noticias relacionadas",
                                                        "te puede interesar",
                                                        "leia também",
                                                        "veja também",
                                                        "notícias relacionadas",
                                                        "articles similaires",
                                                        "sur le même sujet",
                                                        "leggi anche",
                                                        "articoli correlati",
                                                        "lees ook"};
    constexpr std::size_t longest = 50;
    if (text.size() > longest) return false;
    std::string lower = lower_ascii(text);
    while (lower.ends_with(':') || lower.ends_with('.')) lower.pop_back();
    if (lower.starts_with("\xC3\x84")) lower[1] = '\xA4';  // Ä
    return std::find(headings.begin(), headings.end(), lower) != headings.end();
}

/// "Never miss an article: get our newsletter."
bool appeals_for_newsletter(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 300;
    return block.characters <= most_characters && block.link_characters > 0 &&
           block.text.find("ewsletter") != std::string::npos;
}

/// "Comments that offend others are not approved by the moderators."
bool rules_comments(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 400;
    constexpr std::array<std::string_view, 4> subjects{"omment", "omentário", "omentario",
                                                       "OMMENT"};
    constexpr std::array<std::string_view, 6> rules{"moderator", "moderad", "moderat",
                                                    "etiquette", "odérat",  "odérés"};
    return block.characters <= most_characters && has_any(block.text, subjects) &&
           has_any(block.text, rules);
}

bool lists_tags(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 400;
    constexpr std::array<std::string_view, 7> beginnings{
        "tags:", "tags :", "schlagwörter:", "etiquetas:", "filed under", "topics:", "mots-clés"};
    return block.characters <= most_characters && block.link_share() > 0.4 &&
           begins_with_any(block.text, beginnings);
}

bool reserves_rights(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 60;
    constexpr std::array<std::string_view, 4> beginnings{"copyright ©", "copyright (c)", "© 2",
                                                         "©2"};
    return block.characters <= most_characters && begins_with_any(block.text, beginnings);
}

}  // namespace

bool is_html_notice(const HtmlBlock& block) {
    return is_pointer(block) || is_linked_invitation(block) || is_label(block.text) ||
           !has_word(block.text) || is_browser_notice(block.text) || tells_reading_time(block.text);
}

bool is_html_edge_notice(const HtmlBlock& block) {
    return is_cookie_notice(block.text) || is_invitation(block);
}

bool is_html_end_notice(const HtmlBlock& block) {
    return heads_list_of_articles(block.text) || appeals_for_newsletter(block) ||
           rules_comments(block) || lists_tags(block) || reserves_rights(block);
}

}  // namespace dateline
