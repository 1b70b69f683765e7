#include "corpus/html_headline.hpp"

#include "corpus/ascii.hpp"
#include "corpus/clean_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 10> separators{" / ",  " | ", " - ", " – ", " — ",
                                                      " :: ", " » ", " « ", " · ", " // "};

bool is_word_byte(char c) {
    const char letter = lower_ascii(c);
    return (letter >= 'a' && letter <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Letters and digits only, in lower case.
std::string bare(std::string_view text) {
    std::string letters;
    for (const char c : text)
        if (is_word_byte(c)) letters += lower_ascii(c);
    return letters;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool is_within = false;
    for (const char c : text) {
        if (is_word_byte(c)) {
            if (!is_within) words.emplace_back();
            words.back() += lower_ascii(c);
        }
        is_within = is_word_byte(c);
    }
    std::sort(words.begin(), words.end());
    return words;
}

/// "thehill" of "https://www.thehill.com/news".
std::string host_name(std::string_view url) {
    url.remove_prefix(std::min(url.find("//") + 2, url.size()));
    if (url.starts_with("www.")) url.remove_prefix(4);
    return std::string(url.substr(0, url.find_first_of("/:?#")));
}

bool is_site_name(std::string_view part, std::string_view site, std::string_view url) {
    const std::string name = bare(part);
    if (name.empty()) return false;
    if (const std::string known = bare(site); !known.empty())
        if (name == known || known.starts_with(name) || name.starts_with(known)) return true;
    const std::string host = bare(host_name(url));
    return name.size() >= 3 && host.find(name) != host.npos;
}

struct Separator {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
};

Separator last_separator(std::string_view title) {
    Separator last;
    for (std::string_view separator : separators) {
        const std::size_t at = title.rfind(separator);
        if (at != title.npos && (last.size == 0 || at > last.at)) last = {at, separator.size()};
    }
    return last;
}

}  // namespace

bool says_the_same(std::string_view one, std::string_view other) {
    const std::vector<std::string> a = words_of(one);
    const std::vector<std::string> b = words_of(other);
    if (a.empty() || b.empty()) return false;
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2 * shared.size() > std::min(a.size(), b.size());
}

std::string without_site_name(std::string_view title, std::string_view site, std::string_view url,
                              bool is_page_title) {
    constexpr std::size_t shortest_headline = 15;
    constexpr std::size_t longest_site_name = 40;
    std::string line = clean_line(title);
    for (Separator last = last_separator(line); last.size > 0; last = last_separator(line)) {
        const std::string_view part = std::string_view(line).substr(last.at + last.size);
        const bool is_short = last.at >= shortest_headline && part.size() <= longest_site_name &&
                              2 * part.size() <= last.at;
        if (!is_site_name(part, site, url) && !(is_page_title && is_short)) break;
        line.resize(last.at);
    }
    for (std::string_view separator : separators) {
        const std::size_t at = line.find(separator);
        if (at != line.npos && is_site_name(std::string_view(line).substr(0, at), site, url))
            line.erase(0, at + separator.size());
    }
    return line;
}

namespace {

/// What the page calls the article apart from its text, without the name of the site.
std::vector<std::string> titles_of(const HtmlMetadata& metadata, std::string_view linked) {
    const std::string_view site = metadata.site();
    const std::string_view url = metadata.url();
    constexpr std::array<std::string_view, 1> page_title{"html:title"};
    std::vector<std::string> titles;
    const auto add = [&](std::string_view title, bool is_page_title) {
        std::string line = without_site_name(title, site, url, is_page_title);
        if (!line.empty()) titles.push_back(std::move(line));
    };
    add(linked, false);
    add(metadata.title(), false);
    add(metadata.first_of(page_title), true);
    return titles;
}

/// The only <h1> of a page, a little before the body: editors give search engines other words.
bool is_lone_headline(const HtmlFact& heading, std::size_t headings, std::uint32_t body) {
    constexpr std::size_t shortest_headline = 20;
    constexpr std::uint32_t most_nodes_between = 400;
    return headings == 1 && heading.value.size() >= shortest_headline && heading.node < body &&
           body - heading.node < most_nodes_between;
}

}  // namespace

std::uint32_t html_headline_node(const HtmlMetadata& metadata, std::string_view linked) {
    const std::vector<std::string> titles = titles_of(metadata, linked);
    const auto heading_that = [&](auto says) -> std::uint32_t {
        for (const std::string& title : titles)
            for (const HtmlFact& fact : metadata.facts())
                if (fact.name == "html:h1" && says(title, fact.value)) return fact.node;
        return 0;
    };
    const std::uint32_t same = heading_that(
        [](const auto& title, const auto& heading) { return bare(title) == bare(heading); });
    return same != 0 ? same : heading_that(says_the_same);
}

std::uint32_t html_heading_node(const HtmlMetadata& metadata, std::string_view headline) {
    for (const HtmlFact& fact : metadata.facts())
        if (fact.name == "html:h1" && clean_line(fact.value) == headline) return fact.node;
    return 0;
}

std::string html_headline(const HtmlMetadata& metadata, std::string_view linked,
                          std::uint32_t body) {
    const std::vector<std::string> titles = titles_of(metadata, linked);
    std::vector<const HtmlFact*> headings;
    for (const HtmlFact& fact : metadata.facts())
        if (fact.name == "html:h1" && !is_site_name(fact.value, metadata.site(), metadata.url()))
            headings.push_back(&fact);
    const auto distance = [&](const HtmlFact* heading) {
        return heading->node > body ? heading->node - body : body - heading->node;
    };
    std::stable_sort(headings.begin(), headings.end(), [&](const HtmlFact* a, const HtmlFact* b) {
        return distance(a) < distance(b);
    });
    for (const HtmlFact* heading : headings) {
        const bool is_confirmed =
            titles.empty() || std::any_of(titles.begin(), titles.end(), [&](const auto& title) {
                return says_the_same(heading->value, title);
            });
        if (is_confirmed || is_lone_headline(*heading, headings.size(), body))
            return clean_line(heading->value);
    }
    return titles.empty() ? std::string() : titles.front();
}

}  // namespace dateline
