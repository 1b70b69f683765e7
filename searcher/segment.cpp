#include "searcher/segment.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_unreadable(const std::filesystem::path& folder,
                                   const Xapian::Error& error) {
    throw_damaged(folder.string(), error.get_description());
}

// The wall: what Xapian throws inside `read` comes out as our own Error.
template <class Read>
auto guarded(const std::filesystem::path& folder, const Read& read) {
    try {
        return read();
    } catch (const Xapian::Error& error) {
        throw_unreadable(folder, error);
    }
}

}  // namespace

struct Segment::Impl {
    Impl(const std::filesystem::path& place, std::string_view dictionary)
        : folder(place),
          database(guarded(place, [&] { return Xapian::Database(place.string()); })),
          articles(place / "articles"),
          decompressor(dictionary) {}

    std::filesystem::path folder;
    Xapian::Database database;
    ArticlesFile articles;
    TextDecompressor decompressor;
};

Segment::Segment(const std::filesystem::path& folder, std::string_view dictionary)
    : impl_(std::make_unique<Impl>(folder, dictionary)) {
    const auto documents = guarded(folder, [&] { return impl_->database.get_doccount(); });
    if (documents != impl_->articles.passage_count())
        throw_damaged(folder.string(), fmt::format("{} documents, but {} passages", documents,
                                                   impl_->articles.passage_count()));
}
Segment::~Segment() = default;
Segment::Segment(Segment&&) noexcept = default;

const ArticlesFile& Segment::articles() const { return impl_->articles; }

bool Segment::holds_term(const std::string& term) const {
    return guarded(impl_->folder, [&] { return impl_->database.term_exists(term); });
}

std::vector<Posting> Segment::postings(const std::string& term) const {
    return guarded(impl_->folder, [&] {
        const Xapian::Database& database = impl_->database;
        std::vector<Posting> postings;
        postings.reserve(database.get_termfreq(term));
        const auto end = database.postlist_end(term);
        for (auto at = database.postlist_begin(term); at != end; ++at)
            postings.push_back({*at, at.get_wdf()});
        return postings;
    });
}

std::vector<std::string> Segment::terms_with(const std::string& prefix, std::size_t limit) const {
    return guarded(impl_->folder, [&] {
        std::vector<std::string> terms;
        const auto end = impl_->database.allterms_end(prefix);
        for (auto at = impl_->database.allterms_begin(prefix); at != end && terms.size() < limit;
             ++at)
            terms.push_back(*at);
        return terms;
    });
}

StoredPassage Segment::passage(DocId docid) const {
    const std::string bytes =
        guarded(impl_->folder, [&] { return impl_->database.get_document(docid).get_data(); });
    return decode_passage(impl_->decompressor.decompress(bytes));
}

Article Segment::header(std::uint32_t article) const {
    std::optional<Article> header = passage(impl_->articles.first_docid(article)).header;
    if (!header)
        throw_damaged(impl_->folder.string(), fmt::format("article {} has no header", article));
    return *std::move(header);
}

std::uint32_t ArticleCursor::article_of(DocId docid) {
    if (docid < end_) return article_;
    constexpr int near = 8;
    for (int step = 0; step < near && article_ + 1 < articles_->article_count(); ++step) {
        if (end_ != 0) ++article_;
        end_ = articles_->end_docid(article_);
        if (docid < end_) return article_;
    }
    article_ = articles_->article_of(docid);
    end_ = articles_->end_docid(article_);
    return article_;
}

}  // namespace dateline
