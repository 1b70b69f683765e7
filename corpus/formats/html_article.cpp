#include "corpus/formats/html_article.hpp"

#include "corpus/clean_text.hpp"
#include "corpus/encoding.hpp"
#include "corpus/formats/article_date.hpp"
#include "corpus/formats/html_date.hpp"
#include "corpus/formats/html_kind.hpp"
#include "corpus/formats/html_linked.hpp"
#include "corpus/formats/html_section.hpp"
#include "corpus/html_body.hpp"
#include "corpus/html_charset.hpp"
#include "corpus/html_head.hpp"
#include "corpus/html_headline.hpp"
#include "corpus/html_metadata.hpp"
#include "corpus/html_overlap.hpp"
#include "corpus/language_code.hpp"
#include "corpus/language_detection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

using Blocks = std::vector<const HtmlBlock*>;

// Empty where it has none, or what stands there is no name of a host.
std::string host_of(std::string_view url) {
    const std::size_t slashes = url.find("//");
    if (slashes == url.npos) return {};
    url.remove_prefix(slashes + 2);
    if (url.starts_with("www.")) url.remove_prefix(4);
    const std::string_view host = url.substr(0, url.find_first_of("/:?#"));
    return host.find_first_of(" <>\"") == host.npos ? std::string(host) : std::string();
}

/// The headline, the authors and the date once more, before the text.
class HeadLines {
  public:
    HeadLines(const Article& article, const DateOptions& dates)
        : article_(article), dates_(dates) {}

    /// Whole paragraphs of them, and lines before the first sentence of a paragraph.
    std::string text_below(const Blocks& blocks) const {
        const auto first =
            std::find_if_not(blocks.begin(), blocks.end(),
                             [&](const HtmlBlock* block) { return lines_end(*block).is_all; });
        if (first == blocks.end()) return {};
        std::string text = (*first)->text.substr(lines_end(**first).size);
        for (auto block = first + 1; block != blocks.end(); ++block)
            text += "\n\n" + (*block)->text;
        return clean_body(text);
    }

  private:
    struct End {
        std::size_t size = 0;  ///< bytes of such lines at the start
        bool is_all = false;
    };

    End lines_end(const HtmlBlock& block) const {
        const bool is_text = is_prose(block);
        if (!is_text && is_head(clean_line(block.text), false)) return {block.text.size(), true};
        End end;
        while (end.size < block.text.size()) {
            const std::size_t newline =
                std::min(block.text.find('\n', end.size), block.text.size());
            const std::string line =
                clean_line(std::string_view(block.text).substr(end.size, newline - end.size));
            if (!is_head(line, is_text)) break;
            end.size = std::min(newline + 1, block.text.size());
        }
        end.is_all = end.size == block.text.size();
        return end;
    }

    bool is_head(const std::string& line, bool is_in_text) const {
        constexpr std::size_t longest_head = 140;
        if (line.empty() || line == article_.headline) return true;
        if (line.size() > longest_head) return false;
        if (is_head_line(line, dates_)) return true;
        if (is_in_text) return false;
        return (!article_.byline.empty() && line.find(article_.byline) != line.npos) ||
               (!article_.headline.empty() && says_the_same(line, article_.headline) &&
                2 * line.size() > article_.headline.size() &&
                line.size() < 2 * article_.headline.size());
    }

    const Article& article_;
    const DateOptions& dates_;
};

/// Reading of one page.
class PageReading {
  public:
    PageReading(const HtmlTree& tree, std::string_view url, const ReadOptions& options)
        : tree_(tree),
          options_(options),
          metadata_(tree),
          page_(html_blocks(tree)),
          linked_(read_html_linked_data(metadata_.linked_data(), options)),
          body_(find_html_body(tree, page_, own_article())),
          blocks_(html_body_blocks(tree, page_, body_)),
          url_(url) {}

    HtmlReading read() {
        HtmlReading reading;
        Article article = linked_.article ? *linked_.article : Article();
        fill_names(article);
        fill_body(article);
        HtmlPageKind kind;
        kind.headline = article.headline;
        kind.url = article.url;
        kind.body_bytes = article.body.size();
        kind.is_typed_article = linked_.is_typed || says_article();
        kind.is_headed_text = has_heading_ && (has(is_prose) || has(is_short_prose));
        kind.has_prose = has(is_prose);
        reading.problem = why_no_article(tree_, page_, kind);
        reading.is_skip = !reading.problem.empty();
        if (reading.is_skip) return reading;
        correct_language(article);
        reading.warning = fill_date(article);
        if (reading.warning.empty() && !article.date.known()) reading.warning = linked_.problem;
        reading.article = std::move(article);
        return reading;
    }

  private:
    void fill_names(Article& article) {
        article.url = clean_line(metadata_.url().empty() ? url_ : metadata_.url());
        if (!url_.empty()) article.url = clean_line(url_);
        if (article.url.empty() && linked_.article) article.url = linked_.article->url;
        fill_headline(article);
        fill(article.byline, clean_byline(metadata_.byline(body_)));
        fill(article.byline, byline_of(head_));
        article.section = html_section(article.section);
        fill(article.section, html_section(metadata_.section()));
        fill(article.source, clean_line(metadata_.site()));
        fill(article.source, host_of(article.url));
        fill(article.language, language_code(metadata_.language()));
    }

    std::string_view linked_headline() const {
        return linked_.article ? std::string_view(linked_.article->headline) : std::string_view();
    }

    HtmlOwnArticle own_article() const {
        return {html_headline_node(metadata_, linked_headline()), metadata_.url()};
    }

