#include "searcher/index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <system_error>
#include <utility>

#include "corpus/analyzer.hpp"
#include "corpus/bytes.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/distinct.hpp"
#include "corpus/error.hpp"
#include "corpus/file_marks.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/shell_word.hpp"
#include "searcher/indexed_article.hpp"

namespace dateline {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view id_prefix = "Q";

void require_same_version(const Manifest& manifest, const fs::path& folder) {
    if (manifest.analysis == analysis_version() && manifest.scoring == scoring_version) return;
    throw Error(ErrorKind::index,
                fmt::format("the index {} was made by another version of dateline ({}, scoring {}; "
                            "this one has {}, scoring {})",
                            folder.string(), manifest.analysis, manifest.scoring,
                            analysis_version(), scoring_version),
                fmt::format("analyse it anew, from the texts in it: dateline --index {} index "
                            "--reanalyse",
                            shell_word(folder.string())));
}

std::vector<fs::path> parts_of(const Manifest& manifest) {
    std::vector<fs::path> parts;
    for (const SegmentInfo& segment : manifest.segments) {
        parts.emplace_back(segment.name);
        if (!segment.tombstones.empty()) parts.emplace_back(segment.tombstones);
    }
    if (!manifest.dictionary.empty()) parts.emplace_back(manifest.dictionary);
    if (!manifest.copies.empty()) parts.emplace_back(manifest.copies);
    return parts;
}

bool all_there(const Manifest& manifest, const fs::path& folder) {
    return std::ranges::all_of(parts_of(manifest),
                               [&](const fs::path& part) { return fs::exists(folder / part); });
}

std::vector<Segment> open_segments(const Manifest& manifest, const fs::path& folder) {
    const MappedFile dictionary = open_dictionary(folder, manifest.dictionary);
    std::vector<Segment> segments;
    segments.reserve(manifest.segments.size());
    for (const SegmentInfo& info : manifest.segments)
        segments.emplace_back(folder / info.name, dictionary.bytes(),
                              info.tombstones.empty() ? fs::path() : folder / info.tombstones);
    return segments;
}

ArticleCopies open_copies(const Manifest& manifest, const fs::path& folder,
                          const std::vector<Segment>& segments) {
    if (manifest.copies.empty()) return {};
    const fs::path file = folder / manifest.copies;
    ArticleCopies copies(decode_copies(MappedFile(file).bytes(), file));
    require_published(folder, manifest, manifest.copies);
    for (const auto& [place, cluster] : copies.members())
        if (place.segment >= segments.size() ||
            place.article >= segments[place.segment].articles().article_count())
            throw_damaged(file.string(), "it names an article that is not there");
    return copies;
}

std::uint64_t bytes_under(const fs::path& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        const auto size = fs::file_size(path, ignored);
        return ignored ? 0 : size;
    }
    std::uint64_t bytes = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(path, ignored))
        bytes += bytes_under(entry.path());
    return bytes;
}

// The article that a term of kind "Q" + id names. Long ids are clipped in terms, so the header
// decides.
std::string id_of(const Segment& segment, const std::string& term) {
    constexpr std::size_t longest_sure = max_term_bytes - 4;
    if (term.size() < longest_sure) return term.substr(id_prefix.size());
    return segment.header(segment.articles().article_of(segment.postings(term).front().docid)).id;
}

// Further ids, and those whose terms begin with "Q" + `prefix`, of those that `wanted` takes.
template <class Wanted>
std::vector<std::string> ids_with(const std::vector<Segment>& segments, const ArticleCopies& copies,
                                  std::string_view prefix, const Wanted& wanted) {
    std::vector<std::string> ids;
    const std::string term_prefix = std::string(id_prefix).append(prefix);
    for (const Segment& segment : segments)
        for (const std::string& term :
             segment.terms_with(term_prefix, std::numeric_limits<std::size_t>::max()))
            if (std::string id = id_of(segment, term); wanted(id)) ids.push_back(std::move(id));
    for (const Alias& alias : copies.aliases())
        if (wanted(alias.id)) ids.push_back(alias.id);
    return ids;
}

