#include "indexer/analyzed_articles.hpp"

#include <algorithm>

#include "corpus/bytes.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/text_order.hpp"

namespace dateline {

namespace {

constexpr std::string_view what = "an article in memory";

ArticleFacts facts_of(const Article& article, std::string_view language) {
    ArticleFacts facts;
    facts.language = language;
    facts.content_hash = content_hash(article);
    facts.text_bytes = static_cast<std::uint32_t>(article.headline.size() + article.body.size());
    if (!article.date.known()) return facts;
    facts.dated = true;
    facts.day = article.date.day;
    facts.seconds =
        static_cast<std::int32_t>(article.date.instant - std::int64_t{article.date.day} * 86'400);
    return facts;
}

void append_varint(std::string& out, std::uint32_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
}

}  // namespace

void AnalyzedArticles::begin_article(const Article& article, std::size_t number) {
    Analyzed& analyzed = articles_.emplace_back();
    analyzed.facts = facts_of(article, arena_.keep(article.language));
    analyzed.number = number;
    analyzed.id = arena_.keep(article.id);
    analyzed.header = arena_.keep(encode_header(article));
    passages_.clear();
    term_counts_.clear();
    terms_.clear();
}

void AnalyzedArticles::add_passage(const CodedPassage& passage, std::span<const TermImpact> terms) {
    ++articles_.back().facts.passages;
    const std::string record = encode_passage_record(passage);
    append_varint(passages_, static_cast<std::uint32_t>(record.size()));
    passages_ += record;
    term_counts_.push_back(static_cast<std::uint32_t>(terms.size()));
    terms_.insert(terms_.end(), terms.begin(), terms.end());
}

void AnalyzedArticles::end_article(const Sketch& sketch) {
    Analyzed& analyzed = articles_.back();
    analyzed.passages = arena_.keep(passages_);
    analyzed.term_counts = arena_.keep(std::span<const std::uint32_t>(term_counts_));
    analyzed.terms = arena_.keep(std::span<const TermImpact>(terms_));
    analyzed.sketch = sketch;
}

std::uint32_t AnalyzedArticles::article_count() const {
    return static_cast<std::uint32_t>(articles_.size());
}

std::uint32_t AnalyzedArticles::unit_count() const {
    return static_cast<std::uint32_t>(words_.units().size());
}

std::uint32_t AnalyzedArticles::form_count() const {
    return static_cast<std::uint32_t>(words_.forms().size());
}

std::vector<std::uint32_t> AnalyzedArticles::forms_in_order() const {
    const std::vector<VocabularyForm>& forms = words_.forms();
    std::vector<std::uint32_t> order =
        order_by_text(form_count(), [&](std::uint32_t form) { return forms[form].folded; });
    // Few share their folded form; those are put in order among themselves.
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = std::find_if(begin, order.end(), [&](std::uint32_t form) {
            return forms[form].folded != forms[*begin].folded;
        });
        std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
            return comes_before(forms[a], forms[b]);
        });
        begin = end;
    }
    return order;
}

std::string AnalyzedArticles::stored_header(std::uint32_t article) const {
    return compressor_->compress(articles_[article].header);
}

void AnalyzedArticles::read_passages(std::uint32_t article, const PassageSink& sink) const {
    ByteReader reader(articles_[article].passages, what);
    while (!reader.at_end()) sink(decode_passage_record(reader.string(), what));
}

Article AnalyzedArticles::article(std::uint32_t number) const {
    Article article = decode_header(articles_[number].header);
    const auto append_text = [&](std::string& out, std::string_view text) {
        UnitJoiner joiner(out);
        for (const char* at = text.data(); at != text.data() + text.size();) {
            const VocabularyUnit& unit = words_.units()[code().next(at, text.data() + text.size())];
            joiner.add(unit.text, unit.form != VocabularyUnit::no_form);
        }
    };
    read_passages(number, [&](const CodedPassage& passage) {
        if (passage.is_first) append_text(article.headline, passage.headline);
        append_text(article.body, passage.text);
        article.body += passage.gap;
    });
    return article;
}

}  // namespace dateline
