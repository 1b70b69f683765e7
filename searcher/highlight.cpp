#include "searcher/highlight.hpp"

#include <algorithm>
#include <numeric>

#include "searcher/asked_article.hpp"

namespace dateline {

namespace {

std::vector<TextRange> disjoint(std::vector<TextRange> ranges) {
    std::ranges::sort(ranges);
    std::vector<TextRange> merged;
    for (const TextRange& range : ranges) {
        if (!merged.empty() && range.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, range.end);
        else
            merged.push_back(range);
    }
    return merged;
}

// The part of `words`, counted from the text's first, that lies in it.
void add_mark(std::vector<TextRange>& marks, WordRange words, const AnalyzedText& text) {
    const auto size = static_cast<std::uint32_t>(text.tokens.size());
    const std::uint32_t end = std::min(words.end, size);
    if (words.begin < end)
        marks.push_back({text.tokens[words.begin].range.begin, text.tokens[end - 1].range.end});
}

AskedArticle asked_article(const AnalyzedText& headline, const std::vector<AnalyzedText>& passages,
                           const AskedWords& words) {
    AskedArticle article;
    for (AskedText& text : article) text.positions.resize(words.tokens.size());
    add_tokens(headline.tokens, headline.text, headline.breaks, words, 0, article[0]);
    std::uint32_t position = 0;
    for (const AnalyzedText& passage : passages)
        position =
            add_tokens(passage.tokens, passage.text, passage.breaks, words, position, article[1]);
    if (!passages.empty())
        article[1].lead_end = static_cast<std::uint32_t>(passages.front().tokens.size());
    return article;
}

void add_body_marks(ArticleMarks& marks, WordRange words,
                    const std::vector<AnalyzedText>& passages) {
    std::uint32_t begin = 0;
    for (std::size_t i = 0; i < passages.size() && begin < words.end; ++i) {
        const auto end = begin + static_cast<std::uint32_t>(passages[i].tokens.size());
        if (words.begin < end)
            add_mark(marks.passages[i], {std::max(words.begin, begin) - begin, words.end - begin},
                     passages[i]);
        begin = end;
    }
}

}  // namespace

ArticleMarks marks_of(const AnalyzedText& headline, const std::vector<AnalyzedText>& passages,
                      const Plan& plan, std::size_t language) {
    ArticleMarks marks;
    marks.passages.resize(passages.size());
    for (const TextLeaf& leaf : plan.leaves) {
        if (!leaf.ranks) continue;
        const AskedWords& words = leaf.words[language];
        const FoundSpans found = find_spans(words.tree, asked_article(headline, passages, words));
        for (const Span& span : found.headline)
            for (const WordRange range : words_of(span)) add_mark(marks.headline, range, headline);
        for (const Span& span : found.body)
            for (const WordRange range : words_of(span)) add_body_marks(marks, range, passages);
    }
    marks.headline = disjoint(std::move(marks.headline));
    for (std::vector<TextRange>& ranges : marks.passages) ranges = disjoint(std::move(ranges));
    return marks;
}

}  // namespace dateline