std::vector<std::string> ids_with_url(const std::vector<Segment>& segments, std::string_view url) {
    std::vector<std::string> ids;
    if (url.find("://") == std::string_view::npos) return ids;
    for (const Segment& segment : segments)
        for (const std::uint32_t article :
             segment.articles_between(0, segment.articles().article_count()))
            if (const Article header = segment.header(article); header.url == url)
                ids.push_back(header.id);
    return ids;
}

// Those of `next`, by segment, whose ids `first` has too.
std::vector<ArticleSet> known_articles(const Index& next, const Index& first) {
    std::vector<ArticleSet> known;
    for (const Segment& segment : next.segments()) {
        std::vector<std::uint32_t> articles;
        for (const std::string& term :
             segment.terms_with(std::string(id_prefix), std::numeric_limits<std::size_t>::max()))
            if (first.find_article(id_of(segment, term)))
                for (const Posting& posting : segment.postings(term))
                    articles.push_back(segment.articles().article_of(posting.docid));
        known.push_back(article_set(std::move(articles)));
    }
    return known;
}

// Those of `first`, and of `next` what is left without the hidden articles, its segments
// renumbered.
ArticleCopies joined_copies(const ArticleCopies& first, const ArticleCopies& next,
                            const std::vector<ArticleSet>& hidden, std::size_t first_segments) {
    Copies copies;
    for (std::uint32_t i = 0; i < first.cluster_count(); ++i)
        copies.clusters.emplace_back(first.cluster(i).begin(), first.cluster(i).end());
    for (std::uint32_t i = 0; i < next.cluster_count(); ++i) {
        std::vector<SegmentArticle> cluster;
        for (const auto [segment, article] : next.cluster(i))
            if (!contains(hidden[segment], article))
                cluster.push_back({segment + static_cast<std::uint32_t>(first_segments), article});
        if (cluster.size() > 1) copies.clusters.push_back(std::move(cluster));
    }
    copies.aliases = first.aliases();
    for (const Alias& alias : next.aliases())
        if (!first.kept_id(alias.id)) copies.aliases.push_back(alias);
    std::ranges::sort(copies.clusters);
    std::ranges::sort(copies.aliases);
    return ArticleCopies(std::move(copies));
}

// What the manifest says of a segment, of the articles that live.
SegmentInfo living_info(SegmentInfo info, const Segment& segment) {
    const ArticlesFile& file = segment.articles();
    std::map<std::string, std::uint64_t> languages;
    info.articles = info.passages = info.text_bytes = info.dated = 0;
    for (const std::uint32_t article : segment.articles_between(0, file.article_count())) {
        ++info.articles;
        info.passages += file.end_docid(article) - file.first_docid(article);
        info.text_bytes += file.text_bytes(article);
        ++languages[file.languages()[file.language(article)]];
        if (article >= file.dated_count()) continue;
        if (info.dated++ == 0) info.last_day = file.day(article);
        info.first_day = file.day(article);
    }
    info.languages.assign(languages.begin(), languages.end());
    return info;
}

}  // namespace

struct Index::Impl {
    struct Part {
        fs::path folder;
        Manifest manifest;
    };
    std::vector<Part> parts;  // as they were opened
    Manifest manifest;
    std::vector<Segment> segments;
    ArticleCopies copies;
};

Index::Index() : impl_(std::make_unique<Impl>()) {}
Index::Index(Index&&) noexcept = default;
Index::~Index() = default;

Index Index::open(const fs::path& folder) {
    // A writer may publish, and tidy up what it replaced, between reading CURRENT and opening.
    constexpr int attempts = 5;
    Index index;
    for (int attempt = 1;; ++attempt) {
        index.impl_->manifest = require_manifest(folder);
        require_same_version(index.manifest(), folder);
        try {
            index.impl_->segments = open_segments(index.manifest(), folder);
            index.impl_->copies = open_copies(index.manifest(), folder, index.segments());
            index.impl_->parts = {{folder, index.manifest()}};
            return index;
        } catch (const Error&) {
            if (all_there(index.manifest(), folder)) throw;
            if (attempt == attempts)
                throw_damaged(folder.string(), "a file that its manifest names is missing");
        }
    }
}

