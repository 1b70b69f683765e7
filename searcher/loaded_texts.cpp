#include "searcher/loaded_texts.hpp"

#include <algorithm>

#include "corpus/bytes.hpp"

namespace dateline {

LoadedTexts::LoadedTexts(const SegmentScope& scope, std::span<const std::uint32_t> articles)
    : file_(&scope.segment.texts().text()),
      places_(places(scope, articles)),
      reads_(file_->read(ranges(*file_, places_))) {}

std::vector<LoadedTexts::Loaded> LoadedTexts::places(const SegmentScope& scope,
                                                     std::span<const std::uint32_t> articles) {
    std::vector<Loaded> places;
    places.reserve(articles.size());
    for (const std::uint32_t article : articles) {
        const auto [first, end] = scope.docids(article);
        places.push_back({first, end, scope.segment.texts().text().range(first, end).offset});
    }
    std::ranges::sort(places, {}, &Loaded::first);
    return places;
}

std::vector<FileRange> LoadedTexts::ranges(const TextFile& file, std::span<const Loaded> places) {
    std::vector<FileRange> ranges;
    ranges.reserve(places.size());
    for (const Loaded& place : places) ranges.push_back(file.range(place.first, place.end));
    return ranges;
}

CodedPassage LoadedTexts::words_of(DocId docid) const {
    const auto after = std::ranges::upper_bound(places_, docid, {}, &Loaded::first);
    if (after == places_.begin() || docid >= (after - 1)->end) return file_->words_of(docid);
    const auto number = static_cast<std::size_t>(after - 1 - places_.begin());
    const std::string_view bytes = reads_.bytes(number);
    const FileRange range = file_->range(docid, docid + 1);
    const std::uint64_t begin = range.offset - places_[number].offset;
    if (range.offset < places_[number].offset || begin > bytes.size() ||
        bytes.size() - begin < range.bytes)
        throw_damaged("the text file of a segment", "where a passage is");
    return file_->words_in(bytes.substr(begin, range.bytes));
}

CodedPassage words_of(const Segment& segment, std::span<const LoadedTexts> loaded,
                      std::uint32_t number, DocId docid) {
    if (loaded.empty()) return segment.texts().text().words_of(docid);
    return loaded[number].words_of(docid);
}

}  // namespace dateline
