#include "searcher/value_match.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/ascii.hpp"
#include "corpus/schema.hpp"
#include "corpus/section_keywords.hpp"

namespace dateline {

namespace {

// Terms longer than this may be clipped, so that only the header tells what they begin with.
constexpr std::size_t sure_prefix_bytes = max_term_bytes / 2;

const std::string& field_of(const Article& header, Field field) {
    switch (field) {
        case Field::byline:
            return header.byline;
        case Field::place:
            return header.place;
        case Field::source:
            return header.source;
        case Field::section:
            return header.section;
        case Field::language:
            return header.language;
        default:
            return header.id;
    }
}

// An article may stand in several sections.
std::vector<std::string_view> values_of(const Article& header, Field field) {
    if (field == Field::section) return section_values(header.section);
    return {field_of(header, field)};
}

// Values are told apart up to case and diacritics, ids up to the case of ASCII letters.
std::string folded_value(std::string_view value, Field field) {
    return field == Field::id ? lower_ascii(value) : fold_text(value);
}

ArticleSet articles_with(const Segment& segment, const std::string& term) {
    ArticleSet found;
    ArticleCursor cursor(segment.articles());
    for (const Posting& posting : segment.postings(term))
        found.push_back(cursor.article_of(posting.docid));
    return found;
}

ArticleSet articles_with_prefix(const Segment& segment, const std::string& prefix) {
    std::vector<std::uint32_t> found;
    for (const std::string& term :
         segment.terms_with(prefix, std::numeric_limits<std::size_t>::max()))
        std::ranges::copy(articles_with(segment, term), std::back_inserter(found));
    return article_set(std::move(found));
}

template <class Keep>
ArticleSet kept_by_header(const Segment& segment, ArticleSet articles, const Keep& keep) {
    std::erase_if(articles, [&](std::uint32_t article) { return !keep(segment.header(article)); });
    return articles;
}

char upper_ascii(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// The ways in which terms of the segment that begin with `prefix` go on with `value`, in any case
// of its ASCII letters: letter by letter, so that only what is there is looked at.
std::vector<std::string> cased_prefixes(const Segment& segment, const std::string& prefix,
                                        std::string_view value) {
    std::vector<std::string> found{prefix};
    for (const char byte : value) {
        std::vector<std::string> longer;
        for (const std::string& begin : found)
            for (const char letter : {lower_ascii(byte), upper_ascii(byte)}) {
                std::string with = begin + letter;
                const bool is_known = !longer.empty() && longer.back() == with;
                if (!is_known && !segment.terms_with(with, 1).empty())
                    longer.push_back(std::move(with));
            }
        found = std::move(longer);
    }
    return found;
}

// Those whose value begins as the query's does, which is too long for terms to tell.
ArticleSet with_beginning(const Segment& segment, const Query& query, ArticleSet articles) {
    const std::string value = folded_value(query.text, query.field);
    return kept_by_header(segment, std::move(articles), [&](const Article& header) {
        return std::ranges::any_of(values_of(header, query.field), [&](std::string_view held) {
            return folded_value(held, query.field).starts_with(value);
        });
    });
}

ArticleSet match_id(const Segment& segment, const Query& query) {
    const std::string prefix(row_of(query.field)->prefix);
    const bool is_long = query.text.size() > sure_prefix_bytes;
    if (is_long && !query.prefix_match)
        return articles_with(segment, field_term(prefix, query.text));
    std::vector<std::uint32_t> found;
    for (const std::string& term :
         cased_prefixes(segment, prefix, query.text.substr(0, sure_prefix_bytes)))
        std::ranges::copy(
            query.prefix_match ? articles_with_prefix(segment, term) : articles_with(segment, term),
            std::back_inserter(found));
    ArticleSet articles = article_set(std::move(found));
    return is_long ? with_beginning(segment, query, std::move(articles)) : articles;
}

ArticleSet match_exact(const Segment& segment, const Query& query) {
    const std::string prefix(row_of(query.field)->prefix);
    const std::string value = folded_value(query.text, query.field);
    if (!query.prefix_match) return articles_with(segment, field_term(prefix, value));
    ArticleSet articles =
        articles_with_prefix(segment, prefix + value.substr(0, sure_prefix_bytes));
    const bool is_long = value.size() > sure_prefix_bytes;
    return is_long ? with_beginning(segment, query, std::move(articles)) : articles;
}

// Words of a byline or place as filter terms hold them.
std::vector<std::string> value_words(std::string_view text, Analyzers& analyzers) {
    std::vector<std::string> words;
    for (const Token& token : analyzers.in(words_language).analyze(text))
        words.emplace_back(token.word->folded);
    return words;
}

ArticleSet match_words(const Segment& segment, const Query& query, Analyzers& analyzers) {
    const std::string_view prefix = row_of(query.field)->prefix;
    const std::vector<std::string> asked = value_words(query.text, analyzers);
    if (asked.empty()) return {};
    ArticleSet found = segment.articles_between(0, segment.articles().article_count());
    for (const std::string& word : asked)
        found = in_both(found, articles_with(segment, field_term(prefix, word)));
    if (asked.size() == 1) return found;
    return kept_by_header(segment, std::move(found), [&](const Article& header) {
        const auto words = value_words(field_of(header, query.field), analyzers);
        return std::search(words.begin(), words.end(), asked.begin(), asked.end()) != words.end();
    });
}

}  // namespace

ArticleSet match_value(const Segment& segment, const Query& query, Analyzers& analyzers) {
    if (query.field == Field::id) return match_id(segment, query);
    const bool by_words = row_of(query.field)->kind == FieldKind::words;
    return by_words ? match_words(segment, query, analyzers) : match_exact(segment, query);
}

ArticleSet match_date(const Segment& segment, const Query& query) {
    const ArticlesFile& articles = segment.articles();
    if (query.undated_only)
        return segment.articles_between(articles.dated_count(), articles.article_count());
    const auto [first, end] = articles.articles_in(query.days);
    return segment.articles_between(first, end);
}

bool holds_value(const Segment& segment, const Query& query) {
    if (query.kind == QueryKind::date) {
        const auto [first, end] = segment.articles().articles_in(query.days);
        const bool sure = !query.undated_only && !segment.tombstones().any();
        return sure ? first < end : !match_date(segment, query).empty();
    }
    if (query.field == Field::id) return !match_id(segment, query).empty();
    const std::string prefix(row_of(query.field)->prefix);
    const std::string value = folded_value(query.text, query.field);
    if (!query.prefix_match) return segment.holds_term(field_term(prefix, value));
    return !segment.terms_with(prefix + value.substr(0, sure_prefix_bytes), 1).empty();
}

}  // namespace dateline
