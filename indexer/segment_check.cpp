#include "indexer/segment_check.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <sstream>
#include <utility>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/forms_file.hpp"
#include "corpus/frequencies_file.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/pairs_file.hpp"
#include "corpus/table_checksums.hpp"
#include "corpus/terms_file.hpp"
#include "corpus/text_file.hpp"
#include "corpus/words_file.hpp"
#include "indexer/sketches_file.hpp"
#include "indexer/stored_segment.hpp"
#include "indexer/table_error.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t articles_between_reports = 256;

template <class File>
CheckedPart check_file(const fs::path& folder, const char* name) {
    return checked((folder.filename() / name).string(), [&] { File(folder / name).verify(); });
}

// Xapian opens the tables for writing to check them, though it writes nothing.
bool can_be_opened_for_writing(const fs::path& folder) {
    return std::ranges::all_of(fs::directory_iterator(folder), [](const fs::directory_entry& file) {
        return ::access(file.path().c_str(), W_OK) == 0;
    });
}

// Xapian is given no table that is not as it was written. Where the index is read-only, the
// checksums must do.
void check_tables(const fs::path& folder) {
    verify_table_checksums(folder);
    if (!can_be_opened_for_writing(folder)) return;
    try {
        std::ostringstream report;
        const std::size_t errors = Xapian::Database::check(folder.string(), 0, &report);
        if (errors > 0) throw_where_refused(folder.string(), report.str());
        if (errors > 0)
            throw_damaged(folder.string(), fmt::format("xapian-check finds {} errors", errors));
    } catch (const Xapian::Error& error) {
        throw_table_error(folder.string(), error.get_msg(), error.get_error_string());
    }
}

/// Whether all that is said of each article of a segment holds.
class ContentsCheck {
  public:
    explicit ContentsCheck(const StoredSegment& segment) : segment_(segment) {}

    /// In document order.
    void check(std::uint32_t number) {
        Article article = segment_.article(number);
        const ArticleFacts facts = segment_.facts(number);
        require(content_hash(article) == facts.content_hash, number, "is not what was indexed");
        require(article.headline.size() + article.body.size() == facts.text_bytes, number,
                "has another length than it should");
        require(number == 0 || comes_before(previous_, article), number,
                "is not in document order");
        check_passages(number, article.body.size());
        if (segment_.is_wanted(number)) {
            require(segment_.find(article.id) == number, number, "is not found by its id");
            ids_.push_back(article.id);
        }
        previous_ = std::move(article);
    }

    std::vector<std::string> ids() && { return std::move(ids_); }

  private:
    void check_passages(std::uint32_t number, std::size_t body_bytes) const {
        bool is_first = true;
        std::uint32_t begin = 0;
        segment_.read_passages(number, [&](const CodedPassage& passage) {
            require(passage.is_first == is_first && passage.begin >= begin &&
                        passage.begin <= body_bytes,
                    number, "is not cut into its passages");
            is_first = false;
            begin = passage.begin;
        });
    }

    void require(bool holds, std::uint32_t number, std::string_view problem) const {
        if (!holds)
            throw_damaged(segment_.folder().string(),
                          fmt::format("article {} {}", number, problem));
    }

    const StoredSegment& segment_;
    Article previous_;
    std::vector<std::string> ids_;
};

void require_numbers(const StoredSegment& segment, const SegmentInfo& expected) {
    SegmentInfo living = living_info(segment);
    living.tombstones = expected.tombstones;
    if (living == expected) return;
    const auto facts = [](const SegmentInfo& info) {
        return fmt::format("{} articles, {} passages, {} bytes", info.articles, info.passages,
                           info.text_bytes);
    };
    throw_damaged(segment.folder().string(),
                  fmt::format("it holds {}; the manifest's numbers are others: {}", facts(living),
                              facts(expected)));
}

std::vector<std::string> check_contents(const StoredSegment& segment, const SegmentInfo& info,
                                        const OnCheckedArticles& on_checked) {
    require_numbers(segment, info);
    ContentsCheck contents(segment);
    std::uint64_t text_bytes = 0;
    for (std::uint32_t number = 0; number < segment.article_count(); ++number) {
        contents.check(number);
        if (segment.is_wanted(number)) text_bytes += segment.facts(number).text_bytes;
        if ((number + 1) % articles_between_reports != 0) continue;
        on_checked(articles_between_reports, std::exchange(text_bytes, 0));
        segment.release();
    }
    on_checked(segment.article_count() % articles_between_reports, text_bytes);
    return std::move(contents).ids();
}

void read_tombstones(CheckedSegment& segment, const fs::path& index, const SegmentInfo& info) {
    const fs::path file = index / info.tombstones;
    const MappedFile bytes(file);
    if (!segment.parts.front().is_ok())
        throw_damaged(file.string(),
                      fmt::format("it cannot be read without {}", segment.parts.front().part));
    const ArticlesFile articles(index / info.name / "articles");
    segment.tombstones = decode_tombstones(bytes.bytes(), articles.article_count(), file);
}

void check_together(CheckedSegment& segment, const fs::path& folder, const SegmentInfo& info,
                    std::optional<std::string_view> dictionary,
                    const OnCheckedArticles& on_checked) {
    if (!dictionary || !std::ranges::all_of(segment.parts, &CheckedPart::is_ok))
        throw_damaged(folder.string(), "its articles cannot be read without what is damaged");
    const StoredSegment stored(folder, *dictionary, segment.tombstones);
    segment.ids = check_contents(stored, info, on_checked);
}

}  // namespace

std::string problem_of(const Error& error) {
    constexpr std::string_view mark = " is damaged: ";
    const std::string_view message = error.what();
    const std::size_t place = message.find(mark);
    return std::string(place == std::string_view::npos ? message
                                                       : message.substr(place + mark.size()));
}

CheckedSegment check_segment(const fs::path& index, const Manifest& manifest,
                             const SegmentInfo& info, std::optional<std::string_view> dictionary,
                             const OnCheckedArticles& on_checked) {
    const fs::path folder = index / info.name;
    CheckedSegment segment;
    segment.parts = {check_file<ArticlesFile>(folder, "articles"),
                     check_file<WordsFile>(folder, "words"),
                     check_file<TextFile>(folder, "text"),
                     check_file<SketchesFile>(folder, "sketches"),
                     check_file<FrequenciesFile>(folder, "frequencies"),
                     checked(info.name + "/forms", [&] { verify_forms_file(folder / "forms"); }),
                     checked(info.name + "/pairs", [&] { verify_pairs_file(folder / "pairs"); }),
                     checked(info.name + "/terms", [&] { verify_terms_file(folder / "terms"); }),
                     checked(info.name + "/*.glass", [&] { check_tables(folder); })};
    if (!info.tombstones.empty())
        segment.parts.push_back(checked(info.tombstones, [&] {
            read_tombstones(segment, index, info);
            require_published(index, manifest, info.tombstones);
        }));
    segment.parts.push_back(checked(info.name, [&] {
        check_together(segment, folder, info, dictionary, on_checked);
        require_published(index, manifest, info.name);
    }));
    segment.is_whole = segment.parts.back().is_ok();
    if (segment.is_whole) segment.article_count = ArticlesFile(folder / "articles").article_count();
    return segment;
}

}  // namespace dateline
