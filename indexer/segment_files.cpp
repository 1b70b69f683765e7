#include "indexer/segment_files.hpp"

#include <fmt/format.h>

#include <exception>
#include <future>
#include <system_error>

#include "corpus/error.hpp"
#include "corpus/table_checksums.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/durable_file.hpp"
#include "indexer/frequencies_tee.hpp"
#include "indexer/posting_inversion.hpp"
#include "indexer/posting_merge.hpp"
#include "indexer/term_passages.hpp"
#include "indexer/text_marks.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

using Sources = std::span<const SegmentSource* const>;
using Order = std::span<const OrderedArticle>;

void make_folder(const fs::path& folder) {
    std::error_code failure;
    fs::create_directory(folder, failure);
    if (failure)
        throw Error(ErrorKind::input_output,
                    fmt::format("cannot make {}: {}", folder.string(), failure.message()));
}

std::unique_ptr<SegmentWriter> open_writer(const fs::path& folder, WriterKind kind) {
    const bool is_bulk = kind == WriterKind::automatic && knows_xapian_format(folder);
    return is_bulk ? open_bulk_writer(folder) : open_stock_writer(folder);
}

// Texts are written by one thread, terms and headers by another.
template <class WriteTerms>
SegmentInfo write_files(const fs::path& folder, Sources sources, Order order,
                        const SegmentStyle& style, const OnWritten& on_written,
                        const WriteTerms& write_terms) {
    make_folder(folder);
    const std::unique_ptr<SegmentWriter> tables = open_writer(folder, style.writer);
    TermPassages passages;
    const std::unique_ptr<SegmentWriter> tee =
        frequencies_tee(folder, sources, order, passages, *tables, style.has_frequencies);
    SegmentWriter& writer = *tee;
    auto terms = std::async(std::launch::async, [&] {
        write_terms(writer);
        for (const OrderedArticle& ordered : order)
            writer.add_data(ordered.first_docid,
                            sources[ordered.source]->stored_header(ordered.article));
    });
    SegmentInfo info;
    try {
        info = write_flat_files(folder, sources, order, on_written);
    } catch (...) {
        terms.wait();
        throw;
    }
    terms.get();
    writer.finish();
    write_unit_terms(folder, passages);
    write_text_marks(folder);
    write_durably(folder / table_checksums_file, table_checksum_lines(folder));
    sync_to_disk(folder);
    return info;
}

}  // namespace

SegmentInfo write_segment(const fs::path& folder,
                          const std::vector<std::unique_ptr<AnalyzedArticles>>& batches,
                          const SegmentStyle& style, const OnWritten& on_written) {
    TextCompressor compressor(style.dictionary);
    std::vector<const AnalyzedArticles*> articles;
    std::vector<const SegmentSource*> sources;
    for (const auto& batch : batches) {
        batch->set_compressor(compressor);
        articles.push_back(batch.get());
        sources.push_back(batch.get());
    }
    const std::vector<OrderedArticle> order = in_document_order(sources);
    return write_files(folder, sources, order, style, on_written,
                       [&](SegmentWriter& writer) { write_inverted(articles, order, writer); });
}

MergedSegment merge_segments(const fs::path& folder, const std::vector<StoredSegment*>& segments,
                             const SegmentStyle& style, const OnWritten& on_written) {
    std::vector<const SegmentSource*> sources;
    for (StoredSegment* segment : segments) {
        segment->verify();
        sources.push_back(segment);
    }
    MergedSegment merged{.info = {}, .order = in_document_order(sources)};
    merged.info =
        write_files(folder, sources, merged.order, style, on_written,
                    [&](SegmentWriter& writer) { write_merged(segments, merged.order, writer); });
    return merged;
}

}  // namespace dateline
