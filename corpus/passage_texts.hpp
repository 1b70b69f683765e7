#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/stored_passage.hpp"
#include "corpus/text_file.hpp"
#include "corpus/unit_steps.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// The texts of a segment, put together from its files `text` and `words`.
class PassageTexts {
  public:
    /// `articles` is of the same segment and must outlive this object. Throws Error{index} where
    /// the files are not whole, or not of one segment.
    PassageTexts(const std::filesystem::path& folder, const ArticlesFile& articles);

    const TextFile& text() const { return text_; }
    const WordsFile& words() const { return words_; }
    /// Made when first asked for; any thread may.
    const UnitSteps& unit_steps() const;

    /// All of a passage but its header.
    StoredPassage passage(DocId docid) const;
    /// Of the article whose first passage it is.
    std::string headline(DocId first) const;

    /// The text that a code of the text file stands for.
    std::string decoded(std::string_view code) const;
    /// Numbers of the forms of the words in it, in order: of a regular text these are its tokens.
    std::vector<std::uint32_t> forms_in(std::string_view code) const;

  private:
    const ArticlesFile* articles_;
    TextFile text_;
    WordsFile words_;
    mutable std::once_flag stepped_;
    mutable std::unique_ptr<const UnitSteps> unit_steps_;
};

}  // namespace dateline
