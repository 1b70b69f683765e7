#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/dense_code.hpp"
#include "corpus/mapped_file.hpp"
#include "corpus/text_units.hpp"

namespace dateline {

/// What the words of a segment that are written alike up to case and diacritics have in common.
struct FormEntry {
    std::string folded;         ///< Word::folded
    std::uint8_t language = 0;  ///< index into ArticlesFile::languages() of the same segment
    std::string term;           ///< Word::term
    std::string acronym;        ///< Word::acronym
    bool is_stop_word = false;
    std::uint32_t passages = 0;     ///< whose body text holds it (the headline is counted apart)
    std::uint32_t articles = 0;     ///< whose headline or body holds it
    std::uint64_t occurrences = 0;  ///< in headlines and bodies
    std::vector<UnitId> units;      ///< ascending: its spellings

    bool operator==(const FormEntry&) const = default;
};

/// Key order of forms: folded bytes, then language, then term, then acronym.
bool comes_before(const FormEntry& a, const FormEntry& b);

/// A unit of the segment's texts.
struct UnitEntry {
    static constexpr std::uint32_t no_form = 0xFFFF'FFFF;
    std::string text;              ///< as written; may be empty for the gap of nothing
    std::uint32_t form = no_form;  ///< number of its form; no_form for a gap

    bool is_word() const { return form != no_form; }
    bool operator==(const UnitEntry&) const = default;
};

/// The file `words` of a segment: the vocabulary of its texts, memory-mapped, nothing parsed at
/// open. Forms are numbered from 0 in key order, units from 0 by frequency.
class WordsFile {
  public:
    /// Throws Error{index} where the file is not whole.
    explicit WordsFile(const std::filesystem::path& path);

    /// How the text file writes units.
    const DenseCode& code() const { return code_; }
    std::uint32_t unit_count() const { return unit_count_; }
    std::uint32_t form_count() const { return form_count_; }

    struct UnitView {
        std::string_view text;
        std::uint32_t form = UnitEntry::no_form;
        bool is_word() const { return form != UnitEntry::no_form; }
    };
    /// Throws Error{index} for a number that is too large. Views live as long as this object.
    UnitView unit(UnitId unit) const;
    /// Whether it is a word or a gap, sooner than unit() tells. Throws Error{index} as it does.
    bool is_word(UnitId unit) const {
        if (unit >= unit_count_) throw_no_unit();
        return (static_cast<unsigned char>(word_bits_[unit / 8]) >> (unit % 8) & 1) != 0;
    }
    /// Bytes of each unit's text.
    std::vector<std::uint32_t> unit_sizes() const;
    FormEntry form(std::uint32_t form) const;

    /// Numbers [first, second) of the forms whose folded form begins with `prefix`.
    std::pair<std::uint32_t, std::uint32_t> forms_with_prefix(std::string_view prefix) const;
    /// Numbers of the forms with exactly this folded form, ascending.
    std::vector<std::uint32_t> forms_of_folded(std::string_view folded) const;
    /// Those with exactly this term, ascending.
    std::vector<std::uint32_t> forms_of_term(std::string_view term) const;

    /// Gives forms [first, end) to `take`, in order; quicker than one by one. The entry is valid
    /// during the call.
    void visit_forms(std::uint32_t first, std::uint32_t end,
                     const std::function<void(std::uint32_t, const FormEntry&)>& take) const;

    /// As MappedFile has it, of all of it; at first only its beginning is.
    void fetch() const;
    /// Reads every byte; throws Error{index} where one is not as it was written.
    void verify() const;

  private:
    class FormReader;
    template <class Reached>
    std::uint32_t first_form_where(const Reached& reached) const;
    std::uint32_t first_hash_from(std::uint32_t hash) const;
    [[noreturn]] void throw_no_unit() const;
    [[noreturn]] void throw_broken(std::string_view detail) const;

    // Sections of the mapped file; see segment_layout.hpp.
    MappedFile file_;
    std::string name_;  // for messages
    DenseCode code_{1};
    std::uint32_t unit_count_ = 0;
    std::uint32_t form_count_ = 0;
    std::string_view units_;
    std::string_view forms_;
    const char* unit_offsets_ = nullptr;
    const char* form_offsets_ = nullptr;
    const char* word_bits_ = nullptr;
    const char* term_hashes_ = nullptr;    // ascending
    const char* forms_by_hash_ = nullptr;  // in that order
};

/// Makes the bytes of the file, entry by entry.
class WordsEncoder {
  public:
    /// How the text file writes units.
    explicit WordsEncoder(const DenseCode& code);
    ~WordsEncoder();
    /// By descending frequency; `form` as in UnitEntry.
    void add_unit(std::string_view text, std::uint32_t form);
    /// In key order, each once, with the units that name it back.
    void add_form(const FormEntry& form);
    std::string bytes() const;

  private:
    class Records;
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
