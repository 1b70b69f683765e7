#include "indexer/salvaged_segment.hpp"

#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <exception>
#include <new>
#include <string>

#include "corpus/access_error.hpp"
#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/table_checksums.hpp"
#include "corpus/table_error.hpp"
#include "corpus/text_compressor.hpp"
#include "corpus/uninterrupted.hpp"

namespace dateline {

namespace {

template <class Call>
auto reporting_damage(const std::filesystem::path& folder, const Call& call) {
    try {
        return call();
    } catch (const Xapian::Error& error) {
        throw_table_error(folder.string(), error.get_msg(), error.get_error_string());
    }
}

bool is_version_file_whole(const std::filesystem::path& folder) {
    try {
        verify_version_file(folder);
        return true;
    } catch (const Error&) {
        return false;
    }
}

// Xapian may crash on a damaged version file: another process tries first.
bool can_be_opened(const std::filesystem::path& folder) {
    constexpr unsigned most_seconds = 10;
    const std::string path = folder.string();
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(most_seconds);
        try {
            Xapian::Database(path).get_document(1, Xapian::DOC_ASSUME_VALID).get_data();
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    const pid_t ended =
        child < 0 ? child : uninterrupted([&] { return ::waitpid(child, &status, 0); });
    return ended == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// It may also be the file of checksums that is damaged.
Xapian::Database opened(const std::filesystem::path& folder) {
    if (!is_version_file_whole(folder) && !can_be_opened(folder)) verify_version_file(folder);
    return reporting_damage(folder, [&] { return Xapian::Database(folder.string()); });
}

}  // namespace

struct SalvagedSegment::Impl {
    Impl(const std::filesystem::path& place, std::string_view dictionary)
        : folder(place),
          articles(place / "articles"),
          texts(place, articles),
          database(opened(place)),
          decompressor(dictionary) {}

    Article read(std::uint32_t number) {
        const DocId first = articles.first_docid(number);
        Article article = decode_header(decompressor.decompress(
            reporting_damage(folder, [&] { return document(first).get_data(); })));
        for (DocId docid = first; docid < articles.end_docid(number); ++docid) {
            const CodedPassage passage = texts.text().passage(docid);
            if (passage.is_first) article.headline = texts.decoded(passage.headline);
            article.body += texts.decoded(passage.text);
            article.body += passage.gap;
        }
        return article;
    }

    // Without a look at the postings, which may be damaged where the texts are not.
    Xapian::Document document(DocId docid) const {
        return database.get_document(docid, Xapian::DOC_ASSUME_VALID);
    }

    std::filesystem::path folder;
    ArticlesFile articles;
    PassageTexts texts;
    Xapian::Database database;
    TextDecompressor decompressor;
};

SalvagedSegment::SalvagedSegment(const std::filesystem::path& folder, std::string_view dictionary)
    : impl_(std::make_unique<Impl>(folder, dictionary)) {}
SalvagedSegment::~SalvagedSegment() = default;

std::uint32_t SalvagedSegment::article_count() const { return impl_->articles.article_count(); }

std::optional<Article> SalvagedSegment::article(std::uint32_t number) const {
    try {
        Article article = impl_->read(number);
        if (content_hash(article) == impl_->articles.entry(number).content_hash) return article;
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
