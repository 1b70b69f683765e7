#include "corpus/stored_passage.hpp"

#include <limits>

#include "corpus/bytes.hpp"

namespace dateline {

namespace {

constexpr std::string_view what = "a stored article";

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

FieldProvenance read_provenance(ByteReader& reader) {
    const auto provenance = FieldProvenance::unpacked(reader.varint());
    if (!provenance) throw_damaged(what, "where its fields come from");
    return *provenance;
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

std::string encode_header(const Article& article) {
    ByteWriter writer;
    for (const std::string* field : {&article.id, &article.url, &article.source, &article.section,
                                     &article.byline, &article.place, &article.language})
        writer.string(*field);
    write_date(writer, article.date);
    writer.varint(article.provenance.packed());
    for (const std::string* field :
         {&article.origin.root, &article.origin.path, &article.origin.member})
        writer.string(*field);
    writer.varint(article.origin.offset);
    writer.varint(article.origin.line);
    writer.varint(article.origin.record);
    return std::move(writer).bytes();
}

Article decode_header(std::string_view bytes) {
    ByteReader reader(bytes, what);
    Article article;
    for (std::string* field : {&article.id, &article.url, &article.source, &article.section,
                               &article.byline, &article.place, &article.language})
        *field = reader.string();
    article.date = read_date(reader);
    article.provenance = read_provenance(reader);
    for (std::string* field : {&article.origin.root, &article.origin.path, &article.origin.member})
        *field = reader.string();
    article.origin.offset = reader.varint();
    article.origin.line = reader.varint();
    article.origin.record = reader.varint32();
    if (!reader.at_end()) throw_damaged(what, "it is longer than it should be");
    return article;
}

Article assemble_article(const std::vector<StoredPassage>& passages) {
    if (passages.empty() || !passages.front().header ||
        passages.front().passage_count != passages.size())
        throw_damaged(what, "not all of its passages are there");
    Article article = *passages.front().header;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const StoredPassage& passage = passages[i];
        if (passage.number != i + 1 || passage.begin != article.body.size())
            throw_damaged(what, "its passages do not join");
        article.body += passage.text;
        article.body += passage.gap;
    }
    return article;
}

}  // namespace dateline
