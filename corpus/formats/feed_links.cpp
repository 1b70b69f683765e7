#include "corpus/formats/feed_links.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// The parts of a reference, each with its own mark, so that they join to the whole.
struct LinkParts {
    std::string_view scheme;     ///< "http:"
    std::string_view authority;  ///< "//example.com"
    std::string_view path;
    std::string_view query;  ///< "?a=b"
    std::string_view fragment;
};

std::size_t scheme_size(std::string_view link) {
    const std::size_t end = link.find_first_of(":/?#");
    if (end == link.npos || end == 0 || link[end] != ':') return 0;
    const auto is_scheme = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '+' || c == '-' || c == '.';
    };
    return std::all_of(link.begin(), link.begin() + static_cast<std::ptrdiff_t>(end), is_scheme)
               ? end + 1
               : 0;
}

std::string_view take(std::string_view& rest, std::size_t size) {
    const std::string_view part = rest.substr(0, size);
    rest.remove_prefix(part.size());
    return part;
}

LinkParts parts_of(std::string_view link) {
    LinkParts parts;
    parts.scheme = take(link, scheme_size(link));
    if (link.starts_with("//")) {
        // "http:///example.com" has a slash too many.
        const std::size_t host = std::min(link.find_first_not_of('/'), link.size());
        parts.authority = take(link, std::min(link.find_first_of("/?#", host), link.size()));
        parts.authority.remove_prefix(host - 2);
    }
    parts.path = take(link, std::min(link.find_first_of("?#"), link.size()));
    parts.query = take(link, std::min(link.find('#'), link.size()));
    parts.fragment = link;
    return parts;
}

/// Section 5.2.4.
std::string without_dots(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/', 1), path.size());
        const std::string_view segment = path.substr(0, end);
        const std::string_view name = segment.substr(segment.starts_with('/') ? 1 : 0);
        path.remove_prefix(end);
        const bool is_dots = name == "." || name == "..";
        if (name == "..") out.erase(std::min(out.rfind('/'), out.size()));
        if (!is_dots)
            out += segment;
        else if (path.empty())
            out += '/';
    }
    return out;
}

/// `link` has no scheme.
std::string join(const LinkParts& base, const LinkParts& link) {
    std::string joined(base.scheme);
    joined += link.authority.empty() ? base.authority : link.authority;
    std::string_view query = link.query;
    if (!link.authority.empty() || link.path.starts_with('/')) {
        joined += without_dots(link.path);
    } else if (link.path.empty()) {
        joined += base.path;
        if (query.empty()) query = base.query;
    } else {
        std::string path(base.path.substr(0, base.path.rfind('/') + 1));
        if (path.empty() && !base.authority.empty()) path = "/";
        path += link.path;
        joined += without_dots(path);
    }
    joined += query;
    joined += link.fragment;
    return joined;
}

}  // namespace

std::string resolve_link(std::string_view base, std::string_view link) {
    if (base.empty() || is_absolute_link(link)) return std::string(link);
    return join(parts_of(base), parts_of(link));
}

bool is_absolute_link(std::string_view link) { return scheme_size(link) > 0; }

bool is_web_link(std::string_view link) {
    const std::string_view scheme = link.substr(0, scheme_size(link));
    return (scheme == "http:" || scheme == "https:") &&
           link.substr(scheme.size()).starts_with("//");
}

}  // namespace dateline
