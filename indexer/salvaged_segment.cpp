#include "indexer/salvaged_segment.hpp"

#include <exception>
#include <new>
#include <string>

#include "corpus/access_error.hpp"
#include "corpus/articles_file.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/glass/packing.hpp"
#include "indexer/glass/scanned_table.hpp"

namespace dateline {

struct SalvagedSegment::Impl {
    Impl(const std::filesystem::path& place, std::string_view dictionary)
        : articles(place / "articles"),
          texts(place, articles),
          documents(place / "docdata.glass"),
          decompressor(dictionary) {}

    // nullopt where its fields are not found.
    std::optional<Article> read(std::uint32_t number) {
        const DocId first = articles.first_docid(number);
        std::string key;
        glass::append_sorted_uint(key, first);
        const std::optional<std::string> fields = documents.tag(key);
        if (!fields) return std::nullopt;
        Article article = decode_header(decompressor.decompress(*fields));
        for (DocId docid = first; docid < articles.end_docid(number); ++docid) {
            const CodedPassage passage = texts.text().passage(docid);
            if (passage.is_first) article.headline = texts.decoded(passage.headline);
            article.body += texts.decoded(passage.text);
            article.body += passage.gap;
        }
        return article;
    }

    ArticlesFile articles;
    PassageTexts texts;
    glass::ScannedTable documents;
    TextDecompressor decompressor;
};

SalvagedSegment::SalvagedSegment(const std::filesystem::path& folder, std::string_view dictionary)
    : impl_(std::make_unique<Impl>(folder, dictionary)) {}
SalvagedSegment::~SalvagedSegment() = default;

std::uint32_t SalvagedSegment::article_count() const { return impl_->articles.article_count(); }

std::optional<Article> SalvagedSegment::article(std::uint32_t number) const {
    try {
        std::optional<Article> article = impl_->read(number);
        if (article && content_hash(*article) == impl_->articles.entry(number).content_hash)
            return article;
    } catch (const AccessError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        // Libraries have exceptions of their own for bytes that make no sense.
    }
    return std::nullopt;
}

}  // namespace dateline
