#include "indexer/segment_set.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "corpus/analyzer.hpp"
#include "corpus/bytes.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/passage.hpp"
#include "corpus/schema.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_compressor.hpp"
#include "indexer/article_feed.hpp"
#include "indexer/segment_builder.hpp"
#include "indexer/stored_segment.hpp"

namespace dateline {

namespace {

// An index of less text has no dictionary: there is too little to learn from, and to gain.
constexpr std::uint64_t least_text_for_dictionary = 1U << 20;
constexpr std::size_t dictionary_bytes = 64U << 10;
constexpr std::size_t sample_bytes = 100 * dictionary_bytes;

struct Dictionary {
    std::string name;  // of its file; empty: none
    std::string bytes;
};

/// A segment and what is to become of it.
struct Member {
    SegmentInfo info;
    SegmentSet::Age age;
    std::shared_ptr<const Dictionary> dictionary;
    bool is_of_this_version = true;
    std::unordered_set<std::string> removed{};
    std::optional<StoredSegment> reader{};
};

Dictionary read_dictionary(const std::filesystem::path& index, const std::string& name) {
    if (name.empty()) return {};
    return {name, std::string(MappedFile(index / name).bytes())};
}

std::uint64_t text_bytes_of(const std::vector<Article>& articles) {
    std::uint64_t bytes = 0;
    for (const Article& article : articles) bytes += article.headline.size() + article.body.size();
    return bytes;
}

}  // namespace

struct SegmentSet::Impl {
    std::filesystem::path index;
    Publication& publication;
    OnWritten on_written;
    std::shared_ptr<const Dictionary> dictionary;
    std::vector<Member> members{};
    bool is_changed = false;
    Analyzers analyzers{};
    PassageSplitter splitter{};

    const StoredSegment& reader_of(Member& member) {
        if (!member.reader)
            member.reader.emplace(index / member.info.name, member.dictionary->bytes);
        return *member.reader;
    }

    // The segment that holds an article, and the article's number there.
    std::pair<Member*, std::uint32_t> find(const std::string& id, Age age) {
        for (Member& member : members) {
            if (member.age != age || member.removed.contains(id)) continue;
            if (const auto number = reader_of(member).find(id)) return {&member, *number};
        }
        throw_damaged(index.string(), "its segments do not hold article " + id);
    }

    bool must_be_rewritten(const Member& member) const {
        return !member.removed.empty() || !member.is_of_this_version ||
               member.dictionary != dictionary;
    }

    void train(const std::vector<Article>& articles);
    std::vector<Member> take_outdated(bool has_articles);
    void build(const ArticleFeed& feed, std::uint64_t text_bytes);
};

SegmentSet::SegmentSet(std::filesystem::path index, const Manifest& in_force,
                       Publication& publication, OnWritten on_written)
    : impl_(new Impl{std::move(index), publication, std::move(on_written), nullptr}) {
    impl_->dictionary =
        std::make_shared<Dictionary>(read_dictionary(impl_->index, in_force.dictionary));
    const bool is_of_this_version =
        in_force.analysis == analysis_version() && in_force.scoring == scoring_version;
    for (const SegmentInfo& info : in_force.segments)
        impl_->members.push_back({info, Age::in_force, impl_->dictionary, is_of_this_version});
}

SegmentSet::~SegmentSet() = default;

Article SegmentSet::article(const std::string& id, Age age) {
    const auto [member, number] = impl_->find(id, age);
    return member->reader->read(number).article;
}

void SegmentSet::remove(const std::string& id, Age age) {
    impl_->find(id, age).first->removed.insert(id);
}

// Learns a dictionary from the first articles in reading order, once the index has enough text.
void SegmentSet::Impl::train(const std::vector<Article>& articles) {
    std::uint64_t text_bytes = text_bytes_of(articles);
    for (const Member& member : members) text_bytes += member.info.text_bytes;
    if (!dictionary->name.empty() || text_bytes < least_text_for_dictionary) return;

    std::vector<std::string> samples;
    std::size_t size = 0;
    const auto add = [&](const SplitArticle& split) {
        for (std::size_t i = 0; i < split.passages.size() && size < sample_bytes; ++i)
            size +=
                samples
                    .emplace_back(encode_passage(stored_passage(split.article, split.passages, i)))
                    .size();
    };
    for (std::size_t i = 0; i < articles.size() && size < sample_bytes; ++i)
        add({articles[i], splitter.split(articles[i].body, articles[i].language)});
    for (Member& member : members)
        for (std::uint32_t i = 0; i < reader_of(member).article_count() && size < sample_bytes; ++i)
            add(reader_of(member).read(i));
    std::string bytes = train_dictionary(samples, dictionary_bytes);
    if (bytes.empty()) return;
    dictionary =
        std::make_shared<Dictionary>(publication.write_dictionary(bytes), std::move(bytes));
}

void SegmentSet::Impl::build(const ArticleFeed& feed, std::uint64_t text_bytes) {
    std::optional<SplitArticle> split = feed();
    if (!split) return;
    SegmentBuilder builder(publication.new_segment(), dictionary->bytes, analyzers);
    for (std::uint64_t written = 0; split; split = feed()) {
        builder.add(*split);
        on_written(written += split->text_bytes(), text_bytes);
    }
    members.push_back({builder.finish(), Age::written, dictionary});
}

// Takes out the segments that are to be written anew, so that at most `max_segments` are left with
// the one that they become.
std::vector<Member> SegmentSet::Impl::take_outdated(bool has_articles) {
    const auto kept = std::ranges::stable_partition(
        members, [&](const Member& member) { return !must_be_rewritten(member); });
    std::vector<Member> outdated(std::make_move_iterator(kept.begin()),
                                 std::make_move_iterator(kept.end()));
    members.erase(kept.begin(), kept.end());
    while (members.size() + (has_articles || !outdated.empty() ? 1 : 0) > max_segments) {
        const auto smallest = std::ranges::min_element(
            members, {}, [](const Member& member) { return member.info.text_bytes; });
        outdated.push_back(std::move(*smallest));
        members.erase(smallest);
    }
    return outdated;
}

void SegmentSet::write(std::vector<Article> articles) {
    if (articles.empty()) return;
    impl_->train(articles);
    const std::uint64_t text_bytes = text_bytes_of(articles);
    impl_->build(feed_of(std::move(articles), impl_->splitter), text_bytes);
    impl_->is_changed = true;
}

void SegmentSet::finish(std::vector<Article> articles) {
    if (!articles.empty()) impl_->train(articles);
    std::vector<Member> outdated = impl_->take_outdated(!articles.empty());
    if (articles.empty() && outdated.empty()) return;
    std::uint64_t text_bytes = text_bytes_of(articles);
    std::vector<ArticleFeed> feeds;
    feeds.push_back(feed_of(std::move(articles), impl_->splitter));
    for (Member& member : outdated) {
        feeds.push_back(feed_of(impl_->reader_of(member), member.removed));
        text_bytes += member.info.text_bytes;
    }
    impl_->build(merged(std::move(feeds)), text_bytes);
    for (const Member& member : outdated)
        if (member.age == Age::written) impl_->publication.discard(impl_->index / member.info.name);
    impl_->is_changed = true;
}

bool SegmentSet::is_changed() const { return impl_->is_changed; }

std::vector<SegmentInfo> SegmentSet::segments() const {
    std::vector<SegmentInfo> infos;
    for (const Member& member : impl_->members) infos.push_back(member.info);
    return infos;
}

std::string SegmentSet::dictionary() const { return impl_->dictionary->name; }

}  // namespace dateline
