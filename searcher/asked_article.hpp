#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/words_file.hpp"
#include "searcher/phrase.hpp"
#include "searcher/segment_scope.hpp"
#include "searcher/span.hpp"

namespace dateline {

/// Which tokens of a leaf the units of a segment's texts are: any number of them.
class TokenUnits {
  public:
    /// `languages`: by the segment's numbers, those asked about.
    TokenUnits(const WordsFile& words, const std::vector<AskedToken>& tokens,
               const std::vector<bool>& languages);
    enum class Kind : std::uint8_t { gap, word, asked };
    /// Throws Error{index} for a number that is too large.
    Kind kind(UnitId unit) const {
        return unit < kinds_.size() ? kinds_[unit] : words_.is_word(unit) ? Kind::word : Kind::gap;
    }
    /// Indexes of the tokens that an asked unit is.
    const std::vector<std::uint32_t>& tokens_of(UnitId unit) const { return tokens_.at(unit); }

  private:
    const WordsFile& words_;
    std::vector<Kind> kinds_;  ///< by unit
    std::unordered_map<UnitId, std::vector<std::uint32_t>> tokens_;
};

/// Reads where the tokens of a leaf stand in articles of one segment.
class AskedArticleReader {
  public:
    /// All must outlive the reader.
    AskedArticleReader(const SegmentScope& scope, const AskedWords& words,
                       const std::vector<bool>& languages);

    /// The headline, and of the body the passages [run.first, run.end), where word 0 is the first
    /// of the run. Valid until the next call.
    const AskedArticle& read(std::uint32_t article, PassageRun run);
    /// Of the last call: the passage of the article, from 0, that holds a word of the body.
    std::uint32_t passage_of(std::uint32_t word) const;

  private:
    void begin(PassageRun run);
    void read_headline(std::uint32_t article, ArticleText& text);
    void read_passage(std::uint32_t article, std::uint32_t index, ArticleText& text);
    void read_code(std::string_view code, AskedText& into);
    void read_code(std::string_view code, const std::vector<TextBreak>& breaks, AskedText& into);
    void read_tokens(const std::vector<Token>& tokens, std::string_view text,
                     const std::vector<TextBreak>& breaks, AskedText& into);
    void add_word(UnitId unit, AskedText& into);

    const SegmentScope& scope_;
    const AskedWords& words_;
    TokenUnits units_;
    bool needs_breaks_;
    std::vector<std::uint32_t> unit_sizes_;  // where breaks are needed
    AskedArticle article_;
    std::uint32_t position_ = 0;  // of the next word
    PassageRun run_{};
    std::vector<std::uint32_t> passage_ends_;  // of run_: one past the last word
};

/// Adds the words of analysed text to `into`, the first of them as word `position`; returns one
/// past the last.
std::uint32_t add_tokens(const std::vector<Token>& tokens, std::string_view text,
                         const std::vector<TextBreak>& breaks, const AskedWords& words,
                         std::uint32_t position, AskedText& into);

}  // namespace dateline
