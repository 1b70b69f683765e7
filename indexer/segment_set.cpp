#include "indexer/segment_set.hpp"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/analyzer.hpp"
#include "corpus/bytes.hpp"
#include "corpus/dictionary_file.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/schema.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/article_batch.hpp"
#include "indexer/merge_policy.hpp"
#include "indexer/near_duplicates.hpp"
#include "indexer/segment_files.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline {

namespace {

// An index of fewer headers has no dictionary: there is too little to learn from, and to gain.
constexpr std::size_t least_headers_for_dictionary = 500;
constexpr std::size_t most_headers_for_dictionary = 2'500;
constexpr std::size_t dictionary_bytes = 32U << 10;
// What the program takes without batch and word forms, what a remembered word form takes, and what
// is known of an article all through a run.
constexpr std::uint64_t base_bytes = 40U << 20;
constexpr std::uint64_t word_form_bytes = 130;
constexpr std::uint64_t article_bytes = 500;

struct Dictionary {
    std::string name;  // of its file; empty: none
    std::string bytes;
};

// The place of an article that was not in the index before.
constexpr SegmentArticle fresh{0xFFFF'FFFF, 0};

/// A segment and what is to become of it.
struct Member {
    SegmentInfo info;
    SegmentSet::Age age;
    bool is_of_this_version = true;
    std::uint32_t number_in_force = fresh.segment;  // in the manifest before the run
    std::vector<SegmentArticle> origins{};  // of a merged segment's articles in that manifest
    bool has_new_tombstones = false;
    std::unique_ptr<StoredSegment> reader{};

    // Where an article was before the run.
    SegmentArticle origin(std::uint32_t article) const {
        if (!origins.empty()) return origins[article];
        return number_in_force == fresh.segment ? fresh : SegmentArticle{number_in_force, article};
    }
};

Dictionary read_dictionary(const std::filesystem::path& index, const std::string& name) {
    if (name.empty()) return {};
    return {name, std::string(open_dictionary(index, name).bytes())};
}

// A quarter of the memory is for word forms: each thread may keep two generations of them.
std::size_t remembered_forms(const SegmentSettings& settings) {
    const std::uint64_t forms =
        settings.memory / 4 / (2 * word_form_bytes * std::max<std::size_t>(1, settings.threads));
    return std::clamp<std::size_t>(forms, 1U << 12, remembered_word_forms);
}

std::uint64_t batch_memory(const SegmentSettings& settings, std::uint64_t articles) {
    const std::uint64_t rest = settings.memory - settings.memory / 4;
    const std::uint64_t taken = base_bytes + articles * article_bytes;
    // The stock writer turns the postings round in objects of its own.
    const std::uint64_t share = settings.writer == WriterKind::stock ? 4 : 1;
    return (rest - std::min(rest / 2, taken)) / share;
}

// The allocator keeps what a batch had, in as many heaps as threads; the next thing to come is of
// another shape.
void give_back_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

}  // namespace

struct SegmentSet::Impl {
    Impl(std::filesystem::path folder, Publication& of, const SegmentSettings& chosen,
         OnWritten report)
        : index(std::move(folder)),
          publication(of),
          settings(chosen),
          on_written(std::move(report)),
          batch(std::make_unique<ArticleBatch>(std::max<std::size_t>(1, chosen.threads),
                                               remembered_forms(chosen))) {}

    std::filesystem::path index;
    Publication& publication;
    SegmentSettings settings;
    OnWritten on_written;
    Dictionary dictionary{};
    std::vector<Member> members{};
    std::unique_ptr<ArticleBatch> batch;  // until the merges begin
    std::uint64_t articles_added = 0;
    bool is_changed = false;

    bool is_batch_full() const { return batch->memory() >= batch_memory(settings, articles_added); }

    std::size_t add(Article article) {
        ++articles_added;
        return batch->add(std::move(article));
    }

    StoredSegment& reader_of(Member& member) {
        if (!member.reader) {
            Tombstones tombstones;
            const std::filesystem::path folder = index / member.info.name;
            if (!member.info.tombstones.empty()) {
                const std::filesystem::path file = index / member.info.tombstones;
                tombstones =
                    decode_tombstones(MappedFile(file).bytes(),
                                      ArticlesFile(folder / "articles").article_count(), file);
            }
            member.reader =
                std::make_unique<StoredSegment>(folder, dictionary.bytes, std::move(tombstones));
        }
        return *member.reader;
    }

    // The segment that holds an article, and the article's number there.
    std::pair<Member*, std::uint32_t> find(const std::string& id, Age age) {
        for (Member& member : members) {
            if (member.age != age) continue;
            if (const auto number = reader_of(member).find(id)) return {&member, *number};
        }
        throw_damaged(index.string(), "its segments do not hold article " + id);
    }

