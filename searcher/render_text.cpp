#include <fmt/format.h>

#include <algorithm>

#include "searcher/answer_words.hpp"
#include "searcher/excerpt.hpp"
#include "searcher/render.hpp"
#include "searcher/text_inks.hpp"
#include "searcher/text_layout.hpp"
#include "searcher/web_link.hpp"

namespace dateline {

namespace {

std::size_t digits_of(std::uint64_t number) { return fmt::formatted_size("{}", number); }

// Columns left of the texts: room for the greatest rank, and for "#" with a passage's number.
std::size_t gutter_columns(const SearchResult& result) {
    std::size_t digits = std::max<std::size_t>(2, digits_of(result.offset + result.hit_count()));
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
    AnswerPrinter(const TextStyle& style, const SearchResult& result)
        : inks_(inks_of(style)),
          has_links_(style.links),
          unit_(result.unit),
          gutter_(gutter_columns(result), ' '),
          width_(std::max(style.width_columns, min_width_columns) - gutter_.size()) {}

    std::string answer(const ArticleHit& hit, std::size_t rank) const {
        std::string out = indented(headline(hit), padded(fmt::format("{}", rank), 2), gutter_);
        out += indented(wrap_list(facts(hit), width_, inks_.aside.normal), gutter_, gutter_);
        for (const PassageHit& passage : hit.passages)
            if (!passage.text.empty()) out += excerpt(passage);
        std::vector<InkedText> rest;
        for (std::string& part : what_else(hit))
            rest.push_back({std::move(part), inks_.aside.normal});
        return out + indented(wrap_list(rest, width_, inks_.aside.normal), gutter_, gutter_);
    }

  private:
    std::vector<std::string> headline(const ArticleHit& hit) const {
        std::vector<std::string> lines =
            wrap_text(hit.article.headline, hit.headline_matches, width_, inks_.headline);
        if (lines.empty()) lines = wrap_text(no_headline, {}, width_, inks_.headline);
        if (!has_links_) return lines;
        const std::string address = web_address(hit.article.url);
        for (std::string& line : lines) line = linked(line, address);
        return lines;
    }

    std::vector<InkedText> facts(const ArticleHit& hit) const {
        std::vector<InkedText> facts;
        for (std::string& known : circumstances(hit.article))
            facts.push_back({std::move(known), inks_.aside.normal});
        facts.push_back({id_of_hit(hit, unit_), inks_.id.normal});
        return facts;
    }

    std::string excerpt(const PassageHit& passage) const {
        const Excerpt shown = excerpt_of(passage);
        const std::string number = padded(fmt::format("#{}", passage.number), 1);
        return indented(wrap_text(shown.text, shown.matches, width_, inks_.text),
                        painted(number, inks_.aside.normal), gutter_);
    }

    // At the right of the gutter, before so many blanks.
    std::string padded(const std::string& number, std::size_t blanks) const {
        return fmt::format("{:>{}}{:{}}", number, gutter_.size() - blanks, "", blanks);
    }

    TextInks inks_;
    bool has_links_;
    AnswerUnit unit_;
    std::string gutter_;
    std::size_t width_;
};

}  // namespace

std::string render_text(const SearchResult& result, const TextStyle& style, double seconds) {
    const AnswerPrinter printer(style, result);
    std::string out;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        out += printer.answer(result.hits[i], result.rank(i)) + "\n";
    }
    if (result.hits_after > 0) return out;
    const std::string footer = fmt::format("{}, {:.3f} s", counts_in_words(result), seconds);
    const std::size_t width = std::max(style.width_columns, min_width_columns);
    return out + indented(wrap_text(footer, {}, width, inks_of(style).aside), "", "");
}

}  // namespace dateline