Index Index::join(std::vector<Index> indexes) {
    Index whole = std::move(indexes.front());
    for (Index& next : std::span(indexes).subspan(1)) {
        const std::vector<ArticleSet> known = known_articles(next, whole);
        whole.impl_->copies =
            joined_copies(whole.copies(), next.copies(), known, whole.segments().size());
        for (std::size_t i = 0; i < known.size(); ++i) {
            Segment& segment = next.impl_->segments[i];
            SegmentInfo& info = next.impl_->manifest.segments[i];
            if (!known[i].empty()) {
                segment.hide(known[i]);
                info = living_info(std::move(info), segment);
            }
            whole.impl_->segments.push_back(std::move(segment));
            whole.impl_->manifest.segments.push_back(std::move(info));
        }
        std::ranges::copy(next.manifest().roots, std::back_inserter(whole.impl_->manifest.roots));
        std::ranges::copy(next.impl_->parts, std::back_inserter(whole.impl_->parts));
    }
    return whole;
}

const Manifest& Index::manifest() const { return impl_->manifest; }
const std::vector<Segment>& Index::segments() const { return impl_->segments; }
const ArticleCopies& Index::copies() const { return impl_->copies; }

std::uint64_t Index::article_count() const {
    std::uint64_t articles = 0;
    for (const Segment& segment : segments()) articles += segment.article_count();
    return articles;
}

std::vector<std::string> Index::languages() const {
    std::vector<std::string> codes;
    for (const Segment& segment : segments())
        std::ranges::copy(segment.languages(), std::back_inserter(codes));
    sort_distinct(codes);
    return codes;
}

std::optional<ArticlePlace> Index::find_article(std::string_view asked) const {
    const std::string id = copies().kept_id(asked).value_or(std::string(asked));
    const std::string term = field_term(id_prefix, id);
    for (std::uint32_t number = 0; number < segments().size(); ++number) {
        const Segment& segment = segments()[number];
        for (const Posting& posting : segment.postings(term)) {
            const std::uint32_t article = segment.articles().article_of(posting.docid);
            if (segment.header(article).id == id) return ArticlePlace{number, article};
        }
    }
    return std::nullopt;
}

std::vector<std::string> Index::ids_like(std::string_view text, std::size_t limit) const {
    // A clipped term begins with the beginning of its id only.
    const std::string_view in_terms = text.substr(0, max_term_bytes / 2);
    const auto begins = [&](std::string_view id) { return id.starts_with(text); };
    const auto ends = [&](std::string_view id) { return id.ends_with(text); };
    std::vector<std::string> ids = ids_with_url(segments(), text);
    if (ids.empty()) ids = ids_with(segments(), copies(), in_terms, begins);
    if (ids.empty()) ids = ids_with(segments(), copies(), "", ends);
    ids = copies().one_id_each(std::move(ids));
    ids.resize(std::min(limit, ids.size()));
    return ids;
}

Article Index::article(ArticlePlace place) const {
    return indexed_article(segments()[place.segment], place.article);
}

std::optional<StoredPassage> Index::passage(ArticlePlace place, std::uint32_t number) const {
    const Segment& segment = segments()[place.segment];
    const DocId first = segment.articles().first_docid(place.article);
    if (number == 0 || number > segment.articles().end_docid(place.article) - first)
        return std::nullopt;
    return segment.passage(first + number - 1);
}

std::uint64_t Index::bytes_on_disk() const {
    std::uint64_t bytes = 0;
    for (const auto& [folder, manifest] : impl_->parts) {
        bytes += bytes_under(folder / "CURRENT") +
                 bytes_under(folder / fmt::format("manifest-{}", manifest.number)) +
                 bytes_under(folder / manifest.sources);
        for (const fs::path& part : parts_of(manifest)) bytes += bytes_under(folder / part);
    }
    return bytes;
}

}  // namespace dateline
