#pragma once

#include <cstdint>
#include <filesystem>
#include <limits>
#include <span>
#include <string_view>

#include "corpus/mapped_file.hpp"
#include "corpus/text_units.hpp"

namespace dateline {

/// The file `terms` of a segment: which stem each unit of its texts has, and how many passages hold
/// that stem, so that what texts say is summed up without a look at forms and tables. Terms are
/// numbered by their most frequent unit. Memory-mapped, nothing read at open.
class TermsFile {
  public:
    static constexpr std::uint32_t no_term = std::numeric_limits<std::uint32_t>::max();

    /// `units`: WordsFile::unit_count(). Throws Error{index} where the file is not of that many.
    TermsFile(const std::filesystem::path& path, std::uint32_t units);

    std::uint32_t term_count() const { return term_count_; }
    /// no_term for gaps, stop words and acronyms. Throws Error{index} for a number that is too
    /// large, or for what is no term.
    std::uint32_t term_of(UnitId unit) const;
    /// Dead ones too; `term` is what term_of() gave.
    std::uint32_t passages(std::uint32_t term) const;

  private:
    MappedFile file_;
    const char* terms_ = nullptr;     // of each unit 32 bits
    const char* passages_ = nullptr;  // of each term 32 bits
    std::uint32_t unit_count_ = 0;
    std::uint32_t term_count_ = 0;
};

/// Reads every byte of such a file; throws Error{index} where one is not as it was written.
void verify_terms_file(const std::filesystem::path& path);

/// `terms`: of each unit; `passages`: of each term. Durable (fsync) afterwards. Throws
/// Error{input_output}.
void write_terms_file(const std::filesystem::path& path, std::span<const std::uint32_t> terms,
                      std::span<const std::uint32_t> passages);

}  // namespace dateline
