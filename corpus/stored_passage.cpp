#include "corpus/stored_passage.hpp"

#include <limits>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

constexpr std::string_view what = "a stored passage";

void write_date(ByteWriter& writer, const Date& date) {
    writer.varint(static_cast<std::uint64_t>(date.precision));
    writer.signed_varint(date.day);
    writer.signed_varint(date.instant);
    writer.signed_varint(date.zone_minutes);
    writer.string(date.raw);
}

template <typename Number>
Number read_signed(ByteReader& reader) {
    const std::int64_t value = reader.signed_varint();
    if (value < std::numeric_limits<Number>::min() || value > std::numeric_limits<Number>::max())
        throw_damaged(what, "a number in it is too large");
    return static_cast<Number>(value);
}

Date read_date(ByteReader& reader) {
    const std::uint64_t precision = reader.varint();
    if (precision > static_cast<std::uint64_t>(DatePrecision::time))
        throw_damaged(what, "the precision of its date");
    Date date;
    date.precision = static_cast<DatePrecision>(precision);
    date.day = read_signed<Day>(reader);
    date.instant = reader.signed_varint();
    date.zone_minutes = read_signed<std::int16_t>(reader);
    date.raw = reader.string();
    return date;
}

void write_header(ByteWriter& writer, const Article& article) {
    for (const std::string* field :
         {&article.id, &article.url, &article.headline, &article.source, &article.section,
          &article.byline, &article.place, &article.language})
        writer.string(*field);
    write_date(writer, article.date);
    for (const std::string* field :
         {&article.origin.root, &article.origin.path, &article.origin.member})
        writer.string(*field);
    writer.varint(article.origin.offset);
    writer.varint(article.origin.line);
    writer.varint(article.origin.record);
}

Article read_header(ByteReader& reader) {
    Article article;
    for (std::string* field :
         {&article.id, &article.url, &article.headline, &article.source, &article.section,
          &article.byline, &article.place, &article.language})
        *field = reader.string();
    article.date = read_date(reader);
    for (std::string* field : {&article.origin.root, &article.origin.path, &article.origin.member})
        *field = reader.string();
    article.origin.offset = reader.varint();
    article.origin.line = reader.varint();
    article.origin.record = reader.varint32();
    return article;
}

// Offsets as differences; the lowest bit says whether the paragraph ends.
void write_breaks(ByteWriter& writer, const std::vector<TextBreak>& breaks) {
    writer.varint(breaks.size());
    std::uint32_t previous = 0;
    for (const TextBreak& text_break : breaks) {
        const std::uint64_t step = text_break.offset - previous;
        writer.varint(step << 1 | (text_break.ends_paragraph ? 1 : 0));
        previous = text_break.offset;
    }
}

std::vector<TextBreak> read_breaks(ByteReader& reader, std::size_t text_size) {
    const std::uint64_t count = reader.varint();
    if (count > reader.left()) throw_damaged(what, "it ends too early");
    std::vector<TextBreak> breaks(count);
    std::uint64_t offset = 0;
    for (TextBreak& text_break : breaks) {
        const std::uint64_t bits = reader.varint();
        offset += bits >> 1;
        if (offset > text_size) throw_damaged(what, "a sentence ends outside of its text");
        text_break = {static_cast<std::uint32_t>(offset), (bits & 1) != 0};
    }
    return breaks;
}

}  // namespace

StoredPassage stored_passage(const Article& article, const std::vector<Passage>& passages,
                             std::size_t index) {
    const Passage& passage = passages[index];
    const std::size_t gap_end =
        index + 1 < passages.size() ? passages[index + 1].range.begin : article.body.size();
    StoredPassage stored;
    stored.number = passage.number;
    stored.begin = passage.range.begin;
    stored.text = passage.range.in(article.body);
    stored.gap = article.body.substr(passage.range.end, gap_end - passage.range.end);
    stored.breaks = passage.breaks;
    if (index > 0) return stored;
    stored.header = article;
    stored.header->body.clear();
    stored.passage_count = static_cast<std::uint32_t>(passages.size());
    return stored;
}

std::string encode_passage(const StoredPassage& passage) {
    ByteWriter writer;
    writer.varint(passage.number);
    writer.varint(passage.begin);
    writer.varint(passage.header ? passage.passage_count : 0);
    if (passage.header) write_header(writer, *passage.header);
    writer.string(passage.text);
    writer.string(passage.gap);
    write_breaks(writer, passage.breaks);
    return std::move(writer).bytes();
}

StoredPassage decode_passage(std::string_view bytes) {
    ByteReader reader(bytes, what);
    StoredPassage passage;
    passage.number = reader.varint32();
    passage.begin = reader.varint32();
    passage.passage_count = reader.varint32();
    if (passage.passage_count > 0) passage.header = read_header(reader);
    passage.text = reader.string();
    passage.gap = reader.string();
    passage.breaks = read_breaks(reader, passage.text.size());
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    return passage;
}

Article assemble_article(const std::vector<StoredPassage>& passages) {
    if (passages.empty() || !passages.front().header ||
        passages.front().passage_count != passages.size())
        throw_damaged("a stored article", "not all of its passages are there");
    Article article = *passages.front().header;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const StoredPassage& passage = passages[i];
        if (passage.number != i + 1 || passage.begin != article.body.size())
            throw_damaged("a stored article", "its passages do not join");
        article.body += passage.text;
        article.body += passage.gap;
    }
    return article;
}

}  // namespace dateline
