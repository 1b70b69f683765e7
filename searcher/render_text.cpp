#include <fmt/format.h>

#include <algorithm>

#include "searcher/asked_query.hpp"
#include "searcher/excerpt.hpp"
#include "searcher/render.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"

namespace dateline {

namespace {

constexpr std::string_view separator = " \u00B7 ";

std::string meta_line(const Article& article) {
    std::string out = long_date(article.date);
    for (const std::string* field : {&article.source, &article.place, &article.id}) {
        if (!field->empty()) out += std::string(separator) + *field;
    }
    return out;
}

std::string counted(std::uint64_t number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

std::string counted_copies(std::uint64_t number) {
    return fmt::format("{} near-identical {}", number, number == 1 ? "copy" : "copies");
}

// "(4 near-identical copies, 1 more id)"; empty where the article is the only one.
std::string copies_line(const ArticleHit& hit) {
    std::vector<std::string> parts;
    if (!hit.copies.empty()) parts.push_back(counted_copies(hit.copies.size()));
    if (!hit.further_ids.empty()) parts.push_back(counted(hit.further_ids.size(), "more id"));
    return parts.empty() ? "" : fmt::format("({})", fmt::join(parts, ", "));
}

std::size_t digits_of(std::uint64_t number) { return fmt::formatted_size("{}", number); }

// Columns left of the texts: room for the greatest rank, and for "#" with a passage's number.
std::size_t gutter_columns(const SearchResult& result) {
    std::size_t digits = std::max<std::size_t>(2, digits_of(result.hits.size()));
    for (const ArticleHit& hit : result.hits) {
        for (const PassageHit& passage : hit.passages) {
            digits = std::max(digits, digits_of(passage.number));
        }
    }
    return digits + 2;
}

// Prints answers one below the other, each with its rank and its passages' numbers in the gutter.
class AnswerPrinter {
  public:
    AnswerPrinter(const TextStyle& style, std::size_t gutter)
        : inks_(inks_of(style)),
          gutter_(gutter, ' '),
          width_(std::max(style.width_columns, min_width_columns) - gutter) {}

    std::string answer(const ArticleHit& hit, std::size_t rank) const {
        const std::string number = fmt::format("{:>{}}  ", rank, gutter_.size() - 2);
        const std::string_view headline = hit.article.headline;
        std::string out = headline.empty()
                              ? block("(no headline)", {}, inks_.headline, number)
                              : block(headline, hit.headline_matches, inks_.headline, number);
        out += block(meta_line(hit.article), {}, inks_.aside, gutter_);
        if (const std::string copies = copies_line(hit); !copies.empty())
            out += block(copies, {}, inks_.aside, gutter_);
        for (const PassageHit& passage : hit.passages)
            if (!passage.text.empty()) out += excerpt(passage);
        if (hit.more_passages > 0) {
            const std::string more = "+" + counted(hit.more_passages, "more passage");
            out += block(more, {}, inks_.aside, gutter_);
        }
        return out;
    }

  private:
    std::string excerpt(const PassageHit& passage) const {
        const Excerpt shown = excerpt_of(passage);
        const std::string number = fmt::format("#{}", passage.number);
        const std::string padding(gutter_.size() - 1 - number.size(), ' ');
        return block(shown.text, shown.matches, inks_.text,
                     padding + painted(number, inks_.aside.normal) + " ");
    }

    std::string block(std::string_view text, const std::vector<TextRange>& matches, const Ink& ink,
                      std::string_view first) const {
        return indented(wrap_text(text, matches, width_, ink), first, gutter_);
    }

    TextInks inks_;
    std::string gutter_;
    std::size_t width_;
};

// How many of several bare words an article must have.
std::string words_needed(const SearchResult& result) {
    const std::string words = words_needed_text(result.needed, result.bare_words);
    return words.empty() ? words : ", " + words;
}

std::string footer(const SearchResult& result, double seconds) {
    const std::size_t shown = result.hits.size();
    const std::uint64_t listed = result.total() - result.folded_total;
    const std::string of = shown < listed ? fmt::format("{} of ", shown) : "";
    const std::string copies =
        result.folded_total > 0 ? " and " + counted_copies(result.folded_total) : "";
    const bool by_article = result.unit == AnswerUnit::article;
    const std::string counts = by_article ? counted(listed, "article") + copies + ", " +
                                                counted(result.passage_total, "passage")
                                          : counted(listed, "passage") + copies + " of " +
                                                counted(result.article_total, "article");
    return fmt::format("{}{}{}, {:.3f} s", of, counts, words_needed(result), seconds);
}

}  // namespace

std::string render_text(const SearchResult& result, const TextStyle& style, double seconds) {
    const AnswerPrinter printer(style, gutter_columns(result));
    std::string out;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        out += printer.answer(result.hits[i], i + 1) + "\n";
    }
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    const auto lines = wrap_text(footer(result, seconds), {}, width, inks_of(style).aside);
    return out + indented(lines, "", "");
}

}  // namespace dateline
