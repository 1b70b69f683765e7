#include "corpus/formats/xml_other.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/xml_markup.hpp"
#include "corpus/formats/xml_root.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view format_name = "xml";

struct KnownRoot {
    std::string_view name;
    std::string_view what;
};
constexpr std::array known_roots{
    KnownRoot{"urlset", "a sitemap"},
    KnownRoot{"sitemapindex", "an index of sitemaps"},
    KnownRoot{"opml", "a list of feeds"},
    KnownRoot{"RDF", "RDF without news"},
    KnownRoot{"service", "a description of a service"},
    KnownRoot{"OpenSearchDescription", "a description of a search engine"},
    KnownRoot{"catalog", "a catalog of codes"},
    KnownRoot{"scheme", "a scheme of codes"},
    KnownRoot{"svg", "a picture"},
    KnownRoot{"plist", "a list of settings"},
    KnownRoot{"stylesheet", "a style sheet"},
    KnownRoot{"schema", "a schema"},
};

const KnownRoot* known_root(std::string_view local_name) {
    const auto row = std::find_if(known_roots.begin(), known_roots.end(),
                                  [&](const KnownRoot& root) { return root.name == local_name; });
    return row == known_roots.end() ? nullptr : &*row;
}

/// Collections that look like XML, and are SGML of other readers.
bool is_sgml(const XmlRoot& root) {
    for (const std::string_view name : {"doc", "docs", "reuters", "lewis", "sgml", "root"})
        if (is_same_xml_name(root.name, name)) return !root.has_declaration || name != "root";
    return false;
}

class OtherXmlReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions&, const ReadSink& sink) const override {
        constexpr std::size_t head_bytes = 64UL << 10;
        const std::optional<XmlRoot> root = xml_root(stream.peek(head_bytes).substr(0, head_bytes));
        const std::string name = root ? clean_line(decode_text(root->name).text) : std::string();
        const KnownRoot* const known = root ? known_root(root->local_name()) : nullptr;
        if (known) {
            return sink(Skip{{{},
                              std::string(format_name),
                              fmt::format("{} (root element <{}>)", known->what, name)}});
        }
        sink(Rejection{{{},
                        std::string(format_name),
                        fmt::format("XML of an unknown kind (root element <{}>)", name)}});
    }
};

}  // namespace

bool recognises_other_xml(std::string_view head) {
    const std::optional<XmlRoot> root = xml_root(head);
    if (!root || is_sgml(*root)) return false;
    return root->has_declaration || known_root(root->local_name()) != nullptr ||
           root->tag.find("xmlns") != std::string::npos;
}

const ArticleReader& other_xml_reader() {
    static const OtherXmlReader reader;
    return reader;
}

}  // namespace dateline
