#include "corpus/html_names.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace dateline {
namespace {

struct NamedPurpose {
    std::string_view words;  ///< one, or several in a row
    HtmlPurpose purpose;
};

constexpr HtmlPurpose beside = HtmlPurpose::beside;
constexpr HtmlPurpose byline = HtmlPurpose::byline;
constexpr HtmlPurpose caption = HtmlPurpose::caption;
constexpr HtmlPurpose article = HtmlPurpose::article;
constexpr HtmlPurpose comments = HtmlPurpose::comments;

/// Sorted by words.
constexpr std::array purposes{
    NamedPurpose{"ad", beside},
    NamedPurpose{"addthis", beside},
    NamedPurpose{"addtoany", beside},
    NamedPurpose{"ads", beside},
    NamedPurpose{"adsense", beside},
    NamedPurpose{"advert", beside},
    NamedPurpose{"advertisement", beside},
    NamedPurpose{"alsoread", beside},
    NamedPurpose{"article body", article},
    NamedPurpose{"article content", article},
    NamedPurpose{"article text", article},
    NamedPurpose{"articlebody", article},
    NamedPurpose{"author", byline},
    NamedPurpose{"authors", byline},
    NamedPurpose{"bio", beside},
    NamedPurpose{"body content", article},
    NamedPurpose{"bookmark", beside},
    NamedPurpose{"breadcrumb", beside},
    NamedPurpose{"breadcrumbs", beside},
    NamedPurpose{"byline", byline},
    NamedPurpose{"bylines", byline},
    NamedPurpose{"caption", caption},
    NamedPurpose{"carousel", beside},
    NamedPurpose{"comment", comments},
    NamedPurpose{"commentlist", comments},
    NamedPurpose{"comments", comments},
    NamedPurpose{"consent", beside},
    NamedPurpose{"content body", article},
    NamedPurpose{"cookie", beside},
    NamedPurpose{"cookies", beside},
    NamedPurpose{"copyright", beside},
    NamedPurpose{"credit", caption},
    NamedPurpose{"credits", caption},
    NamedPurpose{"cta", beside},
    NamedPurpose{"dateline", byline},
    NamedPurpose{"disqus", comments},
    NamedPurpose{"donate", beside},
    NamedPurpose{"entry content", article},
    NamedPurpose{"facebook", beside},
    NamedPurpose{"flyout", beside},
    NamedPurpose{"footer", beside},
    NamedPurpose{"gdpr", beside},
    NamedPurpose{"jp relatedposts", beside},
    NamedPurpose{"masthead", beside},
    NamedPurpose{"menu", beside},
    NamedPurpose{"modal", beside},
    NamedPurpose{"more stories", beside},
    NamedPurpose{"most popular", beside},
    NamedPurpose{"most read", beside},
    NamedPurpose{"nav", beside},
    NamedPurpose{"navbar", beside},
    NamedPurpose{"navigation", beside},
    NamedPurpose{"newsletter", beside},
    NamedPurpose{"newsletters", beside},
    NamedPurpose{"outbrain", beside},
    NamedPurpose{"overlay", beside},
    NamedPurpose{"pager", beside},
    NamedPurpose{"pagination", beside},
    NamedPurpose{"paywall", beside},
    NamedPurpose{"popup", beside},
    NamedPurpose{"post body", article},
    NamedPurpose{"post content", article},
    NamedPurpose{"promo", beside},
    NamedPurpose{"promos", beside},
    NamedPurpose{"pubdate", byline},
    NamedPurpose{"rail", beside},
    NamedPurpose{"rating", beside},
    NamedPurpose{"read more", beside},
    NamedPurpose{"readmore", beside},
    NamedPurpose{"recirc", beside},
    NamedPurpose{"recirculation", beside},
    NamedPurpose{"recommendations", beside},
    NamedPurpose{"recommended", beside},
    NamedPurpose{"related", beside},
    NamedPurpose{"relatedposts", beside},
    NamedPurpose{"screen reader", beside},
    NamedPurpose{"share", beside},
    NamedPurpose{"sharebar", beside},
    NamedPurpose{"sharedaddy", beside},
    NamedPurpose{"sharing", beside},
    NamedPurpose{"sidebar", beside},
    NamedPurpose{"signup", beside},
    NamedPurpose{"skip", beside},
    NamedPurpose{"social", beside},
    NamedPurpose{"sponsor", beside},
    NamedPurpose{"sponsored", beside},
    NamedPurpose{"sr only", beside},
    NamedPurpose{"story body", article},
    NamedPurpose{"story content", article},
    NamedPurpose{"storybody", article},
    NamedPurpose{"subscribe", beside},
    NamedPurpose{"subscription", beside},
    NamedPurpose{"taboola", beside},
    NamedPurpose{"tags", beside},
    NamedPurpose{"teaser", beside},
    NamedPurpose{"teasers", beside},
    NamedPurpose{"timestamp", byline},
    NamedPurpose{"toolbar", beside},
    NamedPurpose{"tooltip", beside},
    NamedPurpose{"trending", beside},
    NamedPurpose{"visually hidden", beside},
    NamedPurpose{"widget", beside},
};
constexpr bool by_words(const NamedPurpose& a, const NamedPurpose& b) { return a.words < b.words; }
static_assert(std::is_sorted(purposes.begin(), purposes.end(), by_words));

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "c-Related__linksBar" is c, related, links, bar.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool is_within = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_upper(c) && !is_lower(c)) {
            is_within = false;
            continue;
        }
        if (!is_within || (is_upper(c) && is_lower(name[i - 1]))) words.emplace_back();
        words.back() += is_upper(c) ? static_cast<char>(c + 32) : c;
        is_within = true;
    }
    return words;
}

