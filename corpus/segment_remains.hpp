#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/dense_code.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/text_file.hpp"

namespace dateline {

/// What a damaged articles file, of which bytes may be missing or too many, says of each article's
/// text. Nothing tells which of it is true.
class ArticlesRemains {
  public:
    /// Throws Error{index} where not even its numbers are there.
    explicit ArticlesRemains(const std::filesystem::path& path);

    /// No more than the file has room for.
    std::uint32_t article_count() const { return article_count_; }
    std::uint32_t passage_count() const { return passage_count_; }

    struct Text {
        DocId first = 1;  ///< of its passages
        DocId end = 1;    ///< one past the last
        std::uint64_t content_hash = 0;
        std::uint32_t bytes = 0;  ///< of headline and body; 0 where it is not known
    };
    /// What may be true of it: the columns as the beginning of the file has them, or its end.
    std::vector<Text> texts(std::uint32_t article) const;

  private:
    /// Where columns may begin.
    struct Columns {
        std::uint64_t articles = 0;
        std::uint64_t hashes = 0;  // from the beginning of the file
        std::uint64_t docids = 0;
    };
    std::optional<std::uint32_t> number_at(std::uint64_t place) const;
    std::optional<Text> text(const Columns& columns, std::uint32_t article) const;

    MappedFile file_;
    std::uint32_t article_count_ = 0;
    std::uint32_t passage_count_ = 0;
    std::vector<Columns> columns_;
};

/// What a damaged text file, of which bytes may be missing or too many, has of its passages.
/// Nothing tells which of it is true.
class TextRemains {
  public:
    /// `passages`: how many there are said to be elsewhere. Throws Error{index} where there is no
    /// file.
    TextRemains(const std::filesystem::path& path, std::uint32_t passages);

    /// In how many ways the file may be looked at: as its beginning or as its end has it.
    std::size_t view_count() const { return views_.size(); }
    /// Whether its end is missing: of some passages, or all, nothing says where they are.
    bool is_cut() const { return is_cut_; }
    /// The passage in the view of that number; views live as long as this object. nullopt where
    /// there is none. Throws Error{index} where it makes no sense.
    std::optional<CodedPassage> passage(std::size_t view, DocId docid) const;
    /// One that begins at that byte of the file. Its text is all that follows, for nothing tells
    /// where it ends. Throws Error{index} where none does.
    CodedPassage passage_at(std::uint64_t place) const;
    /// Whether a later passage of an article may begin there whose text is at `begin` of the body.
    bool may_go_on(std::uint64_t place, std::uint64_t begin) const;
    std::uint64_t first_place() const;
    std::uint64_t end_place() const { return file_.bytes().size(); }

  private:
    struct View {
        std::uint64_t passages = 0;
        std::uint64_t places = 0;   // where it is said where the passages are
        std::uint64_t missing = 0;  // before each passage, mod 2^64
        std::uint64_t records_end = 0;
    };
    std::optional<std::uint64_t> find_places(std::uint64_t passages) const;
    bool are_places(std::uint64_t at, std::uint64_t passages) const;

    MappedFile file_;
    std::string name_;  // for messages
    std::vector<View> views_;
    bool is_cut_ = false;
};

/// The units that a damaged words file, of which bytes may be missing or too many, begins with.
/// Nothing tells which of them are as they were written.
class WordsRemains {
  public:
    /// Throws Error{index} where not even its numbers are there.
    explicit WordsRemains(const std::filesystem::path& path);
    /// The text that a code of the text file stands for. Throws Error{index} for a unit that is not
    /// there.
    std::string decoded(std::string_view code) const;

    struct Unit {
        std::string_view text;  ///< as long as this object lives
        bool is_word = false;
    };
    /// The unit that the code at `at` stands for; steps past it. Throws as decoded().
    const Unit& next(const char*& at, const char* end) const;

  private:
    MappedFile file_;
    std::string name_;  // for messages
    DenseCode code_{1};
    std::vector<Unit> units_;
};

/// Goes through a text file that has lost its end, and with it where its passages are: where one
/// ends is told by what the next one begins with, and in the end by the article's hash.
class TextScan {
  public:
    /// Both must outlive this object.
    TextScan(const TextRemains& text, const WordsRemains& words);

    using IsRight = std::function<bool(const std::string& headline, const std::string& body)>;
    /// Goes past the next article in the file. False where it is not found as `is_right` wants it;
    /// then the scan stays before it.
    bool next(const ArticlesRemains::Text& article, const IsRight& is_right);

  private:
    bool read(std::uint64_t place, std::uint32_t passages, const ArticlesRemains::Text& article,
              const IsRight& is_right);

    const TextRemains* text_;
    const WordsRemains* words_;
    std::uint64_t place_;
    std::string headline_;
    std::string body_;
    std::uint64_t attempts_left_ = 0;
};

}  // namespace dateline
