#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/article.hpp"
#include "corpus/impact.hpp"
#include "corpus/passage.hpp"
#include "corpus/schema.hpp"
#include "corpus/section_keywords.hpp"

namespace dateline::test {

/// The terms of a passage, each with its impact.
using Terms = std::map<std::string, std::uint32_t>;

/// How often terms occur in a text.
inline std::map<std::string, double> term_counts(const std::vector<Token>& tokens) {
    std::map<std::string, double> counts;
    for (const Token& token : tokens) {
        ++counts[std::string(token.word->term)];
        if (!token.word->acronym.empty()) ++counts[field_term(acronym_prefix, token.word->acronym)];
    }
    return counts;
}

/// The terms of each passage of an article, computed as schema.hpp and impact.hpp say and in no
/// other way.
inline std::vector<Terms> naive_terms(const Article& article) {
    Analyzer analyzer(article.language);
    Analyzer names(words_language);
    PassageSplitter splitter;
    std::vector<Terms> all;
    for (const Passage& passage : splitter.split(article.body, article.language)) {
        const bool is_first = all.empty();
        Terms& terms = all.emplace_back();
        const std::vector<Token> body = analyzer.analyze(passage.range.in(article.body));
        const auto tokens = static_cast<double>(body.size());
        std::map<std::string, double> counts = term_counts(body);
        if (is_first) {
            const std::vector<Token> headline = analyzer.analyze(article.headline);
            for (const auto& [term, count] : term_counts(headline)) {
                counts[term] += impact_headline_weight * count;
                terms[field_term("S", term)] = impact(count, static_cast<double>(headline.size()));
            }
            terms[field_term("Q", article.id)] = 0;
            if (!article.language.empty()) terms[field_term("L", article.language)] = 0;
            if (!article.source.empty()) terms[field_term("H", fold_text(article.source))] = 0;
            for (const std::string_view section : section_values(article.section))
                terms[field_term("G", fold_text(section))] = 0;
            for (const Token& token : names.analyze(article.byline))
                terms[field_term("B", token.word->folded)] = 0;
            for (const Token& token : names.analyze(article.place))
                terms[field_term("P", token.word->folded)] = 0;
        }
        for (const auto& [term, count] : counts) terms[term] = impact(count, tokens);
    }
    return all;
}

/// The terms of all passages of articles in document order.
inline std::vector<Terms> naive_terms(const std::vector<Article>& in_order) {
    std::vector<Terms> all;
    for (const Article& article : in_order)
        for (Terms& terms : naive_terms(article)) all.push_back(std::move(terms));
    return all;
}

}  // namespace dateline::test
