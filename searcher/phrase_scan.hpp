#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/articles_file.hpp"
#include "corpus/words_file.hpp"
#include "searcher/asked_units.hpp"

namespace dateline {

/// Looks for a phrase, or a word, in the code of regular texts (text_file.hpp), without putting
/// them together: bit i of a state says that the words just read are the phrase's first i + 1
/// (Baeza-Yates and Gonnet: "A New Approach to Text Searching", CACM 35, 1992).
class PhraseScan {
  public:
    /// Both must outlive the scan.
    PhraseScan(const WordsFile& words, AskedUnits& asked) : words_(words), asked_(asked) {}

    /// Whether it stands in a text by itself.
    bool stands_in(std::string_view code);

    /// Whether the first word of a text is token number `token`, counted from 0, of the phrase.
    bool begins_with(std::string_view code, std::size_t token) const;

    /// Forgets what was read: the next text does not go on from the one before.
    void begin_run() { open_.clear(); }
    /// Reads a text that goes on from the one before. Appends to `begins`, for each phrase that is
    /// complete now, the docid of the text of the run in which it begins.
    void read(std::string_view code, DocId docid, std::vector<DocId>& begins);

  private:
    /// A text before the one at hand with a phrase that may go on.
    struct OpenText {
        DocId docid = 0;
        std::uint64_t state = 0;
    };

    void go_on(std::uint64_t tokens, std::vector<DocId>& begins);

    const WordsFile& words_;
    AskedUnits& asked_;
    std::vector<OpenText> open_;
};

}  // namespace dateline
