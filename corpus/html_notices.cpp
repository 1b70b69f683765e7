#include "corpus/html_notices.hpp"

#include "corpus/ascii.hpp"

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

/// "This website uses cookies to improve your experience."
bool is_cookie_notice(std::string_view text) {
    constexpr std::size_t longest_notice = 600;
    if (text.size() > longest_notice || text.find("ookies") == text.npos) return false;
    constexpr std::array<std::string_view, 8> subjects{
        "site", "browsing", "privacy", "accept", "Accept", "consent", "Datenschutz", "sitio"};
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](std::string_view subject) { return text.find(subject) != text.npos; });
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
    return block.characters <= most_characters && begins_with_any(block.text, beginnings) &&
           (block.link_share() > 0.4 || block.characters < 40);
}

/// "Sign up for our newsletter."
bool is_invitation(const HtmlBlock& block) {
    constexpr std::uint32_t most_characters = 130;
    constexpr std::array<std::string_view, 7> subjects{
        "ubscribe", "ewsletter", "ign up", "ollow us", "ollow me", "ollow him on", "ollow her on"};
    if (block.characters > most_characters || block.link_share() < 0.1) return false;
    return std::any_of(subjects.begin(), subjects.end(), [&](std::string_view subject) {
        return block.text.find(subject) != std::string::npos;
    });
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
    return is_pointer(block) || is_invitation(block) || is_label(block.text) ||
           !has_word(block.text) || is_cookie_notice(block.text) || is_browser_notice(block.text) ||
           tells_reading_time(block.text);
}

bool is_html_end_notice(const HtmlBlock& block) {
    return heads_list_of_articles(block.text) || appeals_for_newsletter(block) ||
           rules_comments(block) || lists_tags(block) || reserves_rights(block);
}

}  // namespace dateline
