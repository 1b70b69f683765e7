#pragma once

#include "corpus/article_field.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline {

/// Where the value of a field was found.
enum class Provenance : std::uint8_t {
    record,    ///< the record has the field
    text,      ///< the article's own text says it: a dateline, a byline
    detected,  ///< told from the words of the text: the language
    path,      ///< the folders that the file lies in
    option,    ///< --set
};

/// "record", "text", "detected", "path", "--set"
std::string_view name_of(Provenance provenance);

/// Of each field of an article; `record` until something else is said. Says nothing about fields
/// that are empty.
class FieldProvenance {
  public:
    Provenance of(ArticleField field) const { return fields_[static_cast<std::size_t>(field)]; }
    void set(ArticleField field, Provenance provenance) {
        fields_[static_cast<std::size_t>(field)] = provenance;
    }

    /// As one number, 0 where all is from the record; the same on every machine.
    std::uint64_t packed() const;
    /// nullopt for a number that packed() cannot have given.
    static std::optional<FieldProvenance> unpacked(std::uint64_t number);

    bool operator==(const FieldProvenance&) const = default;

  private:
    std::array<Provenance, article_field_names.size()> fields_{};
};

}  // namespace dateline
