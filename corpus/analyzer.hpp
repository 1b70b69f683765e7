#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_range.hpp"

namespace dateline {

/// Goes up whenever the same text gives other terms; each segment records it, together with the
/// versions of the stemmers and of Unicode.
inline constexpr std::uint32_t analyzer_version = 1;

/// How many word forms an Analyzer keeps at most twice over if not told otherwise (some 130 MB each
/// time in news).
inline constexpr std::size_t remembered_word_forms = std::size_t{1} << 20;

/// What the analyzer knows of one word form. Within the tokens of one analyze() a form is one
/// object. It lives as long as the Analyzer, or, in one that meets more forms than it remembers,
/// until as many others have been met after it.
struct Word {
    std::string_view folded;  ///< lower case, diacritics folded as the language wants, not stemmed
    std::string_view term;  ///< the stem, as the index knows it: never empty, never begins with an
                            ///< ASCII capital, <= 240 bytes
    /// "us" for US and U.S. (an acronym that is also a common word), else empty. The folded form is
    /// the same, or the same and "'s".
    std::string_view acronym;
    bool is_stop_word = false;  ///< of the analyzer's language; true of the acronym US as well, by
                                ///< its term
    /// The Analyzer forgets forms a generation at a time: 1, 2, 3, ... In its generation a form has
    /// a number, from 0 up to little more than remembered forms.
    std::uint32_t generation = 0;
    std::uint32_t number = 0;
};

/// One word in a text.
struct Token {
    TextRange range;            ///< bytes in the text that was analysed
    std::uint32_t ordinal = 0;  ///< 0, 1, 2, ... in that text
    const Word* word = nullptr;
    bool joined = false;  ///< no white space since the previous token ("Qaeda" in al-Qaeda, the
                          ///< second bigram of a CJK run)
};

/// Turns text into terms, on both sides: indexing and asking. Words are Unicode letters, digits and
/// marks with inner apostrophes, and periods in acronyms and numbers; CJK runs are overlapping
/// bigrams; stems by Snowball. Keeps a cache of all word forms it has met, so it is not for several
/// threads at once.
class Analyzer {
  public:
    /// ISO 639 code; empty, or one that libstemmer does not know: no stemming and no stop words,
    /// but for empty, which is read as English.
    explicit Analyzer(std::string_view language,
                      std::size_t remembered_forms = remembered_word_forms);
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// Valid UTF-8; decomposed accents (NFD) give the same terms. The tokens are valid until the
    /// next call; their words longer (see Word).
    const std::vector<Token>& analyze(std::string_view text);
    /// As given, or "en" for empty.
    std::string_view language() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// One Analyzer a language, made when first asked for. Not for several threads at once.
class Analyzers {
  public:
    explicit Analyzers(std::size_t remembered_forms = remembered_word_forms);
    ~Analyzers();
    Analyzers(Analyzers&&) noexcept;
    Analyzers& operator=(Analyzers&&) noexcept;
    Analyzer& in(std::string_view language);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Lower case and diacritics folded without regard to a language: for values of source, section,
/// byline and place.
std::string fold_text(std::string_view text);

/// "analyzer 1, stems 1a2b3c4d, unicode 15.0": what the terms of a segment depend on. The second is
/// a hash of what the stemmers make of a fixed list of words, since libstemmer does not tell its
/// version. Segments of other versions do not mix.
std::string analysis_version();

}  // namespace dateline
