#include "corpus/formats/html_section.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// Where an article is shown, or that nobody has said what it is about.
bool names_no_section(std::string_view name) {
    constexpr std::array<std::string_view, 17> names{
        "front page",    "frontpage",       "home",          "home page",  "homepage",
        "startseite",    "inicio",          "accueil",       "portada",    "uncategorized",
        "uncategorised", "unkategorisiert", "sin categoría", "non classé", "senza categoria",
        "articles",      "article"};
    return std::find(names.begin(), names.end(), lower_ascii(name)) != names.end();
}

}  // namespace

std::string html_section(std::string_view named) {
    constexpr std::ptrdiff_t most_commas = 2;
    std::string section = clean_line(named);
    if (std::count(section.begin(), section.end(), ',') > most_commas)
        section = clean_line(section.substr(0, section.find(',')));
    return names_no_section(section) ? std::string() : section;
}

}  // namespace dateline
