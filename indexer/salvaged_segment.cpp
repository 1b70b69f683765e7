#include "indexer/salvaged_segment.hpp"

#include <exception>
#include <new>
#include <string>

#include "corpus/access_error.hpp"
#include "corpus/glass/packing.hpp"
#include "corpus/segment_remains.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/glass/scanned_table.hpp"

namespace dateline {

struct SalvagedSegment::Impl {
    Impl(const std::filesystem::path& place, std::string_view dictionary)
        : articles(place / "articles"),
          texts(place / "text", articles.passage_count()),
          words(place / "words"),
          documents(place / "docdata.glass"),
          decompressor(dictionary) {}

    // nullopt where its fields are not found.
    std::optional<Article> fields(DocId first) {
        std::string key;
        glass::append_sorted_uint(key, first);
        const std::optional<std::string> bytes = documents.tag(key);
        if (!bytes) return std::nullopt;
        return decode_header(decompressor.decompress(*bytes));
    }

    // In one view of the texts.
    std::optional<Article> read(const ArticlesRemains::Text& place, std::size_t view) {
        std::optional<Article> article = fields(place.first);
        if (!article) return std::nullopt;
        for (DocId docid = place.first; docid < place.end; ++docid) {
            const std::optional<CodedPassage> passage = texts.passage(view, docid);
            if (!passage) return std::nullopt;
            if (passage->is_first) article->headline = words.decoded(passage->headline);
            article->body += words.decoded(passage->text);
            article->body += passage->gap;
        }
        if (content_hash(*article) != place.content_hash) return std::nullopt;
        return article;
    }

    // Where nothing says where its text is: behind that of the articles before it.
    std::optional<Article> scan(std::uint32_t number) {
        if (number < scanned) {
            text_scan = TextScan(texts, words);
            scanned = 0;
        }
        std::optional<Article> article;
        for (; scanned <= number; ++scanned) {
            article.reset();
            for (const ArticlesRemains::Text& place : articles.texts(scanned)) {
                article = fields(place.first);
                const auto is_right = [&](const std::string& headline, const std::string& body) {
                    article->headline = headline;
                    article->body = body;
                    return content_hash(*article) == place.content_hash;
                };
                if (!article || !text_scan.next(place, is_right)) article.reset();
                if (article) break;
            }
        }
        return article;
    }

    ArticlesRemains articles;
    TextRemains texts;
    WordsRemains words;
    glass::ScannedTable documents;
    TextDecompressor decompressor;
    TextScan text_scan{texts, words};
    std::uint32_t scanned = 0;  // articles
};

namespace {

// nullopt for what makes no sense: libraries have exceptions of their own for such bytes.
template <class Read>
std::optional<Article> quietly(const Read& read) {
    try {
        return read();
    } catch (const AccessError&) {
        throw;
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

}  // namespace

SalvagedSegment::SalvagedSegment(const std::filesystem::path& folder, std::string_view dictionary)
    : impl_(std::make_unique<Impl>(folder, dictionary)) {}
SalvagedSegment::~SalvagedSegment() = default;

std::uint32_t SalvagedSegment::article_count() const { return impl_->articles.article_count(); }

std::optional<Article> SalvagedSegment::article(std::uint32_t number) const {
    for (const ArticlesRemains::Text& place : impl_->articles.texts(number))
        for (std::size_t view = 0; view < impl_->texts.view_count(); ++view)
            if (auto article = quietly([&] { return impl_->read(place, view); })) return article;
    if (!impl_->texts.is_cut()) return std::nullopt;
    return quietly([&] { return impl_->scan(number); });
}

}  // namespace dateline
