#include "corpus/formats/feed_header.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/feed_entry.hpp"
#include "corpus/formats/feed_links.hpp"
#include "corpus/formats/xml_markup.hpp"
#include "corpus/formats/xml_nodes.hpp"
#include "corpus/formats/xml_root.hpp"
#include "corpus/language_code.hpp"

namespace dateline {
namespace {

/// A file may hold several feeds; thousands of empty ones would cost more than they are worth.
constexpr std::size_t most_documents = 64;

/// The documents of a text without their entries.
std::vector<std::string> skeletons(std::string_view text) {
    std::vector<std::string> documents(1);
    std::string_view root;
    std::string_view entry;  // the name of the one that is open
    std::size_t copied = 0;
    const auto copy_until = [&](std::size_t end) {
        documents.back() += text.substr(copied, end - copied);
    };
    for (XmlMark mark = next_xml_mark(text, 0);
         mark.kind != XmlMarkup::none && mark.kind != XmlMarkup::partial;
         mark = next_xml_mark(text, mark.end)) {
        const bool is_start = mark.kind == XmlMarkup::start_tag;
        const bool is_end = mark.kind == XmlMarkup::end_tag;
        if (!entry.empty()) {
            if (is_end && mark.name == entry) entry = {};
            if (is_end && mark.name == root) entry = {};  // it was never closed
            copied = mark.name == root ? mark.begin : mark.end;
            if (mark.name != root) continue;
        }
        if ((is_start || mark.kind == XmlMarkup::empty_tag) &&
            is_feed_entry(xml_local_name(mark.name))) {
            copy_until(mark.begin);
            copied = mark.end;
            if (is_start) entry = mark.name;
        } else if (is_start && root.empty() && may_be_xml_root(mark.name)) {
            // What a server printed before it.
            if (documents.back().find("<?xml") == std::string::npos) {
                const std::size_t declaration =
                    text.substr(copied, mark.begin - copied).find("<?xml");
                if (declaration != text.npos) copied += declaration;
            }
            root = mark.name;
        } else if (is_end && mark.name == root) {
            copy_until(mark.end);
            copied = mark.end;
            root = {};
            if (documents.size() == most_documents) return documents;
            documents.emplace_back();
        }
    }
    if (entry.empty()) copy_until(text.size());
    if (documents.size() > 1) documents.pop_back();  // what follows the last feed
    return documents;
}

FeedDialect dialect_of(XmlNode root) {
    if (is_element(root, "feed")) return FeedDialect::atom;
    return is_element(root, "channel") ? FeedDialect::cdf : FeedDialect::rss;
}

/// The feed's own address, or else its page's.
std::string address(XmlNode channel) {
    std::string page;
    for (XmlNode link = child_named(channel, "link"); link; link = next_namesake(link)) {
        const std::string_view href = link.attribute("href");
        std::string target = href.empty() ? clean_line(inner_text(link)) : clean_line(href);
        if (!is_web_link(target)) continue;
        if (link.attribute("rel") == "self") return target;
        if (page.empty()) page = std::move(target);
    }
    return page;
}

FeedHeader read_header(const std::string& skeleton) {
    FeedHeader header;
    header.document = std::make_unique<XmlDocument>();
    // What is broken in it costs what comes after: the tree ends there.
    header.document->parse(decode_text(skeleton, xml_encoding(skeleton)).text, 1);
    const XmlNode root = header.root();
    header.dialect = dialect_of(root);
    const XmlNode inner = child_named(root, "channel");
    const XmlNode channel = inner ? inner : root;
    const FeedElements elements(channel, header);
    header.title = elements.line(FeedField::headline);
    header.byline = elements.people(FeedField::byline);
    header.language = language_code(elements.line(FeedField::language));
    if (header.language.empty()) {
        header.language = language_code(inherited_attribute(channel, "lang"));
    }
    header.base = resolve_link(address(channel), root.attribute("base"));
    if (inner) header.base = resolve_link(header.base, inner.attribute("base"));
    return header;
}

}  // namespace

bool is_feed_entry(std::string_view local_name) {
    return is_same_xml_name(local_name, "item") || is_same_xml_name(local_name, "entry");
}

std::vector<FeedHeader> read_feed_headers(std::string_view text) {
    std::vector<FeedHeader> headers;
    for (const std::string& skeleton : skeletons(text)) headers.push_back(read_header(skeleton));
    return headers;
}

}  // namespace dateline
