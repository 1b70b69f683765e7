#include "corpus/html_pruning.hpp"

#include "corpus/ascii.hpp"
#include "corpus/html_tags.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace dateline {
namespace {

constexpr std::size_t deepest_nesting = 256;
constexpr std::size_t most_unclosed_formatting = 128;
constexpr std::size_t most_attributes = 256;

/// How HTML's tree construction treats an element (section 13.2.4.2 of the standard), as far as
/// the depth of the tree is concerned.
enum class Nesting : std::uint8_t {
    none,        ///< void, or closed by the next of its kind: adds no more than a few levels
    ordinary,    ///< its end tag reaches up to the next block
    formatting,  ///< like ordinary, and opened again where it was left open
    block,       ///< its end tag closes all within, up to the next scope
    scope,
};

struct ElementNesting {
    std::string_view name;
    Nesting nesting;
};

constexpr std::array nestings{
    ElementNesting{"a", Nesting::formatting},
    ElementNesting{"address", Nesting::block},
    ElementNesting{"applet", Nesting::scope},
    ElementNesting{"area", Nesting::none},
    ElementNesting{"article", Nesting::block},
    ElementNesting{"aside", Nesting::block},
    ElementNesting{"b", Nesting::formatting},
    ElementNesting{"base", Nesting::none},
    ElementNesting{"basefont", Nesting::none},
    ElementNesting{"bgsound", Nesting::none},
    ElementNesting{"big", Nesting::formatting},
    ElementNesting{"blockquote", Nesting::block},
    ElementNesting{"body", Nesting::none},
    ElementNesting{"br", Nesting::none},
    ElementNesting{"button", Nesting::block},
    ElementNesting{"caption", Nesting::scope},
    ElementNesting{"center", Nesting::block},
    ElementNesting{"code", Nesting::formatting},
    ElementNesting{"col", Nesting::none},
    ElementNesting{"colgroup", Nesting::none},
    ElementNesting{"dd", Nesting::none},
    ElementNesting{"details", Nesting::block},
    ElementNesting{"dialog", Nesting::block},
    ElementNesting{"dir", Nesting::block},
    ElementNesting{"div", Nesting::block},
    ElementNesting{"dl", Nesting::block},
    ElementNesting{"dt", Nesting::none},
    ElementNesting{"em", Nesting::formatting},
    ElementNesting{"embed", Nesting::none},
    ElementNesting{"fieldset", Nesting::block},
    ElementNesting{"figcaption", Nesting::block},
    ElementNesting{"figure", Nesting::block},
    ElementNesting{"font", Nesting::formatting},
    ElementNesting{"footer", Nesting::block},
    ElementNesting{"form", Nesting::block},
    ElementNesting{"frame", Nesting::none},
    ElementNesting{"h1", Nesting::block},
    ElementNesting{"h2", Nesting::block},
    ElementNesting{"h3", Nesting::block},
    ElementNesting{"h4", Nesting::block},
    ElementNesting{"h5", Nesting::block},
    ElementNesting{"h6", Nesting::block},
    ElementNesting{"head", Nesting::none},
    ElementNesting{"header", Nesting::block},
    ElementNesting{"hgroup", Nesting::block},
    ElementNesting{"hr", Nesting::none},
    ElementNesting{"html", Nesting::none},
    ElementNesting{"i", Nesting::formatting},
    ElementNesting{"iframe", Nesting::none},
    ElementNesting{"img", Nesting::none},
    ElementNesting{"input", Nesting::none},
    ElementNesting{"keygen", Nesting::none},
    ElementNesting{"li", Nesting::none},
    ElementNesting{"link", Nesting::none},
    ElementNesting{"main", Nesting::block},
    ElementNesting{"marquee", Nesting::scope},
    ElementNesting{"menu", Nesting::block},
    ElementNesting{"meta", Nesting::none},
    ElementNesting{"nav", Nesting::block},
    ElementNesting{"nobr", Nesting::formatting},
    ElementNesting{"object", Nesting::scope},
    ElementNesting{"ol", Nesting::block},
    ElementNesting{"optgroup", Nesting::none},
    ElementNesting{"option", Nesting::none},
    ElementNesting{"p", Nesting::none},
    ElementNesting{"param", Nesting::none},
    ElementNesting{"pre", Nesting::block},
    ElementNesting{"rb", Nesting::none},
    ElementNesting{"rp", Nesting::none},
    ElementNesting{"rt", Nesting::none},
    ElementNesting{"rtc", Nesting::none},
    ElementNesting{"s", Nesting::formatting},
    ElementNesting{"section", Nesting::block},
    ElementNesting{"small", Nesting::formatting},
    ElementNesting{"source", Nesting::none},
    ElementNesting{"strike", Nesting::formatting},
    ElementNesting{"strong", Nesting::formatting},
    ElementNesting{"summary", Nesting::block},
    ElementNesting{"table", Nesting::scope},
    ElementNesting{"tbody", Nesting::none},
    ElementNesting{"td", Nesting::none},
    ElementNesting{"template", Nesting::scope},
    ElementNesting{"tfoot", Nesting::none},
    ElementNesting{"th", Nesting::none},
    ElementNesting{"thead", Nesting::none},
    ElementNesting{"tr", Nesting::none},
    ElementNesting{"track", Nesting::none},
    ElementNesting{"tt", Nesting::formatting},
    ElementNesting{"u", Nesting::formatting},
    ElementNesting{"ul", Nesting::block},
    ElementNesting{"wbr", Nesting::none},
};
constexpr bool by_name(const ElementNesting& a, const ElementNesting& b) { return a.name < b.name; }
static_assert(std::is_sorted(nestings.begin(), nestings.end(), by_name));

Nesting nesting_of(std::string_view name) {
    std::array<char, 10> room{};
    if (name.size() > room.size()) return Nesting::ordinary;
    std::transform(name.begin(), name.end(), room.begin(), [](char c) { return lower_ascii(c); });
    const ElementNesting wanted{{room.data(), name.size()}, Nesting::ordinary};
    const auto* const found = std::lower_bound(nestings.begin(), nestings.end(), wanted, by_name);
    return found != nestings.end() && found->name == wanted.name ? found->nesting
                                                                 : Nesting::ordinary;
}

/// FNV-1a of the name in lower case; headings close one another.
std::uint64_t key_of(std::string_view name) {
    std::uint64_t key = 0xCBF29CE484222325ULL;
    const bool is_heading = name.size() == 2 && lower_ascii(name[0]) == 'h' && name[1] >= '1';
    for (const char c : is_heading ? std::string_view("h1") : name)
        key = (key ^ static_cast<unsigned char>(lower_ascii(c))) * 0x100000001B3ULL;
    return key;
}

/// The open elements of a parser as far as they can be told from the tags, never fewer.
class OpenElements {
  public:
    /// Whether the parser may see the tag.
    bool take(const HtmlSourceTag& tag) {
        const Nesting nesting = nesting_of(tag.name);
        if (nesting == Nesting::none) return true;
        return tag.is_end_tag ? close(tag.name, nesting) : open(tag.name, nesting);
    }

