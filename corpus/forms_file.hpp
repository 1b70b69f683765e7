#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/mapped_file.hpp"
#include "corpus/words_file.hpp"

namespace dateline {

/// Which forms of a stem an article holds: a bit for each of the three most frequent ones of the
/// segment, and one for all others together.
using FormBits = std::uint8_t;
inline constexpr int form_bit_count = 4;
inline constexpr FormBits any_form = (1U << form_bit_count) - 1;

/// The bit of each form that has this term, by its number.
std::vector<std::pair<std::uint32_t, FormBits>> form_bits(const WordsFile& words,
                                                          std::string_view term);

/// The file `forms` of a segment: of each entry of its file `frequencies`, in their order, which
/// forms of the stem the article holds; any_form where that is not known. So an article without the
/// form that a phrase asks for need not be read. Memory-mapped, nothing read at open.
class FormsFile {
  public:
    /// `entries`: FrequenciesFile::entry_count(). Throws Error{index} where the file is not of that
    /// size.
    FormsFile(const std::filesystem::path& path, std::uint64_t entries);

    FormBits at(std::uint64_t entry) const {
        const auto both = static_cast<unsigned char>(bits_[entry / 2]);
        return static_cast<FormBits>(both >> (form_bit_count * (entry % 2))) & any_form;
    }

  private:
    MappedFile file_;
    const char* bits_ = nullptr;
};

/// Reads every byte of such a file; throws Error{index} where one is not as it was written.
void verify_forms_file(const std::filesystem::path& path);

/// What such a file is written from. Memory: half a byte an entry.
class FormEntries {
  public:
    /// All any_form.
    explicit FormEntries(std::uint64_t count);

    /// Once for an entry; threads may set different ones at a time.
    void set(std::uint64_t entry, FormBits bits) {
        const int shift = form_bit_count * static_cast<int>(entry % 2);
        const auto others = static_cast<unsigned char>(any_form << (form_bit_count - shift));
        std::atomic_ref(bytes_[entry / 2])
            .fetch_and(static_cast<unsigned char>(others | bits << shift),
                       std::memory_order_relaxed);
    }
    /// Durable (fsync) afterwards. Throws Error{input_output}.
    void write(const std::filesystem::path& path) const;

  private:
    std::vector<unsigned char> bytes_;
};

}  // namespace dateline
