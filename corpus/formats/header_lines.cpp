#include "corpus/formats/header_lines.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/date_fields.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/whole_text.hpp"
#include "corpus/text_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view format_name = "header lines";

bool is_header(std::string_view line) { return line == "--" || line.starts_with("-- "); }

std::string_view without_dashes(std::string_view line) {
    line.remove_prefix(2);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    return line;
}

bool is_address(std::string_view value) {
    return value.starts_with("http://") || value.starts_with("https://");
}

bool is_byline(std::string_view value) {
    return value.starts_with("By ") || value.starts_with("BY ") || value.starts_with("by ");
}

bool is_date(std::string_view value) { return read_date_fields(value).has_value(); }

/// The lines at the top, and where the text begins.
struct Header {
    std::vector<std::string_view> values;
    std::string_view rest;
};

Header header_of(std::string_view text) {
    constexpr std::size_t most_lines = 12;
    Header header;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    while (header.values.size() < most_lines) {
        const std::size_t newline = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, newline);
        line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
        if (!is_header(line)) break;
        header.values.push_back(without_dashes(line));
        text.remove_prefix(std::min(newline + 1, text.size()));
    }
    header.rest = text;
    return header;
}

/// Files one line of the header; the Warning where there is one to give.
std::string file_value(std::string_view value, bool is_second, const DateOptions& options,
                       Article& article) {
    if (value.empty()) return {};
    if (is_address(value) && article.url.empty()) {
        article.url = clean_line(value);
        return {};
    }
    const bool may_be_date = article.date.raw.empty() && !is_byline(value);
    if (const std::string line = clean_line(value); may_be_date && is_date(line)) {
        const DateReading reading = read_date(line, options);
        article.date = reading.date;
        return date_warning(reading);
    }
    // Some print names without "By", right below the headline.
    if (article.byline.empty() && (is_byline(value) || is_second)) {
        article.byline = clean_byline(value);
        return {};
    }
    return fmt::format("header line \"{}\" is no field that is known", clean_line(value));
}

class HeaderLinesReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        const std::optional<std::string> text = read_whole_text(stream, options, format_name, sink);
        if (!text) return;
        const Header header = header_of(*text);
        Article article;
        for (std::size_t i = 0; i < header.values.size(); ++i) {
            if (i == 0 && !is_address(header.values[0])) {
                article.headline = clean_line(header.values[0]);
                continue;
            }
            std::string warning = file_value(header.values[i], i == 1, options.dates, article);
            if (!warning.empty()) sink(Warning{{{}, std::string(format_name), std::move(warning)}});
        }
        article.body = clean_body(header.rest);
        if (article.headline.empty() && article.body.empty()) {
            return sink(Rejection{
                {{}, std::string(format_name), "has neither headline nor text below its header"}});
        }
        sink(std::move(article));
    }
};

}  // namespace

bool recognises_header_lines(std::string_view head) {
    if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
    const std::vector<std::string_view> values = header_of(head).values;
    if (values.size() < 2) return false;
    return std::any_of(values.begin() + 1, values.end(), [](std::string_view value) {
        return is_address(value) || is_byline(value) || is_date(value);
    });
}

const ArticleReader& header_lines_reader() {
    static const HeaderLinesReader reader;
    return reader;
}

}  // namespace dateline