  private:
    struct Element {
        std::uint64_t key;
        Nesting nesting;
    };

    bool open(std::string_view name, Nesting nesting) {
        if (nesting == Nesting::formatting) {
            if (unclosed_formatting_ >= most_unclosed_formatting) return false;
            ++unclosed_formatting_;
        }
        if (elements_.size() >= deepest_nesting) {
            ++dropped_;
            return false;
        }
        elements_.push_back({key_of(name), nesting});
        return true;
    }

    bool close(std::string_view name, Nesting nesting) {
        if (nesting == Nesting::formatting && unclosed_formatting_ > 0) --unclosed_formatting_;
        if (dropped_ > 0) {
            --dropped_;
            return false;
        }
        const std::uint64_t key = key_of(name);
        for (std::size_t i = elements_.size(); i-- > 0;) {
            if (elements_[i].key == key) {
                elements_.resize(i);
                break;
            }
            if (stops(elements_[i].nesting, nesting)) break;
        }
        return true;
    }

    static bool stops(Nesting open, Nesting closing) {
        if (closing == Nesting::scope) return false;
        return closing == Nesting::block ? open == Nesting::scope : open >= Nesting::block;
    }

    std::vector<Element> elements_;
    std::size_t dropped_ = 0;
    std::size_t unclosed_formatting_ = 0;
};

class Pruning {
  public:
    explicit Pruning(std::string_view html) : html_(html) { kept_.reserve(html.size()); }

