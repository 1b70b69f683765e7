#include "corpus/shortcodes.hpp"

#include "corpus/ascii.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace dateline {
namespace {

struct Shortcode {
    std::string_view name;
    std::size_t size = 0;  ///< in bytes, with its brackets
    bool has_link = false;
};

bool is_name_character(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
}

std::string_view take_name(std::string_view& rest) {
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
    const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(name.size());
    return name;
}

/// Bytes of the quotation mark at the front, which typography may have curled.
std::size_t quotation_mark_size(std::string_view rest) {
    constexpr std::array<std::string_view, 8> marks{"\"", "'", "”", "“", "″", "’", "‘", "„"};
    for (const std::string_view mark : marks)
        if (rest.starts_with(mark)) return mark.size();
    return 0;
}

/// Cuts off a value within quotation marks.
bool take_value(std::string_view& rest) {
    const std::size_t opening = quotation_mark_size(rest);
    if (opening == 0) return false;
    rest.remove_prefix(opening);
    while (!rest.empty() && rest[0] != ']' && quotation_mark_size(rest) == 0) rest.remove_prefix(1);
    const std::size_t closing = quotation_mark_size(rest);
    rest.remove_prefix(closing);
    return closing > 0;
}

bool names_link(std::string_view attribute) {
    return attribute == "link" || attribute == "url" || attribute == "href";
}

/// At the front of `text`, with an attribute at least: [sic] is none.
std::optional<Shortcode> leading_shortcode(std::string_view text) {
    constexpr std::size_t longest = 500;
    std::string_view rest = text.substr(0, longest);
    if (!rest.starts_with('[')) return std::nullopt;
    rest.remove_prefix(1);
    Shortcode found;
    found.name = take_name(rest);
    bool has_attribute = false;
    if (found.name.empty()) return std::nullopt;
    while (rest.starts_with(' ')) {
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        if (rest.starts_with(']') || rest.starts_with("/]")) break;
        found.has_link |= names_link(rest.substr(0, std::min(rest.find('='), rest.size())));
        if (take_name(rest).empty() || !rest.starts_with('=')) return std::nullopt;
        rest.remove_prefix(1);
        if (!take_value(rest)) return std::nullopt;
        has_attribute = true;
    }
    if (!has_attribute) return std::nullopt;
    if (rest.starts_with('/')) rest.remove_prefix(1);
    if (!rest.starts_with(']')) return std::nullopt;
    found.size = static_cast<std::size_t>(rest.data() + 1 - text.data());
    return found;
}

/// What it encloses is no text of an article.
bool encloses_label(const Shortcode& shortcode) {
    return shortcode.has_link || shortcode.name == "button" || shortcode.name == "caption";
}

std::string end_of(std::string_view name) { return "[/" + std::string(name) + "]"; }

/// The end tags of the shortcodes that a text has had so far.
class EndTags {
  public:
    void add(std::string tag) {
        constexpr std::size_t most_names = 16;
        if (tags_.size() < most_names && std::find(tags_.begin(), tags_.end(), tag) == tags_.end())
            tags_.push_back(std::move(tag));
    }
    /// Bytes of the one at the front of `text`, else 0.
    std::size_t leading_size(std::string_view text) const {
        const auto found = std::find_if(tags_.begin(), tags_.end(), [&](const std::string& tag) {
            return text.starts_with(tag);
        });
        return found == tags_.end() ? 0 : found->size();
    }

  private:
    std::vector<std::string> tags_;
};

/// Bytes from the front of `text`, which follows `shortcode`, up to the end of its label; else 0.
std::size_t label_size(const Shortcode& shortcode, std::string_view text) {
    constexpr std::size_t longest_label = 1000;
    if (!encloses_label(shortcode)) return 0;
    const std::string tag = end_of(shortcode.name);
    const std::size_t at = text.substr(0, longest_label).find(tag);
    return at == text.npos ? 0 : at + tag.size();
}

}  // namespace

std::string without_shortcodes(std::string_view text) {
    std::string out;
    EndTags ends;
    while (!text.empty()) {
        const std::size_t bracket = std::min(text.find('['), text.size());
        out += text.substr(0, bracket);
        text.remove_prefix(bracket);
        if (text.empty()) break;
        if (const auto shortcode = leading_shortcode(text)) {
            text.remove_prefix(shortcode->size);
            text.remove_prefix(label_size(*shortcode, text));
            ends.add(end_of(shortcode->name));
        } else if (const std::size_t size = ends.leading_size(text)) {
            text.remove_prefix(size);
        } else {
            out += text.front();
            text.remove_prefix(1);
        }
    }
    return out;
}

}  // namespace dateline
