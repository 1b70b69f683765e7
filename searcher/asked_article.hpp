#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/loaded_texts.hpp"
#include "searcher/phrase.hpp"
#include "searcher/segment_scope.hpp"
#include "searcher/span.hpp"
#include "searcher/token_units.hpp"

namespace dateline {

/// Reads where the tokens of a leaf stand in articles of one segment.
class AskedArticleReader {
  public:
    enum class Places : bool { unwanted, wanted };
    /// All must outlive the reader. `places`: AskedText::places are wanted.
    AskedArticleReader(const SegmentScope& scope, const AskedWords& words,
                       const std::vector<bool>& languages, Places places = Places::unwanted);
    /// From now on coded texts are read from there; null: from the segment.
    void read_from(const LoadedTexts* loaded) { loaded_ = loaded; }

    /// The headline, where the run begins with the first passage, and of the body the passages
    /// [run.first, run.end), where word 0 is the first of the run. Valid until the next call.
    const AskedArticle& read(std::uint32_t article, PassageRun run);
    /// Whether what read() gives may hold all tokens that the tree cannot do without: looks for the
    /// rarest, sooner than read() does.
    bool may_hold(std::uint32_t article, PassageRun run) const;
    /// Of the last call: the passage of the article, from 0, that holds a word of the body.
    std::uint32_t passage_of(std::uint32_t word) const;

  private:
    CodedPassage words_of(DocId docid) const;
    void begin(PassageRun run);
    void read_headline(std::uint32_t article, ArticleText& text);
    void read_passage(std::uint32_t article, std::uint32_t index, ArticleText& text);
    void read_code(std::string_view code, AskedText& into);
    void read_code(std::string_view code, std::string_view break_code, AskedText& into);
    void read_tokens(const std::vector<Token>& tokens, std::string_view text,
                     const std::vector<TextBreak>& breaks, AskedText& into);

    const SegmentScope& scope_;
    const AskedWords& words_;
    TokenUnits units_;
    std::optional<UnitSearch> rarest_;
    bool needs_breaks_;
    std::uint64_t word_cost_;  // of what is done with a word that was found
    bool wants_places_;
    const LoadedTexts* loaded_ = nullptr;
    std::vector<TextBreak> breaks_;  // of the passage at hand, where they are needed
    AskedArticle article_;
    std::uint32_t position_ = 0;  // of the next word
    PassageRun run_{};
};

/// Adds the words of analysed text, with their places, to `into`, the first of them as word
/// `position`; returns one past the last.
std::uint32_t add_tokens(const std::vector<Token>& tokens, std::string_view text,
                         const std::vector<TextBreak>& breaks, const AskedWords& words,
                         std::uint32_t position, AskedText& into);

}  // namespace dateline