    std::string result() {
        for (std::size_t at = html_.find('<'); at != html_.npos; at = html_.find('<', at)) {
            if (html_.substr(at).starts_with("<!--"))
                at = drop(at, end_of_comment(at));
            else
                at = pass_tag(at);
        }
        keep_up_to(html_.size());
        return std::move(kept_);
    }

  private:
    void keep_up_to(std::size_t end) {
        if (end > begin_) kept_.append(html_, begin_, end - begin_);
        begin_ = end;
    }

    std::size_t drop(std::size_t begin, std::size_t end) {
        keep_up_to(begin);
        begin_ = end;
        return end;
    }

    std::size_t end_of_comment(std::size_t at) const {
        const std::string_view rest = html_.substr(at);
        if (rest.starts_with("<!-->")) return at + 5;
        if (rest.starts_with("<!--->")) return at + 6;
        const std::size_t end = html_.find("--", at + 4);
        for (std::size_t dashes = end; dashes != html_.npos;
             dashes = html_.find("--", dashes + 1)) {
            if (html_.substr(dashes).starts_with("-->")) return dashes + 3;
            if (html_.substr(dashes).starts_with("--!>")) return dashes + 4;
        }
        return html_.size();
    }

    std::size_t pass_tag(std::size_t at) {
        const HtmlSourceTag tag = html_tag_at(html_, at);
        if (tag.name.empty()) return at + 1;
        if (!tag.is_end_tag) {
            if (is_html_name(tag.name, "script")) return pass_script(at, tag);
            for (std::string_view name : {"style", "iframe", "xmp", "noembed", "noframes"})
                if (is_html_name(tag.name, name)) return drop(at, end_of_raw(tag, name));
            for (std::string_view name : {"textarea", "title"})
                if (is_html_name(tag.name, name)) return end_of_raw(tag, name);
            if (is_html_name(tag.name, "svg")) return drop(at, end_of_drawing(tag));
        }
        if (tag.attributes > most_attributes || !open_.take(tag)) return drop(at, tag.end);
        return tag.end;
    }

    std::size_t pass_script(std::size_t at, const HtmlSourceTag& tag) {
        const std::size_t end = end_of_raw(tag, "script");
        const bool is_linked_data = html_.substr(at, tag.end - at).find("ld+json") != html_.npos;
        return is_linked_data ? end : drop(at, end);
    }

    /// After the end tag. What is never closed reaches to the end of the page.
    std::size_t end_of_raw(const HtmlSourceTag& tag, std::string_view name) const {
        const std::size_t end_tag = find_end_tag(html_, name, tag.end);
        return end_tag == html_.npos ? html_.size() : html_tag_at(html_, end_tag).end;
    }

    /// Drawings may stand in drawings. One that is never closed does not hide the rest of the
    /// page, and is looked for once: pages may be full of them.
    std::size_t end_of_drawing(const HtmlSourceTag& tag) {
        if (html_.substr(0, tag.end).ends_with("/>") || !drawings_end_) return tag.end;
        std::size_t depth = 1;
        for (std::size_t at = html_.find('<', tag.end); at != html_.npos;
             at = html_.find('<', at)) {
            const HtmlSourceTag inner = html_tag_at(html_, at);
            at = inner.name.empty() ? at + 1 : inner.end;
            if (!is_html_name(inner.name, "svg")) continue;
            if (!inner.is_end_tag) depth += html_.substr(0, at).ends_with("/>") ? 0 : 1;
            if (inner.is_end_tag && --depth == 0) return at;
        }
        drawings_end_ = false;
        return tag.end;
    }

    std::string_view html_;
    std::string kept_;
    std::size_t begin_ = 0;  // of what is neither kept nor dropped yet
    bool drawings_end_ = true;
    OpenElements open_;
};

}  // namespace

std::string prune_html(std::string_view html) { return Pruning(html).result(); }

}  // namespace dateline
