#include "corpus/formats/json_ninjs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline {
namespace {

/// One of several versions of a text: plain, XHTML, a teaser.
struct Variant {
    std::string_view role;
    std::string text;
    bool was_plain = true;  ///< not made of markup
};

bool equals_folded(std::string_view text, std::string_view lower) {
    return std::ranges::equal(text, lower, [](char c, char wanted) {
        return c == wanted || (c >= 'A' && c <= 'Z' && c - 'A' + 'a' == wanted);
    });
}

/// XML in a vocabulary of its own (NITF, NewsML) is not for readers, and always there besides.
bool is_readable(std::string_view content_type) {
    return content_type.empty() || content_type.find("html") != std::string_view::npos ||
           content_type.find("xml") == std::string_view::npos;
}

std::string_view content_type_of(dom::object variant) {
    const std::string_view type = string_at(variant, "contentType");
    return type.empty() ? string_at(variant, "contenttype") : type;
}

void add_variant(std::vector<Variant>& variants, std::string_view role, std::string_view text) {
    const RawText plain = plain_text(text);
    if (!is_blank(view_of(plain)))
        variants.push_back({role, std::string(view_of(plain)), view_of(plain) == text});
}

/// {"bodies": [{"role", "contenttype", "value"}]} and {"body_ROLE": "value"}.
std::vector<Variant> variants_of(dom::object object, std::string_view list_key,
                                 std::string_view prefix) {
    std::vector<Variant> variants;
    if (dom::array list; object.at_key(list_key).get(list) == simdjson::SUCCESS) {
        for (const dom::element element : list) {
            dom::object variant;
            if (element.get(variant) != simdjson::SUCCESS) continue;
            if (is_readable(content_type_of(variant)))
                add_variant(variants, string_at(variant, "role"), string_at(variant, "value"));
        }
    }
    for (const dom::key_value_pair pair : object) {
        std::string_view text;
        const bool is_variant = pair.key.starts_with(prefix) && (pair.key.size() == prefix.size() ||
                                                                 pair.key[prefix.size()] == '_');
        if (is_variant && pair.value.get(text) == simdjson::SUCCESS)
            add_variant(variants, pair.key.substr(std::min(prefix.size() + 1, pair.key.size())),
                        text);
    }
    return variants;
}

std::size_t letters_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

/// The longest, or one about as long that is the same text in another form: best one that was
/// written plain, since others come with captions, unless it has lost its paragraphs.
std::string fullest(const std::vector<Variant>& variants) {
    std::size_t longest = 0;
    for (const Variant& variant : variants) longest = std::max(longest, letters_of(variant.text));
    const Variant* best = nullptr;
    std::pair<bool, std::ptrdiff_t> best_rank;
    for (const Variant& variant : variants) {
        const std::ptrdiff_t lines = std::ranges::count(variant.text, '\n');
        const bool is_plain = variant.was_plain && lines > 0;
        if (10 * letters_of(variant.text) < (is_plain ? 6 : 9) * longest) continue;
        const std::pair rank(is_plain, lines);
        if (best && rank <= best_rank) continue;
        best = &variant;
        best_rank = rank;
    }
    return best ? best->text : std::string();
}

std::string headline_of(const std::vector<Variant>& variants) {
    const auto main = std::ranges::find(variants, "main", &Variant::role);
    if (main != variants.end()) return main->text;
    return variants.empty() ? std::string() : variants.front().text;
}

std::optional<dom::array> list_at(dom::object object,
                                  std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        dom::array list;
        if (object.at_key(key).get(list) == simdjson::SUCCESS) return list;
    }
    return std::nullopt;
}

/// Of the first in a list of things with names that does not only occur in the text.
std::string_view first_name(dom::object object, std::initializer_list<std::string_view> keys) {
    const std::optional<dom::array> list = list_at(object, keys);
    if (!list) return {};
    for (const dom::element element : *list) {
        dom::object thing;
        if (element.get(thing) != simdjson::SUCCESS) continue;
        const std::string_view name = string_at(thing, "name");
        if (!is_blank(name) && string_at(thing, "rel") != "mentions") return name;
    }
    return {};
}

/// "a picture without a body", or empty where the item is meant to be read.
std::string why_no_article(dom::object object) {
    constexpr std::array<std::string_view, 9> others{"event",    "picture",   "photo",
                                                     "video",    "audio",     "graphic",
                                                     "planning", "component", "animation"};
    const std::string_view type = string_at(object, "type");
    const auto* other = std::ranges::find_if(
        others, [&](std::string_view name) { return equals_folded(type, name); });
    if (other != others.end())
        return fmt::format("{} {} without a body (ninjs)",
                           std::string_view("aeiou").find(other->front()) < 5 ? "an" : "a", *other);
    const bool is_file = type.empty() && object.at_key("renditions").error() == simdjson::SUCCESS;
    return is_file ? "a media item without a body (ninjs)" : std::string();
}

}  // namespace

bool is_ninjs(dom::object object, const JsonFields& fields) {
    return fields.has_mark(JsonMark::ninjs) && !is_blank(string_at(object, "uri"));
}

std::string read_ninjs(dom::object object, JsonFields& fields) {
    const std::string body = fullest(variants_of(object, "bodies", "body"));
    if (body.empty()) {
        if (std::string reason = why_no_article(object); !reason.empty()) return reason;
        fields.clear(ArticleField::body);
        fields.set(ArticleField::body, fullest(variants_of(object, "descriptions", "description")));
    }
    fields.set(ArticleField::body, body);
    const std::string_view uri = string_at(object, "uri");
    fields.set(ArticleField::id, uri);
    if (uri.starts_with("http")) fields.set_if_blank(ArticleField::url, uri);
    fields.set(ArticleField::headline, headline_of(variants_of(object, "headlines", "headline")));
    fields.clear(ArticleField::place);
    fields.set(ArticleField::place, string_at(object, "located"));
    fields.set_if_blank(ArticleField::place, first_name(object, {"places", "place"}));
    fields.set_if_blank(ArticleField::section, first_name(object, {"subjects", "subject"}));
    return {};
}

}  // namespace dateline
