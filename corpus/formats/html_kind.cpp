#include "corpus/formats/html_kind.hpp"

#include "corpus/ascii.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

/// Headlines of errors, in lower case.
bool names_error(std::string_view headline) {
    constexpr std::array<std::string_view, 16> errors{"404",
                                                      "403",
                                                      "page not found",
                                                      "not found",
                                                      "access denied",
                                                      "forbidden",
                                                      "error",
                                                      "just a moment",
                                                      "bad gateway",
                                                      "service unavailable",
                                                      "internal server error",
                                                      "are you a robot",
                                                      "seite nicht gefunden",
                                                      "página no encontrada",
                                                      "page introuvable",
                                                      "pagina non trovata"};
    const std::string lower = lower_ascii(headline);
    return std::any_of(errors.begin(), errors.end(), [&](std::string_view error) {
        return lower.starts_with(error) || (error.size() > 12 && lower.find(error) != lower.npos);
    });
}

/// The address of a site, or of one of its languages.
bool is_front_address(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes == url.npos) return false;
    const std::size_t path = url.find('/', slashes + 2);
    if (path == url.npos) return true;
    const std::string_view rest = url.substr(path + 1, url.find_first_of("?#", path) - path - 1);
    return rest.empty() || rest.starts_with("index.") || rest.starts_with("home.");
}

/// Links as long as headlines are.
std::size_t count_linked_headlines(const HtmlBlocks& page) {
    constexpr std::uint32_t shortest_headline = 25;
    return static_cast<std::size_t>(
        std::count_if(page.blocks.begin(), page.blocks.end(), [](const HtmlBlock& block) {
            return block.link_share() > 0.8 && block.characters >= shortest_headline;
        }));
}

bool has_words_for_no_scripts(const HtmlTree& tree) {
    const auto nodes = tree.nodes();
    return std::any_of(nodes.begin(), nodes.end(),
                       [](const HtmlNode& node) { return node.tag == HtmlTag::noscript; });
}

bool has_scripts_only(const HtmlTree& tree, const HtmlBlocks& page) {
    std::size_t characters = 0;
    for (const HtmlBlock& block : page.blocks) characters += block.characters;
    constexpr std::size_t few_characters = 300;
    return characters < few_characters && has_words_for_no_scripts(tree);
}

/// Paragraphs of sentences, cut out of their page.
bool is_prose_alone(const HtmlTree& tree, const HtmlBlocks& page) {
    constexpr std::size_t least_paragraphs = 2;
    return page.blocks.size() >= least_paragraphs && !has_words_for_no_scripts(tree) &&
           std::all_of(page.blocks.begin(), page.blocks.end(), [](const HtmlBlock& block) {
               return block.tag == HtmlTag::p && is_prose(block);
           });
}

/// A brief may be a sentence long; a list of articles has such sentences, too.
bool has_enough_text(const HtmlTree& tree, const HtmlBlocks& page, const HtmlPageKind& kind) {
    constexpr std::size_t shortest_known_article = 60;
    constexpr std::size_t shortest_other_article = 250;
    constexpr std::size_t most_linked_headlines = 3;
    const bool has_few_links = count_linked_headlines(page) <= most_linked_headlines;
    if (kind.is_typed_article || (kind.is_headed_text && has_few_links) ||
        is_prose_alone(tree, page))
        return kind.body_bytes >= shortest_known_article;
    return (kind.has_prose || has_few_links) && kind.body_bytes >= shortest_other_article;
}

}  // namespace

std::string why_no_article(const HtmlTree& tree, const HtmlBlocks& page, const HtmlPageKind& kind) {
    constexpr std::size_t longest_error = 1500;
    constexpr std::size_t most_linked_headlines = 40;
    constexpr std::size_t bytes_for_a_headline = 20;
    if (page.blocks.empty()) return "a page without text";
    if (!kind.is_typed_article && kind.body_bytes < longest_error && names_error(kind.headline))
        return fmt::format("an error page: \"{}\"", kind.headline);
    if (!has_enough_text(tree, page, kind)) {
        if (has_scripts_only(tree, page)) return "a page without text until scripts have run";
        return fmt::format("a page without an article: {} bytes of running text", kind.body_bytes);
    }
    if (kind.is_typed_article) return {};
    if (is_front_address(kind.url)) return "the front page of a site";
    const std::size_t links = count_linked_headlines(page);
    if (links > most_linked_headlines && kind.body_bytes < bytes_for_a_headline * links)
        return fmt::format("a page of links: {} linked headlines, {} bytes of running text", links,
                           kind.body_bytes);
    return {};
}

}  // namespace dateline
