#include "searcher/segment.hpp"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <mutex>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/table_checksums.hpp"
#include "corpus/table_error.hpp"
#include "corpus/text_compressor.hpp"

namespace dateline {

namespace {

[[noreturn]] void throw_unreadable(const std::filesystem::path& folder,
                                   const Xapian::Error& error) {
    throw_table_error(folder.string(), error.get_msg(), error.get_error_string());
}

// The wall: what Xapian throws inside `read` comes out as our own Error. Where it takes damaged
// bytes for a length, that is the standard library's.
template <class Read>
auto guarded(const std::filesystem::path& folder, const Read& read) {
    try {
        return read();
    } catch (const Xapian::Error& error) {
        throw_unreadable(folder, error);
    } catch (const Error&) {
        throw;
    } catch (const std::exception&) {
        verify_table_checksums(folder);
        throw;
    }
}

Tombstones read_tombstones(const std::filesystem::path& file, const ArticlesFile& articles) {
    if (file.empty()) return {};
    return decode_tombstones(MappedFile(file).bytes(), articles.article_count(), file);
}

std::vector<std::string> living_languages(const ArticlesFile& articles,
                                          const Tombstones& tombstones) {
    std::vector<bool> lives(articles.languages().size(), !tombstones.any());
    for (std::uint32_t article = 0; tombstones.any() && article < articles.article_count();
         ++article)
        if (!tombstones.is_dead(article)) lives[articles.language(article)] = true;
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < lives.size(); ++i)
        if (lives[i]) codes.push_back(articles.languages()[i]);
    std::ranges::sort(codes);
    return codes;
}

// Of each block; none where all articles live.
std::vector<ArticleBits> living_blocks(const Tombstones& tombstones, std::uint32_t articles) {
    std::vector<ArticleBits> blocks;
    if (!tombstones.any()) return blocks;
    blocks.resize((articles + articles_each_block - 1) / articles_each_block);
    for (std::uint32_t article = 0; article < articles; ++article)
        if (!tombstones.is_dead(article))
            blocks[article / articles_each_block].set(article % articles_each_block);
    return blocks;
}

}  // namespace

struct Segment::Impl {
    Impl(const std::filesystem::path& place, std::string_view dictionary,
         const std::filesystem::path& tombstones_file)
        : folder(place),
          articles(place / "articles"),
          texts(place, articles),
          frequencies(place / "frequencies"),
          forms(place / "forms", frequencies.entry_count()),
          pairs(place / "pairs", articles.article_count()),
          terms(place / "terms", texts.words().unit_count()),
          database(guarded(place,
                           [&] {
                               verify_version_file(place);
                               return Xapian::Database(place.string());
                           })),
          tombstones(read_tombstones(tombstones_file, articles)),
          decompressor(dictionary) {
        find_living();
        if (frequencies.article_count() != articles.article_count())
            throw_damaged((place / "frequencies").string(), "it is of another segment");
    }

    void find_living() {
        languages = living_languages(articles, tombstones);
        living = living_blocks(tombstones, articles.article_count());
    }

    // Any thread may ask.
    const DeadTerms& dead_terms() {
        std::call_once(counted, [&] { count_terms(tombstones, articles, texts, terms); });
        return tombstones.terms();
    }

    /// A docid that a posting list has behind another, or 0. Tables of another segment are as whole
    /// as this one's, to Xapian.
    DocId docid_behind(DocId before, Xapian::docid docid) const {
        if (docid <= before || docid > articles.passage_count())
            throw_damaged((folder / "postlist.glass").string(),
                          fmt::format("it names passage {} behind {}, of {}", docid, before,
                                      articles.passage_count()));
        return docid;
    }

    /// How many postings of the term live; counts no further than `most`.
    std::uint32_t count_living(const std::string& term, std::uint32_t most) {
        return guarded(folder, [&] {
            ArticleCursor cursor(articles);
            std::uint32_t count = 0;
            DocId docid = 0;
            const auto end = database.postlist_end(term);
            for (auto at = database.postlist_begin(term); at != end && count < most; ++at) {
                docid = docid_behind(docid, *at);
                count += !tombstones.is_dead(cursor.article_of(docid));
            }
            return count;
        });
    }

