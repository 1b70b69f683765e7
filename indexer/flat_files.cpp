#include "indexer/flat_files.hpp"

#include <algorithm>
#include <future>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/text_file.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/segment_vocabulary.hpp"
#include "indexer/sketches_file.hpp"

namespace dateline {

namespace {

// What a thread takes at once.
constexpr std::size_t articles_at_once = 256;

using Sources = std::span<const SegmentSource* const>;
using Order = std::span<const OrderedArticle>;

ArticleFacts facts_of(const OrderedArticle& ordered, Sources sources) {
    return sources[ordered.source]->facts(ordered.article);
}

Order take_articles(Order& order) {
    const Order taken = order.first(std::min(articles_at_once, order.size()));
    order = order.subspan(taken.size());
    return taken;
}

std::uint64_t text_bytes_of(Order order, Sources sources) {
    std::uint64_t bytes = 0;
    for (const OrderedArticle& ordered : order) bytes += facts_of(ordered, sources).text_bytes;
    return bytes;
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

/// Passages in the new segment's code, with the bytes that they are views of.
struct RecodedTexts {
    struct Passage {
        CodedPassage as_before;
        std::size_t headline_size = 0;
        std::size_t text_size = 0;
    };
    std::vector<Passage> passages;
    std::string code;  // of each passage the headline, then the text
};

/// Turns texts into the new segment's code. Its functions may run in several threads at once.
class TextRecoder {
  public:
    TextRecoder(Sources sources, const SegmentVocabulary& vocabulary) : sources_(sources) {
        for (const std::vector<UnitId>& units : vocabulary.unit_of) {
            std::vector<PackedCode>& codes = codes_.emplace_back();
            codes.reserve(units.size());
            for (const UnitId unit : units)
                codes.push_back(unit != SegmentVocabulary::no_unit ? vocabulary.code.packed(unit)
                                                                   : PackedCode{});
        }
    }

    // Into memory that may have been used before.
    void recode(Order articles, RecodedTexts& recoded) const {
        recoded.passages.clear();
        recoded.code.clear();
        Buffers buffers;
        for (const OrderedArticle& ordered : articles)
            sources_[ordered.source]->read_passages(
                ordered.article, [&](const CodedPassage& passage) {
                    RecodedTexts::Passage& now = recoded.passages.emplace_back();
                    now.as_before = passage;
                    now.headline_size = recode(passage.headline, ordered.source, buffers);
                    recoded.code += buffers.code.bytes();
                    now.text_size = recode(passage.text, ordered.source, buffers);
                    recoded.code += buffers.code.bytes();
                });
    }

  private:
    struct Buffers {
        std::vector<const PackedCode*> met;
        CodeWriter code;
    };

    std::size_t recode(std::string_view code, std::uint32_t source, Buffers& buffers) const {
        buffers.code.begin(code.size());
        const std::vector<PackedCode>& codes = codes_[source];
        const DenseCode& old = sources_[source]->code();
        buffers.met.clear();
        const char* const end = code.data() + code.size();
        for (const char* at = code.data(); at != end;) {
            buffers.met.push_back(&codes[old.next(at, end)]);
            __builtin_prefetch(buffers.met.back());
        }
        for (const PackedCode* unit : buffers.met) buffers.code.append(*unit);
        return buffers.code.bytes().size();
    }

    Sources sources_;
    std::vector<std::vector<PackedCode>> codes_;  // by source, by the source's number of a unit
};

void write_texts(TextFileWriter& file, RecodedTexts& recoded) {
    std::string_view code = recoded.code;
    const auto take = [&](std::size_t size) {
        const std::string_view taken = code.substr(0, size);
        code.remove_prefix(size);
        return taken;
    };
    for (RecodedTexts::Passage& passage : recoded.passages) {
        passage.as_before.headline = take(passage.headline_size);
        passage.as_before.text = take(passage.text_size);
        file.add(passage.as_before);
    }
}

}  // namespace

SegmentInfo write_flat_files(const std::filesystem::path& folder, Sources sources, Order order,
                             const OnWritten& on_written) {
    SegmentInfo info = info_of(folder, sources, order);
    write_articles(folder, sources, order, info);
    SegmentVocabulary vocabulary = make_vocabulary(sources, codes_of(info));
    write_durably(folder / "words", vocabulary.words_file);
    vocabulary.words_file = {};
    const TextRecoder recoder(sources, vocabulary);
    TextFileWriter texts(folder / "text");
    RecodedTexts by_me;
    RecodedTexts by_other;
    std::uint64_t bytes = 0;
    while (!order.empty()) {
        const Order mine = take_articles(order);
        const Order other = take_articles(order);
        std::future<void> ahead =
            std::async(std::launch::async, [&] { recoder.recode(other, by_other); });
        recoder.recode(mine, by_me);
        write_texts(texts, by_me);
        ahead.get();
        write_texts(texts, by_other);
        bytes += text_bytes_of(mine, sources) + text_bytes_of(other, sources);
        on_written(bytes);
        for (const SegmentSource* source : sources) source->release();
    }
    texts.finish();
    return info;
}

}  // namespace dateline