HtmlPurpose purpose_of_words(std::string_view words) {
    const auto* const found =
        std::lower_bound(purposes.begin(), purposes.end(), NamedPurpose{words, beside}, by_words);
    return found != purposes.end() && found->words == words ? found->purpose : HtmlPurpose::unknown;
}

/// Names that say what the whole page has, or what an article is about.
bool is_about_contents(const std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 9> beginnings{"has", "no",       "with", "without", "is",
                                                         "tag", "category", "hide", "show"};
    return words.size() > 1 &&
           std::find(beginnings.begin(), beginnings.end(), words[0]) != beginnings.end();
}

HtmlPurpose purpose_of_name(std::string_view name) {
    const std::vector<std::string> words = words_of(name);
    if (name == "hide") return HtmlPurpose::beside;
    if (is_about_contents(words)) return HtmlPurpose::unknown;
    // Posts of others that the article quotes.
    if (std::find(words.begin(), words.end(), "embed") != words.end()) return HtmlPurpose::unknown;
    HtmlPurpose purpose = HtmlPurpose::unknown;
    for (std::size_t i = 0; i < words.size(); ++i) {
        HtmlPurpose found = purpose_of_words(words[i]);
        if (i + 1 < words.size() && found == HtmlPurpose::unknown) {
            found = purpose_of_words(words[i] + ' ' + words[i + 1]);
        }
        // What is beside an article body is not the body.
        if (found != HtmlPurpose::unknown &&
            (purpose == HtmlPurpose::unknown || purpose == HtmlPurpose::article)) {
            purpose = found;
        }
    }
    return purpose;
}

constexpr std::array<std::string_view, 27> apart{
    "carousel",     "masthead", "menu",          "more stories",    "most popular", "most read",
    "nav",          "navbar",   "navigation",    "outbrain",        "rail",         "rating",
    "ratings",      "recirc",   "recirculation", "recommendations", "recommended",  "related",
    "relatedposts", "sidebar",  "taboola",       "testimonial",     "testimonials", "toolbar",
    "topbar",       "trending", "widget"};

constexpr std::array<std::string_view, 9> popups{
    "hover card",      "hovercard",     "popover body", "popover content", "rollover block",
    "tooltip content", "tooltip inner", "tooltip text", "tooltiptext"};

/// The first of `names`, which is cut off them.
std::string_view take_name(std::string_view& names) {
    const std::size_t end = std::min(names.find_first_of(" \t\r\n"), names.size());
    const std::string_view name = names.substr(0, end);
    names.remove_prefix(std::min(end + 1, names.size()));
    return name;
}

/// A name has one of `wanted`, which are a word or two in a row.
bool names_any(std::string_view names, std::span<const std::string_view> wanted) {
    const auto is_wanted = [&](std::string_view words) {
        return std::find(wanted.begin(), wanted.end(), words) != wanted.end();
    };
    while (!names.empty()) {
        const std::vector<std::string> words = words_of(take_name(names));
        if (is_about_contents(words)) continue;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (is_wanted(words[i])) return true;
            if (i + 1 < words.size() && is_wanted(words[i] + ' ' + words[i + 1])) return true;
        }
    }
    return false;
}

}  // namespace

bool names_what_is_apart(std::string_view names) { return names_any(names, apart); }

bool names_popup(std::string_view names) { return names_any(names, popups); }

HtmlPurpose purpose_of_names(std::string_view names) {
    HtmlPurpose purpose = HtmlPurpose::unknown;
    while (!names.empty()) {
        const HtmlPurpose found = purpose_of_name(take_name(names));
        if (found != HtmlPurpose::unknown &&
            (purpose == HtmlPurpose::unknown || purpose == HtmlPurpose::article)) {
            purpose = found;
        }
    }
    return purpose;
}

}  // namespace dateline
