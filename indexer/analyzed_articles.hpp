#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.hpp"
#include "corpus/impact.hpp"
#include "indexer/batch_vocabulary.hpp"
#include "indexer/byte_arena.hpp"
#include "indexer/segment_source.hpp"

namespace dateline {

class TextCompressor;

/// A term of a passage, by its number in the batch's vocabulary, below 2^25.
class TermImpact {
  public:
    TermImpact() = default;
    TermImpact(std::uint32_t term, std::uint32_t impact) : bits_(term << 7 | impact) {}
    std::uint32_t term() const { return bits_ >> 7; }
    std::uint32_t impact() const { return bits_ & max_impact; }

  private:
    std::uint32_t bits_ = 0;
};

/// Articles as one analysing thread has left them in memory: texts in unit code, terms by
/// passage. Takes about 0.9 bytes a byte of text.
class AnalyzedArticles : public SegmentSource {
  public:
    /// One article, added part by part.
    BatchVocabulary& words() { return words_; }
    void begin_article(const Article& article, std::size_t number);
    void add_passage(const CodedPassage& passage, std::span<const TermImpact> terms);
    void end_article(const Sketch& sketch);

    /// It is no longer wanted.
    void drop(std::uint32_t article) { articles_[article].is_wanted = false; }
    /// The number that begin_article was given.
    std::size_t number(std::uint32_t article) const { return articles_[article].number; }
    /// The article that was added.
    Article article(std::uint32_t article) const;
    /// Terms of the article's passages in reading order, one passage after the other: how many each
    /// has, and then all of them.
    struct Terms {
        std::span<const std::uint32_t> counts;
        std::span<const TermImpact> terms;
    };
    Terms read_terms(std::uint32_t article) const {
        return {articles_[article].term_counts, articles_[article].terms};
    }
    const std::vector<std::string_view>& terms() const { return words_.terms(); }
    /// Header of the article before it is compressed.
    std::string_view header(std::uint32_t article) const { return articles_[article].header; }
    /// stored_header compresses with it. Must outlive the use.
    void set_compressor(TextCompressor& compressor) { compressor_ = &compressor; }

    std::uint32_t article_count() const override;
    bool is_wanted(std::uint32_t article) const override { return articles_[article].is_wanted; }
    ArticleFacts facts(std::uint32_t article) const override { return articles_[article].facts; }
    std::string id(std::uint32_t article) const override {
        return std::string(articles_[article].id);
    }
    Sketch sketch(std::uint32_t article) const override { return articles_[article].sketch; }
    std::string stored_header(std::uint32_t article) const override;
    std::uint32_t unit_count() const override;
    VocabularyUnit unit(std::uint32_t unit) const override { return words_.units()[unit]; }
    std::uint32_t form_count() const override;
    VocabularyForm form(std::uint32_t form) const override { return words_.forms()[form]; }
    std::vector<std::uint32_t> forms_in_order() const override;
    const DenseCode& code() const override { return BatchVocabulary::code(); }
    void read_passages(std::uint32_t article, const PassageSink& sink) const override;

  private:
    struct Analyzed {
        ArticleFacts facts;
        std::size_t number = 0;
        bool is_wanted = true;
        std::string_view id;
        std::string_view header;
        std::string_view passages;  // varint size, record: of each
        std::span<const std::uint32_t> term_counts;
        std::span<const TermImpact> terms;
        Sketch sketch;
    };

    BatchVocabulary words_;
    ByteArena arena_;
    std::vector<Analyzed> articles_;
    std::string passages_;  // of the article that is being added
    std::vector<std::uint32_t> term_counts_;
    std::vector<TermImpact> terms_;
    TextCompressor* compressor_ = nullptr;
};

}  // namespace dateline
