#include "searcher/segment_scope.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

// Those in these articles.
std::vector<Posting> among(const ArticlesFile& file, const std::vector<Posting>& postings,
                           const ArticleSet& articles) {
    std::vector<Posting> found;
    std::size_t at = 0;
    for (const std::uint32_t article : articles) {
        at = position_of(file.first_docid(article), postings, at);
        for (; at < postings.size() && postings[at].docid < file.end_docid(article); ++at)
            found.push_back(postings[at]);
        if (at == postings.size()) break;
    }
    return found;
}

}  // namespace

SegmentScope::SegmentScope(const Segment& of, const Plan& by, Analyzers& with, WorkBudget* counting)
    : segment(of), plan(by), analyzers(with), work(counting) {
    for (const std::string& code : of.articles().languages())
        plan_languages.push_back(std::ranges::binary_search(of.languages(), code)
                                     ? by.language_number(code)
                                     : no_language);
}

SegmentScope::KnownTerm& SegmentScope::known(const std::string& term) const {
    const auto [place, is_new] = terms_.try_emplace(term);
    if (is_new) place->second.frequency = segment.frequency(term);
    return place->second;
}

std::uint32_t SegmentScope::frequency(const std::string& term) const {
    return known(term).frequency;
}

// Null where the list is long.
const std::vector<Posting>* SegmentScope::short_list(const std::string& term) const {
    constexpr std::uint32_t most_postings = 512;
    KnownTerm& of_term = known(term);
    if (of_term.frequency > most_postings) return nullptr;
    if (!of_term.postings) {
        if (work != nullptr) work->read_postings(of_term.frequency);
        of_term.postings = segment.postings(term);
    }
    return &*of_term.postings;
}

const std::vector<Posting>& SegmentScope::few_postings(const std::string& term) const {
    const auto [place, is_new] = terms_.try_emplace(term);
    KnownTerm& of_term = place->second;
    if (!of_term.postings) {
        of_term.postings = segment.postings(term);
        if (is_new) of_term.frequency = static_cast<std::uint32_t>(of_term.postings->size());
        if (work != nullptr) work->read_postings(of_term.frequency);
    }
    return *of_term.postings;
}

// Postings that are stepped over to one article, whether or not it holds the term.
constexpr std::uint64_t sought_cost = 16;

std::vector<Posting> SegmentScope::postings(const std::string& term) const {
    if (const std::vector<Posting>* known_list = short_list(term)) return *known_list;
    if (work != nullptr) work->read_postings(frequency(term));
    return segment.postings(term);
}

std::vector<Posting> SegmentScope::postings(const std::string& term, const ArticleSet& in) const {
    if (const std::vector<Posting>* list = short_list(term)) return among(articles(), *list, in);
    std::vector<Posting> found = segment.postings(term, in);
    if (work != nullptr)
        work->read_postings(std::max<std::uint64_t>(
            found.size(), std::min<std::uint64_t>(frequency(term), sought_cost * in.size())));
    return found;
}

std::span<const AskedForm> SegmentScope::forms_of(const AskedToken& token,
                                                  const std::vector<bool>& languages) const {
    const auto [place, is_new] = forms_.try_emplace(&token);
    if (is_new) place->second = dateline::forms_of(segment.texts().words(), token, languages);
    return place->second;
}

Analyzer& SegmentScope::analyzer(std::uint32_t article) const {
    return analyzers.in(articles().languages()[articles().language(article)]);
}

std::pair<DocId, DocId> SegmentScope::docids(std::uint32_t article) const {
    const DocId first = articles().first_docid(article);
    const DocId end = articles().end_docid(article);
    if (first < 1 || first >= end || end > articles().passage_count() + 1)
        throw_damaged("the articles file of a segment",
                      fmt::format("article {} has the passages {} to {}", article, first, end));
    return {first, end};
}

// Bytes of code that are read in the time in which one of text is put together and analysed.
constexpr std::uint64_t analysed_cost = 8;

ArticleText::ArticleText(const SegmentScope& scope, std::uint32_t article)
    : scope_(scope), article_(article) {
    const auto [first, end] = scope.docids(article);
    first_ = first;
    count_ = end - first;
}

ArticleText::Part& ArticleText::part(std::uint32_t index) {
    parts_.resize(count_);
    std::optional<Part>& part = parts_.at(index);
    if (!part) part = Part{scope_.segment.passage(first_ + index), {}};
    return *part;
}

const ArticleText::Part& ArticleText::passage(std::uint32_t index) {
    Part& read = part(index);
    if (read.is_analyzed) return read;
    scope_.count_bytes(analysed_cost * read.stored.text.size());
    read.tokens = scope_.analyzer(article_).analyze(read.stored.text);
    read.is_analyzed = true;
    return read;
}

const Article& ArticleText::header() {
    const std::optional<Article>& header = stored(0).header;
    if (!header) throw_damaged("a stored article", "its first passage has no header");
    return *header;
}

std::vector<Token> ArticleText::headline_tokens() {
    const Article& article = header();
    return scope_.analyzer(article_).analyze(article.headline);
}

std::vector<const Word*> words_of(const std::vector<Token>& tokens) {
    std::vector<const Word*> words;
    words.reserve(tokens.size());
    for (const Token& token : tokens) words.push_back(token.word);
    return words;
}

}  // namespace dateline
