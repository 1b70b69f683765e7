#include "corpus/formats/trec_web_page.hpp"

#include <algorithm>

#include "corpus/clean_text.hpp"
#include "corpus/formats/sgml_tag.hpp"
#include "corpus/html_text.hpp"

namespace dateline {
namespace {

std::string_view first_word(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_first_of(blanks));
}

/// Content of the first <title>; empty where there is none.
std::string_view title_of(std::string_view page) {
    std::size_t begin = page.npos;
    for (auto tag = next_sgml_tag(page, 0); tag; tag = next_sgml_tag(page, tag->end)) {
        if (!is_same_name(tag->name, "title")) continue;
        if (tag->is_end && begin != page.npos) return page.substr(begin, tag->begin - begin);
        if (!tag->is_end) begin = tag->end;
    }
    return {};
}

/// Behind the end tag of the header, with which `rest` begins.
std::string_view without_first_tag(std::string_view rest) {
    const auto tag = next_sgml_tag(rest, 0);
    return tag && tag->begin == 0 ? rest.substr(tag->end) : rest;
}

}  // namespace

Article read_trec_web_page(std::string_view header, std::string_view page) {
    page = without_first_tag(page);
    Article article;
    const std::string_view address = first_word(header);
    if (address.find("://") != address.npos) article.url = clean_line(address);
    article.headline = clean_line(html_text(title_of(page)));
    article.body = clean_body(html_text(page));
    return article;
}

}  // namespace dateline
