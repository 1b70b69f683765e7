#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/analyzer.hpp"
#include "corpus/articles_file.hpp"
#include "corpus/bytes.hpp"
#include "corpus/passage_texts.hpp"
#include "corpus/terms_file.hpp"

namespace dateline {

/// How many passages of dead articles of a segment hold each stem, by the numbers of its TermsFile,
/// so that searches count living ones without a look at postings.
class DeadTerms {
  public:
    DeadTerms() = default;
    /// As bytes() gave them.
    explicit DeadTerms(std::string_view bytes) : numbers_(bytes) {}

    void add(std::uint32_t term, std::uint32_t passages);  ///< ascending terms
    std::uint32_t passages(std::uint32_t term) const;
    /// Of each term 32 bits for its number and as many for its passages, little-endian.
    const std::string& bytes() const { return numbers_; }
    static constexpr std::size_t bytes_each = 8;
    std::size_t count() const { return numbers_.size() / bytes_each; }
    /// Of those that any passage holds, number `i`.
    std::uint32_t term(std::size_t i) const { return fixed32_at(numbers_.data() + bytes_each * i); }
    std::uint32_t passages_at(std::size_t i) const {
        return fixed32_at(numbers_.data() + bytes_each * i + 4);
    }

    bool operator==(const DeadTerms&) const = default;

  private:
    std::string numbers_;
};

/// Counts the stems of articles, as a segment's tables have them: a passage once, the headline with
/// the first one.
class DeadTermCounter {
  public:
    /// Of one segment; all must outlive the counter. Memory: 8 bytes a term.
    DeadTermCounter(const ArticlesFile& articles, const PassageTexts& texts,
                    const TermsFile& terms);

    /// What was counted before.
    void add(const DeadTerms& counted);
    /// An article that was not counted before.
    void add(std::uint32_t article);
    DeadTerms counts() const;

  private:
    void add_code(std::string_view code, DocId docid);
    void add_text(std::string_view text, std::string_view language, DocId docid);
    void add_term(std::uint32_t term, DocId docid);

    const ArticlesFile& articles_;
    const PassageTexts& texts_;
    const TermsFile& terms_;
    Analyzers analyzers_;
    std::vector<std::uint32_t> passages_;  // by term
    std::vector<DocId> last_;              // in which each was met; 0: in none
};

}  // namespace dateline
