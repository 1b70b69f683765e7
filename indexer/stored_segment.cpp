#include "indexer/stored_segment.hpp"

#include <map>
#include <numeric>
#include <string>

#include "corpus/bytes.hpp"
#include "corpus/glass/posting_list.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/schema.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/table_checksums.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/sketches_file.hpp"
#include "indexer/word_sequences.hpp"

namespace dateline {

namespace {

std::vector<std::uint64_t> hashes_of(std::string_view text, Analyzer& analyzer) {
    std::vector<std::uint64_t> hashes;
    for (const Token& token : analyzer.analyze(text))
        hashes.push_back(word_hash(token.word->folded));
    return hashes;
}

std::vector<std::uint64_t> analyzed_words(const Article& article) {
    Analyzer analyzer(article.language);
    return compared_words(hashes_of(article.headline, analyzer), hashes_of(article.body, analyzer));
}

}  // namespace

struct StoredSegment::Impl {
    Impl(const std::filesystem::path& path, std::string_view dictionary, Tombstones dead)
        : folder(path),
          tables(path),
          articles(path / "articles"),
          texts(path, articles),
          sketches(path / "sketches"),
          decompressor(dictionary),
          tombstones(std::move(dead)) {
        articles.verify();
        sketches.verify();
        if (articles.passage_count() != tables.document_count() ||
            articles.article_count() != sketches.sketches().size())
            throw_damaged(path.string(), "its parts do not fit together");
    }

    // Before anything is looked up: where a block is damaged, an article that is there would be
    // indexed again.
    void verify_tables() {
        if (!are_tables_whole) verify_table_checksums(folder);
        are_tables_whole = true;
    }
    std::string stored_header(std::uint32_t article) {
        verify_tables();
        return tables.document_data(articles.first_docid(article));
    }
    Article header(std::uint32_t article) {
        return decode_header(
            decompressor.decompress(stored_header(article), tables.docdata().name()));
    }

    std::uint64_t hash_of(std::uint32_t form) {
        form_hashes.resize(texts.words().form_count());
        std::uint64_t& hash = form_hashes.at(form);
        if (hash == 0) hash = word_hash(texts.words().form(form).folded);
        return hash;
    }

