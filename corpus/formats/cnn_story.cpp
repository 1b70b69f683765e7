#include "corpus/formats/cnn_story.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/whole_text.hpp"
#include "corpus/text_lines.hpp"
#include "corpus/trimmed.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view format_name = "cnn story";
constexpr std::string_view mark = "@highlight";

/// The offset of the first line that is the mark; npos where there is none.
std::size_t find_mark(std::string_view text) {
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + 1)) {
        const bool begins_line = at == 0 || text[at - 1] == '\n';
        const std::string_view rest = text.substr(at + mark.size());
        if (begins_line && trimmed(rest.substr(0, rest.find('\n'))).empty()) return at;
    }
    return text.npos;
}

/// Of the highlights below the first mark, the first that is not empty.
std::string first_highlight(std::string_view highlights) {
    while (!highlights.empty()) {
        highlights.remove_prefix(mark.size());
        const std::size_t end = std::min(find_mark(highlights), highlights.size());
        if (std::string line = clean_line(highlights.substr(0, end)); !line.empty()) return line;
        highlights.remove_prefix(end);
    }
    return {};
}

/// Walks over the lines that a Daily Mail page begins with. Full stops and bars stand between them,
/// each on a line of its own.
class MailHeader {
  public:
    explicit MailHeader(std::string_view text) : text_(text), lines_(split_lines(text)) {}

    /// What follows is text.
    std::string_view rest() {
        const std::string_view line = peek();
        if (line.empty()) return {};
        return text_.substr(static_cast<std::size_t>(line.data() - text_.data()));
    }

    bool take(std::string_view word) {
        if (peek() != word) return false;
        ++next_;
        return true;
    }

    std::string_view take_line() {
        const std::string_view line = peek();
        if (!line.empty()) ++next_;
        return line;
    }

    /// The next line that says something; empty at the end.
    std::string_view peek() {
        const auto is_filler = [](std::string_view line) {
            return line.empty() || line == "." || line == "|";
        };
        while (next_ < lines_.size() && is_filler(lines_[next_].text)) ++next_;
        return next_ < lines_.size() ? lines_[next_].text : std::string_view();
    }

  private:
    std::string_view text_;
    std::vector<TextLine> lines_;
    std::size_t next_ = 0;
};

bool is_name(std::string_view line) {
    constexpr std::size_t longest_name_bytes = 120;
    return !line.empty() && line.size() <= longest_name_bytes && !line.ends_with(':') &&
           !ends_like_sentence(line);
}

/// The header is none unless it goes as far as its time, so that a text that begins with "By" stays
/// whole.
std::string_view read_mail_header(std::string_view text, const DateOptions& options,
                                  Article& article, DateReading& date) {
    MailHeader header(text);
    std::string byline;
    if (header.take("By"))
        while (is_name(header.peek()))
            byline += (byline.empty() ? "" : ", ") + std::string(header.take_line());
    const bool is_published = header.take("PUBLISHED:") || header.take("Created:");
    if (is_published) {
        date = read_date(clean_line(header.take_line()), options);
        article.date = date.date;
        if (header.take("UPDATED:")) header.take_line();
    } else if (byline.empty()) {
        return text;
    }
    article.byline = clean_byline(byline);
    return header.rest();
}

class CnnStoryReader final : public ArticleReader {
  public:
    void read(ByteStream& stream, const ReadOptions& options, const ReadSink& sink) const override {
        const std::optional<std::string> text = read_whole_text(stream, options, format_name, sink);
        if (!text) return;
        const std::size_t end = std::min(find_mark(*text), text->size());
        const std::string_view story = std::string_view(*text).substr(0, end);
        Article article;
        DateReading date{{}, DateProblem::missing};
        article.body = clean_body(read_mail_header(story, options.dates, article, date));
        article.headline = first_highlight(std::string_view(*text).substr(end));
        if (article.headline.empty() && article.body.empty()) {
            return sink(Rejection{{{}, std::string(format_name), "has no text"}});
        }
        if (std::string warning = date_warning(date); !warning.empty()) {
            sink(Warning{{{}, std::string(format_name), std::move(warning)}});
        }
        sink(std::move(article));
    }
};

}  // namespace

bool recognises_cnn_story(std::string_view head) {
    return find_mark(head) != head.npos && head.find('\0') == head.npos;
}

const ArticleReader& cnn_story_reader() {
    static const CnnStoryReader reader;
    return reader;
}

}  // namespace dateline
