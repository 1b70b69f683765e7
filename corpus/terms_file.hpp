#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string_view>

#include "corpus/mapped_file.hpp"
#include "corpus/text_units.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// The file `terms` of a segment: which stem each unit of its texts has, and how many passages hold
/// that stem, so that what texts say is summed up without a look at forms and tables. Terms are
/// numbered by their most frequent unit. Memory-mapped, nothing read at open.
class TermsFile {
  public:
    static constexpr std::uint32_t no_term = std::numeric_limits<std::uint32_t>::max();

    /// `units`: WordsFile::unit_count(). Throws Error{index} where the file is not of that many.
    TermsFile(const std::filesystem::path& path, std::uint32_t units);

    /// As MappedFile has it, of all of it; at first only its beginning is.
    void fetch() const;
    std::uint32_t term_count() const { return term_count_; }
    /// no_term for gaps. Throws Error{index} for a number that is too large, or for what is no
    /// term.
    std::uint32_t term_of(UnitId unit) const { return number(entry(unit)); }
    /// no_term for stop words and acronyms too, which tell nothing of a text.
    std::uint32_t telling_term_of(UnitId unit) const {
        const std::uint32_t found = entry(unit);
        return (found & tells_nothing) != 0 ? no_term : number(found);
    }
    /// Dead ones too; `term` is what term_of() gave.
    std::uint32_t passages(std::uint32_t term) const;

    /// In what is written of a unit, a bit of stop words and acronyms.
    static constexpr std::uint32_t tells_nothing = 1U << 31;

  private:
    std::uint32_t entry(UnitId unit) const;
    std::uint32_t number(std::uint32_t entry) const;

    MappedFile file_;
    const char* terms_ = nullptr;     // of each unit 32 bits: no_term, or its term's number
    const char* passages_ = nullptr;  // of each term 32 bits
    std::uint32_t unit_count_ = 0;
    std::uint32_t term_count_ = 0;
};

/// The number of a stem in a segment with these files; no_term where none of its units has it.
std::uint32_t find_term(const WordsFile& words, const TermsFile& terms, std::string_view term);

/// Reads every byte of such a file; throws Error{index} where one is not as it was written.
void verify_terms_file(const std::filesystem::path& path);

/// `terms`: of each unit, with tells_nothing where it does; `passages`: of each term. Durable
/// (fsync) afterwards. Throws Error{input_output}.
void write_terms_file(const std::filesystem::path& path, std::span<const std::uint32_t> terms,
                      std::span<const std::uint32_t> passages);

}  // namespace dateline
