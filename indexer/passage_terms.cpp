#include "indexer/passage_terms.hpp"

#include <algorithm>
#include <string_view>

#include "corpus/impact.hpp"
#include "corpus/schema.hpp"

namespace dateline {

namespace {

/// A term once or more often in a passage.
struct Occurrence {
    std::string_view term;
    std::uint32_t in_body = 0;
    std::uint32_t in_headline = 0;
};

// A text's terms, and its acronyms by themselves, as often as they occur.
struct CountedText {
    std::vector<std::string_view> terms;
    std::vector<std::string_view> acronyms;
    std::size_t tokens = 0;
};

CountedText count_text(std::string_view text, Analyzer& analyzer) {
    CountedText counted;
    const std::vector<Token>& tokens = analyzer.analyze(text);
    counted.tokens = tokens.size();
    counted.terms.reserve(tokens.size());
    for (const Token& token : tokens) {
        counted.terms.push_back(token.word->term);
        if (!token.word->acronym.empty()) counted.acronyms.push_back(token.word->acronym);
    }
    return counted;
}

// Each term once, sorted.
std::vector<Occurrence> gather(const std::vector<std::string_view>& body,
                               const std::vector<std::string_view>& headline) {
    std::vector<Occurrence> all;
    all.reserve(body.size() + headline.size());
    for (const std::string_view term : body) all.push_back({term, 1, 0});
    for (const std::string_view term : headline) all.push_back({term, 0, 1});
    std::ranges::sort(all, {}, &Occurrence::term);
    std::vector<Occurrence> gathered;
    for (const Occurrence& occurrence : all) {
        if (gathered.empty() || gathered.back().term != occurrence.term)
            gathered.push_back({occurrence.term});
        gathered.back().in_body += occurrence.in_body;
        gathered.back().in_headline += occurrence.in_headline;
    }
    return gathered;
}

std::uint32_t whole_impact(const Occurrence& occurrence, std::size_t tokens) {
    return impact(occurrence.in_body + impact_headline_weight * occurrence.in_headline,
                  static_cast<double>(tokens));
}

void add_made(PassageTerms& out, std::string_view prefix, std::string_view value,
              std::uint32_t impact_of_it) {
    out.terms.push_back({out.made.emplace_back(field_term(prefix, value)), impact_of_it});
}

void add_text(PassageTerms& out, const CountedText& body, const CountedText& headline) {
    for (const Occurrence& word : gather(body.terms, headline.terms))
        out.terms.push_back({word.term, whole_impact(word, body.tokens)});
    for (const Occurrence& acronym : gather(body.acronyms, headline.acronyms))
        add_made(out, acronym_prefix, acronym.term, whole_impact(acronym, body.tokens));
}

// As if the headline were a passage.
void add_headline(PassageTerms& out, const CountedText& headline) {
    const std::string prefix(row_of(Field::headline)->prefix);
    for (const Occurrence& word : gather(headline.terms, {}))
        add_made(out, prefix, word.term, whole_impact(word, headline.tokens));
    for (const Occurrence& acronym : gather(headline.acronyms, {}))
        add_made(out, prefix + std::string(acronym_prefix), acronym.term,
                 whole_impact(acronym, headline.tokens));
}

void add_value(PassageTerms& out, Field field, std::string_view value) {
    if (!value.empty()) add_made(out, row_of(field)->prefix, value, 0);
}

void add_words(PassageTerms& out, Field field, std::string_view text, Analyzer& analyzer) {
    for (const Token& token : analyzer.analyze(text)) add_value(out, field, token.word->folded);
}

void add_filters(PassageTerms& out, const Article& article, Analyzers& analyzers) {
    add_value(out, Field::id, article.id);
    add_value(out, Field::source, fold_text(article.source));
    add_value(out, Field::section, fold_text(article.section));
    add_value(out, Field::language, article.language);
    add_words(out, Field::byline, article.byline, analyzers.in(words_language));
    add_words(out, Field::place, article.place, analyzers.in(words_language));
}

void sort_terms(PassageTerms& out) {
    std::ranges::sort(out.terms, {}, &TermImpact::term);
    const auto repeated = std::ranges::unique(out.terms, {}, &TermImpact::term);
    out.terms.erase(repeated.begin(), repeated.end());
}

}  // namespace

std::vector<PassageTerms> passage_terms(const Article& article,
                                        const std::vector<Passage>& passages,
                                        Analyzers& analyzers) {
    Analyzer& analyzer = analyzers.in(article.language);
    std::vector<PassageTerms> all(passages.size());
    for (std::size_t i = 0; i < passages.size(); ++i) {
        PassageTerms& out = all[i];
        const CountedText body = count_text(passages[i].range.in(article.body), analyzer);
        const CountedText headline =
            i == 0 ? count_text(article.headline, analyzer) : CountedText{};
        add_text(out, body, headline);
        if (i == 0) {
            add_headline(out, headline);
            add_filters(out, article, analyzers);
        }
        sort_terms(out);
    }
    return all;
}

}  // namespace dateline
