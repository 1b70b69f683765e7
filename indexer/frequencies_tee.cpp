#include "indexer/frequencies_tee.hpp"

#include <utility>
#include <vector>

#include "corpus/frequencies_file.hpp"
#include "corpus/schema.hpp"

namespace dateline {

namespace {

// Wherever it stands in an article.
bool is_stem(std::string_view term) { return term.front() < 'A' || term.front() > 'Z'; }
bool is_word(std::string_view term) { return is_stem(term) || term.starts_with(acronym_prefix); }

class FrequenciesTee final : public SegmentWriter {
  public:
    FrequenciesTee(const std::filesystem::path& folder,
                   std::vector<FrequenciesWriter::ArticleSize> articles,
                   std::uint32_t passage_count, TermPassages& passages, SegmentWriter& writer,
                   bool is_wanted)
        : frequencies_(folder / "frequencies", std::move(articles), passage_count),
          passages_(passages),
          writer_(writer),
          is_wanted_(is_wanted) {}

    void add_lengths(std::span<const std::uint32_t> lengths) override {
        writer_.add_lengths(lengths);
    }
    void add_term(std::string_view term, std::span<const Posting> postings) override {
        if (is_stem(term)) passages_.add(term, static_cast<std::uint32_t>(postings.size()));
        if (is_wanted_ && is_word(term)) frequencies_.add(term, postings);
        writer_.add_term(term, postings);
    }
    void add_data(DocId docid, std::string_view data) override { writer_.add_data(docid, data); }
    void finish() override {
        writer_.finish();
        frequencies_.finish();
    }

  private:
    FrequenciesWriter frequencies_;
    TermPassages& passages_;
    SegmentWriter& writer_;
    bool is_wanted_;
};

}  // namespace

std::unique_ptr<SegmentWriter> frequencies_tee(const std::filesystem::path& folder,
                                               std::span<const SegmentSource* const> sources,
                                               std::span<const OrderedArticle> order,
                                               TermPassages& passages, SegmentWriter& writer,
                                               bool is_wanted) {
    std::vector<FrequenciesWriter::ArticleSize> articles;
    articles.reserve(order.size());
    std::uint32_t passage_count = 0;
    for (const OrderedArticle& ordered : order) {
        const ArticleFacts facts = sources[ordered.source]->facts(ordered.article);
        articles.push_back({ordered.first_docid, facts.text_bytes});
        passage_count += facts.passages;
    }
    return std::make_unique<FrequenciesTee>(folder, std::move(articles), passage_count, passages,
                                            writer, is_wanted);
}

}  // namespace dateline
