#include "indexer/flat_files.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/text_file.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/segment_vocabulary.hpp"
#include "indexer/sketches_file.hpp"

namespace dateline {

namespace {

constexpr std::size_t articles_between_reports = 256;

using Sources = std::span<const SegmentSource* const>;
using Order = std::span<const OrderedArticle>;

ArticleFacts facts_of(const OrderedArticle& ordered, Sources sources) {
    return sources[ordered.source]->facts(ordered.article);
}

SegmentInfo info_of(const std::filesystem::path& folder, Sources sources, Order order) {
    SegmentInfo info;
    info.name = folder.filename().string();
    info.articles = order.size();
    std::map<std::string, std::uint64_t> languages;
    for (const OrderedArticle& ordered : order) {
        const ArticleFacts facts = facts_of(ordered, sources);
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

std::vector<std::string> codes_of(const SegmentInfo& info) {
    std::vector<std::string> codes;
    for (const auto& [code, articles] : info.languages) codes.push_back(code);
    return codes;
}

void write_articles(const std::filesystem::path& folder, Sources sources, Order order,
                    const SegmentInfo& info) {
    const std::vector<std::string> languages = codes_of(info);
    std::vector<ArticleEntry> entries;
    std::vector<Sketch> sketches;
    entries.reserve(order.size());
    sketches.reserve(order.size());
    for (const OrderedArticle& ordered : order) {
        const ArticleFacts facts = facts_of(ordered, sources);
        const auto language = std::ranges::find(languages, facts.language);
        entries.push_back({.first_docid = ordered.first_docid,
                           .dated = facts.dated,
                           .day = facts.day,
                           .seconds = facts.seconds,
                           .language = static_cast<std::uint8_t>(language - languages.begin()),
                           .content_hash = facts.content_hash,
                           .text_bytes = facts.text_bytes});
        sketches.push_back(sources[ordered.source]->sketch(ordered.article));
    }
    write_durably(folder / "articles",
                  encode_articles(entries, static_cast<std::uint32_t>(info.passages), languages));
    write_durably(folder / "sketches", encode_sketches(sketches));
}

/// Writes texts in the new segment's code.
class TextRecoder {
  public:
    TextRecoder(const std::filesystem::path& folder, Sources sources,
                const SegmentVocabulary& vocabulary)
        : sources_(sources), file_(folder / "text") {
        for (const std::vector<UnitId>& units : vocabulary.unit_of) {
            std::vector<PackedCode>& codes = codes_.emplace_back();
            for (const UnitId unit : units)
                codes.push_back(unit != SegmentVocabulary::no_unit ? vocabulary.code.packed(unit)
                                                                   : PackedCode{});
        }
    }

    void add(const OrderedArticle& ordered) {
        sources_[ordered.source]->read_passages(ordered.article, [&](const CodedPassage& passage) {
            CodedPassage recoded = passage;
            recode(passage.text, ordered.source, text_);
            recode(passage.headline, ordered.source, headline_);
            recoded.text = text_.bytes();
            recoded.headline = headline_.bytes();
            file_.add(recoded);
        });
    }
    void finish() { file_.finish(); }

  private:
    void recode(std::string_view code, std::uint32_t source, CodeWriter& out) {
        out.begin(code.size());
        const std::vector<PackedCode>& codes = codes_[source];
        const DenseCode& old = sources_[source]->code();
        met_.clear();
        const char* const end = code.data() + code.size();
        for (const char* at = code.data(); at != end;) {
            met_.push_back(&codes[old.next(at, end)]);
            __builtin_prefetch(met_.back());
        }
        for (const PackedCode* unit : met_) out.append(*unit);
    }

    Sources sources_;
    std::vector<std::vector<PackedCode>> codes_;  // by source, by the source's number of a unit
    TextFileWriter file_;
    std::vector<const PackedCode*> met_;
    CodeWriter text_;
    CodeWriter headline_;
};

}  // namespace

SegmentInfo write_flat_files(const std::filesystem::path& folder, Sources sources, Order order,
                             const OnWritten& on_written) {
    const SegmentInfo info = info_of(folder, sources, order);
    write_articles(folder, sources, order, info);
    SegmentVocabulary vocabulary = make_vocabulary(sources, codes_of(info));
    write_durably(folder / "words", vocabulary.words_file);
    vocabulary.words_file = {};
    TextRecoder texts(folder, sources, vocabulary);
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        texts.add(order[i]);
        bytes += facts_of(order[i], sources).text_bytes;
        if (i % articles_between_reports != 0) continue;
        on_written(bytes);
        for (const SegmentSource* source : sources) source->release();
    }
    texts.finish();
    return info;
}

}  // namespace dateline
