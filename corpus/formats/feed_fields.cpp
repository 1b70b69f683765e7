#include "corpus/formats/feed_fields.hpp"

#include "corpus/ascii.hpp"
#include "corpus/formats/xml_markup.hpp"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

struct NamespaceRow {
    std::string_view part;  ///< of its name, in lower case
    FeedVocabulary vocabulary;
};

// The first row counts whose part is in the name: names come with many versions and spellings.
constexpr std::array namespaces{
    NamespaceRow{"purl.org/dc/", FeedVocabulary::dublin_core},
    NamespaceRow{"rss/1.0/modules/content", FeedVocabulary::content},
    NamespaceRow{"rss/1.0/modules/", FeedVocabulary::other},
    NamespaceRow{"purl.org/rss/", FeedVocabulary::feed},
    NamespaceRow{"purl.org/net/rss", FeedVocabulary::feed},
    NamespaceRow{"my.netscape.com/", FeedVocabulary::feed},
    NamespaceRow{"channel.netscape.com/", FeedVocabulary::feed},
    NamespaceRow{"backend.userland.com/", FeedVocabulary::feed},
    NamespaceRow{"law.harvard.edu/", FeedVocabulary::feed},
    NamespaceRow{"purl.org/atom/", FeedVocabulary::feed},
    NamespaceRow{"w3.org/2005/atom", FeedVocabulary::feed},
    NamespaceRow{"itunes.com/", FeedVocabulary::itunes},
    NamespaceRow{"/mrss", FeedVocabulary::media},
    NamespaceRow{"feedburner", FeedVocabulary::feedburner},
    NamespaceRow{"w3.org/1999/xhtml", FeedVocabulary::xhtml},
};

struct PrefixRow {
    std::string_view prefix;
    FeedVocabulary vocabulary;
};
constexpr std::array prefixes{
    PrefixRow{"", FeedVocabulary::feed},
    PrefixRow{"rss", FeedVocabulary::feed},
    PrefixRow{"atom", FeedVocabulary::feed},
    PrefixRow{"dc", FeedVocabulary::dublin_core},
    PrefixRow{"dcterms", FeedVocabulary::dublin_core},
    PrefixRow{"content", FeedVocabulary::content},
    PrefixRow{"itunes", FeedVocabulary::itunes},
    PrefixRow{"media", FeedVocabulary::media},
    PrefixRow{"feedburner", FeedVocabulary::feedburner},
    PrefixRow{"xhtml", FeedVocabulary::xhtml},
};

FeedVocabulary vocabulary_of_namespace(const std::string& name) {
    const auto row = std::find_if(namespaces.begin(), namespaces.end(), [&](const auto& candidate) {
        return name.find(candidate.part) != std::string::npos;
    });
    return row == namespaces.end() ? FeedVocabulary::other : row->vocabulary;
}

FeedVocabulary vocabulary_of_prefix(std::string_view prefix) {
    const auto row = std::find_if(prefixes.begin(), prefixes.end(), [&](const auto& candidate) {
        return is_same_xml_name(candidate.prefix, prefix);
    });
    return row == prefixes.end() ? FeedVocabulary::other : row->vocabulary;
}

}  // namespace

FeedVocabulary vocabulary_of(XmlNode element, XmlNode header_root) {
    const std::string_view name = element.name();
    const std::size_t colon = name.find(':');
    const std::string_view prefix = name.substr(0, colon == name.npos ? 0 : colon);
    for (XmlNode node = element; node; node = node.parent())
        if (const std::string_view uri = node.declared_namespace(prefix); !uri.empty())
            return vocabulary_of_namespace(lower_ascii(uri));
    // A default namespace of the whole feed is the feed's own, whatever it calls it.
    if (prefix.empty()) return FeedVocabulary::feed;
    const std::string_view uri = header_root.declared_namespace(prefix);
    return uri.empty() ? vocabulary_of_prefix(prefix) : vocabulary_of_namespace(lower_ascii(uri));
}

std::optional<std::size_t> feed_key_row(FeedVocabulary vocabulary, std::string_view local_name) {
    const auto row = std::find_if(feed_keys.begin(), feed_keys.end(), [&](const FeedKey& key) {
        return key.vocabulary == vocabulary && is_same_xml_name(key.name, local_name);
    });
    if (row == feed_keys.end()) return std::nullopt;
    return static_cast<std::size_t>(row - feed_keys.begin());
}

}  // namespace dateline