    std::string document_data(DocId docid) const {
        std::string data = guarded(folder, [&] { return database.get_document(docid).get_data(); });
        // To Xapian a table that it cannot open is an empty one: the system may tell why.
        if (data.empty()) MappedFile(folder / "docdata.glass");
        return data;
    }

    std::filesystem::path folder;
    // In this order: the flat files are fetched while Xapian waits for the disk.
    ArticlesFile articles;
    PassageTexts texts;
    FrequenciesFile frequencies;
    FormsFile forms;
    PairsFile pairs;
    TermsFile terms;
    Xapian::Database database;
    Tombstones tombstones;
    std::vector<std::string> languages;
    std::vector<ArticleBits> living;
    TextDecompressor decompressor;
    std::once_flag counted;
    std::once_flag fetched;
};

Segment::Segment(const std::filesystem::path& folder, std::string_view dictionary,
                 const std::filesystem::path& tombstones)
    : impl_(std::make_unique<Impl>(folder, dictionary, tombstones)) {
    const auto documents = guarded(folder, [&] { return impl_->database.get_doccount(); });
    if (documents != impl_->articles.passage_count())
        throw_damaged(folder.string(), fmt::format("{} documents, but {} passages", documents,
                                                   impl_->articles.passage_count()));
}
Segment::~Segment() = default;
Segment::Segment(Segment&&) noexcept = default;

const ArticlesFile& Segment::articles() const { return impl_->articles; }
const PassageTexts& Segment::texts() const {
    std::call_once(impl_->fetched, [&] {
        impl_->texts.text().fetch_places();
        impl_->terms.fetch();
        impl_->texts.words().fetch();
    });
    return impl_->texts;
}
std::uint64_t Segment::code_bytes() const { return impl_->texts.text().size_bytes(); }
const Tombstones& Segment::tombstones() const { return impl_->tombstones; }
ArticleBits Segment::living(std::uint32_t block) const {
    if (!impl_->living.empty()) return impl_->living.at(block);
    const std::uint32_t first = block * articles_each_block;
    const std::uint32_t count = std::min(articles_each_block, articles().article_count() - first);
    if (count == articles_each_block) return ArticleBits::all();
    ArticleBits bits;
    for (std::uint32_t place = 0; place < count; ++place) bits.set(place);
    return bits;
}
void Segment::hide(const ArticleSet& articles) {
    if (!tombstones().any()) impl_->tombstones = Tombstones(impl_->articles.article_count());
    for (const std::uint32_t article : articles) impl_->tombstones.bury(article);
    impl_->find_living();
}

const FrequenciesFile* Segment::frequencies() const {
    return impl_->frequencies.term_count() > 0 ? &impl_->frequencies : nullptr;
}
const FormsFile& Segment::forms() const { return impl_->forms; }
const PairsFile& Segment::pairs() const { return impl_->pairs; }
const TermsFile& Segment::terms() const { return impl_->terms; }
const std::vector<std::string>& Segment::languages() const { return impl_->languages; }

std::uint32_t Segment::article_count() const {
    return articles().article_count() - tombstones().count();
}

ArticleSet Segment::articles_between(std::uint32_t first, std::uint32_t end) const {
    ArticleSet articles = dateline::articles_between(first, end);
    if (tombstones().any())
        std::erase_if(articles,
                      [&](std::uint32_t article) { return tombstones().is_dead(article); });
    return articles;
}

bool Segment::holds_term(const std::string& term) const {
    const bool exists = guarded(impl_->folder, [&] { return impl_->database.term_exists(term); });
    if (!exists || !tombstones().any()) return exists;
    return impl_->count_living(term, 1) > 0;
}

std::vector<Posting> Segment::postings(const std::string& term) const {
    return guarded(impl_->folder, [&] {
        const Xapian::Database& database = impl_->database;
        std::vector<Posting> postings;
        DocId docid = 0;
        const auto end = database.postlist_end(term);
        for (auto at = database.postlist_begin(term); at != end; ++at)
            postings.push_back({docid = impl_->docid_behind(docid, *at), at.get_wdf()});
        ArticleCursor cursor(impl_->articles);
        if (tombstones().any())
            std::erase_if(postings, [&](const Posting& posting) {
                return tombstones().is_dead(cursor.article_of(posting.docid));
            });
        return postings;
    });
}

