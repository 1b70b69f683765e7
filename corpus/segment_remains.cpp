#include "corpus/segment_remains.hpp"

#include <algorithm>

#include "corpus/bytes.hpp"
#include "corpus/error.hpp"
#include "corpus/segment_layout.hpp"
#include "corpus/text_units.hpp"

namespace dateline {

namespace {

using articles_layout::docid_column;
using articles_layout::header_bytes;
using articles_layout::row_bytes;
using articles_layout::text_bytes_column;
using text_layout::footer_bytes;
using text_layout::offset_at;
using text_layout::offset_bytes;

}  // namespace

ArticlesRemains::ArticlesRemains(const std::filesystem::path& path) : file_(path) {
    const std::uint64_t size = file_.bytes().size();
    const std::string name = path.string();
    ByteReader reader(file_.bytes(), name);
    reader.raw(articles_layout::magic.size());
    const std::uint64_t articles = reader.fixed32();
    passage_count_ = reader.fixed32();
    reader.fixed32();
    const std::uint64_t begin = header_bytes + reader.fixed32();
    reader.fixed64();

    const std::uint64_t docids = docid_column * articles;
    columns_.push_back({articles, begin, begin + docids});
    const std::uint64_t wanted = row_bytes * articles;
    if (size != begin + wanted) {
        if (size >= wanted) {
            const std::uint64_t from_end = size - wanted;
            columns_.push_back({articles, begin, from_end + docids});
            columns_.push_back({articles, from_end, from_end + docids});
        }
        // The numbers themselves may be wrong.
        const std::uint64_t others = size > begin ? (size - begin) / row_bytes : 0;
        columns_.push_back({others, begin, begin + docid_column * others});
    }
    std::uint64_t most = 0;
    for (const Columns& columns : columns_) most = std::max(most, columns.articles);
    article_count_ = static_cast<std::uint32_t>(std::min(most, size / docid_column));
}

std::optional<std::uint32_t> ArticlesRemains::number_at(std::uint64_t place) const {
    const std::string_view bytes = file_.bytes();
    if (place > bytes.size() || bytes.size() - place < 4) return std::nullopt;
    return fixed32_at(bytes.data() + place);
}

std::optional<ArticlesRemains::Text> ArticlesRemains::text(const Columns& columns,
                                                           std::uint32_t article) const {
    const std::uint64_t hash = columns.hashes + std::uint64_t{article} * 8;
    const std::uint64_t docid = columns.docids + std::uint64_t{article} * 4;
    const std::uint64_t bytes = docid + (text_bytes_column - docid_column) * columns.articles;
    const auto low = number_at(hash);
    const auto high = number_at(hash + 4);
    const auto first = number_at(docid);
    const auto end =
        article + 1 < columns.articles ? number_at(docid + 4) : std::optional(passage_count_ + 1);
    if (article >= columns.articles || !low || !high || !first || !end) return std::nullopt;
    return Text{*first, *end, *low | std::uint64_t{*high} << 32, number_at(bytes).value_or(0)};
}

std::vector<ArticlesRemains::Text> ArticlesRemains::texts(std::uint32_t article) const {
    std::vector<Text> all;
    for (const Columns& columns : columns_)
        if (const auto possible = text(columns, article)) all.push_back(*possible);
    return all;
}

TextRemains::TextRemains(const std::filesystem::path& path, std::uint32_t passages)
    : file_(path), name_(path.string()) {
    const std::string_view bytes = file_.bytes();
    is_cut_ = bytes.size() < footer_bytes;
    if (is_cut_) return;
    ByteReader footer(bytes.substr(bytes.size() - footer_bytes), name_);
    const std::uint64_t count = footer.fixed32();
    const std::uint64_t records_end = footer.fixed64();
    const std::uint64_t behind = offset_bytes * count + footer_bytes;
    if (behind <= bytes.size() && records_end <= bytes.size()) {
        const std::uint64_t places = bytes.size() - behind;
        if (places == records_end || count == passages)
            views_.push_back({count, places, 0, records_end});
        if (places == records_end) return;
        if (count == passages) {  // it is among the places, or among the passages
            views_.push_back({count, records_end, 0, records_end});
            views_.push_back({count, places, records_end - places, places});
        }
    }
    is_cut_ = views_.empty();
    if (const auto places = find_places(passages))
        views_.push_back({passages, *places, 0, *places});
}

// The first place begins behind the magic.
std::optional<std::uint64_t> TextRemains::find_places(std::uint64_t passages) const {
    std::string first(offset_bytes, '\0');
    first.front() = static_cast<char>(text_layout::magic.size());
    for (std::size_t at = file_.bytes().find(first); at != std::string_view::npos;
         at = file_.bytes().find(first, at + 1))
        if (are_places(at, passages)) return at;
    return std::nullopt;
}

// So many of them ascend that no text would.
bool TextRemains::are_places(std::uint64_t at, std::uint64_t passages) const {
    constexpr std::uint64_t enough = 16;
    const std::string_view bytes = file_.bytes();
    const std::uint64_t count = std::min({passages, (bytes.size() - at) / offset_bytes, enough});
    for (std::uint64_t i = 1; i < count; ++i) {
        const char* const place = bytes.data() + at + i * offset_bytes;
        if (offset_at(place) <= offset_at(place - offset_bytes) || offset_at(place) >= at)
            return false;
    }
    return count == std::min(passages, enough);
}

std::optional<CodedPassage> TextRemains::passage(std::size_t view, DocId docid) const {
    const auto& [passages, places, missing, records_end] = views_.at(view);
    const std::string_view bytes = file_.bytes();
    const std::uint64_t place = places + offset_bytes * (std::uint64_t{docid} - 1);
    const bool is_last = docid == passages;
    const std::uint64_t place_end = place + offset_bytes * (is_last ? 1 : 2);
    if (docid == 0 || docid > passages || place_end > bytes.size()) return std::nullopt;
    const std::uint64_t begin = offset_at(bytes.data() + place) - missing;
    const std::uint64_t end =
        is_last ? records_end : offset_at(bytes.data() + place + offset_bytes) - missing;
    if (begin > end || end > bytes.size()) return std::nullopt;
    return decode_passage_record(bytes.substr(begin, end - begin), name_);
}

CodedPassage TextRemains::passage_at(std::uint64_t place) const {
    if (place >= end_place()) throw_damaged(name_, "it ends too early");
    return decode_passage_record(file_.bytes().substr(place), name_);
}

bool TextRemains::may_go_on(std::uint64_t place, std::uint64_t begin) const {
    if (place >= end_place()) return false;
    const auto flags = static_cast<unsigned char>(file_.bytes()[place]);
    if ((flags & text_layout::first_flag) != 0 ||
        flags >> text_layout::gap_shift > text_layout::other_gap)
        return false;
    ByteWriter wanted;
    wanted.varint(begin);
    return file_.bytes().substr(place + 1).starts_with(wanted.bytes());
}

std::uint64_t TextRemains::first_place() const { return text_layout::magic.size(); }

WordsRemains::WordsRemains(const std::filesystem::path& path) : file_(path), name_(path.string()) {
    ByteReader reader(file_.bytes(), name_);
    reader.raw(words_layout::magic.size());
    const std::uint32_t unit_count = reader.fixed32();
    reader.fixed32();
    code_ = DenseCode(reader.fixed32());
    const std::uint64_t units_bytes = reader.fixed64();
    reader.fixed64();
    const std::size_t begin = reader.left();
    try {
        // One of the two numbers may be too small.
        while (units_.size() < unit_count || begin - reader.left() < units_bytes) {
            const bool is_word = reader.varint() != 0;
            units_.push_back({reader.string(), is_word});
        }
    } catch (const Error&) {
        // The file ends, or what follows is no unit.
    }
}

std::string WordsRemains::decoded(std::string_view code) const {
    std::string text;
    UnitJoiner joiner(text);
    const char* const end = code.data() + code.size();
    for (const char* at = code.data(); at != end;) {
        const Unit& unit = next(at, end);
        joiner.add(unit.text, unit.is_word);
    }
    return text;
}

const WordsRemains::Unit& WordsRemains::next(const char*& at, const char* end) const {
    const UnitId unit = code_.next(at, end);
    if (unit >= units_.size()) throw_damaged(name_, "there is no unit of this number");
    return units_[unit];
}

TextScan::TextScan(const TextRemains& text, const WordsRemains& words)
    : text_(&text), words_(&words), place_(text.first_place()) {}

bool TextScan::next(const ArticlesRemains::Text& article, const IsRight& is_right) {
    constexpr std::uint32_t most_passages = 2000;  // for the stack: 2 MB of text
    if (article.end <= article.first || article.end - article.first > most_passages) return false;
    const std::uint32_t passages = article.end - article.first;
    body_.clear();
    attempts_left_ = 1000 + 2 * std::uint64_t{passages};
    return read(place_, passages, article, is_right);
}

// The passage there and those after it of the article, `passages` in all.
bool TextScan::read(std::uint64_t place, std::uint32_t passages,
                    const ArticlesRemains::Text& article, const IsRight& is_right) try {
    const bool is_first = passages == article.end - article.first;
    if (attempts_left_ == 0) return false;
    --attempts_left_;
    const CodedPassage passage = text_->passage_at(place);
    const std::uint64_t begin = body_.size();
    if (passage.is_first != is_first || passage.begin != begin) return false;
    if (is_first) headline_ = words_->decoded(passage.headline);
    std::string text;
    UnitJoiner joiner(text);
    const char* at = passage.text.data();
    const char* const end = at + passage.text.size();
    while (true) {
        const std::uint64_t body = begin + text.size() + passage.gap.size();
        if (headline_.size() + body > article.bytes) return false;
        const std::uint64_t next = text_->end_place() - static_cast<std::uint64_t>(end - at);
        const bool may_end =
            passages > 1 ? text_->may_go_on(next, body) : headline_.size() + body == article.bytes;
        if (may_end) {
            body_.resize(begin);
            body_.append(text).append(passage.gap);
            if (passages > 1 ? read(next, passages - 1, article, is_right)
                             : is_right(headline_, body_)) {
                if (passages == 1) place_ = next;
                return true;
            }
        }
        if (at == end) return false;
        const WordsRemains::Unit& unit = words_->next(at, end);
        joiner.add(unit.text, unit.is_word);
    }
} catch (const Error&) {
    return false;  // nothing begins there, or what follows is no unit
}

}  // namespace dateline
