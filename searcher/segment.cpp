#include "searcher/segment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <mutex>

#include "corpus/bytes.hpp"
#include "corpus/glass/posting_list.hpp"
#include "corpus/glass/term_list.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/segment_tables.hpp"
#include "corpus/text_compressor.hpp"

namespace dateline {

namespace {

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
          tables(place),
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

    /// The docid at hand. Tables of another segment are as whole as this one's.
    DocId known_docid(const glass::PostingList& list) const {
        if (list.docid() > articles.passage_count())
            throw_damaged(
                tables.postlist().name(),
                fmt::format("it names passage {} of {}", list.docid(), articles.passage_count()));
        return list.docid();
    }

    /// How many postings of the term live; counts no further than `most`.
    std::uint32_t count_living(const std::string& term, std::uint32_t most) const {
        ArticleCursor cursor(articles);
        std::uint32_t count = 0;
        for (glass::PostingList list(tables.postlist(), term); !list.at_end() && count < most;
             list.next())
            count += !tombstones.is_dead(cursor.article_of(known_docid(list)));
        return count;
    }

    std::filesystem::path folder;
    ArticlesFile articles;
    PassageTexts texts;
    FrequenciesFile frequencies;
    FormsFile forms;
    PairsFile pairs;
    TermsFile terms;
    SegmentTables tables;
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
    const std::uint32_t documents = impl_->tables.document_count();
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
    if (tombstones().any()) return impl_->count_living(term, 1) > 0;
    return frequency(term) > 0;
}

std::vector<Posting> Segment::postings(const std::string& term) const {
    std::vector<Posting> postings;
    glass::PostingList list(impl_->tables.postlist(), term);
    postings.reserve(std::min(list.frequency(), impl_->articles.passage_count()));
    for (; !list.at_end(); list.next()) postings.push_back({impl_->known_docid(list), list.wdf()});
    ArticleCursor cursor(impl_->articles);
    if (tombstones().any())
        std::erase_if(postings, [&](const Posting& posting) {
            return tombstones().is_dead(cursor.article_of(posting.docid));
        });
    return postings;
}

std::vector<Posting> Segment::postings(const std::string& term, const ArticleSet& articles) const {
    std::vector<Posting> postings;
    glass::PostingList list(impl_->tables.postlist(), term);
    for (const std::uint32_t article : articles) {
        list.skip_to(impl_->articles.first_docid(article));
        if (list.at_end()) break;
        const DocId after = impl_->articles.end_docid(article);
        for (; !list.at_end() && list.docid() < after; list.next())
            postings.push_back({list.docid(), list.wdf()});
    }
    return postings;
}

std::uint32_t Segment::frequency(const std::string& term) const {
    return glass::PostingList(impl_->tables.postlist(), term).frequency();
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
    std::vector<std::string> terms;
    for (glass::TermList list(impl_->tables.postlist(), prefix);
         !list.at_end() && terms.size() < limit; list.next())
        if (!tombstones().any() || holds_term(list.term())) terms.push_back(list.term());
    return terms;
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
    return decode_header(impl_->decompressor.decompress(impl_->tables.document_data(first),
                                                        impl_->tables.docdata().name()));
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
