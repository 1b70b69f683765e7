#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/gathered_reads.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/passage.hpp"

namespace dateline {

/// A passage as the text file holds it. Texts are units in the code of the segment's words file.
struct CodedPassage {
    std::uint32_t begin = 0;  ///< of the text in the body
    std::string_view text;    ///< code of the units of the passage's text
    bool is_regular = true;   ///< the words of the text are its units (cut_into_units)
    std::string_view gap;     ///< white space up to the next passage, as it is
    std::vector<TextBreak> breaks;
    std::string_view break_code{};  ///< what BreakReader reads; not encoded
    bool is_first = false;          ///< of its article; only then there is a headline
    std::string_view headline;      ///< code
    bool headline_is_regular = true;
};

/// A passage as a record of the file.
std::string encode_passage_record(const CodedPassage& passage);
/// Views of the record. Throws Error{index}, which names `what`, for damage.
CodedPassage decode_passage_record(std::string_view record, std::string_view what);

/// Reads the breaks of a passage one after another.
class BreakReader {
  public:
    /// Of a passage that was read. Both must outlive the reader; `what` is named in errors.
    BreakReader(std::string_view break_code, std::string_view what)
        : code_(break_code, what), what_(what) {}
    bool at_end() const { return code_.at_end(); }
    /// Throws Error{index} for damage.
    TextBreak next();

  private:
    ByteReader code_;
    std::string_view what_;
    std::uint64_t offset_ = 0;
};

/// The file `text` of a segment: its passages in docid order, memory-mapped.
class TextFile {
  public:
    /// Throws Error{index} where the file is not whole.
    explicit TextFile(const std::filesystem::path& path);
    std::uint32_t passage_count() const { return passage_count_; }
    /// `docid` 1 to passage_count. Views live as long as this object. Throws Error{index} for
    /// damage.
    CodedPassage passage(DocId docid) const;
    /// With the breaks in code alone, for those who only look for words.
    CodedPassage words_of(DocId docid) const;
    /// As MappedFile has it: where all passages are. For those who read several.
    void fetch_places() const;
    /// Fetch into the cache where a passage is, and then, some time later, the passages
    /// [first, end): for those who know which ones they read next.
    void fetch_place(DocId first) const;
    void fetch(DocId first, DocId end) const;
    /// The records of the passages [first, end), at least one, of one article: their codes, and
    /// what stands between them. Nothing where one of the texts or the headline is not regular.
    std::optional<std::string_view> regular_records(DocId first, DocId end) const;
    /// Where in the file the passages from `first` up to, without, `end` stand. Throws as above.
    FileRange range(DocId first, DocId end) const;
    /// As words_of(), of bytes that were read from a passage's range.
    CodedPassage words_in(std::string_view record) const;
    GatheredReads read(std::span<const FileRange> ranges) const {
        return {file_.descriptor(), name_, ranges};
    }
    /// Of the file.
    std::uint64_t size_bytes() const { return file_.bytes().size(); }
    /// Reads every byte; throws Error{index} where one is not as it was written.
    void verify() const;
    /// As MappedFile has it.
    void release() const { file_.release(); }

  private:
    std::string_view record(DocId docid) const;
    std::string_view records(DocId first, DocId end) const;
    std::uint64_t begin(DocId docid) const;

    MappedFile file_;
    std::string name_;  // for messages
    std::uint32_t passage_count_ = 0;
    std::uint64_t records_end_ = 0;
};

/// Writes that file from front to back. Memory: 5 bytes a passage.
class TextFileWriter {
  public:
    /// Makes the file. Throws Error{input_output}.
    explicit TextFileWriter(const std::filesystem::path& path);
    ~TextFileWriter();
    /// The next docid. `begin`, `breaks` ascending; all as CodedPassage says.
    void add(const CodedPassage& passage);
    /// The file is durable (fsync) afterwards.
    void finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
