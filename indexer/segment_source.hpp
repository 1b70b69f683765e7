#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/date.hpp"
#include "corpus/dense_code.hpp"
#include "corpus/text_file.hpp"
#include "indexer/sketch.hpp"
#include "indexer/vocabulary.hpp"

namespace dateline {

/// What a segment has to know of an article besides its texts.
struct ArticleFacts {
    bool dated = false;
    Day day = 0;               ///< 0 where undated
    std::int32_t seconds = 0;  ///< as ArticleEntry has it
    std::string_view language;
    std::uint64_t content_hash = 0;
    std::uint32_t text_bytes = 0;
    std::uint32_t passages = 0;
};

/// Articles that are to become a segment, or part of one: a batch in memory or a segment on disk.
/// For two threads at once, of which one asks for texts and vocabulary, one for terms and headers;
/// for any number where only `facts` and `read_passages` are asked for.
class SegmentSource {
  public:
    using PassageSink = std::function<void(const CodedPassage&)>;

    virtual ~SegmentSource() = default;
    virtual std::uint32_t article_count() const = 0;
    /// Whether the articles' numbers are in document order (article.hpp).
    virtual bool is_in_document_order() const { return false; }
    /// Whether the article goes into the new segment.
    virtual bool is_wanted(std::uint32_t article) const = 0;
    virtual ArticleFacts facts(std::uint32_t article) const = 0;
    virtual std::string id(std::uint32_t article) const = 0;
    virtual Sketch sketch(std::uint32_t article) const = 0;
    /// Document data of the article's first passage.
    virtual std::string stored_header(std::uint32_t article) const = 0;

    /// Numbered from 0 in any order.
    virtual std::uint32_t unit_count() const = 0;
    virtual VocabularyUnit unit(std::uint32_t unit) const = 0;
    virtual std::uint32_t form_count() const = 0;
    /// Its views are valid until the next call.
    virtual VocabularyForm form(std::uint32_t form) const = 0;
    /// Numbers of the forms in key order (words_file.hpp).
    virtual std::vector<std::uint32_t> forms_in_order() const = 0;
    /// How the passages write the numbers of the vocabulary's units.
    virtual const DenseCode& code() const = 0;
    /// In reading order. What the sink gets is valid during the call.
    virtual void read_passages(std::uint32_t article, const PassageSink& sink) const = 0;
    /// Texts that were read may leave the memory.
    virtual void release() const {}
};

}  // namespace dateline