std::vector<Posting> Segment::postings(const std::string& term, const ArticleSet& articles) const {
    // A step to the next posting takes a tenth of the time of a leap.
    constexpr std::size_t leap_steps = 10;
    if (articles.size() * leap_steps > frequency(term)) return postings_among(term, articles);
    return guarded(impl_->folder, [&] {
        std::vector<Posting> postings;
        auto at = impl_->database.postlist_begin(term);
        const auto end = impl_->database.postlist_end(term);
        for (const std::uint32_t article : articles) {
            if (at != end) at.skip_to(impl_->articles.first_docid(article));
            const DocId after = impl_->articles.end_docid(article);
            for (; at != end && *at < after; ++at) postings.push_back({*at, at.get_wdf()});
        }
        return postings;
    });
}

// Read one after the other.
std::vector<Posting> Segment::postings_among(const std::string& term,
                                             const ArticleSet& articles) const {
    return guarded(impl_->folder, [&] {
        std::vector<Posting> postings;
        auto at = impl_->database.postlist_begin(term);
        const auto end = impl_->database.postlist_end(term);
        for (const std::uint32_t article : articles) {
            const DocId first = impl_->articles.first_docid(article);
            const DocId after = impl_->articles.end_docid(article);
            for (; at != end && *at < after; ++at)
                if (*at >= first) postings.push_back({*at, at.get_wdf()});
            if (at == end) break;
        }
        return postings;
    });
}

std::uint32_t Segment::frequency(const std::string& term) const {
    return guarded(impl_->folder, [&] { return impl_->database.get_termfreq(term); });
}

std::uint32_t Segment::living_frequency(const std::string& term) const {
    const std::uint32_t stem = find_term(texts().words(), terms(), term);
    if (stem != TermsFile::no_term) return living_passages(stem);
    if (!tombstones().any()) return frequency(term);
    return impl_->count_living(term, std::numeric_limits<std::uint32_t>::max());
}

std::uint32_t Segment::living_passages(std::uint32_t term) const {
    const std::uint32_t passages = terms().passages(term);
    if (!tombstones().any()) return passages;
    return passages - std::min(passages, impl_->dead_terms().passages(term));
}

std::vector<std::string> Segment::terms_with(const std::string& prefix, std::size_t limit) const {
    return guarded(impl_->folder, [&] {
        std::vector<std::string> terms;
        const auto end = impl_->database.allterms_end(prefix);
        for (auto at = impl_->database.allterms_begin(prefix); at != end && terms.size() < limit;
             ++at)
            if (!tombstones().any() || holds_term(*at)) terms.push_back(*at);
        return terms;
    });
}

StoredPassage Segment::passage(DocId docid) const {
    StoredPassage passage = impl_->texts.passage(docid);
    if (passage.passage_count > 0) passage.header = header(impl_->articles.article_of(docid));
    return passage;
}

Article Segment::header(std::uint32_t article) const {
    Article header = fields(article);
    header.headline = impl_->texts.headline(impl_->articles.first_docid(article));
    return header;
}

Article Segment::fields(std::uint32_t article) const {
    const DocId first = impl_->articles.first_docid(article);
    return decode_header(impl_->decompressor.decompress(impl_->document_data(first)));
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

std::size_t next_position(DocId docid, const std::vector<Posting>& postings, std::size_t start) {
    constexpr std::size_t near = 8;
    for (std::size_t i = start; i < std::min(start + near, postings.size()); ++i)
        if (postings[i].docid >= docid) return i;
    const auto from = postings.begin() + static_cast<std::ptrdiff_t>(start);
    const auto found = std::ranges::lower_bound(from, postings.end(), docid, {}, &Posting::docid);
    return static_cast<std::size_t>(found - postings.begin());
}

}  // namespace dateline