    SegmentStyle style() const {
        return {settings.writer, dictionary.bytes, settings.has_frequencies};
    }
    double dead_share(const Member& member) const;
    void train(const std::vector<std::unique_ptr<AnalyzedArticles>>& batches);
    void write_batch();
    void read_anew();
    void merge();
    void merge(std::vector<Member> outdated);
};

SegmentSet::SegmentSet(std::filesystem::path index, const Manifest& in_force,
                       Publication& publication, const SegmentSettings& settings,
                       OnWritten on_written, const std::vector<SegmentInfo>& written)
    : impl_(
          std::make_unique<Impl>(std::move(index), publication, settings, std::move(on_written))) {
    impl_->dictionary = read_dictionary(impl_->index, in_force.dictionary);
    const bool is_of_this_version = in_force.analysis == analysis_version() &&
                                    in_force.scoring == scoring_version && !settings.reanalyse;
    for (std::uint32_t i = 0; i < in_force.segments.size(); ++i)
        impl_->members.push_back({in_force.segments[i], Age::in_force, is_of_this_version,
                                  settings.clusters_anew ? fresh.segment : i});
    for (const SegmentInfo& info : written) {
        impl_->members.push_back({info, Age::written});
        impl_->articles_added += info.articles;
        impl_->is_changed = true;
    }
}

SegmentSet::~SegmentSet() = default;

Article SegmentSet::article(const std::string& id, Age age) {
    const auto [member, number] = impl_->find(id, age);
    return member->reader->article(number);
}

void SegmentSet::remove(const std::string& id, Age age) {
    const auto [member, number] = impl_->find(id, age);
    member->reader->bury(number);
    member->has_new_tombstones = true;
    impl_->is_changed = true;
}

std::size_t SegmentSet::add(Article article) { return impl_->add(std::move(article)); }
void SegmentSet::drop(std::size_t number) { impl_->batch->drop(number); }
Article SegmentSet::batch_article(std::size_t number) { return impl_->batch->article(number); }
bool SegmentSet::is_batch_full() const { return impl_->is_batch_full(); }
void SegmentSet::write_batch() { impl_->write_batch(); }

// Learns a dictionary from the first headers in reading order.
void SegmentSet::Impl::train(const std::vector<std::unique_ptr<AnalyzedArticles>>& batches) {
    if (!dictionary.name.empty()) return;
    std::vector<std::pair<std::size_t, std::string_view>> headers;
    for (const auto& made : batches)
        for (std::uint32_t i = 0; i < made->article_count(); ++i)
            if (made->is_wanted(i)) headers.emplace_back(made->number(i), made->header(i));
    if (headers.size() < least_headers_for_dictionary) return;
    std::ranges::sort(headers);
    headers.resize(std::min(headers.size(), most_headers_for_dictionary));
    std::vector<std::string> samples;
    samples.reserve(headers.size());
    for (const auto& [number, header] : headers) samples.emplace_back(header);
    std::string bytes = train_dictionary(samples, dictionary_bytes);
    if (bytes.empty()) return;
    dictionary = {publication.write_file(dictionary_kind(bytes), bytes), std::move(bytes)};
    for (Member& member : members)  // read without it so far, if not changed
        if (!member.has_new_tombstones) member.reader.reset();
}

void SegmentSet::Impl::write_batch() {
    if (batch->size() == 0) return;
    const std::uint64_t text_bytes = batch->text_bytes();
    std::vector<std::unique_ptr<AnalyzedArticles>> made = batch->take();
    train(made);
    const bool is_empty = std::ranges::none_of(made, [](const auto& articles) {
        for (std::uint32_t i = 0; i < articles->article_count(); ++i)
            if (articles->is_wanted(i)) return true;
        return false;
    });
    if (is_empty) return;
    SegmentInfo info = write_segment(publication.new_segment(), made, style(),
                                     [&](std::uint64_t bytes) { on_written(bytes, text_bytes); });
    members.push_back({std::move(info), Age::written});
    is_changed = true;
    made.clear();
    give_back_memory();
}

// The articles of segments of another version are analysed again.
void SegmentSet::Impl::read_anew() {
    std::vector<Member> outdated;
    for (Member& member : members)
        if (!member.is_of_this_version) outdated.push_back(std::move(member));
    std::erase_if(members, [](const Member& member) { return !member.is_of_this_version; });
    for (Member& member : outdated) {
        const StoredSegment& segment = reader_of(member);
        for (std::uint32_t i = 0; i < segment.article_count(); ++i) {
            if (segment.is_wanted(i)) add(segment.article(i));
            if (is_batch_full()) write_batch();
        }
        is_changed = true;
    }
}

double SegmentSet::Impl::dead_share(const Member& member) const {
    if (!member.reader && member.info.tombstones.empty()) return 0;
    const ArticlesFile articles(index / member.info.name / "articles");
    if (articles.passage_count() == 0) return 0;
    const std::uint64_t living =
        member.reader ? living_info(*member.reader).passages : member.info.passages;
    return 1 - static_cast<double>(living) / articles.passage_count();
}

void SegmentSet::Impl::merge() {
    // What one run's merge made due waits for the next that changes something.
    if (!is_changed && !settings.merge_all) return;
    std::vector<MergeCandidate> candidates;
    for (const Member& member : members)
        candidates.push_back(
            {member.info.text_bytes, dead_share(member), member.age == Age::written});
    std::vector<std::size_t> chosen = segments_to_merge(candidates, max_segments);
    const bool has_one_whole = members.size() == 1 && candidates.front().dead_share == 0;
    if (settings.merge_all && !has_one_whole) {
        chosen.clear();
        for (std::size_t i = 0; i < members.size(); ++i) chosen.push_back(i);
    }
    if (chosen.empty()) return;
    std::vector<Member> outdated;
    outdated.reserve(chosen.size());
    for (const std::size_t i : chosen) outdated.push_back(std::move(members[i]));
    for (auto i = chosen.rbegin(); i != chosen.rend(); ++i)
        members.erase(members.begin() + static_cast<std::ptrdiff_t>(*i));
    merge(std::move(outdated));
}

void SegmentSet::Impl::merge(std::vector<Member> outdated) {
    std::vector<StoredSegment*> segments;
    std::uint64_t text_bytes = 0;
    for (Member& member : outdated) {
        segments.push_back(&reader_of(member));
        text_bytes += member.info.text_bytes;
    }
    is_changed = true;
    const auto has_living = [](const StoredSegment* segment) {
        return segment->tombstones().count() < segment->article_count();
    };
    if (std::ranges::any_of(segments, has_living)) {
        MergedSegment merged =
            merge_segments(publication.new_segment(), segments, style(),
                           [&](std::uint64_t bytes) { on_written(bytes, text_bytes); });
        Member& member = members.emplace_back(Member{std::move(merged.info), Age::written});
        for (const OrderedArticle& ordered : merged.order)
            member.origins.push_back(outdated[ordered.source].origin(ordered.article));
    }
    for (Member& member : outdated) {
        member.reader.reset();
        if (member.age == Age::written) publication.discard(index / member.info.name);
    }
}

void SegmentSet::finish() {
    impl_->read_anew();
    impl_->write_batch();
    impl_->batch.reset();
    give_back_memory();
    impl_->merge();
}

std::vector<std::vector<SegmentArticle>> SegmentSet::clusters(
    const std::vector<std::vector<SegmentArticle>>& before) {
    std::map<SegmentArticle, SegmentArticle> places;  // of the clusters' members, before and now
    for (const std::vector<SegmentArticle>& cluster : before)
        for (const SegmentArticle& member : cluster) places.emplace(member, fresh);

    std::vector<SketchedSegment> segments;
    std::vector<SegmentArticle> new_articles;
    for (std::uint32_t number = 0; number < impl_->members.size(); ++number) {
        Member& member = impl_->members[number];
        const StoredSegment& reader = impl_->reader_of(member);
        segments.push_back({reader.sketches(), reader.tombstones()});
        for (std::uint32_t i = 0; i < reader.article_count(); ++i) {
            if (!reader.is_wanted(i)) continue;
            const SegmentArticle origin = member.origin(i);
            if (origin == fresh)
                new_articles.push_back({number, i});
            else if (const auto known = places.find(origin); known != places.end())
                known->second = {number, i};
        }
    }
    std::vector<KnownCluster> known;
    for (const std::vector<SegmentArticle>& cluster : before) {
        KnownCluster& now = known.emplace_back();
        for (const SegmentArticle& member : cluster) {
            const SegmentArticle place = places.at(member);
            place == fresh ? void(now.lost_members = true) : now.members.push_back(place);
        }
    }
    return near_duplicate_clusters(segments, known, new_articles, [&](SegmentArticle article) {
        return impl_->reader_of(impl_->members[article.segment]).compared_words(article.article);
    });
}

bool SegmentSet::is_changed() const { return impl_->is_changed; }

std::vector<SegmentInfo> SegmentSet::save() {
    std::vector<SegmentInfo> infos;
    for (Member& member : impl_->members) {
        if (std::exchange(member.has_new_tombstones, false)) {
            StoredSegment& segment = impl_->reader_of(member);
            member.info = living_info(segment);
            member.info.tombstones = impl_->publication.write_file(
                "tombstones",
                encode_tombstones(segment.counted_tombstones(), segment.article_count()));
        }
        infos.push_back(member.info);
    }
    return infos;
}

std::string SegmentSet::dictionary() const { return impl_->dictionary.name; }

}  // namespace dateline
