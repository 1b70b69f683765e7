#include "corpus/formats/html.hpp"

#include "corpus/formats/html_article.hpp"
#include "corpus/html_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::string_view format_name = "html";

template <typename Event>
Event event_of(std::string reason) {
    return Event{{{}, std::string(format_name), std::move(reason)}};
}

class HtmlReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        const std::string_view bytes = stream.peek(options.max_record_bytes + 1);
        if (bytes.size() > options.max_record_bytes) {
            return sink(event_of<Rejection>(
                fmt::format("record of more than {} bytes, the limit", options.max_record_bytes)));
        }
        HtmlReading reading = read_html_article(bytes, {}, {}, options);
        if (!reading.warning.empty()) sink(event_of<Warning>(std::move(reading.warning)));
        if (reading.article) return sink(std::move(*reading.article));
        if (reading.is_skip) return sink(event_of<Skip>(std::move(reading.problem)));
        sink(event_of<Rejection>(std::move(reading.problem)));
    }
};

/// Past comments, processing instructions and white space.
std::string_view past_prologue(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    for (;;) {
        head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n\f"), head.size()));
        std::size_t end = head.npos;
        std::size_t size = 0;
        if (head.starts_with("<!--")) {
            end = head.find("-->");
            size = 3;
        } else if (head.starts_with("<?")) {
            end = head.find('>');
            size = 1;
        }
        if (end == head.npos) return head;
        head.remove_prefix(end + size);
    }
}

bool is_doctype(std::string_view head) {
    constexpr std::string_view doctype = "<!doctype html";
    return is_html_name(head.substr(0, doctype.size()), doctype);
}

}  // namespace

bool recognises_html(std::string_view head) {
    constexpr std::array<std::string_view, 10> first_elements{
        "html", "head", "body", "title", "meta", "div", "p", "h1", "article", "script"};
    head = past_prologue(head);
    if (is_doctype(head)) return true;
    if (!head.starts_with('<')) return false;
    const HtmlSourceTag tag = html_tag_at(head, 0);
    if (tag.is_end_tag) return false;
    // <title> or <body> may stand first in other dialects as well: those have no more of these.
    const auto is_named = [&](std::string_view name) { return is_html_name(tag.name, name); };
    if (is_named("html")) return true;
    if (std::none_of(first_elements.begin(), first_elements.end(), is_named)) return false;
    return find_end_tag(head, "p", 0) != head.npos || find_end_tag(head, "div", 0) != head.npos ||
           find_end_tag(head, "head", 0) != head.npos;
}

const ArticleReader& html_reader() {
    static const HtmlReader reader;
    return reader;
}

}  // namespace dateline
