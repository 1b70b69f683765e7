#include "indexer/stored_segment.hpp"

#include <xapian.h>

#include <string>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/schema.hpp"
#include "corpus/stored_passage.hpp"

namespace dateline {

namespace {

template <typename Call>
auto reporting_damage(const std::filesystem::path& folder, const Call& call) {
    try {
        return call();
    } catch (const Xapian::Error& error) {
        throw_damaged(folder.string(), error.get_msg());
    }
}

Passage passage_of(const StoredPassage& stored) {
    const auto size = static_cast<std::uint32_t>(stored.text.size());
    return {stored.number, {stored.begin, stored.begin + size}, stored.breaks};
}

}  // namespace

struct StoredSegment::Impl {
    Impl(const std::filesystem::path& path, std::string_view dictionary)
        : folder(path),
          database(reporting_damage(path, [&] { return Xapian::Database(path.string()); })),
          articles(path / "articles"),
          decompressor(dictionary) {
        articles.verify();
        if (articles.passage_count() != database.get_doccount())
            throw_damaged(path.string(), "its parts do not fit together");
    }

    StoredPassage passage(DocId docid) {
        return reporting_damage(folder, [&] {
            return decode_passage(decompressor.decompress(database.get_document(docid).get_data()));
        });
    }

    std::filesystem::path folder;
    Xapian::Database database;
    ArticlesFile articles;
    TextDecompressor decompressor;
};

StoredSegment::StoredSegment(const std::filesystem::path& folder, std::string_view dictionary)
    : impl_(std::make_unique<Impl>(folder, dictionary)) {}
StoredSegment::~StoredSegment() = default;
StoredSegment::StoredSegment(StoredSegment&&) noexcept = default;
StoredSegment& StoredSegment::operator=(StoredSegment&&) noexcept = default;

std::uint32_t StoredSegment::article_count() const { return impl_->articles.article_count(); }

std::optional<std::uint32_t> StoredSegment::find(std::string_view id) const {
    const std::string term = field_term(row_of(Field::id)->prefix, id);
    const auto docids = reporting_damage(impl_->folder, [&] {
        return std::vector<DocId>(impl_->database.postlist_begin(term),
                                  impl_->database.postlist_end(term));
    });
    for (const DocId docid : docids)  // several only for ids so long that they are clipped in terms
        if (const StoredPassage passage = impl_->passage(docid);
            passage.header && passage.header->id == id)
            return impl_->articles.article_of(docid);
    return std::nullopt;
}

SplitArticle StoredSegment::read(std::uint32_t article) const {
    std::vector<StoredPassage> stored;
    for (DocId docid = impl_->articles.first_docid(article);
         docid < impl_->articles.end_docid(article); ++docid)
        stored.push_back(impl_->passage(docid));
    SplitArticle split{assemble_article(stored), {}};
    for (const StoredPassage& passage : stored) split.passages.push_back(passage_of(passage));
    return split;
}

}  // namespace dateline
