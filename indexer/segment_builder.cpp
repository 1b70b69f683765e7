#include "indexer/segment_builder.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/passage_terms.hpp"
#include "indexer/segment_writer.hpp"

namespace dateline {

struct SegmentBuilder::Impl {
    std::filesystem::path folder;
    Analyzers& analyzers;
    TextCompressor compressor;
    std::unique_ptr<SegmentWriter> writer;
    std::vector<ArticleEntry> entries{};
    std::vector<std::string> languages{};  // in order of appearance
    std::map<std::string, std::uint64_t> language_counts{};
    SegmentInfo info{};

    std::uint8_t language_number(const std::string& code) {
        const auto known = std::ranges::find(languages, code);
        const auto number = known - languages.begin();
        if (known == languages.end()) languages.push_back(code);
        return static_cast<std::uint8_t>(number);
    }

    void count(const SplitArticle& split) {
        const Date& date = split.article.date;
        ++info.articles;
        info.passages += split.passages.size();
        info.text_bytes += split.text_bytes();
        ++language_counts[split.article.language];
        if (!date.known()) return;
        if (info.dated++ == 0) info.last_day = date.day;
        info.first_day = date.day;
    }

    ArticleEntry entry_of(const Article& article) {
        ArticleEntry entry{.first_docid = static_cast<DocId>(info.passages + 1),
                           .language = language_number(article.language),
                           .content_hash = content_hash(article)};
        if (!article.date.known()) return entry;
        entry.dated = true;
        entry.day = article.date.day;
        entry.seconds = static_cast<std::int32_t>(article.date.instant -
                                                  std::int64_t{article.date.day} * 86'400);
        return entry;
    }
};

SegmentBuilder::SegmentBuilder(const std::filesystem::path& folder, std::string_view dictionary,
                               Analyzers& analyzers)
    : impl_(new Impl{folder, analyzers, TextCompressor(dictionary), open_stock_writer(folder)}) {
    impl_->info.name = folder.filename().string();
}
SegmentBuilder::~SegmentBuilder() = default;
SegmentBuilder::SegmentBuilder(SegmentBuilder&&) noexcept = default;

void SegmentBuilder::add(const SplitArticle& split) {
    const auto terms = passage_terms(split.article, split.passages, impl_->analyzers);
    for (std::size_t i = 0; i < split.passages.size(); ++i) {
        const StoredPassage stored = stored_passage(split.article, split.passages, i);
        impl_->writer->add(terms[i].terms, impl_->compressor.compress(encode_passage(stored)));
    }
    impl_->entries.push_back(impl_->entry_of(split.article));
    impl_->count(split);
}

SegmentInfo SegmentBuilder::finish() {
    impl_->writer->finish();
    write_durably(impl_->folder / "articles",
                  encode_articles(impl_->entries, static_cast<std::uint32_t>(impl_->info.passages),
                                  impl_->languages));
    sync_to_disk(impl_->folder);
    impl_->info.languages.assign(impl_->language_counts.begin(), impl_->language_counts.end());
    return impl_->info;
}

}  // namespace dateline