    std::filesystem::path folder;
    SegmentTables tables;
    bool are_tables_whole = false;  // verified
    ArticlesFile articles;
    PassageTexts texts;
    SketchesFile sketches;
    TextDecompressor decompressor;
    Tombstones tombstones;
    std::vector<std::uint64_t> form_hashes{};  // 0: not yet computed
    FormEntry form_at_hand{};
};

StoredSegment::StoredSegment(const std::filesystem::path& folder, std::string_view dictionary,
                             Tombstones tombstones)
    : impl_(std::make_unique<Impl>(folder, dictionary, std::move(tombstones))) {}
StoredSegment::~StoredSegment() = default;

const std::filesystem::path& StoredSegment::folder() const { return impl_->folder; }
const ArticlesFile& StoredSegment::articles() const { return impl_->articles; }
const SegmentTables& StoredSegment::tables() const { return impl_->tables; }
const Tombstones& StoredSegment::tombstones() const { return impl_->tombstones; }
std::span<const Sketch> StoredSegment::sketches() const { return impl_->sketches.sketches(); }

bool StoredSegment::bury(std::uint32_t article) {
    if (!impl_->tombstones.any()) impl_->tombstones = Tombstones(article_count());
    return impl_->tombstones.bury(article);
}

const Tombstones& StoredSegment::counted_tombstones() {
    if (impl_->tombstones.uncounted().empty()) return impl_->tombstones;
    const TermsFile terms(impl_->folder / "terms", impl_->texts.words().unit_count());
    count_terms(impl_->tombstones, impl_->articles, impl_->texts, terms);
    return impl_->tombstones;
}

std::optional<std::uint32_t> StoredSegment::find(std::string_view id) const {
    impl_->verify_tables();
    const std::string term = field_term(row_of(Field::id)->prefix, id);
    // Several only for ids so long that they are clipped in terms.
    for (glass::PostingList list(impl_->tables.postlist(), term); !list.at_end(); list.next()) {
        const std::uint32_t article = impl_->articles.article_of(list.docid());
        if (is_wanted(article) && this->id(article) == id) return article;
    }
    return std::nullopt;
}

Article StoredSegment::article(std::uint32_t number) const {
    Article article = impl_->header(number);
    read_passages(number, [&](const CodedPassage& passage) {
        if (passage.is_first) article.headline = impl_->texts.decoded(passage.headline);
        article.body += impl_->texts.decoded(passage.text);
        article.body += passage.gap;
    });
    return article;
}

std::vector<std::uint64_t> StoredSegment::compared_words(std::uint32_t article) const {
    std::vector<std::uint64_t> headline;
    std::vector<std::uint64_t> body;
    bool is_regular = true;
    const auto add = [&](std::vector<std::uint64_t>& words, std::string_view code) {
        for (const std::uint32_t form : impl_->texts.forms_in(code))
            words.push_back(impl_->hash_of(form));
    };
    read_passages(article, [&](const CodedPassage& passage) {
        is_regular &= passage.is_regular && passage.headline_is_regular;
        if (passage.is_first) add(headline, passage.headline);
        add(body, passage.text);
    });
    return is_regular ? dateline::compared_words(headline, std::move(body))
                      : analyzed_words(this->article(article));
}

void StoredSegment::verify() const {
    impl_->verify_tables();
    impl_->texts.words().verify();
    impl_->texts.text().verify();
    release();
}

void StoredSegment::release() const { impl_->texts.text().release(); }

std::uint32_t StoredSegment::unit_count() const { return impl_->texts.words().unit_count(); }

VocabularyUnit StoredSegment::unit(std::uint32_t number) const {
    const WordsFile::UnitView unit = impl_->texts.words().unit(number);
    return {unit.text, unit.form};
}

std::uint32_t StoredSegment::form_count() const { return impl_->texts.words().form_count(); }

VocabularyForm StoredSegment::form(std::uint32_t number) const {
    const FormEntry& form = impl_->form_at_hand = impl_->texts.words().form(number);
    return {form.folded, form.term, form.acronym, impl_->articles.languages().at(form.language),
            form.is_stop_word};
}

std::vector<std::uint32_t> StoredSegment::forms_in_order() const {
    std::vector<std::uint32_t> order(form_count());
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

std::uint32_t StoredSegment::article_count() const { return impl_->articles.article_count(); }
bool StoredSegment::is_wanted(std::uint32_t article) const {
    return !impl_->tombstones.is_dead(article);
}

ArticleFacts StoredSegment::facts(std::uint32_t article) const {
    const ArticleEntry entry = impl_->articles.entry(article);
    return {.dated = entry.dated,
            .day = entry.day,
            .seconds = entry.seconds,
            .language = impl_->articles.languages()[entry.language],
            .content_hash = entry.content_hash,
            .text_bytes = entry.text_bytes,
            .passages = impl_->articles.end_docid(article) - entry.first_docid};
}

std::string StoredSegment::id(std::uint32_t article) const { return impl_->header(article).id; }
Sketch StoredSegment::sketch(std::uint32_t article) const {
    return impl_->sketches.sketches()[article];
}
std::string StoredSegment::stored_header(std::uint32_t article) const {
    return impl_->stored_header(article);
}
const DenseCode& StoredSegment::code() const { return impl_->texts.words().code(); }

void StoredSegment::read_passages(std::uint32_t article, const PassageSink& sink) const {
    const DocId end = impl_->articles.end_docid(article);
    for (DocId docid = impl_->articles.first_docid(article); docid < end; ++docid)
        sink(impl_->texts.text().passage(docid));
}

SegmentInfo living_info(const StoredSegment& segment) {
    SegmentInfo info;
    info.name = segment.folder().filename().string();
    std::map<std::string, std::uint64_t> languages;
    for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
        if (!segment.is_wanted(i)) continue;
        const ArticleFacts facts = segment.facts(i);
        ++info.articles;
        info.passages += facts.passages;
        info.text_bytes += facts.text_bytes;
        ++languages[std::string(facts.language)];
        if (!facts.dated) continue;
        if (info.dated++ == 0) info.last_day = facts.day;
        info.first_day = facts.day;
    }
    info.languages.assign(languages.begin(), languages.end());
    return info;
}

}  // namespace dateline
