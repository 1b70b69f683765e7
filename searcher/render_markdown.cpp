#include <fmt/format.h>

#include <string>
#include <vector>

#include "searcher/answer_words.hpp"
#include "searcher/excerpt.hpp"
#include "searcher/markdown.hpp"
#include "searcher/render.hpp"

namespace dateline {

namespace {

std::string headline_of(const ArticleHit& hit) {
    const std::string headline = hit.article.headline.empty()
                                     ? std::string(no_headline)
                                     : markdown_text(hit.article.headline, hit.headline_matches);
    return markdown_link(headline, hit.article.url);
}

std::string dotted(const std::vector<std::string>& texts) {
    return markdown_text(fmt::format("{}", fmt::join(texts, middle_dot)));
}

std::string quotation(const PassageHit& passage) {
    const Excerpt shown = excerpt_of(passage);
    return "> " + markdown_text(shown.text, shown.matches) + " " +
           markdown_code(fmt::format("#{}", passage.number));
}

// Each becomes a paragraph or a quotation of its own.
std::vector<std::string> blocks_of(const ArticleHit& hit, AnswerUnit unit) {
    std::vector<std::string> blocks{headline_of(hit), dotted(circumstances(hit.article)) +
                                                          std::string(middle_dot) +
                                                          markdown_code(id_of_hit(hit, unit))};
    for (const PassageHit& passage : hit.passages)
        if (!passage.text.empty()) blocks.push_back(quotation(passage));
    if (const std::vector<std::string> rest = what_else(hit); !rest.empty())
        blocks.push_back(dotted(rest));
    return blocks;
}

}  // namespace

std::string render_markdown(const SearchResult& result) {
    std::string out;
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const std::string number = fmt::format("{}. ", result.rank(i));
        std::string indent = number;
        for (const std::string& block : blocks_of(result.hits[i], result.unit)) {
            if (!out.empty() || result.hits_before > 0) out += "\n";
            out += indent + block + "\n";
            indent.assign(number.size(), ' ');
        }
    }
    return out;
}

}  // namespace dateline
