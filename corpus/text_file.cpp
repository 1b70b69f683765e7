#include "corpus/text_file.hpp"

#include <algorithm>
#include <iterator>

#include "corpus/bytes.hpp"
#include "corpus/checksummed_file.hpp"
#include "corpus/segment_layout.hpp"

namespace dateline {

namespace {

using namespace text_layout;

std::size_t gap_kind(std::string_view gap) {
    std::size_t kind = 0;
    while (kind < other_gap && usual_gaps[kind] != gap) ++kind;
    return kind;
}

// Offsets as differences; the lowest bit says whether the paragraph ends.
std::string encode_breaks(const std::vector<TextBreak>& breaks) {
    ByteWriter writer;
    std::uint32_t previous = 0;
    for (const TextBreak& text_break : breaks) {
        const std::uint64_t step = text_break.offset - previous;
        writer.varint(step << 1 | (text_break.ends_paragraph ? 1 : 0));
        previous = text_break.offset;
    }
    return std::move(writer).bytes();
}

// With its breaks still encoded.
CodedPassage read_record(std::string_view bytes, std::string_view what) {
    ByteReader reader(bytes, what);
    CodedPassage passage;
    const std::uint64_t flags = reader.varint();
    const std::uint64_t gap = flags >> gap_shift;
    if (gap > other_gap) throw_damaged(what, "the flags of a passage");
    passage.is_regular = (flags & regular_flag) != 0;
    passage.is_first = (flags & first_flag) != 0;
    passage.headline_is_regular = (flags & headline_regular_flag) != 0;
    passage.begin = reader.varint32();
    passage.gap = gap == other_gap ? reader.string() : usual_gaps[gap];
    if (passage.is_first) passage.headline = reader.string();
    passage.break_code = reader.string();
    passage.text = reader.raw(reader.left());
    return passage;
}

}  // namespace

// Flags, begin, an unusual gap, the headline of a first passage, breaks, and the text to the end.
std::string encode_passage_record(const CodedPassage& passage) {
    const std::size_t gap = gap_kind(passage.gap);
    ByteWriter record;
    record.varint((passage.is_regular ? regular_flag : 0U) | (passage.is_first ? first_flag : 0U) |
                  (passage.headline_is_regular ? headline_regular_flag : 0U) | gap << gap_shift);
    record.varint(passage.begin);
    if (gap == other_gap) record.string(passage.gap);
    if (passage.is_first) record.string(passage.headline);
    record.string(encode_breaks(passage.breaks));
    record.raw(passage.text);
    return std::move(record).bytes();
}

CodedPassage decode_passage_record(std::string_view record, std::string_view what) {
    CodedPassage passage = read_record(record, what);
    BreakReader breaks(passage.break_code, what);
    while (!breaks.at_end()) passage.breaks.push_back(breaks.next());
    return passage;
}

TextBreak BreakReader::next() {
    const std::uint64_t bits = code_.varint();
    offset_ += bits >> 1;
    if (offset_ > UINT32_MAX) throw_damaged(what_, "a sentence ends outside of its text");
    return {static_cast<std::uint32_t>(offset_), (bits & 1) != 0};
}

TextFile::TextFile(const std::filesystem::path& path) : file_(path), name_(path.string()) {
    const std::string_view bytes = file_.bytes();
    // Else the system reads megabytes around each of them.
    file_.fetch(0, magic.size());
    file_.fetch(bytes.size() - std::min(bytes.size(), footer_bytes), footer_bytes);
    if (!bytes.starts_with(magic) || bytes.size() < magic.size() + footer_bytes)
        throw_damaged(name_, "it does not begin as it should");
    ByteReader footer(bytes.substr(bytes.size() - footer_bytes), name_);
    passage_count_ = footer.fixed32();
    records_end_ = footer.fixed64();
    if (records_end_ < magic.size() || records_end_ > bytes.size() ||
        bytes.size() - records_end_ != offset_bytes * passage_count_ + footer_bytes)
        throw_damaged(name_, "its size is not what its numbers say");
}

void TextFile::fetch_places() const {
    file_.fetch(records_end_, file_.bytes().size() - records_end_);
}

// One past the last docid: where the records end.
std::uint64_t TextFile::begin(DocId docid) const {
    if (docid > passage_count_) return records_end_;
    return offset_at(file_.bytes().data() + records_end_ + offset_bytes * (docid - 1));
}

FileRange TextFile::range(DocId first, DocId end) const {
    if (first == 0 || end <= first || end > passage_count_ + 1)
        throw_damaged(name_, "it does not hold a passage");
    const std::uint64_t from = begin(first);
    const std::uint64_t to = begin(end);
    if (from > to || to > records_end_) throw_damaged(name_, "where a passage is");
    return {from, to - from};
}

std::string_view TextFile::record(DocId docid) const { return records(docid, docid + 1); }

std::string_view TextFile::records(DocId first, DocId end) const {
    const FileRange place = range(first, end);
    return file_.bytes().substr(place.offset, place.bytes);
}

CodedPassage TextFile::words_in(std::string_view record) const {
    return read_record(record, name_);
}

CodedPassage TextFile::words_of(DocId docid) const { return read_record(record(docid), name_); }

void TextFile::fetch_place(DocId first) const {
    __builtin_prefetch(file_.bytes().data() + records_end_ + offset_bytes * (first - 1));
}

void TextFile::fetch(DocId first, DocId end) const {
    constexpr std::size_t line = 64;
    constexpr std::size_t most_lines = 32;
    const std::string_view bytes = records(first, end);
    for (std::size_t at = 0; at < std::min(bytes.size(), most_lines * line); at += line)
        __builtin_prefetch(bytes.data() + at);
}

std::optional<std::string_view> TextFile::regular_records(DocId first, DocId end) const {
    for (DocId docid = first; docid < end; ++docid) {
        const std::string_view bytes = record(docid);
        if (bytes.empty()) throw_damaged(name_, "a passage");
        const auto flags = static_cast<unsigned char>(bytes.front());
        const bool has_headline = (flags & first_flag) != 0;
        if ((flags & regular_flag) == 0 || (has_headline && (flags & headline_regular_flag) == 0))
            return std::nullopt;
    }
    return records(first, end);
}

CodedPassage TextFile::passage(DocId docid) const {
    return decode_passage_record(record(docid), name_);
}

void TextFile::verify() const { verify_checksum(file_.bytes(), name_); }

struct TextFileWriter::Impl {
    explicit Impl(const std::filesystem::path& path) : file(path) { file.append(magic); }

    ChecksummedFileWriter file;
    std::string offsets{};
};

TextFileWriter::TextFileWriter(const std::filesystem::path& path)
    : impl_(std::make_unique<Impl>(path)) {}
TextFileWriter::~TextFileWriter() = default;

void TextFileWriter::add(const CodedPassage& passage) {
    for (std::size_t i = 0; i < offset_bytes; ++i)
        impl_->offsets.push_back(static_cast<char>(impl_->file.size() >> (8 * i) & 0xFF));
    impl_->file.append(encode_passage_record(passage));
}

void TextFileWriter::finish() {
    ByteWriter footer;
    footer.fixed32(static_cast<std::uint32_t>(impl_->offsets.size() / offset_bytes));
    footer.fixed64(impl_->file.size());
    impl_->file.append(impl_->offsets);
    impl_->file.append(footer.bytes());
    impl_->file.finish();
}

}  // namespace dateline