    void fill_headline(Article& article) {
        article.headline = html_headline(metadata_, article.headline, body_);
        const std::uint32_t heading = html_heading_node(metadata_, article.headline);
        has_heading_ = heading != 0;
        head_ = html_head(tree_, page_, heading, blocks_);
        // The page has nothing but its <title>, with the name of the site before the headline.
        if (heading != 0 || !linked_headline().empty() || !metadata_.title().empty()) return;
        std::string shown = headline_of(head_, article.headline);
        if (!shown.empty()) article.headline = std::move(shown);
    }

    static void fill(std::string& field, std::string value) {
        if (field.empty()) field = std::move(value);
    }

    /// JSON-LD has the text of the article as its publisher means it, but seldom its paragraphs,
    /// and often only its beginning: the page's is taken where both agree.
    void fill_body(Article& article) {
        constexpr double agreement = 0.9;
        constexpr std::size_t shortest_body = 300;
        const DateOptions dates = dates_in(article.language);
        std::string shown = HeadLines(article, dates).text_below(blocks_);
        const std::string& linked = article.body;
        if (linked.size() < shortest_body) {
            article.body = std::move(shown);
            return;
        }
        const double linked_in_shown = share_found_in(linked, shown);
        const double shown_in_linked = share_found_in(shown, linked);
        const bool agrees = linked_in_shown >= agreement;
        const bool is_other_text =
            shown_in_linked < 1 - agreement && linked_in_shown < 1 - agreement;
        const bool is_part = shown_in_linked >= agreement && !agrees;
        if (!is_part && !(is_other_text && 2 * linked.size() > shown.size()))
            article.body = std::move(shown);
    }

    /// The text has such a paragraph.
    bool has(bool (*is_such)(const HtmlBlock&)) const {
        return std::any_of(blocks_.begin(), blocks_.end(),
                           [&](const HtmlBlock* block) { return is_such(*block); });
    }

    /// Templates say "en" of every page: what the text is for sure comes before.
    static void correct_language(Article& article) {
        constexpr std::size_t shortest_sure_text = 300;
        if (article.language.empty() || article.body.size() < shortest_sure_text) return;
        const std::string detected = detect_language(article.headline, article.body);
        if (detected.empty() || is_same_language(detected, article.language)) return;
        article.language = detected;
        article.provenance.set(ArticleField::language, Provenance::detected);
    }

    /// Also where detection cannot tell one from the other.
    static bool is_same_language(std::string_view one, std::string_view other) {
        constexpr std::array<std::string_view, 6> alike{"no nb nn da", "hr bs sr sh me", "id ms",
                                                        "gl pt es ca", "cs sk",          "zh yue"};
        const auto holds = [](std::string_view row, std::string_view code) {
            return row.find(code) != row.npos;
        };
        return one == other || std::any_of(alike.begin(), alike.end(), [&](std::string_view row) {
                   return holds(row, one) && holds(row, other);
               });
    }

    /// By OpenGraph, or by microdata that tell of one article and not of a list of them.
    bool says_article() const {
        static constexpr std::array<std::string_view, 1> open_graph{"og:type"};
        static constexpr std::array<std::string_view, 1> published{"article:published_time"};
        if (metadata_.first_of(open_graph) == "article") return true;
        if (!metadata_.first_of(published).empty()) return true;
        const auto& facts = metadata_.facts();
        return std::count_if(facts.begin(), facts.end(), [](const HtmlFact& fact) {
                   return fact.name == "itemtype" &&
                          (fact.value.ends_with("Article") || fact.value.ends_with("BlogPosting"));
               }) == 1;
    }

    /// In these languages the day comes before the month.
    DateOptions dates_in(std::string_view language) const {
        static constexpr std::array<std::string_view, 16> day_first{
            "cs", "da", "de", "es", "fi", "fr", "it", "nb",
            "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr"};
        DateOptions dates = options_.dates;
        if (dates.order == DateOrder::unknown &&
            std::find(day_first.begin(), day_first.end(), language) != day_first.end())
            dates.order = DateOrder::day_month_year;
        return dates;
    }

    /// The warning, if there is one.
    std::string fill_date(Article& article) const {
        if (article.date.known()) return {};
        const DateReading reading =
            read_html_date(metadata_, head_, body_, article.url, dates_in(article.language));
        const bool is_better = reading.date.known() || article.date.raw.empty();
        if (is_better) article.date = reading.date;
        return is_better ? date_warning(reading) : std::string();
    }

    const HtmlTree& tree_;
    const ReadOptions& options_;
    HtmlMetadata metadata_;
    HtmlBlocks page_;
    HtmlLinkedData linked_;
    std::uint32_t body_;
    Blocks blocks_;
    HtmlHead head_;
    bool has_heading_ = false;
    std::string_view url_;
};

}  // namespace

HtmlReading read_html_article(std::string_view bytes, std::string_view declared_charset,
                              std::string_view url, const ReadOptions& options) {
    HtmlReading reading;
    if (bytes.size() > HtmlTree::max_bytes) {
        reading.problem =
            fmt::format("page of more than {} bytes, the limit for HTML", HtmlTree::max_bytes);
        return reading;
    }
    const DecodedText decoded = decode_text(
        bytes, declared_charset.empty() ? declared_html_charset(bytes) : declared_charset);
    const std::optional<HtmlTree> tree = HtmlTree::parse(decoded.text);
    if (!tree) {
        reading.problem = "HTML too intricate to be parsed in 30 times its size of memory";
        return reading;
    }
    return PageReading(*tree, url, options).read();
}

}  // namespace dateline
